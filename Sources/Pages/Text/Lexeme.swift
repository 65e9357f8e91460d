import Reports

/// A word, number or mark of a line, as far as layout is concerned.
struct Lexeme {
    enum Kind { case word, number, mark }

    var kind: Kind
    var span: Span
    /// ASCII letters in lower case; apostrophes, quotation marks and dashes as `'`, `"` and `-`.
    var text: String
    var isCapital: Bool
    /// Capitals only, two or more.
    var isUpper: Bool
    var spaceBefore: Bool

    var isDash: Bool { kind == .mark && (text == "-" || text == "--") }

    /// The number before any letters; nil for words and numbers with inner marks.
    var number: Int? {
        guard kind == .number else { return nil }
        var value = 0
        for byte in text.utf8 {
            guard byte >= 0x30 && byte <= 0x39 else {
                return Self.ordinals.contains(String(text.suffix(2))) ? value : nil
            }
            guard value < 1_000_000 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
}

/// Cuts a stretch of text into lexemes. Hyphens, apostrophes and full stops inside a word stay in it.
struct LexemeReader {
    let text: [UInt8]

    /// At most `limit` lexemes.
    func lexemes(in span: Span, limit: Int = 80) -> [Lexeme] {
        var found: [Lexeme] = []
        var offset = span.start
        var isSpaced = true
        while offset < span.end, found.count < limit {
            if let length = TextBytes.spaceLength(text, offset, span.end) {
                offset += length
                isSpaced = true
                continue
            }
            let lexeme = next(offset, span.end, isSpaced)
            found.append(lexeme)
            offset = lexeme.span.end
            isSpaced = false
        }
        return found
    }

    private func next(_ start: Int, _ limit: Int, _ isSpaced: Bool) -> Lexeme {
        guard isWord(start, limit) else {
            let (mark, length) = mark(start, limit)
            return Lexeme(
                kind: .mark, span: Span(start, start + length), text: mark, isCapital: false, isUpper: false,
                spaceBefore: isSpaced)
        }
        var end = start
        var (uppers, lowers) = (0, 0)
        // Most words are plain letters: their bytes are the text. Others are written anew.
        var isPlain = true
        while end < limit {
            let byte = text[end]
            if byte >= 0x61 && byte <= 0x7A {
                lowers += 1
                end += 1
            } else if isWord(end, limit) {
                if byte >= 0x41 && byte <= 0x5A {
                    uppers += 1
                    isPlain = false
                }
                let length = min(Self.length(byte), limit - end)
                if byte == 0xC3, length > 1 { if text[end + 1] < 0x9F { uppers += 1 } else { lowers += 1 } }
                end += length
            } else if let length = joinerLength(end, limit) {
                isPlain = isPlain && length == 1
                end += length
            } else {
                break
            }
        }
        let first = text[start]
        let isDigit = first >= 0x30 && first <= 0x39
        let isCapital = first >= 0x41 && first <= 0x5A || first == 0xC3 && text[start + 1] < 0x9F || first > 0xC3
        return Lexeme(
            kind: isDigit ? .number : .word, span: Span(start, end),
            text: isPlain ? String(decoding: text[start..<end], as: UTF8.self) : lowered(start, end),
            isCapital: isCapital, isUpper: uppers > 1 && lowers == 0, spaceBefore: isSpaced)
    }

    /// ASCII in lower case, curly apostrophes straight.
    private func lowered(_ start: Int, _ end: Int) -> String {
        var lower: [UInt8] = []
        lower.reserveCapacity(end - start)
        var offset = start
        while offset < end {
            let byte = text[offset]
            let isApostrophe =
                byte == 0xE2 && offset + 2 < end && text[offset + 1] == 0x80 && text[offset + 2] | 1 == 0x99
            lower.append(isApostrophe ? 0x27 : byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
            offset += isApostrophe ? 3 : 1
        }
        return String(decoding: lower, as: UTF8.self)
    }

    private static func length(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

    private func isWord(_ offset: Int, _ limit: Int) -> Bool {
        let byte = text[offset]
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "#"): return true
        case 0..<0x80: return false
        // Latin-1 signs, general punctuation, ideographic punctuation.
        case 0xC2: return false
        case 0xE2: return !(offset + 1 < limit && text[offset + 1] <= 0xAF)
        case 0xE3: return !(offset + 1 < limit && text[offset + 1] == 0x80)
        default: return true
        }
    }

    /// A mark between two word characters that does not part them.
    private func joinerLength(_ offset: Int, _ limit: Int) -> Int? {
        let byte = text[offset]
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."):
            return offset + 1 < limit && isWord(offset + 1, limit) ? 1 : nil
        case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: ","):
            // Times, dates, thousands.
            guard offset + 1 < limit, (0x30...0x39).contains(text[offset + 1]), (0x30...0x39).contains(text[offset - 1])
            else { return nil }
            return byte != UInt8(ascii: ",") || isThousand(offset + 1, limit) ? 1 : nil
        case 0xE2:
            guard offset + 3 < limit, text[offset + 1] == 0x80, text[offset + 2] == 0x99 || text[offset + 2] == 0x98,
                isWord(offset + 3, limit)
            else { return nil }
            return 3
        default: return nil
        }
    }

    /// Three digits and no more.
    private func isThousand(_ start: Int, _ limit: Int) -> Bool {
        let digits = text[start..<min(start + 4, limit)].prefix { (0x30...0x39).contains($0) }.count
        return digits == 3
    }

    private func mark(_ offset: Int, _ limit: Int) -> (String, Int) {
        let byte = text[offset]
        if byte == UInt8(ascii: "-") {
            return offset + 1 < limit && text[offset + 1] == byte ? ("--", 2) : ("-", 1)
        }
        if byte < 0x80 { return (String(UnicodeScalar(byte)), 1) }
        let length = min(Self.length(byte), limit - offset)
        if length == 3, byte == 0xE2, text[offset + 1] == 0x80 {
            switch text[offset + 2] {
            case 0x90...0x95: return ("-", 3)
            case 0x98...0x9B: return ("'", 3)
            case 0x9C...0x9F: return ("\"", 3)
            default: break
            }
        }
        return (String(decoding: text[offset..<offset + length], as: UTF8.self), length)
    }
}
