/// What takes the bytes of folded words.
protocol FoldingSink {
    mutating func letter(_ byte: UInt8, _ writing: Folding.Writing)
    /// A word ends here; also where none began.
    mutating func boundary()
}

/// Folds the bytes of words: see `Names`.
enum Folding {
    /// How a letter is written in the source.
    enum Writing {
        case capital, small, caseless
    }

    /// Folds one stretch of UTF-8. Malformed bytes pass through unchanged.
    @inline(__always)
    static func scan(_ bytes: Span<UInt8>, into sink: inout some FoldingSink) {
        var index = 0
        let count = bytes.count
        while index < count {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A: sink.letter(byte, .small)
            case 0x41...0x5A: sink.letter(byte | 0x20, .capital)
            case 0x30...0x39: sink.letter(byte, .caseless)
            case UInt8(ascii: "'"), UInt8(ascii: "`"):
                if Self.isPossessive(bytes, after: index + 1) { sink.boundary() }
            case UInt8(ascii: "."): break
            case UInt8(ascii: "&"):
                sink.boundary()
                for letter in "and".utf8 { sink.letter(letter, .caseless) }
                sink.boundary()
            case 0x00...0x7F: sink.boundary()
            case 0xC3...0xC9 where index + 1 < count:
                Self.fold(Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F), into: &sink)
                index += 1
            case 0xCA where index + 1 < count && bytes[index + 1] >= 0xBB, 0xCB where index + 1 < count:
                index += 1  // modifier letters: ʻ ʼ ʽ ʾ ʿ
            case 0xCC where index + 1 < count, 0xCD where index + 1 < count && bytes[index + 1] < 0xB0:
                index += 1  // combining marks
            case 0xE2 where index + 2 < count && bytes[index + 1] == 0x80:
                let last = bytes[index + 2]
                index += 2
                if last == 0x98 || last == 0x99 {  // ‘ ’
                    if Self.isPossessive(bytes, after: index + 1) { sink.boundary() }
                } else {
                    sink.boundary()
                }
            default: sink.letter(byte, .caseless)
            }
            index += 1
        }
    }

    /// Whether an "s" that ends the word stands here.
    @inline(__always)
    private static func isPossessive(_ bytes: Span<UInt8>, after index: Int) -> Bool {
        guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "s") else { return false }
        guard index + 1 < bytes.count else { return true }
        let next = bytes[index + 1]
        return next == 0x20 || next == 0x2D
    }

    /// Latin letters with marks, from U+00C0: the plain letters, `?` where there are none.
    private static let plain: [UInt8] = Array(
        ("AAAAAAACEEEEIIII" + "DNOOOOO?OUUUUYTs" + "aaaaaaaceeeeiiii" + "dnooooo?ouuuuyty"  // U+00C0
            + "AaAaAaCcCcCcCcDd" + "DdEeEeEeEeEeGgGg" + "GgGgHhHhIiIiIiIi" + "IiIiJjKkkLlLlLlL"  // U+0100
            + "lLlNnNnNnnNnOoOo" + "OoOoRrRrRrSsSsSs" + "SsTtTtTtUuUuUuUu" + "UuUuWwYyYZzZzZzs"  // U+0140
            + "bBBbBbOCcDDDddEE" + "EFfGGhIIKkllMNnO" + "OoOoPpRSsEltTtTU" + "uUVYyZzZZzz?????"  // U+0180
            + "????DDdLLlNNnAaI" + "iOoUuUuUuUuUueAa" + "AaAaGgGgKkOoOoZz" + "jDDdGgHWNnAaAaOo"  // U+01C0
            + "AaAaEeEeIiIiOoOo" + "RrRrUuUuSsTtYyHh" + "NdOoZzAaEeOoOoOo" + "OoYylntjdqACcLTs"  // U+0200
            + "z??BUVEeJjQqRrYy").utf8)  // U+0240

    @inline(__always)
    private static func fold(_ scalar: Int, into sink: inout some FoldingSink) {
        let index = scalar - 0xC0
        if scalar == 0x259 { return sink.letter(UInt8(ascii: "a"), .small) }  // Azerbaijani schwa
        guard index >= 0, index < plain.count else { return sink.letter(UInt8(ascii: "?"), .caseless) }
        let letter = plain[index]
        if scalar == 0xC6 || scalar == 0xE6 {
            sink.letter(UInt8(ascii: "a"), scalar == 0xC6 ? .capital : .small)
            return sink.letter(UInt8(ascii: "e"), scalar == 0xC6 ? .capital : .small)
        }
        if scalar == 0xDF { sink.letter(UInt8(ascii: "s"), .small) }
        sink.letter(letter | 0x20, letter & 0x20 == 0 ? .capital : .small)
    }
}
