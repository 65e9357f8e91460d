import Language
import Reports

/// Finds out between whom the report's talks are: the sides that meet, demand of and refuse each other most.
struct PartyFinder: Sendable {
    let context: TalksContext

    /// The parties in order of first mention; none if fewer than two sides deal with each other.
    func parties() -> [Identifier] {
        var weights: [Pair: Int] = [:]
        var order: [Pair] = []
        func count(_ a: Identifier, _ b: Identifier, _ weight: Int) {
            guard let pair = Pair(context.side(a), context.side(b)), canBeParty(pair.a), canBeParty(pair.b) else {
                return
            }
            if weights[pair] == nil { order.append(pair) }
            weights[pair, default: 0] += weight
        }
        for event in context.events where event.reality != .historical {
            let people = (event.actors + event.recipients).map(\.actor)
            let weight = event.kind == .consult ? 3 : Self.isDealing(event.kind) ? 1 : 0
            guard weight > 0 else { continue }
            for (index, a) in people.enumerated() {
                for b in people[(index + 1)...] { count(a, b, weight) }
            }
        }
        for statement in context.statements {
            guard let speaker = statement.source.actor else { continue }
            for addressee in statement.addressees where statement.depth > 1 { count(speaker, addressee.actor, 2) }
        }
        guard
            let best = order.max(by: {
                (weights[$0]!, order.firstIndex(of: $1)!) < (weights[$1]!, order.firstIndex(of: $0)!)
            })
        else { return [] }
        // A third side belongs to the talks if it deals with both of the first two.
        var parties = [best.a, best.b]
        let others = order.flatMap { [$0.a, $0.b] }
        for other in others where !parties.contains(other) {
            let ties = parties.allSatisfy { party in Pair(party, other).map { weights[$0, default: 0] >= 3 } ?? false }
            if ties,
                weights[best, default: 0] <= 2
                    * parties.compactMap({ party in Pair(party, other).flatMap { weights[$0] } }).reduce(0, +)
            {
                parties.append(other)
            }
        }
        return parties
    }

    private struct Pair: Hashable {
        let a: Identifier
        let b: Identifier

        init?(_ x: Identifier, _ y: Identifier) {
            guard x != y else { return nil }
            (a, b) = x < y ? (x, y) : (y, x)
        }
    }

    /// A side is a body or a state; a person is one only if no body is known that the person stands for.
    private func canBeParty(_ actor: Identifier) -> Bool {
        guard let found = context.actors[actor], !found.isAnonymous else { return false }
        switch found.kind {
        case .group, .organisation, .state, .collective: return true
        case .person: return found.side == nil
        case .outlet, .place: return false
        }
    }

    private static func isDealing(_ kind: Event.Kind) -> Bool {
        switch kind {
        case .request, .reject, .agree, .concede, .cooperate: true
        default: false
        }
    }
}
