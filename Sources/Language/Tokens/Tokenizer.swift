public import Reports

/// The words of a report and its paragraphs, before anything is known of them.
public struct Words: Sendable {
    /// In text order; head, lemma and tags are not set.
    public var tokens: [Token]
    public var paragraphs: [Paragraph]
}

/// Cuts the regions of a report that are read into words, as the Universal Dependencies treebanks of English do:
/// contractions, possessives and hyphenated compounds are several words, abbreviations and addresses one.
///
/// Time is linear in the text. Nothing is normalised: a word is the bytes of its span.
public struct Tokenizer: Sendable {
    /// A run without white space is cut here at the latest, in characters.
    private static let longestChunk = 512

    public init() {}

    public func words(of report: Report) -> Words {
        let text = Array(report.text.utf8)
        var words = Words(tokens: [], paragraphs: [])
        words.tokens.reserveCapacity(text.count / 5)
        for region in report.regions where region.label.isRead {
            add(region, text, &words)
        }
        return words
    }

    /// A region is one paragraph, or several with blank lines between them.
    private func add(_ region: Region, _ text: [UInt8], _ words: inout Words) {
        var offset = region.span.start
        var first = words.tokens.count
        var glyphs: [Glyph] = []
        while offset < region.span.end {
            // Read over white space.
            var lines = 0
            var isSpaced = offset == region.span.start
            while offset < region.span.end {
                let (glyph, length) = CharacterClass.decode(text, at: offset)
                guard glyph.kind == .space else { break }
                if glyph.scalar == 0x0A || glyph.scalar == 0x2029 { lines += 1 }
                isSpaced = true
                offset += length
            }
            if lines > 1 { close(&first, region, &words) }
            // Take a chunk.
            glyphs.removeAll(keepingCapacity: true)
            while offset < region.span.end, glyphs.count < Self.longestChunk {
                let (glyph, length) = CharacterClass.decode(text, at: offset)
                guard glyph.kind != .space else { break }
                glyphs.append(glyph)
                offset += length
            }
            guard !glyphs.isEmpty else { break }
            let following = following(text, offset, region.span.end)
            var scanner = ChunkScanner(glyphs: glyphs, following: following)
            append(scanner.scan(), of: glyphs, end: offset, isSpaced, text, &words)
        }
        close(&first, region, &words)
    }

    /// The first character after white space, unless the paragraph ends before it.
    private func following(_ text: [UInt8], _ start: Int, _ end: Int) -> CharacterClass? {
        var offset = start
        var lines = 0
        while offset < end {
            let (glyph, length) = CharacterClass.decode(text, at: offset)
            guard glyph.kind == .space else { return glyph.kind }
            if glyph.scalar == 0x0A { lines += 1 }
            if lines > 1 { return nil }
            offset += length
        }
        return nil
    }

    private func append(
        _ ends: [Int], of glyphs: [Glyph], end: Int, _ isSpaced: Bool, _ text: [UInt8], _ words: inout Words
    ) {
        var start = 0
        for next in ends {
            let span = Span(glyphs[start].offset, next < glyphs.count ? glyphs[next].offset : end)
            let form = String(decoding: text[span.start..<span.end], as: UTF8.self)
            words.tokens.append(Token(span: span, form: form, spaceBefore: start == 0 && isSpaced))
            start = next
        }
    }

    private func close(_ first: inout Int, _ region: Region, _ words: inout Words) {
        let end = words.tokens.count
        guard end > first else { return }
        let span = Span(words.tokens[first].span.start, words.tokens[end - 1].span.end)
        words.paragraphs.append(Paragraph(tokens: first..<end, span: span, region: region.label))
        first = end
    }
}
