/// How a lemma is made of a word: by changing its case, cutting its end and adding another, or whole.
///
/// Written `L1+y`: lower case (`L`; `K` keeps the word, `T` keeps the first letter and lowers the rest), cut one character,
/// add "y"; or `=be`: the lemma itself.
struct LemmaScript: Hashable, Sendable {
    enum Case: UInt8, Sendable {
        case lower = 0x4C
        case kept = 0x4B
        case title = 0x54
    }

    private enum Edit: Hashable, Sendable {
        case whole(String)
        case ending(Case, cut: Int, suffix: String)
    }

    private let edit: Edit

    /// nil if the text is not a script.
    init?(_ text: String) {
        var rest = Substring(text).utf8
        guard let first = rest.popFirst() else { return nil }
        if first == UInt8(ascii: "=") {
            edit = .whole(String(Substring(rest)))
            return
        }
        guard let letterCase = Case(rawValue: first), let plus = rest.firstIndex(of: UInt8(ascii: "+")),
            let cut = Int(Substring(rest[..<plus])), cut >= 0
        else { return nil }
        edit = .ending(letterCase, cut: cut, suffix: String(Substring(rest[rest.index(after: plus)...])))
    }

    /// The lemma of a word. A script that would leave nothing keeps the word.
    func apply(to word: String) -> String {
        switch edit {
        case .whole(let lemma): return lemma
        case .ending(let letterCase, let cut, let suffix):
            let base = Self.changeCase(word, letterCase)
            if cut == 0 && suffix.isEmpty { return base }
            let count = base.unicodeScalars.count
            if cut >= count && suffix.isEmpty { return base }
            var lemma = String(base.unicodeScalars.prefix(max(0, count - cut)))
            lemma += suffix
            return lemma
        }
    }

    private static func changeCase(_ word: String, _ letterCase: Case) -> String {
        switch letterCase {
        case .kept: return word
        case .lower: return word.lowercased()
        case .title:
            guard let first = word.unicodeScalars.first else { return word }
            return first.properties.uppercaseMapping + String(word.unicodeScalars.dropFirst()).lowercased()
        }
    }
}
