import Language
import Lexicon
import Reports

/// Outcome, agenda, confirmations, and what else a party admits, hopes or accuses.
extension FindingReader {
    func results() -> [Finding] { unique(outcomes()) + unique(agenda()) + confirmations() }

    // MARK: Outcome

    /// A word of success or failure said of the talks or of the parties.
    private func outcomes() -> [Finding] {
        context.terms.compactMap { hit in
            guard hit.slot == .outcome, var result = Finding.Result(rawValue: hit.value) else { return nil }
            let predicate = context.predicate(of: hit.head)
            guard isAboutTalks(hit, predicate), !context.isUnreal(predicate), !isWish(hit.head) else { return nil }
            if context.isNegated(hit.head) || (hit.head != predicate && context.isNegated(predicate)) {
                result = result == .none ? .unknown : .none
            }
            let words = context.clause(of: predicate)
            guard var found = finding(.outcome, at: hit.head, words: [words], value: words) else { return nil }
            found.result = result
            return found
        }
    }

    private func isAboutTalks(_ hit: TermHit, _ predicate: Int) -> Bool {
        let analysis = context.analysis
        if context.isTalks(analysis.tokens[hit.head].head) && analysis.tokens[hit.head].relation == .adjective {
            return true
        }
        guard let subject = context.subject(of: predicate) else { return false }
        if context.isTalks(subject) { return true }
        // A party's success or failure counts only where the word itself is of talks: a phrase, or an agreement.
        guard hit.partOfSpeech == .phrase, party(of: context.actor(at: subject)) != nil else { return false }
        return true
    }

    /// Inside a demand, a hope or a plan nothing has come about.
    private func isWish(_ token: Int) -> Bool {
        guard let statement = context.statement(at: token) else { return false }
        switch statement.act {
        case .demand, .request, .offer, .hope, .fear, .promise, .threaten, .warn, .urge, .ask: return true
        default: return statement.certainty != .certain
        }
    }

    // MARK: Agenda

    private func agenda() -> [Finding] {
        context.terms.compactMap { hit in
            switch (hit.slot, hit.partOfSpeech) {
            case (.agenda, .phrase): return topic(hit)
            case (.talks, .noun): return subject(of: hit)
            case (.talks, .verb): return discussed(hit)
            default: return nil
            }
        } + purposes()
    }

    /// "X was at the heart of the meeting"
    private func topic(_ hit: TermHit) -> Finding? {
        let predicate = context.predicate(of: hit.head)
        guard let subject = context.subject(of: predicate), context.actor(at: subject) == nil, concerns(hit, predicate)
        else { return nil }
        let words = context.clause(of: predicate)
        return agendaFinding(.topic, words: words, value: context.bare(subject), at: predicate)
    }

    /// "talks on X", "negotiations over X"
    private func subject(of hit: TermHit) -> Finding? {
        guard let topic = context.prepositional(of: hit.head, "on", "about", "over", "regarding", "concerning"),
            context.actor(at: topic) == nil, Self.isMatter(context.analysis.tokens[topic])
        else { return nil }
        return agendaFinding(.topic, words: context.bare(topic), value: context.bare(topic), at: topic)
    }

    /// "they discussed X"
    private func discussed(_ hit: TermHit) -> Finding? {
        guard context.lemma(hit.head) == "discuss", !context.isUnreal(hit.head),
            let object = context.undergoer(of: hit.head), Self.isMatter(context.analysis.tokens[object]),
            party(of: context.actor(at: context.doer(of: hit.head))) != nil
        else { return nil }
        return agendaFinding(.topic, words: context.bare(object), value: context.bare(object), at: object)
    }

    private static func isMatter(_ token: Token) -> Bool { token.upos == .noun || token.upos == .verb }

    private func concerns(_ hit: TermHit, _ predicate: Int) -> Bool {
        let words = context.clause(of: predicate)
        return words.contains { context.isTalks($0) } || hit.tokens.contains { context.isTalks($0) }
    }

    /// "the reason for the talks was to …", "the aim of the meeting is …"
    private func purposes() -> [Finding] {
        let analysis = context.analysis
        return analysis.tokens.indices.compactMap { noun in
            guard ["reason", "aim", "purpose", "goal", "objective", "object", "point"].contains(context.lemma(noun)),
                analysis.tokens[noun].upos == .noun
            else { return nil }
            let predicate = context.predicate(of: noun)
            let words = context.clause(of: predicate)
            guard analysis.subtree(of: noun).contains(where: { context.isTalks($0) }), predicate != noun else {
                return nil
            }
            return agendaFinding(.purpose, words: words, value: words, at: predicate)
        }
    }

    private func agendaFinding(_ aspect: Finding.Aspect, words: Range<Int>, value: Range<Int>, at token: Int)
        -> Finding?
    {
        let source = context.statement(at: token)?.source.actor
        var found = finding(
            .agenda, at: token, words: [words], value: value, actor: party(of: source) == nil ? nil : source)
        found?.aspect = aspect
        return found
    }

    // MARK: Confirmations

    /// A party that confirms the meeting, or tells of it in its own words; and nouns of confirmation.
    private func confirmations() -> [Finding] {
        let meetings = context.events.filter { event in
            event.kind == .consult && (event.actors + event.recipients).contains { party(of: $0.actor) != nil }
        }
        var found: [Finding] = context.statements.compactMap { statement in
            guard statement.depth > 0, let actor = statement.source.actor, party(of: actor) != nil else { return nil }
            guard meetings.contains(where: { $0.statement == statement.id }) || isConfirmation(statement) else {
                return nil
            }
            var finding = Finding(
                slot: .confirmations, actor: actor, statement: statement.id, evidence: statement.content, basis: .stated
            )
            finding.event = meetings.first { $0.statement == statement.id }?.id
            if statement.act == .deny || statement.polarity == .negative { finding.stance = .denies }
            return finding
        }
        for hit in context.terms where hit.slot == .confirmation && hit.partOfSpeech == .noun {
            let verb = context.predicate(of: hit.head)
            let giver =
                context.prepositional(of: verb, "from", "by") ?? context.prepositional(of: hit.head, "from", "by")
                ?? context.analysis.child(of: hit.head, .possessive)
            guard let giver, let actor = context.actor(at: giver), party(of: actor) != nil else { continue }
            let parts = [context.phrase(of: hit.head), verb..<verb + 1, context.bare(giver)]
            let words = parts.map(\.lowerBound).min()!..<parts.map(\.upperBound).max()!
            guard let finding = finding(.confirmations, at: hit.head, words: [words], value: words, actor: actor)
            else { continue }
            found.append(finding)
        }
        return found
    }

    /// "confirmed the talks", "denied that they had met"
    private func isConfirmation(_ statement: Statement) -> Bool {
        guard statement.act == .confirm || statement.act == .deny else { return false }
        return statement.content.contains { piece in
            context.analysis.tokens(in: piece.span).contains { token in
                context.isTalks(token)
                    || context.terms.contains { $0.slot == .talks && $0.partOfSpeech == .verb && $0.head == token }
            }
        }
    }

    // MARK: What else is said

    /// Admissions, hopes, accusations and the like by a party, beyond the slots.
    func others(besides findings: [Finding]) -> [Finding] {
        let used = Set(findings.map(\.statement))
        return context.statements.compactMap { statement in
            guard statement.depth > 0, !used.contains(statement.id), let actor = statement.source.actor else {
                return nil
            }
            guard context.holders(of: statement).contains(where: { party(of: $0.source.actor) != nil }) else {
                return nil
            }
            switch statement.act {
            case .admit, .hope, .fear, .accuse, .blame, .threaten, .warn, .deny, .apologise, .believe: break
            default: return nil
            }
            return Finding(
                slot: .other, value: statement.content.first.map { context.analysis.report.words($0.span) },
                actor: actor,
                statement: statement.id, evidence: statement.content, basis: .stated)
        }
    }
}
