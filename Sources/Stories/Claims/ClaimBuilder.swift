import Reading
import Reports

/// Lays the findings of a story's reports beside each other: equal ones become one claim with all its supports,
/// different ones of a slot are compared.
struct ClaimBuilder: Sendable {
    let scene: Scene
    let sides: PartySides
    let matcher: FindingMatcher
    private let status: ClaimStatus

    init(scene: Scene, sides: PartySides, passages: [Passage]) {
        self.scene = scene
        self.sides = sides
        matcher = FindingMatcher(scene: scene, sides: sides, passages: passages)
        status = ClaimStatus(scene: scene, sides: sides)
    }

    /// The claims, by slot; and for each sighting the value claim that it supports.
    func build(_ sightings: [Sighting]) -> (claims: [Claim], claimOfSighting: [Int: Identifier]) {
        var claims: [Claim] = []
        var claimOfSighting: [Int: Identifier] = [:]
        for slot in Slot.allCases {
            let members = sightings.indices.filter { sightings[$0].finding.slot == slot }
            guard !members.isEmpty else { continue }
            let clusters = cluster(members, sightings)
            let rivals = contradictions(clusters, sightings) + roleConflicts(slot, clusters, sightings)
            var isContested = [Bool](repeating: false, count: clusters.count)
            for rival in rivals {
                for index in rival.clusters { isContested[index] = true }
                let claim = contested(slot, rival, clusters, sightings)
                claims.append(claim)
                for index in rival.clusters {
                    for member in clusters[index] { claimOfSighting[member] = claim.id }
                }
            }
            for (index, cluster) in clusters.enumerated() where !isContested[index] {
                let claim = agreed(slot, cluster.map { sightings[$0] })
                claims.append(claim)
                for member in cluster { claimOfSighting[member] = claim.id }
            }
            if let claim = divergent(slot, clusters, sightings), rivals.isEmpty { claims.append(claim) }
        }
        return (claims, claimOfSighting)
    }

    /// Findings of one value, by the first of each; clusters in text order.
    private func cluster(_ members: [Int], _ sightings: [Sighting]) -> [[Int]] {
        var clusters: [[Int]] = []
        for member in members {
            let home = clusters.firstIndex { cluster in
                cluster.contains { matcher.isSame(sightings[$0], sightings[member]) }
            }
            if let home { clusters[home].append(member) } else { clusters.append([member]) }
        }
        return clusters
    }

    /// Values that cannot both be true, and the sightings that stand against a value from another slot.
    private struct Rivalry {
        var clusters: [Int]
        var opponents: [(sighting: Sighting, value: String)] = []
    }

    private func contradictions(_ clusters: [[Int]], _ sightings: [Sighting]) -> [Rivalry] {
        var rivals: [Int] = []
        for (index, cluster) in clusters.enumerated() {
            let clashes = clusters.indices.contains { other in
                other != index && matcher.contradict(sightings[cluster[0]], sightings[clusters[other][0]])
            }
            if clashes { rivals.append(index) }
        }
        return rivals.count > 1 ? [Rivalry(clusters: rivals)] : []
    }

    /// A go-between in one account who sits at the table in another: the two roles exclude each other.
    private func roleConflicts(_ slot: Slot, _ clusters: [[Int]], _ sightings: [Sighting]) -> [Rivalry] {
        guard slot == .mediator else { return [] }
        return clusters.indices.compactMap { index in
            let mediation = sightings[clusters[index][0]]
            let opponents = sightings.filter { other in
                other.finding.slot == .delegations && other.finding.actor == mediation.finding.actor
                    && other.report != mediation.report
            }
            guard !opponents.isEmpty else { return nil }
            return Rivalry(clusters: [index], opponents: opponents.map { ($0, "participant") })
        }
    }

    private func contested(_ slot: Slot, _ rival: Rivalry, _ clusters: [[Int]], _ sightings: [Sighting]) -> Claim {
        var groups = rival.clusters.map { clusters[$0].map { sightings[$0] } }
        var values = groups.map { value(of: $0) }
        for (sighting, text) in rival.opponents {
            if let index = values.firstIndex(where: { $0.value == text }) {
                groups[index].append(sighting)
            } else {
                if slot == .mediator, values.count == 1 { values[0].value = "mediator" }
                values.append(Claim.Value(value: text, actor: sighting.finding.actor))
                groups.append([sighting])
            }
        }
        return claim(slot, .value, groups, values: values, isContested: true, rule: "values-exclude-each-other")
    }

    private func agreed(_ slot: Slot, _ group: [Sighting]) -> Claim {
        claim(slot, .value, [group], values: [value(of: group)], rule: "same-value")
    }

    /// Different values that do not exclude each other, told by different reports.
    private func divergent(_ slot: Slot, _ clusters: [[Int]], _ sightings: [Sighting]) -> Claim? {
        switch slot {
        case .demands, .redLines, .offers, .agenda, .confirmations: break
        default: return nil
        }
        let groups = clusters.map { $0.map { sightings[$0] } }
        let differs = groups.indices.contains { a in
            groups.indices.contains { b in
                Set(groups[a].map(\.report)).isDisjoint(with: groups[b].map(\.report))
                    && isComparable(groups[a][0], groups[b][0])
            }
        }
        guard differs else { return nil }
        return claim(
            slot, .slot, groups, values: groups.map { value(of: $0) }, isDivergent: true, rule: "values-of-one-slot")
    }

    /// What two parties demand differs by nature; only one party's demands in two accounts are compared.
    private func isComparable(_ a: Sighting, _ b: Sighting) -> Bool {
        switch a.finding.slot {
        case .demands, .redLines, .offers, .confirmations:
            guard let x = a.finding.actor, let y = b.finding.actor else { return false }
            return (sides.side(x) ?? x) == (sides.side(y) ?? y)
        default: return true
        }
    }

    func value(of group: [Sighting]) -> Claim.Value {
        let finding = group[0].finding
        return Claim.Value(
            value: finding.value ?? finding.result?.rawValue, actor: finding.actor, place: finding.place,
            time: finding.time, number: finding.number)
    }

    func claim(
        _ slot: Slot, _ comparison: Claim.Comparison, _ groups: [[Sighting]], values: [Claim.Value],
        isContested: Bool = false, isDivergent: Bool = false, rule: String
    ) -> Claim {
        let groups = groups.map(joinedRetellings)
        let all = groups.flatMap { $0 }
        let origins = unique(all.map(\.origin))
        let status = status.status(of: all, origins: origins, isContested: isContested, isDivergent: isDivergent)
        let account = status == .single ? self.status.account(of: all) : nil
        let supports = groups.enumerated().flatMap { index, group in
            group.map { sighting in
                Claim.Support(
                    statement: sighting.finding.statement, event: sighting.finding.event, report: sighting.report,
                    origin: sighting.origin, side: sighting.side, stance: sighting.finding.stance, value: index,
                    evidence: status == .recycled
                        ? withPassage(evidence(of: sighting.finding)) : evidence(of: sighting.finding))
            }
        }
        let spoken = unique(all.compactMap { $0.side }.filter { sides.parties.contains($0) })
        return Claim(
            id: Identifier(.claim, [slot.rawValue, comparison.rawValue] + supports.flatMap { key($0) }), slot: slot,
            compares: comparison, status: status, account: account, values: values, supports: supports,
            origins: origins, sides: spoken, silent: sides.parties.filter { !spoken.contains($0) },
            flags: flags(all, slot), basis: .inferred(rule: rule))
    }

    /// What an outlet says in its own voice after a source of its own told it stays that source's information.
    private func joinedRetellings(_ group: [Sighting]) -> [Sighting] {
        let told = group.filter { $0.statement.depth > 0 }
        guard !told.isEmpty else { return group }
        var moved: [Identifier: Identifier] = [:]
        for sighting in group where sighting.statement.depth == 0 {
            let source = told.first { $0.report == sighting.report && $0.side == nil }
            if let source { moved[sighting.origin] = source.origin }
        }
        return group.map { sighting in
            guard sighting.statement.depth == 0, let origin = moved[sighting.origin] else { return sighting }
            var copy = sighting
            copy.origin = origin
            return copy
        }
    }

    private func evidence(of finding: Finding) -> [Evidence] {
        unique(finding.evidence + (finding.reasons + finding.conditions).flatMap(\.evidence)).sorted(by: scene.isBefore)
    }

    /// What shows that words were handed on is the whole shared stretch.
    private func withPassage(_ evidence: [Evidence]) -> [Evidence] {
        evidence.map { place in
            let shared = matcher.passages.flatMap(\.places).first { stretch in
                stretch.report == place.report
                    && 3 * (stretch.span.intersection(place.span)?.length ?? 0) >= place.span.length
            }
            return shared.map { Evidence(place.report, $0.span.union(place.span)) } ?? place
        }
    }

    private func flags(_ sightings: [Sighting], _ slot: Slot) -> [Claim.Flag] {
        var flags: [Claim.Flag] = []
        if status.isSourceLost(sightings) { flags.append(.sourceLost) }
        if slot == .refusals, variesWithinReport(sightings) { flags.append(.variesWithinReport) }
        if slot == .place, Set(sightings.compactMap(\.finding.place)).count > 1 { flags.append(.granularityDiffers) }
        if slot == .dates, sightings.contains(where: { $0.finding.basis.rule != nil }) { flags.append(.dateInferred) }
        return flags
    }

    /// Whether one report names different people or bodies as the ones who block.
    private func variesWithinReport(_ sightings: [Sighting]) -> Bool {
        Dictionary(grouping: sightings, by: \.report).values.contains { group in
            Set(group.flatMap { $0.finding.vetoHolders.compactMap(\.actor) }).count > 1
        }
    }

    private func key(_ support: Claim.Support) -> [String] {
        [support.report.rawValue] + support.evidence.prefix(1).map { "\($0.span.start)" }
    }

    private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
