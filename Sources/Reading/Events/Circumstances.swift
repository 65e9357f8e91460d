import Language
import Reports

/// The times, places and quantities of a report, with their words.
struct Circumstances: Sendable {
    var times: [TimeMention]
    var places: [Place]
    var placeMentions: [PlaceMention]
    var numbers: [Quantity]

    /// Settles which times and places are those of events and statements, once these are known.
    ///
    /// - Returns: the statements with the times at which they were made.
    mutating func bind(to events: [Event], _ statements: [Statement], in analysis: Analysis) -> [Statement] {
        for event in events {
            if let time = event.time { setRole(.event, ofTime: time) }
            guard let place = event.place else { continue }
            bindPlace(place, to: event, in: analysis)
        }
        return statements.map { statement in
            guard statement.time == nil, let time = time(of: statement, in: analysis) else { return statement }
            setRole(.statement, ofTime: time)
            var timed = statement
            timed.time = time
            return timed
        }
    }

    private mutating func setRole(_ role: TimeExpression.Role, ofTime id: Identifier) {
        for index in times.indices
        where times[index].expression.id == id && times[index].expression.role == .mentioned {
            times[index].expression.role = role
        }
    }

    private mutating func bindPlace(_ id: Identifier, to event: Event, in analysis: Analysis) {
        let sentence = analysis.sentence(of: event.trigger).span
        guard let index = places.firstIndex(where: { $0.id == id }) else { return }
        for use in places[index].uses.indices
        where sentence.contains(places[index].uses[use].at.span) && places[index].uses[use].event == nil
            && places[index].uses[use].role == .event
        {
            places[index].uses[use].event = event.id
        }
    }

    /// The time of the clause that attributes: it hangs on the cue, and stands in no content of the statement.
    private func time(of statement: Statement, in analysis: Analysis) -> Identifier? {
        guard statement.kind != .narration else { return nil }
        let cues = statement.source.cues.map { analysis.tokens(in: $0.span) }.filter { !$0.isEmpty }
        for mention in times where !mention.tokens.isEmpty {
            guard let at = mention.expression.at, mention.expression.kind == .date || mention.expression.kind == .clock,
                !statement.content.contains(where: { $0.span.overlaps(at.span) })
            else { continue }
            let head = analysis.head(of: mention.tokens)
            let isOfCue = cues.contains { cue in
                let verb = analysis.head(of: cue)
                return analysis.tokens[head].head == verb
                    || mention.tokens.lowerBound == cue.upperBound
                    || mention.tokens.lowerBound == cue.upperBound + 1
                        && analysis.tokens[cue.upperBound].upos == .adp
            }
            if isOfCue { return mention.expression.id }
        }
        return nil
    }
}
