import Reading
import Reports

/// Lays out where each party stands on each issue, from the items of a talks record.
struct PositionBoard: Sendable {
    let scene: Scene
    let sides: PartySides

    func rows(_ talks: Talks, sightings: [Sighting]) -> [Position] {
        let lemmas = Dictionary(
            sightings.map { ($0.finding.evidence, $0.lemmas) }, uniquingKeysWith: { first, _ in first })
        var issues: [[TalksItem]] = []
        for item in talks.items where isIssue(item) {
            let own = lemmas[item.evidence] ?? []
            let home = issues.firstIndex { issue in
                issue.contains { other in
                    other.evidence.contains { place in
                        item.evidence.contains { place.report == $0.report && place.span == $0.span }
                    }
                        || Sighting.overlap(lemmas[other.evidence] ?? [], own) >= 0.6
                }
            }
            if let home { issues[home].append(item) } else { issues.append([item]) }
        }
        let refusals = talks.items(.refusals)
        return issues.map { row($0, refusals: refusals, talks: talks) }
    }

    /// A demand, red line or offer with words of its own.
    private func isIssue(_ item: TalksItem) -> Bool {
        switch item.slot {
        case .demands, .redLines, .offers: item.value != nil && item.actor != nil
        default: false
        }
    }

    private func row(_ issue: [TalksItem], refusals: [TalksItem], talks: Talks) -> Position {
        let evidence = issue.flatMap(\.evidence)
        let ids = Set(issue.map(\.id))
        let refused = refusals.filter { !ids.isDisjoint(with: $0.of) }
        let cells = sides.parties.map { party in
            cell(
                party, own: issue.filter { item in item.actor.flatMap { sides.side($0) } == party },
                refused: refused.filter { item in stands(item, with: party) })
        }
        return Position(
            id: Identifier(.position, [talks.id.rawValue] + issue.map(\.id.rawValue)), talks: talks.id,
            issue: issue[0].value ?? "", issueEvidence: evidence, cells: cells)
    }

    private func stands(_ refusal: TalksItem, with party: Identifier) -> Bool {
        refusal.actor.flatMap { sides.side($0) } == party
    }

    private func cell(_ party: Identifier, own: [TalksItem], refused: [TalksItem]) -> Position.Cell {
        var stands: [Position.Stand] = []
        func add(_ stand: Position.Stand) { if !stands.contains(stand) { stands.append(stand) } }
        for item in own {
            switch item.slot {
            case .demands: add(.demand)
            case .redLines: add(.redLine)
            default: add(item.isAssurance ? .assurance : .offer)
            }
        }
        if !refused.isEmpty { add(.refusal) }
        var blockers: [Identifier] = []
        for holder in refused.flatMap(\.vetoHolders) {
            if let actor = holder.actor, !blockers.contains(actor) { blockers.append(actor) }
        }
        let items = own + refused
        return Position.Cell(
            party: party, stands: stands.isEmpty ? [.notReported] : stands, items: items.map(\.id), blockedBy: blockers,
            unblocks: refused.flatMap(\.conditions), deadline: own.compactMap(\.time).first,
            evidence: items.flatMap(\.evidence))
    }
}
