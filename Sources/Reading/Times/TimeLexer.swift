import Reports

/// A word as time expressions need it: digits and letters apart, hyphens and slashes as words of their own.
///
/// Tokenisers differ in how they treat "mid-June", "1990s" or "7/8/07"; reading the text itself makes the grammar
/// independent of that.
struct TimeWord: Sendable {
    enum Kind: Sendable { case letters, digits, mark }

    var span: Span
    /// Lower case.
    var text: String
    var kind: Kind
    var isCapitalised: Bool
    /// No white space stands before it.
    var isGlued: Bool
    var meaning: TimeWords.Meaning?

    var number: Int? {
        guard kind == .digits, text.utf8.count <= 9 else { return nil }
        return Int(text)
    }
}

/// Cuts one stretch of a report's text into words.
struct TimeLexer {
    static func words(of bytes: UnsafeBufferPointer<UInt8>, in span: Span) -> [TimeWord] {
        var words: [TimeWord] = []
        words.reserveCapacity(span.length / 5)
        var index = span.start
        var glued = false
        while index < span.end {
            let byte = bytes[index]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                index += 1
                glued = false
                continue
            }
            let start = index
            var kind = TimeWord.Kind.mark
            if isDigit(byte) {
                kind = .digits
                index += 1
                while index < span.end {
                    if isDigit(bytes[index]) {
                        index += 1
                    } else if bytes[index] == 0x2C || bytes[index] == 0x2E, index + 1 < span.end,
                        isDigit(bytes[index + 1])
                    {
                        index += 2
                    } else {
                        break
                    }
                }
            } else if isLetter(byte), punctuation(bytes, at: index, before: span.end) == nil {
                kind = .letters
                index += 1
                while index < span.end {
                    if isLetter(bytes[index]), punctuation(bytes, at: index, before: span.end) == nil {
                        index += 1
                    } else if let width = apostrophe(bytes, at: index, before: span.end),
                        index + width < span.end, isLetter(bytes[index + width])
                    {
                        // "o'clock" is one word, "year's" is two.
                        guard bytes[index + width] | 0x20 != 0x73 else { break }
                        index += width
                    } else {
                        break
                    }
                }
            } else {
                index += punctuation(bytes, at: index, before: span.end) ?? 1
            }
            words.append(word(bytes, Span(start, index), kind, glued))
            glued = true
        }
        return words
    }

    private static func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ span: Span, _ kind: TimeWord.Kind, _ glued: Bool
    ) -> TimeWord {
        let first = bytes[span.start]
        let text: String
        if kind == .mark, first == 0xE2 {
            // Dashes as hyphens, curly apostrophes as straight ones; other marks stand for nothing.
            let last = bytes[span.end - 1]
            text = (0x90...0x95).contains(last) ? "-" : last == 0x99 || last == 0x98 ? "'" : "\u{0}"
        } else {
            text = String(unsafeUninitializedCapacity: span.length) { buffer in
                for offset in 0..<span.length {
                    let byte = bytes[span.start + offset]
                    buffer[offset] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                }
                return span.length
            }
        }
        return TimeWord(
            span: span, text: text, kind: kind, isCapitalised: (0x41...0x5A).contains(first), isGlued: glued,
            meaning: kind == .letters && span.length <= 15 ? TimeWords.meanings[text] : nil)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

    /// Length of a mark of general punctuation (U+2010 to U+203F) or a no-break space that starts here.
    private static func punctuation(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int? {
        if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
        guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 else { return nil }
        return 3
    }

    private static func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "'") { return 1 }
        guard bytes[index] == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 else {
            return nil
        }
        return 3
    }
}
