import Language
import Reports

/// Reads the times of a report: expressions in its sentences, the day of publication and the dateline's date.
///
/// The grammar covers what TIMEX3 (TimeML 1.2.1) covers. Values are EDTF; what is reckoned and not written is inferred,
/// with the rule and the times it was reckoned from.
struct TimeReader: Sendable {
    /// A year that the report itself does not give, concluded from other evidence.
    struct InferredYear: Hashable, Sendable {
        var year: Int
        var rule: String
        /// Times of other reports that it was concluded from.
        var anchors: [Identifier]
    }

    init() {}

    /// All times in text order.
    func read(_ analysis: Analysis, year: InferredYear? = nil) -> [TimeMention] {
        let stamps = stamps(of: analysis.report, year)
        let publication = stamps.first { $0.expression.role == .publication }
        var resolver = TimeResolver(publication: publication?.value.singleDay)
        let tense = TenseFinder(analysis)
        var found: [TimeMention] = []
        var phrases: [TimePhrase] = []
        var text = analysis.report.text
        text.withUTF8 { bytes in
            for sentence in analysis.sentences {
                let words = TimeLexer.words(of: bytes, in: sentence.span)
                for phrase in TimeGrammar(words).phrases() {
                    let span = Span(
                        words[phrase.core.lowerBound].span.start, words[phrase.core.upperBound - 1].span.end)
                    let tokens = analysis.tokens(touching: span, in: sentence.tokens)
                    let head = tokens.isEmpty ? sentence.tokens.lowerBound : analysis.head(of: tokens)
                    let resolution = resolver.resolve(phrase, tense: tense.tense(at: head, after: phrase.lead))
                    let next = phrase.core.upperBound < words.count ? words[phrase.core.upperBound].text : ""
                    found.append(
                        mention(
                            phrase, resolution, span, tokens, before: next, in: analysis.report, publication, found))
                    phrases.append(phrase)
                }
            }
        }
        EventAnchoring(analysis).resolve(&found, phrases)
        let conditions = ConditionFinder(analysis).conditions()
        return (stamps + found + conditions).sorted { order($0) < order($1) }
    }

    /// Text order; a user's own date, which has no place, comes first.
    private func order(_ mention: TimeMention) -> (Int, Int) {
        guard let at = mention.expression.at else { return (-1, 0) }
        return (at.span.start, -at.span.end)
    }

    private func mention(
        _ phrase: TimePhrase, _ resolution: TimeResolver.Resolution, _ span: Span, _ tokens: Range<Int>,
        before next: String, in report: Report, _ publication: TimeMention?, _ earlier: [TimeMention]
    ) -> TimeMention {
        var value = resolution.value
        var anchors: [Identifier] = []
        if resolution.usesPublication, let publication { anchors.append(publication.expression.id) }
        let anchor = resolution.anchor.map { earlier[$0] }
        if let anchor { anchors.append(anchor.expression.id) }
        var role = Self.role(phrase, value, next, publication?.value.singleDay)
        if case .then = phrase.meaning, anchor?.expression.role == .deadline {
            role = .deadline
            value = anchor?.value ?? value
        }
        let (earliest, latest) = value.bounds
        var direction: TimeExpression.Direction?
        if case .reference(let pointed) = value { direction = pointed }
        let isDeadline = role == .deadline
        let edtf = value.edtf.map { isDeadline && !$0.utf8.contains(UInt8(ascii: "/")) ? "../" + $0 : $0 }
        let expression = TimeExpression(
            id: Identifier(.time, report.id.rawValue, "\(span.start)-\(span.end)"), at: report.evidence(span),
            value: edtf, earliest: isDeadline ? nil : earliest?.text, latest: latest?.text, kind: value.kind,
            direction: direction, role: role, anchors: anchors, basis: resolution.basis)
        return TimeMention(expression: expression, tokens: tokens, value: value, lead: phrase.lead)
    }

    private static func role(
        _ phrase: TimePhrase, _ value: TimeValue, _ next: String, _ publication: CalendarDay?
    ) -> TimeExpression.Role {
        let latest = value.bounds.1
        switch value {
        case .reference, .set: return .mentioned
        case .duration, .unresolved: return phrase.lead == "within" ? .deadline : .mentioned
        default: break
        }
        let isAhead = publication.map { publication in latest.map { $0 >= publication } ?? true } ?? true
        if next == "deadline" || next == "ultimatum" { return .deadline }
        if let lead = phrase.lead, ["by", "until", "till", "before"].contains(lead), isAhead { return .deadline }
        if let latest, let publication, publication - latest > 120 { return .history }
        if isOfAnEarlierYear(phrase.meaning) { return .history }
        return .mentioned
    }

    /// "August last year", "two years ago": long past whatever the year of publication is.
    private static func isOfAnEarlierYear(_ meaning: TimeMeaning) -> Bool {
        switch meaning {
        case .monthOfYear(_, let shift), .unitShift(.year, let shift): shift < 0
        case .season(_, let shift?): shift < 0
        case .fromNow(let amount, let sign): sign < 0 && [.year, .decade, .century].contains(amount.unit)
        case .yearsAway(_, let years): years < 0
        case .part(_, let whole): isOfAnEarlierYear(whole)
        default: false
        }
    }

    // MARK: What the report's frame says

    private func stamps(of report: Report, _ inferred: InferredYear?) -> [TimeMention] {
        var stamps: [TimeMention] = []
        guard let date = report.date else { return stamps }
        let year = date.year ?? inferred?.year
        let value: TimeValue =
            year.flatMap { CalendarDay(exactly: $0, date.month, date.day) }.map { .day($0) }
            ?? .dayOfYear(month: date.month, day: date.day)
        let isInferred = date.year == nil && inferred != nil
        let basis = isInferred ? inferred.map { .inferred(rule: $0.rule) } ?? date.basis : date.basis
        func stamp(_ role: TimeExpression.Role, _ span: Span?, basis: Basis) -> TimeMention {
            let (earliest, latest) = value.bounds
            let place = span.map { "\($0.start)-\($0.end)" } ?? "stated"
            let expression = TimeExpression(
                id: Identifier(.time, report.id.rawValue, role.rawValue, place), at: span.map { report.evidence($0) },
                value: value.edtf, earliest: earliest?.text, latest: latest?.text, kind: .date, role: role,
                anchors: isInferred ? inferred?.anchors ?? [] : [], basis: basis)
            return TimeMention(expression: expression, tokens: 0..<0, value: value)
        }
        stamps.append(stamp(.publication, date.at, basis: basis))
        if let dateline = report.dateline?.date {
            // The dateline's year is that of publication unless it is written there.
            let isStated = date.at == dateline && date.year != nil || date.year == nil && inferred == nil
            stamps.append(
                stamp(
                    .dateline, dateline,
                    basis: isStated ? date.basis : isInferred ? basis : .inferred(rule: "year-of-publication")))
        }
        return stamps
    }
}

extension Analysis {
    /// The tokens of a range that share a byte with a span.
    func tokens(touching span: Span, in range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        while low < range.upperBound, tokens[low].span.end <= span.start { low += 1 }
        var high = low
        while high < range.upperBound, tokens[high].span.start < span.end { high += 1 }
        return low..<high
    }
}
