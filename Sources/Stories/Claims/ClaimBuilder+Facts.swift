import Reading
import Reports

/// Claims from what the reports say beside the slots of a talks record.
extension ClaimBuilder {
    /// The clusters; clauses of one statement that nobody else speaks of, and that say no number and no "not", are one.
    private func joined(_ clusters: FactClusters) -> [[Int]] {
        let facts = clusters.matcher.facts
        var homeOf: [Identifier: Int] = [:]
        var out: [[Int]] = []
        for cluster in clusters.clusters() {
            guard cluster.count == 1, !facts[cluster[0]].isSpecific else {
                out.append(cluster)
                continue
            }
            let statement = facts[cluster[0]].statement.id
            if let home = homeOf[statement] {
                out[home] += cluster
            } else {
                homeOf[statement] = out.count
                out.append(cluster)
            }
        }
        return out
    }

    /// One claim for each thing that facts speak of. What only one report says is a claim if it has a source, or if it
    /// says a number or that something is not so; the rest of an outlet's own words is no claim.
    func build(_ clusters: FactClusters, _ tracer: OriginTracer) -> [Claim] {
        let matcher = clusters.matcher
        return clusters.clusters().flatMap { cluster -> [Claim] in
            let facts = cluster.map { matcher.facts[$0] }
            guard
                Set(facts.map(\.report)).count > 1 || facts.contains(where: { $0.statement.depth > 0 || $0.isSpecific })
            else { return [] }
            let told = cluster.compactMap { index in
                sighting(matcher.facts[index], tracer).map { Told(index: index, sighting: $0) }
            }
            guard !told.isEmpty else { return [] }
            let slot: Slot = facts.allSatisfy { $0.statement.depth == 0 } ? .background : .other
            if let claim = denied(slot, told, matcher) { return [claim] }
            if let claims = miscounted(slot, told, matcher) { return claims }
            return [factClaim(slot, [told], flags: granularity(facts), rule: "same-clause")]
        }
    }

    /// A fact of a cluster, as a support.
    private struct Told {
        /// Index of the fact.
        var index: Int
        var sighting: Sighting
    }

    private func sighting(_ fact: Fact, _ tracer: OriginTracer) -> Sighting? {
        guard let origin = tracer.origin(of: fact.statement.id) else { return nil }
        return Sighting(
            finding: Finding(
                slot: .other, value: scene.words(fact.evidence), statement: fact.statement.id,
                evidence: [fact.evidence], basis: .stated),
            statement: fact.statement, origin: origin.id, side: origin.actor.flatMap(sides.side), lemmas: fact.terms)
    }

    /// One says it, another says that it is not so.
    private func denied(_ slot: Slot, _ told: [Told], _ matcher: FactMatcher) -> Claim? {
        let clashes = told.contains { a in
            told.contains { b in a.sighting.origin != b.sighting.origin && matcher.isDenial(a.index, b.index) }
        }
        guard clashes else { return nil }
        let group = told.map { one in
            var copy = one
            let fact = matcher.facts[one.index]
            if fact.isNegated || !fact.outside.isEmpty { copy.sighting.finding.stance = .denies }
            return copy
        }
        let assertedFirst =
            group.filter { $0.sighting.finding.stance == .asserts }
            + group.filter { $0.sighting.finding.stance != .asserts }
        return factClaim(slot, [assertedFirst], rule: "one-denies-what-another-says")
    }

    /// Different exact numbers of one thing, and what is left beside them.
    private func miscounted(_ slot: Slot, _ told: [Told], _ matcher: FactMatcher) -> [Claim]? {
        for (position, a) in told.enumerated() {
            for b in told[(position + 1)...] {
                guard a.sighting.origin != b.sighting.origin, let of = matcher.rivalCount(a.index, b.index),
                    !isGrowth(of, matcher.facts[a.index], matcher.facts[b.index])
                else { continue }
                var groups: [(value: Double, told: [Told])] = []
                var rest: [Told] = []
                for one in told {
                    guard let count = matcher.facts[one.index].counts.first(where: { $0.of == of && !$0.isOpen }) else {
                        rest.append(one)
                        continue
                    }
                    var copy = one
                    copy.sighting.finding.number = count.number
                    if let index = groups.firstIndex(where: { $0.value == count.value }) {
                        groups[index].told.append(copy)
                    } else {
                        groups.append((count.value, [copy]))
                    }
                }
                let contested = factClaim(
                    slot, groups.map(\.told), isContested: true, rule: "different-numbers-of-one-thing")
                return [contested] + (rest.isEmpty ? [] : [factClaim(slot, [rest], rule: "same-clause")])
            }
        }
        return nil
    }

    /// A later report that counts more of what goes on growing does not contradict an earlier one.
    private func isGrowth(_ of: String, _ a: Fact, _ b: Fact) -> Bool {
        guard let x = scene.published(a.report), let y = scene.published(b.report), x != y else { return false }
        let growing: Set = ["death", "victim", "casualty", "injur", "wound", "arrest", "toll", "body"]
        guard growing.contains(of) || !growing.isDisjoint(with: a.terms + b.terms) else { return false }
        func value(_ fact: Fact) -> Double { fact.counts.first { $0.of == of }?.value ?? 0 }
        return (x < y) == (value(a) < value(b))
    }

    /// "Some forty" beside "thirty-eight".
    private func granularity(_ facts: [Fact]) -> [Claim.Flag] {
        let counts = facts.flatMap(\.counts)
        let differs = counts.contains { open in
            open.isOpen && counts.contains { !$0.isOpen && $0.of == open.of && $0.value != open.value }
        }
        return differs ? [.granularityDiffers] : []
    }

    private func factClaim(
        _ slot: Slot, _ groups: [[Told]], isContested: Bool = false, flags: [Claim.Flag] = [], rule: String
    ) -> Claim {
        let groups = groups.map { $0.map(\.sighting) }
        var claim = claim(
            slot, groups.count > 1 ? .slot : .value, groups, values: groups.map { value(of: $0) },
            isContested: isContested, rule: rule)
        claim.flags += flags.filter { !claim.flags.contains($0) }
        return claim
    }
}
