import Reports

/// Reads the dateline at the start of a paragraph: place, date and agency in the orders that newsrooms use.
///
/// `LIMA, May 2:`, `NAIROBI (AP) —`, `YEREVAN, Nov 2 (Reuters) -`, `Addis Ababa, March 4, 2021 (ENA)`, `BOGOTÁ | 3 May`.
struct DatelineReader {
    struct Found {
        var dateline: Report.Dateline
        var date: DateReader.Found?
        /// The words in brackets.
        var agency: Span?
        /// Where the text after the dateline begins; nil if the dateline is all there is.
        var bodyStart: Int?
    }

    /// How sure the surroundings are that a dateline stands here.
    enum Position {
        /// The first paragraph of the body: a bare place will do.
        case opening
        /// One of the next, where a summary opens the body: a bare place in capitals will do.
        case early
        /// A later one: a date or an agency must show it.
        case inner
    }

    let lexemes: [Lexeme]

    func dateline(at start: Int, _ position: Position) -> Found? {
        guard start < lexemes.count else { return nil }
        let place = place(at: start)
        var index = place?.next ?? start
        var date: DateReader.Found?
        var agency: Span?
        var hasBar = false
        // Parts after the place, in any order.
        while index < lexemes.count {
            if date == nil, let found = dateAfterMark(index) {
                date = found.date
                hasBar = hasBar || found.isBar
                index = found.date.next
                if index < lexemes.count, lexemes[index].text == ")", lexemes[index - 1].span.end > 0, found.isBracketed
                {
                    index += 1
                }
            } else if agency == nil, let found = bracketed(index) {
                agency = found.span
                index = found.next
            } else {
                break
            }
        }
        guard date != nil || agency != nil || place != nil else { return nil }
        let separator = separator(at: index)
        let evidence = Evidence(
            place: place, date: date, hasAgency: agency != nil, separator: separator.kind, next: separator.next,
            hasBar: hasBar)
        guard accepts(evidence, position), let last = lexemes[..<separator.next].last else { return nil }
        let span = Span(lexemes[start].span.start, last.span.end)
        let body = separator.next < lexemes.count ? lexemes[separator.next].span.start : nil
        return Found(
            dateline: Report.Dateline(span: span, place: place?.span, date: date?.span), date: date, agency: agency,
            bodyStart: body)
    }

    private struct Evidence {
        var place: Place?
        var date: DateReader.Found?
        var hasAgency: Bool
        var separator: Separator
        /// Index of the first lexeme of the body.
        var next: Int
        var hasBar: Bool
    }

    private func accepts(_ evidence: Evidence, _ position: Position) -> Bool {
        let isWhole = evidence.next >= lexemes.count
        if !isWhole, !startsSentence(evidence.next) { return false }
        guard let place = evidence.place else {
            // `(AP) —`, `Nov. 2 (UPI) --`.
            return evidence.hasAgency && evidence.separator == .dash && position == .opening
        }
        if evidence.separator == .stop {
            // `LIMA. The …`, `Lima, 6 May 2003. The …`.
            return position == .opening && !isWhole
                && (place.isUpper && place.letters >= 4 || evidence.date?.year != nil)
        }
        if evidence.date != nil {
            return evidence.separator != .none || evidence.hasAgency || isWhole || place.isUpper
        }
        if evidence.hasAgency { return evidence.separator != .none && (place.isUpper || position == .opening) }
        guard position == .opening || position == .early && place.isUpper, !isWhole, evidence.separator != .none,
            !Self.labels.contains(place.firstWord)
        else {
            return false
        }
        if evidence.separator == .dash, !lexemes[evidence.next - 1].spaceBefore { return false }
        return place.isUpper ? place.letters >= 4 : place.words <= 2 && place.letters >= 4
    }

    private func startsSentence(_ index: Int) -> Bool {
        let lexeme = lexemes[index]
        return lexeme.isCapital || lexeme.kind == .number || ["\"", "'", "(", "[", "-"].contains(lexeme.text)
    }

    // MARK: parts

    private struct Place {
        var span: Span
        var next: Int
        var isUpper: Bool
        var words: Int
        var letters: Int
        var firstWord: String
    }

    /// `PORT SARN`, `LUGANO, Switzerland`, `KABUL/DOHA`, `Santa Cruz de la Sierra`.
    private func place(at start: Int) -> Place? {
        var index = start
        var last: Int?
        var words = 0
        var letters = 0
        var isUpper = true
        var segments = 0
        var segmentWords = 0
        // The city; a region or country after the comma is no part of the place's name.
        var cityEnd = start
        while index < lexemes.count, words < 7 {
            let lexeme = lexemes[index]
            if lexeme.kind == .word, lexeme.isCapital, !isCalendar(index) {
                if segmentWords == 4 { return nil }
                if segments == 0 {
                    isUpper = isUpper && lexeme.isUpper
                    letters += lexeme.span.length
                    cityEnd = index
                }
                last = index
                words += 1
                segmentWords += 1
                index += 1
                if index < lexemes.count, lexemes[index].text == ".", !lexemes[index].spaceBefore,
                    lexeme.span.length <= 4 || isCalendar(index + 1)
                {
                    index += 1
                }
            } else if last != nil, segmentWords > 0, let next = afterParticles(index) {
                index = next
            } else if last != nil, segments < 2, [",", "/"].contains(lexeme.text), index + 1 < lexemes.count,
                lexemes[index + 1].kind == .word, lexemes[index + 1].isCapital, !isCalendar(index + 1)
            {
                segments += 1
                segmentWords = 0
                index += 1
            } else {
                break
            }
        }
        guard let last else { return nil }
        return Place(
            span: Span(lexemes[start].span.start, lexemes[cityEnd].span.end), next: last + 1, isUpper: isUpper,
            words: words, letters: letters, firstWord: lexemes[start].text)
    }

    /// The capitalised word after `de`, `de la`.
    private func afterParticles(_ start: Int) -> Int? {
        var index = start
        while index < lexemes.count, index < start + 2, Self.particles.contains(lexemes[index].text) { index += 1 }
        return index > start && index < lexemes.count && lexemes[index].isCapital ? index : nil
    }

    private func isCalendar(_ index: Int) -> Bool {
        guard index < lexemes.count else { return false }
        let text = lexemes[index].text
        // A place may be called March or May; before a number it is the month.
        if DateReader.months[text] != nil {
            let next = index + 1 < lexemes.count && lexemes[index + 1].text == "." ? index + 2 : index + 1
            let isNumbered = next < lexemes.count && lexemes[next].kind == .number
            return isNumbered || index > 0 && lexemes[index - 1].kind == .number
        }
        return DateReader.weekdays.contains(text) && text.utf8.count > 3
    }

    private func dateAfterMark(_ start: Int) -> (date: DateReader.Found, isBar: Bool, isBracketed: Bool)? {
        var index = start
        var isBar = false
        var isBracketed = false
        while index < lexemes.count, index < start + 2,
            [",", "|", "(", ".", "•", "·", "-", ";"].contains(lexemes[index].text)
        {
            isBar = isBar || lexemes[index].text == "|"
            isBracketed = isBracketed || lexemes[index].text == "("
            index += 1
        }
        let reader = DateReader(lexemes: lexemes)
        return reader.date(at: index).map { ($0, isBar, isBracketed) }
    }

    /// `(AP)`, `, (Alpine Wire)`, `/Interfax/`, `[Saba]`: at most five capitalised words.
    private func bracketed(_ start: Int) -> (span: Span, next: Int)? {
        var index = start
        if lexemes[index].text == ",", index + 1 < lexemes.count { index += 1 }
        let closers = ["(": ")", "[": "]", "/": "/"]
        guard let closer = closers[lexemes[index].text] else { return nil }
        var end = index + 1
        while end < lexemes.count, end - index <= 6, lexemes[end].text != closer {
            guard lexemes[end].isCapital || ["/", "-", "&", "the", "of", "and"].contains(lexemes[end].text) else {
                return nil
            }
            end += 1
        }
        guard end > index + 1, end < lexemes.count, lexemes[end].text == closer else { return nil }
        return (Span(lexemes[index + 1].span.start, lexemes[end - 1].span.end), end + 1)
    }

    private enum Separator { case none, colon, dash, stop }

    private func separator(at start: Int) -> (kind: Separator, next: Int) {
        var index = start
        var kind = Separator.none
        while index < lexemes.count, index < start + 3 {
            let lexeme = lexemes[index]
            if lexeme.isDash {
                kind = .dash
            } else if lexeme.text == ":" {
                kind = kind == .none ? .colon : kind
            } else if lexeme.text == "|" || lexeme.text == "•" {
                kind = .dash
            } else if lexeme.text != ".", lexeme.text != "," {
                break
            }
            index += 1
        }
        if kind != .none { return (kind, index) }
        // A comma alone separates nothing.
        if index == start + 1, lexemes[start].text == "." { return (.stop, index) }
        return (.none, index < lexemes.count ? start : index)
    }

    private static let particles: Set<String> = [
        "de", "del", "la", "el", "al", "of", "the", "upon", "sur", "do", "da", "on",
    ]

    /// Words that open a line before a colon or dash and are no place.
    private static let labels: Set<String> = [
        "analysis", "answer", "breaking", "commentary", "correction", "editorial", "exclusive", "explained",
        "explainer",
        "factbox", "interview", "live", "note", "opinion", "photo", "photos", "podcast", "question", "report", "review",
        "summary", "timeline", "update", "updated", "video", "watch", "warning", "editor's", "q", "a", "background",
        "image", "source", "sources", "caption", "by", "read", "also", "related", "tags", "topics", "advertisement",
        "moderator", "interviewer", "host", "reporter", "published", "posted", "date", "key", "newsletter",
    ]
}
