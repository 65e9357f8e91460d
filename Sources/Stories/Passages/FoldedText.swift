package import Language
import Reading
import Reports

/// The words of one report as passages compare them: without case, punctuation, and the spellings that outlets choose.
package struct FoldedText: Sendable {
    package struct Word: Sendable {
        /// Hash of the folded form.
        var hash: UInt64
        /// Index in the analysis.
        package var token: Int
        /// Index of its sentence in the analysis.
        var sentence: Int
        /// Whether the word says something by itself: neither a function word nor part of a name.
        var isContent: Bool
    }

    package private(set) var words: [Word]

    package init(_ analysis: Analysis) {
        var isName = [Bool](repeating: false, count: analysis.tokens.count)
        for name in analysis.names {
            for token in name.tokens { isName[token] = true }
        }
        words = []
        words.reserveCapacity(analysis.tokens.count)
        var spelling: [UInt8] = []
        for (index, token) in analysis.tokens.enumerated() where token.upos != .punct && token.upos != .sym {
            guard Self.fold(token.form, into: &spelling) else { continue }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in spelling { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            words.append(
                Word(
                    hash: hash, token: index, sentence: analysis.sentenceOfToken[index],
                    isContent: !isName[index] && token.isContent))
        }
    }

    /// Hashes of all stretches of `length` words, by their first word.
    static func shingles(of words: [Word], length: Int) -> [UInt64] {
        guard words.count >= length else { return [] }
        return (0...words.count - length).map { start in
            var hash: UInt64 = 17
            for word in words[start..<start + length] { hash = (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 }
            return hash
        }
    }

    /// Lower-case letters and digits, with British and American spelling made one; false if nothing is left.
    static func fold(_ form: String, into out: inout [UInt8]) -> Bool {
        out.removeAll(keepingCapacity: true)
        for byte in form.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: out.append(byte)
            default: continue
            }
        }
        // A curly apostrophe (E2 80 99) is all that may be left of a clitic.
        if out.starts(with: [0xE2, 0x80]) { out.removeFirst(min(3, out.count)) }
        unifySpelling(&out)
        return !out.isEmpty
    }

    /// `-ise` and `-our` words in the spelling with z and without u, doubled l before an ending single.
    private static func unifySpelling(_ word: inout [UInt8]) {
        guard word.count > 5 else { return }
        for index in 2..<word.count - 1 where word[index] == UInt8(ascii: "s") {
            let next = word[index + 1]
            guard word[index - 1] == UInt8(ascii: "i"),
                next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "a")
            else { continue }
            word[index] = UInt8(ascii: "z")
        }
        if let at = firstIndex(of: "our", in: word), at >= 2 { word.remove(at: at + 1) }
        if let at = firstIndex(of: "lling", in: word) ?? firstIndex(of: "lled", in: word), at >= 2 {
            word.remove(at: at)
        }
        if word.suffix(2).elementsEqual("re".utf8), word.count > 5, let before = word.dropLast(2).last,
            before == UInt8(ascii: "t")
        {
            word.swapAt(word.count - 1, word.count - 2)
        }
    }

    private static func firstIndex(of pattern: StaticString, in word: [UInt8]) -> Int? {
        let count = pattern.utf8CodeUnitCount
        guard word.count >= count else { return nil }
        return pattern.withUTF8Buffer { bytes in
            (0...word.count - count).first { start in
                bytes.indices.allSatisfy { word[start + $0] == bytes[$0] }
            }
        }
    }
}

extension UPOS {
    /// Whether words of this class carry meaning of their own.
    var isContent: Bool {
        switch self {
        case .noun, .verb, .adj, .adv, .num: true
        default: false
        }
    }
}

extension Token {
    /// The same for a word; where no tagger has been, longer words in lower case stand for the words with a meaning.
    fileprivate var isContent: Bool {
        guard upos == .other else { return upos.isContent }
        return form.utf8.count > 4 && (0x61...0x7A).contains(form.utf8.first ?? 0)
    }
}
