import Reports

/// Where a word of a CoNLL-U file stands in the report.
struct WordPlace {
    var span: Span
    /// Index in `Report.regions`.
    var region: Int
    var line: Int
}

/// Finds the words of a file in a report, region by region, in one pass.
///
/// A region that is not read is tried as a whole: if the file's next words are its words, they are taken; if not, the
/// file left the region out.
struct WordPlaces {
    private(set) var places: [WordPlace] = []
    private let text: [UInt8]
    private let surfaces: [(surface: CoNLLUSentence.Surface, forms: [String])]
    private var next = 0

    init(_ report: Report, _ sentences: [CoNLLUSentence]) throws(CoNLLUError) {
        text = Array(report.text.utf8)
        surfaces = sentences.flatMap { sentence in
            sentence.surfaces.map { ($0, sentence.words[$0.words].map(\.form)) }
        }
        for (index, region) in report.regions.enumerated() {
            let (before, count) = (next, places.count)
            guard let failure = cover(region.span, index) else { continue }
            if region.label.isRead { throw failure }
            next = before
            places.removeSubrange(count...)
        }
        if next < surfaces.count {
            let surface = surfaces[next].surface
            throw .word(line: surface.line, found: surface.form, expected: "")
        }
    }

    /// Lays words over a region until it is covered; the error if they do not fit.
    private mutating func cover(_ span: Span, _ region: Int) -> CoNLLUError? {
        var offset = skippingSpace(span.start, span.end)
        while offset < span.end {
            guard next < surfaces.count else {
                return .unfinished(line: surfaces.last?.surface.line ?? 1, next: excerpt(offset, span.end))
            }
            let (surface, forms) = surfaces[next]
            guard let end = match(surface.form, offset, span.end) else {
                return .word(line: surface.line, found: surface.form, expected: excerpt(offset, span.end))
            }
            place(forms, Span(offset, end), region, surface.line)
            next += 1
            offset = skippingSpace(end, span.end)
        }
        return nil
    }

    private func skippingSpace(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end {
            let (glyph, length) = CharacterClass.decode(text, at: offset)
            guard glyph.kind == .space else { break }
            offset += length
        }
        return offset
    }

    /// The end of a form that stands at an offset. White space inside a form matches any white space or none.
    private func match(_ form: String, _ start: Int, _ limit: Int) -> Int? {
        var offset = start
        for byte in form.utf8 {
            if byte == 0x20 {
                offset = skippingSpace(offset, limit)
                continue
            }
            guard offset < limit, text[offset] == byte else { return nil }
            offset += 1
        }
        return offset > start ? offset : nil
    }

    /// The words of a multiword token divide its span. Where a word is not what is written (`will not` for `won't`), each
    /// takes the characters that it shares with the text at its place, one at least, and the last takes the rest.
    private mutating func place(_ forms: [String], _ span: Span, _ region: Int, _ line: Int) {
        var start = span.start
        for (index, form) in forms.enumerated() {
            var end = span.end
            if index < forms.count - 1 {
                let left = forms.count - 1 - index
                end = start
                for byte in form.utf8 where end < span.end - left && text[end] == byte { end += 1 }
                end = min(max(end, start + 1), max(span.end - left, start))
                while end < span.end, text[end] & 0xC0 == 0x80 { end += 1 }
            }
            places.append(WordPlace(span: Span(start, end), region: region, line: line))
            start = end
        }
    }

    /// What the report has there, for the message.
    private func excerpt(_ start: Int, _ end: Int) -> String {
        var stop = min(start + 30, end)
        while stop > start, stop < end, text[stop] & 0xC0 == 0x80 { stop -= 1 }
        return String(decoding: text[start..<stop], as: UTF8.self)
    }
}
