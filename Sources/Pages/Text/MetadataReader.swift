import Reports

/// Reads lines, and beginnings of paragraphs, that only say when a report was published or changed.
struct MetadataReader {
    struct Found {
        /// The metadata without white space around it.
        var span: Span
        var date: DateReader.Found?
        /// Whether the words say that the date is of a change.
        var isUpdate: Bool
        /// The first lexeme after the metadata; nil if the line has nothing more.
        var bodyStart: Int?
        /// The outlet, if its masthead stands there.
        var outlet: Span?
    }

    let lexemes: [Lexeme]

    func metadata() -> Found? { timeLine() ?? masthead() ?? section() }

    /// `QUAY COURIER — Saturday, 17 December 2011`, `Quay Courier, issue 2,114`.
    private func masthead() -> Found? {
        guard let mark = lexemes.firstIndex(where: { $0.kind == .mark }), mark > 0, mark + 1 < lexemes.count,
            lexemes[mark].isDash || [",", "|", "•", "·", ":"].contains(lexemes[mark].text),
            Outlets.isNamed(lexemes[..<mark]) || lexemes[..<mark].allSatisfy(\.isCapital)
        else { return nil }
        let rest = Array(lexemes[(mark + 1)...])
        let outlet = Span(lexemes[0].span.start, lexemes[mark - 1].span.end)
        let span = Span(lexemes[0].span.start, lexemes[lexemes.count - 1].span.end)
        let isIssue =
            rest.count <= 8 && ["issue", "vol", "volume", "edition", "no"].contains(rest[0].text)
            && rest.contains { $0.kind == .number }
        let found = MetadataReader(lexemes: rest).timeLine()
        guard isIssue || Outlets.isNamed(lexemes[..<mark]) && found?.date?.year != nil && found?.bodyStart == nil else {
            return nil
        }
        return Found(span: span, date: found?.date, isUpdate: false, bodyStart: nil, outlet: outlet)
    }

    /// `Section: Talks`.
    private func section() -> Found? {
        guard lexemes.count > 2, lexemes.count <= 8, lexemes[1].text == ":",
            ["section", "category", "desk", "edition", "location", "language", "rubric"].contains(lexemes[0].text)
        else { return nil }
        let span = Span(lexemes[0].span.start, lexemes[lexemes.count - 1].span.end)
        return Found(span: span, date: nil, isUpdate: false, bodyStart: nil)
    }

    /// A line of labels, dates and clocks; or such words before a sentence that they are glued to.
    private func timeLine() -> Found? {
        let reader = DateReader(lexemes: lexemes)
        var index = 0
        var end = 0
        var published: DateReader.Found?
        var updated: DateReader.Found?
        var hasLabel = false
        var hasClock = false
        var isUpdate = false
        while index < lexemes.count {
            let lexeme = lexemes[index]
            if let date = reader.date(at: index) {
                if isUpdate { updated = updated ?? date } else { published = published ?? date }
                index = date.next
            } else if isClock(index) {
                hasClock = true
                index += 1
            } else if Self.labels.contains(lexeme.text) {
                hasLabel = true
                isUpdate =
                    ["updated", "modified", "edited", "update"].contains(lexeme.text)
                    || isUpdate && lexeme.text != "published"
                index += 1
            } else if readingTime(index) {
                hasLabel = true
                index += 3
            } else if Self.links.contains(lexeme.text) || hasClock && Self.zones.contains(lexeme.text)
                || lexeme.kind == .mark && Self.marks.contains(lexeme.text)
            {
                index += 1
                continue
            } else {
                break
            }
            end = index
        }
        if index < lexemes.count, isPoster(index) {
            index = lexemes.count
            end = index
        }
        let date = published ?? updated
        guard end > 0, date != nil || index == lexemes.count && hasLabel && hasClock else {
            return readingTimeOnly(end, index)
        }
        let found = Found(
            span: Span(lexemes[0].span.start, lexemes[end - 1].span.end), date: date,
            isUpdate: published == nil && updated != nil, bodyStart: nil)
        if index == lexemes.count { return hasBody(found) }
        return glued(found, hasLabel, index)
    }

    /// The rest is a text of its own only if a label or a whole date stands before it and it begins like a sentence.
    private func glued(_ found: Found, _ hasLabel: Bool, _ index: Int) -> Found? {
        var found = found
        let next = lexemes[index]
        guard found.date?.year != nil, lexemes.count - index >= 4, next.isCapital || next.text == "\"",
            lexemes[index - 1].text != ",", !Self.links.contains(lexemes[index - 1].text),
            hasLabel || !Self.isWeekdayOrMonth(lexemes[0])
        else { return nil }
        found.bodyStart = next.span.start
        return found
    }

    /// `… by admin` at the end of a line.
    private func isPoster(_ index: Int) -> Bool {
        lexemes[index].text == "by" && lexemes.count - index <= 4
            && lexemes[(index + 1)...].allSatisfy { $0.kind == .word }
    }

    private func hasBody(_ found: Found) -> Found? { found.date != nil || lexemes.count > 2 ? found : nil }

    private func readingTimeOnly(_ end: Int, _ index: Int) -> Found? {
        guard index == lexemes.count, end > 0, lexemes.count == 3, readingTime(0) else { return nil }
        return Found(
            span: Span(lexemes[0].span.start, lexemes[2].span.end), date: nil, isUpdate: false, bodyStart: nil)
    }

    /// `5 min read`.
    private func readingTime(_ index: Int) -> Bool {
        index + 2 < lexemes.count && lexemes[index].kind == .number
            && ["min", "mins", "minute", "minutes"].contains(lexemes[index + 1].text)
            && lexemes[index + 2].text == "read"
    }

    private func isClock(_ index: Int) -> Bool {
        let lexeme = lexemes[index]
        guard lexeme.kind == .number else { return false }
        if lexeme.text.utf8.contains(UInt8(ascii: ":")) { return true }
        if lexeme.text.hasSuffix("am") || lexeme.text.hasSuffix("pm") || lexeme.text.hasSuffix("h") { return true }
        guard index + 1 < lexemes.count else { return false }
        return ["am", "pm", "a.m", "p.m", "hrs", "hours", "gmt", "utc"].contains(lexemes[index + 1].text)
    }

    private static func isWeekdayOrMonth(_ lexeme: Lexeme) -> Bool { DateReader.weekdays.contains(lexeme.text) }

    private static let labels: Set<String> = [
        "published", "updated", "posted", "modified", "date", "created", "issued", "released", "edited", "update",
        "publication", "filed", "dated", "uploaded",
    ]
    private static let links: Set<String> = [
        "last", "first", "on", "at", "time", "and", "of", "online", "print", "edition",
    ]
    private static let marks: Set<String> = [":", "|", "-", "--", "•", "·", ",", ".", "(", ")", "/", "[", "]"]
    private static let zones: Set<String> = [
        "am", "pm", "a.m", "p.m", "gmt", "utc", "ist", "est", "edt", "pst", "pdt", "cet", "cest", "eat", "bst", "msk",
        "wat", "cat", "sast", "pkt", "trt", "aest", "hrs", "hours", "et", "local", "time", "ct", "pt", "jst", "kst",
    ]
}
