/// How names are folded so that spellings meet: lower case, no accents, no apostrophes, hyphens like spaces, "&" like
/// "and", and a possessive "'s" as a word of its own.
public enum Names {
    /// The folded name: words joined by single spaces, without a leading "the".
    public static func key(_ name: some StringProtocol) -> String {
        var out: [UInt8] = []
        var word: [UInt8] = []
        func flush() {
            if !word.isEmpty, !(out.isEmpty && word == Array("the".utf8)) {
                if !out.isEmpty { out.append(32) }
                out += word
            }
            word.removeAll(keepingCapacity: true)
        }
        let bytes = Array(name.utf8)
        Folding.scan(bytes.span) { event in
            switch event {
            case .letter(let byte, _): word.append(byte)
            case .boundary: flush()
            }
        }
        flush()
        return String(decoding: out, as: UTF8.self)
    }

    static func lastWord(_ name: String) -> String {
        guard let space = name.utf8.lastIndex(of: UInt8(ascii: " ")) else { return name }
        return String(name[name.utf8.index(after: space)...])
    }
}
