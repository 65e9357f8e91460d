/// How names are folded so that spellings meet: lower case, no accents, no apostrophes, hyphens like spaces, "&" like
/// "and", and a possessive "'s" as a word of its own.
public enum Names {
    /// The folded name: words joined by single spaces, without a leading "the".
    public static func key(_ name: some StringProtocol) -> String {
        var sink = KeySink()
        let bytes = Array(name.utf8)
        Folding.scan(bytes.span, into: &sink)
        sink.boundary()
        return String(decoding: sink.key, as: UTF8.self)
    }

    private struct KeySink: FoldingSink {
        var key: [UInt8] = []
        var word: [UInt8] = []

        mutating func letter(_ byte: UInt8, _ writing: Folding.Writing) { word.append(byte) }

        mutating func boundary() {
            if !word.isEmpty, !(key.isEmpty && word == [0x74, 0x68, 0x65]) {
                if !key.isEmpty { key.append(0x20) }
                key += word
            }
            word.removeAll(keepingCapacity: true)
        }
    }

    static func lastWord(_ name: String) -> String {
        guard let space = name.utf8.lastIndex(of: UInt8(ascii: " ")) else { return name }
        return String(name[name.utf8.index(after: space)...])
    }
}
