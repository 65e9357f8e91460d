import Reading
import Reports

/// Makes the record of one negotiation from the sightings of a story and the claims they support.
struct TalksBuilder: Sendable {
    let scene: Scene
    let sides: PartySides

    /// The record; nil if the reports tell of no talks.
    func build(
        _ story: Identifier, _ sightings: [Sighting], claims: [Claim], claimOfSighting: [Int: Identifier]
    ) -> Talks? {
        let claimOf = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var items: [TalksItem] = []
        for slot in Slot.allCases where slot.isInTalksRecord {
            for index in sightings.indices where sightings[index].finding.slot == slot {
                guard let claim = claimOfSighting[index].flatMap({ claimOf[$0] }) else { continue }
                add(sightings[index], claim: claim, to: &items)
            }
        }
        guard !items.isEmpty else { return nil }
        resolveRefusedDemands(&items)
        return Talks(id: Identifier(.talks, story.rawValue), items: items)
    }

    /// One item for one value through one chain; the same again only adds its words.
    private func add(_ sighting: Sighting, claim: Claim, to items: inout [TalksItem]) {
        let finding = sighting.finding
        if let index = items.firstIndex(where: { isSame($0, sighting, claim) }) {
            for place in finding.evidence where !items[index].evidence.contains(place) {
                items[index].evidence.append(place)
            }
            return
        }
        let account =
            claim.status == .single
            ? ClaimStatus(scene: scene, sides: sides).account(of: [sighting]) : nil
        items.append(
            TalksItem(
                id: Identifier(
                    .item,
                    [finding.slot.rawValue, sighting.statement.id.rawValue]
                        + finding.evidence.map { "\($0.span.start)-\($0.span.end)" }),
                slot: finding.slot, value: finding.value, actor: finding.actor, to: finding.to, place: finding.place,
                time: finding.time, number: finding.number, statement: finding.statement, event: finding.event,
                claim: claim.id, chain: sighting.statement.chain, status: claim.status, account: account,
                aspect: finding.aspect, result: finding.result, reasons: finding.reasons,
                conditions: finding.conditions, vetoHolders: finding.vetoHolders, isAssurance: finding.isAssurance,
                evidence: finding.evidence, basis: finding.basis))
    }

    /// Parties and principals are listed once, whoever tells of them; every other value once for each chain.
    private func isSame(_ item: TalksItem, _ sighting: Sighting, _ claim: Claim) -> Bool {
        let finding = sighting.finding
        guard item.slot == finding.slot, item.claim == claim.id else { return false }
        switch finding.slot {
        case .parties, .delegations, .host: return item.actor == finding.actor
        case .place, .venue: return item.place == finding.place && item.chain == sighting.statement.chain
        default: return item.statement == finding.statement && item.value == finding.value
        }
    }

    /// Ties a refusal to the demands that its words repeat.
    private func resolveRefusedDemands(_ items: inout [TalksItem]) {
        let demands = items.filter { $0.slot == .demands }
        for index in items.indices where items[index].slot == .refusals {
            let refusal = items[index]
            items[index].of = demands.filter { demand in
                demand.evidence.contains { place in
                    refusal.evidence.contains { $0.report == place.report && $0.span.overlaps(place.span) }
                }
            }.map(\.id)
            guard items[index].of.isEmpty, let refuser = refusal.actor else { continue }
            // "these demands": those that the refuser's rivals put to it in the same report.
            let report = refusal.evidence.first?.report
            items[index].of = demands.filter { demand in
                demand.evidence.first?.report == report
                    && demand.actor.map { sides.side($0) != sides.side(refuser) } == true
                    && demand.to.contains { sides.side($0) == sides.side(refuser) }
            }.map(\.id)
        }
    }
}
