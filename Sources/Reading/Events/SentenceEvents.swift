import Language
import Reports

/// Makes the record of an event: its words, and the place and time of its own clause.
struct SentenceEvents {
    let analysis: Analysis
    private let circumstances: Circumstances
    private let clauses: ClauseView

    init(_ analysis: Analysis, _ circumstances: Circumstances) {
        self.analysis = analysis
        self.circumstances = circumstances
        clauses = ClauseView(analysis)
    }

    func event(_ candidate: EventCandidate, statement: Identifier) -> Event {
        let words = candidate.words
        let place = place(of: words)
        let time = time(of: words)
        let evidence = evidence(of: candidate)
        var reality = candidate.reality.reality
        if reality == .actual, time?.expression.role == .history { reality = .historical }
        var parts = [
            analysis.report.id.rawValue, candidate.kind.rawValue, "\(evidence.span.start)-\(evidence.span.end)",
        ]
        parts.append("\(analysis.tokens[words.trigger].span.start)")
        return Event(
            id: Identifier(.event, parts), report: analysis.report.id, statement: statement, kind: candidate.kind,
            mode: candidate.mode, contexts: candidate.contexts, reality: reality,
            actors: candidate.parties.actors, recipients: candidate.parties.recipients, place: place?.place,
            time: time?.expression.id, readings: candidate.readings, evidence: [evidence],
            basis: candidate.rule.map { .inferred(rule: $0) } ?? .stated, trigger: words.trigger)
    }

    /// From the first to the last word of the event: its trigger, what its row asks for, its parties, and what it promises
    /// or demands.
    private func evidence(of candidate: EventCandidate) -> Evidence {
        let words = candidate.words
        let sentence = analysis.sentence(of: words.trigger).span
        var span = analysis.tokens[words.trigger].span
        let hosts = [words.trigger, words.object].compactMap { $0 }
        for word in hosts + [words.oblique].compactMap({ $0 }) { span = span.union(analysis.tokens[word].span) }
        let parties = candidate.parties.actors + (candidate.areRecipientsElsewhere ? [] : candidate.parties.recipients)
        for participant in parties where sentence.contains(participant.at.span) {
            span = span.union(participant.at.span)
        }
        guard EventGovernance.performative.contains(candidate.kind) else { return analysis.report.evidence(span) }
        for complement in hosts.flatMap({ analysis.children(of: $0, .openComplement, .complement, .adnominalClause) })
        where complement > words.trigger {
            let extent = analysis.extent(of: complement) { analysis.tokens[$0].relation == .adverbClause }
            if extent.count <= 40 { span = span.union(analysis.span(of: extent)) }
        }
        return analysis.report.evidence(span)
    }

    /// The first place of the clause that the event's word, its object or its parties hold with a locative preposition.
    private func place(of words: EventWords) -> PlaceMention? {
        circumstances.placeMentions.first { mention in
            guard let head = mention.head, mention.use.role == .event || mention.use.role == .destination else {
                return false
            }
            return belongs(head, to: words)
        }
    }

    /// The first dated time of the clause, or else the first that only points.
    private func time(of words: EventWords) -> TimeMention? {
        let own = circumstances.times.filter { mention in
            guard let first = mention.tokens.first else { return false }
            switch mention.expression.kind {
            case .duration, .set: return false
            default: break
            }
            return mention.expression.role != .deadline && belongs(analysis.head(of: mention.tokens), to: words)
                && !followsReportingVerb(first)
        }
        return own.first { $0.expression.kind != .reference } ?? own.first
    }

    private func belongs(_ token: Int, to words: EventWords) -> Bool {
        let sentence = analysis.sentenceOfToken[words.trigger]
        guard analysis.sentenceOfToken[token] == sentence else { return false }
        if clauses.isInClause(token, of: words.trigger) { return true }
        guard !clauses.isVerb(words.trigger), let verb = analysis.tokens[words.trigger].head, clauses.isVerb(verb),
            [.subject, .passiveSubject, .object, .oblique].contains(analysis.tokens[words.trigger].relation)
        else { return false }
        // "Talks took place in": the noun's verb says where and when.
        return clauses.isInClause(token, of: verb)
    }

    /// "…, officials said Thursday": the day of the saying, whatever the tree hangs it on.
    private func followsReportingVerb(_ token: Int) -> Bool {
        var before = token - 1
        while before >= 0, analysis.tokens[before].upos == .adp { before -= 1 }
        guard before >= 0, analysis.sentenceOfToken[before] == analysis.sentenceOfToken[token] else { return false }
        return ["say", "tell", "report", "add", "announce", "state", "quote", "confirm", "write", "disclose", "reveal"]
            .contains(analysis.tokens[before].lemma)
    }
}
