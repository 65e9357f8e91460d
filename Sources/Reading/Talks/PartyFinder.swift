import Language
import Lexicon
import Reports

/// Finds out between whom the report's talks are: the sides that meet, agree, demand of and refuse each other.
///
/// Sides that deal with each other are weighed in pairs; the heaviest pair sits at the table, and with it every side
/// that deals with both. Who hosts or mediates is not a party. Where no pair stands out, the sides that demand, offer
/// and refuse in a report of talks are taken one by one.
struct PartyFinder: Sendable {
    let context: TalksContext

    /// In order of first mention; empty if the report tells of no talks.
    func parties() -> [Identifier] {
        guard context.tellsOfTalks else { return [] }
        var weights = Weights()
        weighEvents(&weights)
        weighCoordinations(&weights)
        weighAddressees(&weights)
        weighPositions(&weights)
        weighMeetingsInSentences(&weights)
        weights.presence = presence()
        var parties = weights.table()
        if parties.isEmpty { parties = weights.singles() }
        // A person sits for a body; beside bodies it is no party of its own.
        let bodies = parties.filter { context.actors[$0]?.kind != .person }
        if bodies.count > 1 { parties = bodies }
        return parties.sorted { firstMention($0) < firstMention($1) }
    }

    /// How much sides deal with each other, and alone.
    private struct Weights {
        var pairs: [Pair: Int] = [:]
        var order: [Pair] = []
        var alone: [Identifier: Int] = [:]
        var aloneOrder: [Identifier] = []
        /// How often a report speaks of a side and its people.
        var presence: [Identifier: Int] = [:]

        mutating func add(_ a: Identifier, _ b: Identifier, _ weight: Int) {
            guard let pair = Pair(a, b) else { return }
            if pairs[pair] == nil { order.append(pair) }
            pairs[pair, default: 0] += weight
        }

        mutating func add(_ a: Identifier, _ weight: Int) {
            if alone[a] == nil { aloneOrder.append(a) }
            alone[a, default: 0] += weight
        }

        /// The heaviest pair, the earlier of two equal ones, and who deals with both of it.
        func table() -> [Identifier] {
            guard
                let best = order.enumerated().max(by: { x, y in
                    (weight(x.element), -x.offset) < (weight(y.element), -y.offset)
                })?.element
            else { return [] }
            var parties = [best.a, best.b]
            for other in order.flatMap({ [$0.a, $0.b] }) where !parties.contains(other) {
                let ties = parties.map { party in Pair(party, other).map(weight) ?? 0 }
                if ties.allSatisfy({ 2 * $0 >= weight(best) }) { parties.append(other) }
            }
            return parties
        }

        func singles() -> [Identifier] {
            let sorted = aloneOrder.enumerated()
                .sorted { x, y in (alone[y.element]!, x.offset) < (alone[x.element]!, y.offset) }.map(\.element)
            return sorted.count > 1 ? Array(sorted.prefix(2)) : []
        }

        /// Dealings count the more, the more the report is about both.
        private func weight(_ pair: Pair) -> Int {
            pairs[pair, default: 0] * min(presence[pair.a, default: 1], presence[pair.b, default: 1])
        }
    }

    private struct Pair: Hashable {
        let a: Identifier
        let b: Identifier

        init?(_ x: Identifier, _ y: Identifier) {
            guard x != y else { return nil }
            (a, b) = x < y ? (x, y) : (y, x)
        }
    }

    private func weighEvents(_ weights: inout Weights) {
        // Who travels to a place need not talk with its state.
        for event in context.events where event.reality != .historical && event.mode != "visit" {
            let sides = (event.actors + event.recipients).compactMap { side($0.actor) }
            // Bodies sit at tables; a person without one does so where nobody else is found.
            let isOfBodies = sides.allSatisfy { context.actors[$0]?.kind != .person }
            let weight = Self.weight(event.kind) * (isOfBodies ? 2 : 1)
            guard weight > 0 else { continue }
            for (index, a) in sides.enumerated() {
                weights.add(a, weight)
                for b in sides[(index + 1)...] { weights.add(a, b, weight) }
            }
        }
    }

    private static func weight(_ kind: Event.Kind) -> Int {
        switch kind {
        case .consult: 3
        case .agree, .cooperate, .concede, .retreat, .reject, .request: 2
        case .accuse, .threaten, .assault, .coerce, .sanction: 1
        case .aid, .support, .protest, .mobilize: 0
        }
    }

    /// "A and B failed to agree", "talks between A and B": sides joined by "and" at a word of talks.
    private func weighCoordinations(_ weights: inout Weights) {
        for hit in context.terms {
            switch hit.slot {
            case .talks, .outcome, .agreement, .session, .nextRound, .acceptance, .walkout: break
            default: continue
            }
            let head = context.predicate(of: hit.head)
            let phrases = [context.subject(of: head), context.prepositional(of: hit.head, "between", "by", "of")]
                .compactMap { $0 }
            for phrase in phrases {
                let sides = context.conjuncts(of: phrase).compactMap { context.actor(at: $0).flatMap(side) }
                for (index, a) in sides.enumerated() {
                    for b in sides[(index + 1)...] { weights.add(a, b, 6) }
                }
            }
            if let partner = context.prepositional(of: hit.head, "with") ?? context.prepositional(of: head, "with"),
                let other = context.actor(at: partner).flatMap(side),
                let own = context.subject(of: head).flatMap({ context.actor(at: $0) }).flatMap(side)
            {
                weights.add(own, other, 6)
            }
        }
    }

    /// Sides that stand together in a sentence on talks.
    private func weighMeetingsInSentences(_ weights: inout Weights) {
        var seen: Set<Int> = []
        for hit in context.terms where hit.slot == .talks && hit.partOfSpeech != .adj {
            let sentence = context.analysis.sentenceOfToken[hit.head]
            guard seen.insert(sentence).inserted else { continue }
            var sides: [Identifier] = []
            for token in context.analysis.sentences[sentence].tokens {
                guard !isWhere(token) else { continue }
                if let side = context.actor(at: token).flatMap(side), !sides.contains(side) { sides.append(side) }
            }
            for (index, a) in sides.enumerated() {
                for b in sides[(index + 1)...] { weights.add(a, b, 1) }
            }
        }
    }

    /// "in Iran", "from Doha": where something is, not who takes part.
    private func isWhere(_ token: Int) -> Bool {
        context.analysis.children(of: token, .caseMarker).contains {
            ["in", "at", "from", "to", "inside", "into"].contains(context.lemma($0))
        }
    }

    /// Mentions of each side: its own and those of all who stand with it, up to ten.
    private func presence() -> [Identifier: Int] {
        var counts: [Identifier: Int] = [:]
        for actor in context.actors.actors {
            if let side = side(actor.id) { counts[side, default: 0] += actor.mentions.count }
        }
        return counts.mapValues { min($0, 10) }
    }

    private func weighAddressees(_ weights: inout Weights) {
        for statement in context.statements where statement.depth > 1 {
            guard let speaker = statement.source.actor.flatMap(side) else { continue }
            for addressee in statement.addressees {
                if let other = side(addressee.actor) { weights.add(speaker, other, 2) }
            }
        }
    }

    /// Whose demand, offer, refusal or consent it is.
    private func weighPositions(_ weights: inout Weights) {
        for hit in context.terms {
            switch hit.slot {
            case .demand, .offer, .refusal, .acceptance, .redLine, .precondition, .assurance, .walkout, .delegation:
                break
            default: continue
            }
            let head = hit.partOfSpeech == .noun ? hit.head : context.predicate(of: hit.head)
            let holder =
                hit.partOfSpeech == .noun
                ? context.analysis.child(of: head, .possessive) ?? context.prepositional(of: head, "of", "by", "from")
                : context.doer(of: head)
            if let side = context.actor(at: holder).flatMap(side) { weights.add(side, 2) }
        }
    }

    /// The side of an actor that can sit at a table: a body, a state, or a person of whom no body is known.
    private func side(_ actor: Identifier) -> Identifier? {
        var side = context.side(actor)
        // The province that a man governs does not sit at the table for him.
        if side != actor, context.actors[side]?.kind == .place { side = actor }
        guard let found = context.actors[side], !context.goBetweens.contains(side), !context.goBetweens.contains(actor)
        else { return nil }
        switch found.kind {
        case .group, .organisation, .state, .collective, .place: return side
        case .person: return found.isAnonymous ? nil : side
        case .outlet: return nil
        }
    }

    private func firstMention(_ actor: Identifier) -> Int {
        context.actors[actor]?.mentions.map(\.at.span.start).min() ?? .max
    }
}
