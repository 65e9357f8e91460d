import Language
import Lexicon
import Reports

/// That the talks took place: between whom, where, when, in how many sessions.
extension FindingReader {
    func meeting() -> [Finding] {
        var held: [Finding] = []
        var seats: [Finding] = []
        var rest: [Finding] = []
        for event in context.events where isDealing(event) {
            if event.kind == .consult { held.append(told(.held, event, stance: .asserts)) }
            seats += self.seats(event)
            rest += circumstances(event)
        }
        let told = Set(held.map(\.statement))
        held += presupposed(besides: told)
        return parties.compactMap(seat) + held + unique(seats + delegates()) + unique(rest + besideTheTalks())
            + unique(sessions())
            + unique(nextRounds()) + unique(venues())
    }

    /// Parties that meet, agree or part, as their source tells it.
    private func isDealing(_ event: Event) -> Bool {
        guard event.reality == .actual || event.reality == .negated else { return false }
        let sides = Set((event.actors + event.recipients).compactMap { party(of: $0.actor) })
        switch event.kind {
        case .consult: return !sides.isEmpty && event.mode != "visit"
        case .agree, .cooperate, .retreat, .concede, .reject: return sides.count > 1
        default: return false
        }
    }

    private func told(_ slot: Slot, _ event: Event, stance: Finding.Stance) -> Finding {
        Finding(
            slot: slot, place: event.place, time: event.time, statement: event.statement, event: event.id,
            stance: event.reality == .negated ? .denies : stance, evidence: event.evidence, basis: event.basis)
    }

    /// A party's own mention, told where the party is first named among those who meet.
    private func seat(_ party: Identifier) -> Finding? {
        for event in context.events where isDealing(event) {
            guard let seat = (event.actors + event.recipients).first(where: { self.party(of: $0.actor) == party })
            else { continue }
            return Finding(
                slot: .parties, actor: party, statement: event.statement, event: event.id, evidence: [seat.at],
                basis: seat.actor == party ? .stated : .inferred(rule: "party-of-its-delegate"))
        }
        for statement in context.statements where statement.depth > 0 {
            guard statement.source.actor.flatMap({ self.party(of: $0) }) == party, let at = statement.source.mention
            else { continue }
            return Finding(
                slot: .parties, actor: party, statement: statement.id, evidence: [at],
                basis: .inferred(rule: "party-of-its-speaker"))
        }
        return nil
    }

    /// The people and delegations at the table.
    private func seats(_ event: Event) -> [Finding] {
        (event.actors + event.recipients).compactMap { participant in
            guard let actor = context.actors[participant.actor], !parties.contains(actor.id),
                !context.goBetweens.contains(actor.id),
                actor.kind == .person || actor.kind == .collective
            else { return nil }
            let office = actor.roles.first { $0.relation == .office || $0.relation == .leads }
            return Finding(
                slot: .delegations, value: office?.title, actor: actor.id,
                to: party(of: actor.id).map { [$0] } ?? [], statement: event.statement, event: event.id,
                evidence: [participant.at], basis: .stated)
        }
    }

    private func circumstances(_ event: Event) -> [Finding] {
        guard event.reality == .actual else { return [] }
        var found: [Finding] = []
        if let id = event.place, let place = context.places.first(where: { $0.id == id }) {
            let uses = place.uses.filter { $0.event == event.id }.map(\.at)
            let evidence = uses.isEmpty ? event.evidence : uses
            found.append(
                Finding(
                    slot: .place, value: place.name, place: id, statement: event.statement, event: event.id,
                    evidence: evidence, basis: .stated))
            if let host = host(of: place) {
                found.append(
                    Finding(
                        slot: .host, actor: host, statement: event.statement, event: event.id, evidence: evidence,
                        basis: .inferred(rule: "state-of-the-place")))
            }
        }
        if let id = event.time, let time = context.times.first(where: { $0.id == id }), isDay(time) {
            found.append(
                Finding(
                    slot: .dates, value: time.value, time: id, statement: event.statement, event: event.id,
                    evidence: time.at.map { [$0] } ?? event.evidence, basis: time.basis))
        }
        return found
    }

    /// Whether a time can be when talks were held: a day or a span of days, also one that is not placed on the calendar.
    private func isDay(_ time: TimeExpression) -> Bool {
        switch time.kind {
        case .date, .interval: time.role != .condition && time.role != .deadline
        case .clock, .season, .duration, .set, .reference: false
        }
    }

    /// Day and place in a sentence that tells of the talks' course or outcome, where no event carries them.
    private func besideTheTalks() -> [Finding] {
        var found: [Finding] = []
        var seen: Set<Int> = []
        for hit in context.terms {
            switch hit.slot {
            case .talks where hit.partOfSpeech != .adj, .outcome, .session, .agreement: break
            default: continue
            }
            let sentence = context.analysis.sentenceOfToken[hit.head]
            guard isOfTheseTalks(sentenceOf: hit.head), !context.isUnreal(context.predicate(of: hit.head)),
                let statement = context.statement(at: hit.head), seen.insert(sentence).inserted
            else { continue }
            let span = context.analysis.sentences[sentence].span
            for time in context.times where time.role == .event && isDay(time) {
                guard let at = time.at, span.contains(at.span) else { continue }
                found.append(
                    Finding(
                        slot: .dates, value: time.value, time: time.id, statement: statement.id, evidence: [at],
                        basis: time.basis))
            }
            for place in context.places where place.level == .city || place.level == .site {
                for use in place.uses where use.role == .event && span.contains(use.at.span) {
                    found.append(
                        Finding(
                            slot: .place, value: place.name, place: place.id, statement: statement.id,
                            evidence: [use.at],
                            basis: .stated))
                }
            }
        }
        return found
    }

    /// Negotiators, delegates and envoys of a party, wherever the report names them.
    private func delegates() -> [Finding] {
        context.terms.compactMap { hit in
            guard hit.slot == .delegation, hit.partOfSpeech == .noun else { return nil }
            let tokens = context.analysis.tokens
            let candidates =
                [hit.head, tokens[hit.head].head].compactMap { $0 }
                + context.analysis.children(of: hit.head, .apposition, .flat)
            guard
                let head = candidates.first(where: {
                    context.actor(at: $0).flatMap { context.actors[$0]?.kind } == .person
                }),
                let actor = context.actor(at: head), !context.goBetweens.contains(actor),
                let statement = context.statement(at: head)
            else { return nil }
            return Finding(
                slot: .delegations, value: context.analysis.words(hit.tokens), actor: actor,
                to: party(of: actor).map { [$0] } ?? [], statement: statement.id,
                evidence: [context.analysis.evidence(context.bare(head))], basis: .stated)
        }
    }

    /// "in a hotel by the lake", "at the Palace of Nations", in a sentence on the talks.
    private func venues() -> [Finding] {
        context.terms.compactMap { hit in
            guard hit.slot == .venue, hit.partOfSpeech == .noun, isOfTheseTalks(sentenceOf: hit.head),
                context.analysis.children(of: hit.head, .caseMarker).contains(where: {
                    ["in", "at", "inside"].contains(context.lemma($0))
                })
            else { return nil }
            let words = context.bare(hit.head)
            return finding(.venue, at: hit.head, words: [words], value: words)
        }
    }

    /// The state on whose ground the place lies, if it is an actor of the report and not a party.
    private func host(of place: Place) -> Identifier? {
        guard let code = place.country, let state = context.lexicon.country(code: code) else { return nil }
        return context.actors.actors.first { $0.kind == .state && ($0.name == state.name || $0.code?.country == code) }?
            .id
    }

    /// Words that take the meeting for granted: "these talks", "during the meeting", told by or about a party.
    private func presupposed(besides told: Set<Identifier>) -> [Finding] {
        var found: [Finding] = []
        var seen = told
        for hit in context.terms where hit.slot == .talks && hit.partOfSpeech == .noun {
            guard isDefinite(hit.head), let statement = context.statement(at: hit.head), !context.isUnreal(hit.head),
                statement.depth > 0, seen.insert(statement.id).inserted,
                party(of: statement.source.actor) != nil
            else { continue }
            found.append(
                Finding(
                    slot: .held, statement: statement.id, stance: .presupposes,
                    evidence: [context.analysis.evidence(hit.tokens)], basis: .stated))
        }
        return found
    }

    private func isDefinite(_ token: Int) -> Bool {
        guard let determiner = context.analysis.child(of: token, .determiner, .possessive) else { return false }
        return ["the", "this", "these", "their", "our"].contains(context.lemma(determiner).lowercased())
    }

    /// "three sessions", "a second round"
    private func sessions() -> [Finding] {
        context.terms.compactMap { hit in
            guard hit.slot == .session, hit.partOfSpeech == .noun else { return nil }
            let words = context.phrase(of: hit.head)
            let span = context.analysis.span(of: words)
            guard context.analysis.child(of: hit.head, .number) != nil,
                let number = context.numbers.first(where: { $0.at.span.overlaps(span) })
            else { return nil }
            let numeral = number.at.span.union(context.analysis.tokens[hit.head].span)
            guard let statement = context.statement(at: hit.head) else { return nil }
            return Finding(
                slot: .sessions,
                value: number.value == number.value.rounded() ? String(Int(number.value)) : String(number.value),
                actor: nil, number: number.id, statement: statement.id,
                evidence: [context.analysis.report.evidence(numeral)], basis: .stated)
        }
    }

    private func nextRounds() -> [Finding] {
        context.terms.compactMap { hit in
            guard hit.slot == .nextRound else { return nil }
            let verb = context.predicate(of: hit.head)
            let words = context.clause(of: verb)
            guard var finding = finding(.nextRound, at: hit.head, words: [words], value: words) else { return nil }
            let span = context.analysis.span(of: words)
            finding.time = context.times.first { $0.at.map { span.contains($0.span) } ?? false }?.id
            finding.stance = context.isNegated(verb) || context.isNegated(hit.head) ? .denies : .asserts
            return finding
        }
    }
}
