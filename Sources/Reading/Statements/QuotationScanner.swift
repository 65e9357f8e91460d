import Reports

/// Finds the quotation marks of one paragraph at a time and pairs them.
struct QuotationScanner {
    struct Found {
        var span: Span
        /// Index among the paragraph's quotations.
        var parent: Int?
        var isClosed: Bool
        var isSingle: Bool
    }

    private enum Glyph {
        /// “ „ «
        case opening
        /// ” »
        case closing
        /// " and two single marks
        case straight
        /// ‘
        case singleOpening
        /// ’
        case singleClosing
        /// '
        case singleStraight
    }

    private struct Open {
        var start: Int
        var isSingle: Bool
        /// How many quotations were found when it was opened: those after it stand inside.
        var found: Int
    }

    let text: [UInt8]
    private var found: [Found] = []
    private var stack: [Open] = []

    init(text: [UInt8]) { self.text = text }

    /// Whether a double opening mark stands at an offset.
    func opens(at offset: Int) -> Bool {
        switch glyph(at: offset) {
        case (.opening, _)?, (.straight, _)?: true
        default: false
        }
    }

    /// The quotations of one paragraph in text order.
    ///
    /// - Parameters:
    ///   - isReopened: the next paragraph begins with an opening mark, so that a quotation left open goes on there.
    ///   - isContinued: the paragraph before left a quotation open.
    mutating func scan(_ paragraph: Span, isReopened: Bool, isContinued: Bool) -> [Found] {
        found.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        var offset = paragraph.start
        while offset < paragraph.end {
            guard let (glyph, length) = glyph(at: offset) else {
                offset += 1
                continue
            }
            let mark = Span(offset, min(offset + length, paragraph.end))
            take(glyph, mark, in: paragraph)
            offset = mark.end
        }
        finish(paragraph, isReopened: isReopened)
        return ordered()
    }

    private mutating func take(_ glyph: Glyph, _ mark: Span, in paragraph: Span) {
        let before = mark.start > paragraph.start ? text[mark.start - 1] : UInt8(ascii: " ")
        let after = mark.end < paragraph.end ? text[mark.end] : UInt8(ascii: " ")
        switch glyph {
        case .opening:
            if Self.isSpace(after), !Self.isSpace(before), isOpen(single: false) {
                close(single: false, mark, paragraph)
            } else {
                open(mark, single: false)
            }
        case .closing:
            if Self.isSpace(before), Self.isWord(after) || after == UInt8(ascii: "["), !isOpen(single: false) {
                open(mark, single: false)
            } else {
                close(single: false, mark, paragraph)
            }
        case .straight:
            if isOpening(mark, before, after) {
                open(mark, single: false)
            } else {
                close(single: false, mark, paragraph)
            }
        case .singleOpening:
            if !startsClipped(mark.end) { open(mark, single: true) }
        case .singleClosing, .singleStraight:
            takeApostrophe(glyph, mark, before, after, paragraph)
        }
    }

    private func isOpening(_ mark: Span, _ before: UInt8, _ after: UInt8) -> Bool {
        let canOpen = !Self.isSpace(after) && (Self.isSpace(before) || Self.isBracket(before) || endsDash(mark.start))
        let canClose = !Self.isSpace(before) && (Self.isSpace(after) || Self.isStop(after))
        if canOpen != canClose { return canOpen }
        return !isOpen(single: false)
    }

    /// A single mark that may be an apostrophe.
    private mutating func takeApostrophe(
        _ glyph: Glyph, _ mark: Span, _ before: UInt8, _ after: UInt8, _ paragraph: Span
    ) {
        let followsWord = endsWord(mark.start, paragraph)
        if followsWord, Self.isWord(after) { return }
        if case .singleStraight = glyph, !followsWord, !Self.isStop(before), !Self.isSpace(after) {
            if !startsClipped(mark.end) { open(mark, single: true) }
            return
        }
        if stack.last?.isSingle == true, !Self.isWord(after) { close(single: true, mark, paragraph) }
    }

    /// Whether a letter or digit stands before an offset.
    private func endsWord(_ offset: Int, _ paragraph: Span) -> Bool {
        guard offset > paragraph.start else { return false }
        let byte = text[offset - 1]
        if byte < 0x80 { return Self.isWord(byte) }
        // General punctuation, quotation marks among it, has three bytes that begin with E2; a no-break space ends in A0.
        return byte != 0xA0 && !(offset >= 3 && text[offset - 3] == 0xE2)
    }

    /// "'90s", "'em": a clipped word that begins with an apostrophe.
    private func startsClipped(_ offset: Int) -> Bool {
        guard offset < text.count else { return true }
        if text[offset] >= 0x30, text[offset] <= 0x39 { return offset + 2 < text.count && text[offset + 2] == 0x73 }
        for word in Self.clipped where offset + word.count <= text.count {
            let end = offset + word.count
            if text[offset..<end].elementsEqual(word), end == text.count || !Self.isWord(text[end]) { return true }
        }
        return false
    }

    private static let clipped: [[UInt8]] = ["em", "til", "till", "tis", "twas", "cause", "bout", "n"].map {
        Array($0.utf8)
    }

    private func isOpen(single: Bool) -> Bool { stack.contains { $0.isSingle == single } }

    private mutating func open(_ mark: Span, single: Bool) {
        stack.append(Open(start: mark.start, isSingle: single, found: found.count))
    }

    private mutating func close(single: Bool, _ mark: Span, _ paragraph: Span) {
        guard let level = stack.lastIndex(where: { $0.isSingle == single }) else {
            // The opening mark is lost: the quotation begins with the paragraph.
            let isSpeech = mark.start > paragraph.start && Self.isStop(text[mark.start - 1])
            if !single, stack.isEmpty, found.isEmpty, isSpeech {
                found.append(Found(span: Span(paragraph.start, mark.end), isClosed: true, isSingle: false))
            }
            return
        }
        // A single mark left open inside was an apostrophe after all.
        stack.removeSubrange((level + 1)...)
        let opened = stack.removeLast()
        found.append(Found(span: Span(opened.start, mark.end), isClosed: true, isSingle: single))
    }

    /// What the paragraph leaves open runs to its end, unless later quotations show that a closing mark was lost.
    private mutating func finish(_ paragraph: Span, isReopened: Bool) {
        stack.removeAll { $0.isSingle }
        while let opened = stack.popLast() {
            var end = paragraph.end
            if !isReopened || !stack.isEmpty {
                let inside = found[opened.found...].filter { $0.span.start > opened.start }
                if let first = inside.map(\.span.start).min(), endsClause(before: first) {
                    end = first
                    while end > opened.start + 1, Self.isSpace(text[end - 1]) { end -= 1 }
                }
            }
            found.append(Found(span: Span(opened.start, end), isClosed: false, isSingle: false))
        }
    }

    /// Whether a full stop, a comma or a colon stands before an offset, white space aside.
    private func endsClause(before offset: Int) -> Bool {
        var here = offset
        while here > 0, Self.isSpace(text[here - 1]) { here -= 1 }
        return here > 0 && Self.isStop(text[here - 1])
    }

    private mutating func ordered() -> [Found] {
        found.sort { $0.span < $1.span }
        var path: [Int] = []
        for index in found.indices {
            while let last = path.last, found[last].span.end <= found[index].span.start { path.removeLast() }
            found[index].parent = path.last
            path.append(index)
        }
        return found
    }

    private func glyph(at offset: Int) -> (Glyph, Int)? {
        let byte = text[offset]
        switch byte {
        case 0x22: return (.straight, 1)
        case 0x27:
            let isDouble = offset + 1 < text.count && text[offset + 1] == 0x27
            return isDouble ? (.straight, 2) : (.singleStraight, 1)
        case 0x60:
            let isDouble = offset + 1 < text.count && text[offset + 1] == 0x60
            return isDouble ? (.opening, 2) : (.singleOpening, 1)
        case 0xC2 where offset + 1 < text.count:
            if text[offset + 1] == 0xAB { return (.opening, 2) }
            return text[offset + 1] == 0xBB ? (.closing, 2) : nil
        case 0xE2 where offset + 2 < text.count && text[offset + 1] == 0x80:
            switch text[offset + 2] {
            case 0x9C, 0x9E, 0x9F: return (.opening, 3)
            case 0x9D: return (.closing, 3)
            case 0x98, 0x9B: return (.singleOpening, 3)
            case 0x99: return (.singleClosing, 3)
            default: return nil
            }
        default: return nil
        }
    }

    private func endsDash(_ offset: Int) -> Bool {
        guard offset > 0 else { return false }
        if text[offset - 1] == UInt8(ascii: "-") { return true }
        return offset > 2 && text[offset - 3] == 0xE2 && text[offset - 2] == 0x80
    }

    /// White space, or the end of a no-break space.
    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0xA0 }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == 0x27 || byte == 0x98
            || byte == UInt8(ascii: "/")
    }

    private static func isStop(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// An ASCII letter or digit, or the first byte of a letter beyond ASCII (general punctuation starts with E2).
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
            || (byte >= 0xC3 && byte != 0xE2)
    }
}
