import Reports

/// A stretch of text between line breaks, before it is labelled.
struct Block {
    /// Without surrounding white space.
    var span: Span
    /// What the markup says it is; nil in plain text.
    var hint: Region.Label?
    /// Whether a blank line, or the text's beginning, stands before it.
    var blankBefore: Bool
}

/// Finds the lines of a plain text, and joins those that only a narrow page had broken.
struct BlockReader {
    private let text: [UInt8]

    init(_ text: [UInt8]) { self.text = text }

    func blocks() -> [Block] {
        let lines = self.lines()
        return isHardWrapped(lines) ? joined(lines) : lines
    }

    private func lines() -> [Block] {
        var lines: [Block] = []
        var start = 0
        var breaks = 2
        while start < text.count {
            var end = start
            while end < text.count, breakLength(end) == 0 { end += 1 }
            if let span = TextBytes.trimmed(text, start, end) {
                lines.append(Block(span: span, hint: nil, blankBefore: breaks > 1))
                breaks = 0
            }
            guard end < text.count else { break }
            breaks += 1
            start = end + breakLength(end)
        }
        return lines
    }

    /// Bytes of the line break at an offset, none if there is none: LF, CR LF, CR, FF, U+0085, U+2028, U+2029.
    private func breakLength(_ offset: Int) -> Int {
        switch text[offset] {
        case 0x0A, 0x0B, 0x0C: 1
        case 0x0D: offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
        case 0xC2: offset + 1 < text.count && text[offset + 1] == 0x85 ? 2 : 0
        case 0xE2:
            offset + 2 < text.count && text[offset + 1] == 0x80
                && (text[offset + 2] == 0xA8 || text[offset + 2] == 0xA9)
                ? 3 : 0
        default: 0
        }
    }

    /// A text set in narrow lines: none is long, and many break in mid-sentence.
    private func isHardWrapped(_ lines: [Block]) -> Bool {
        guard lines.count >= 4, lines.allSatisfy({ $0.span.length <= 110 }) else { return false }
        let open = lines.indices.dropLast().filter { breaksMidSentence(lines[$0], lines[$0 + 1]) }.count
        return open * 3 >= lines.count
    }

    private func breaksMidSentence(_ line: Block, _ next: Block) -> Bool {
        !next.blankBefore && line.span.length >= 45 && !TextBytes.endsSentence(text, line.span)
    }

    private func joined(_ lines: [Block]) -> [Block] {
        var blocks: [Block] = []
        var wasLong = false
        for line in lines {
            if let last = blocks.last, !line.blankBefore, wasLong {
                blocks[blocks.count - 1].span = last.span.union(line.span)
            } else {
                blocks.append(line)
            }
            wasLong = line.span.length >= 45
        }
        return blocks
    }
}

/// Questions about bytes of a text.
enum TextBytes {
    /// The span without white space at its ends; nil if nothing is left.
    static func trimmed(_ text: [UInt8], _ start: Int, _ end: Int) -> Span? {
        var (low, high) = (start, end)
        while low < high, let length = spaceLength(text, low, high) { low += length }
        while high > low, let length = spaceLengthBefore(text, high, low) { high -= length }
        return low < high ? Span(low, high) : nil
    }

    /// Length of the white-space character at an offset.
    static func spaceLength(_ text: [UInt8], _ offset: Int, _ end: Int) -> Int? {
        switch text[offset] {
        case 0x00...0x20, 0x7F: return 1
        case 0xC2: return offset + 1 < end && (text[offset + 1] == 0xA0 || text[offset + 1] == 0x85) ? 2 : nil
        case 0xE2:
            guard offset + 2 < end else { return nil }
            let (b, c) = (text[offset + 1], text[offset + 2])
            return b == 0x80 && (c <= 0x8B || (0xA8...0xA9).contains(c) || c == 0xAF) || b == 0x81 && c == 0x9F
                ? 3 : nil
        case 0xE3: return offset + 2 < end && text[offset + 1] == 0x80 && text[offset + 2] == 0x80 ? 3 : nil
        case 0xEF: return offset + 2 < end && text[offset + 1] == 0xBB && text[offset + 2] == 0xBF ? 3 : nil
        default: return nil
        }
    }

    private static func spaceLengthBefore(_ text: [UInt8], _ end: Int, _ start: Int) -> Int? {
        for length in 1...3 where end - length >= start {
            if spaceLength(text, end - length, end) == length { return length }
        }
        return nil
    }

    /// Whether the last character, but for closing quotation marks and brackets, ends a sentence.
    static func endsSentence(_ text: [UInt8], _ span: Span) -> Bool {
        var end = span.end
        while end > span.start {
            switch text[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "*"):
                end -= 1
            default:
                guard end - 3 >= span.start, text[end - 3] == 0xE2, text[end - 2] == 0x80 else { return false }
                if text[end - 1] == 0xA6 { return true }
                guard text[end - 1] == 0x99 || text[end - 1] == 0x9D else { return false }
                end -= 3
            }
        }
        return false
    }
}
