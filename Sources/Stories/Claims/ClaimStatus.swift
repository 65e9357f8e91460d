import Reading
import Reports

/// Status and account of a claim from its supports: who says it, out of how many origins, and against whom.
struct ClaimStatus: Sendable {
    let scene: Scene
    let sides: PartySides

    /// `isContested` and `isDivergent` come from the values; the rest is counted here.
    func status(
        of sightings: [Sighting], origins: [Identifier], isContested: Bool, isDivergent: Bool
    ) -> Claim.Status {
        let denied = sightings.contains { $0.finding.stance == .denies || $0.finding.stance == .disputes }
        let asserted = sightings.contains { $0.finding.stance == .asserts || $0.finding.stance == .presupposes }
        if isContested || (denied && asserted) { return .contested }
        if isDivergent { return .divergent }
        let parties = Set(sightings.filter { $0.finding.stance != .denies }.compactMap(\.side)).intersection(
            sides.parties)
        if parties.count > 1 { return .bothSides }
        let independent = independentOrigins(sightings)
        if independent > 1 { return .corroborated }
        let reports = Set(sightings.map(\.report))
        let isLost = isSourceLost(sightings)
        if origins.count == 1, reports.count > 1 || isLost { return .recycled }
        return .single
    }

    /// Origins that do not lean on each other: several people of one side in one report are one account.
    private func independentOrigins(_ sightings: [Sighting]) -> Int {
        var accounts: [String] = []
        var origins: [Identifier] = []
        for sighting in sightings where !origins.contains(sighting.origin) {
            origins.append(sighting.origin)
            let account =
                sighting.side.map { "\($0.rawValue) in \(sighting.report.rawValue)" } ?? sighting.origin.rawValue
            if !accounts.contains(account) { accounts.append(account) }
        }
        return accounts.count
    }

    /// Whether a source is named in one place and dropped in another that goes back to it.
    func isSourceLost(_ sightings: [Sighting]) -> Bool {
        let byOrigin = Dictionary(grouping: sightings, by: \.origin)
        return byOrigin.values.contains { group in
            group.contains { $0.statement.depth == 0 } && group.contains { $0.statement.depth > 0 }
        }
    }

    /// Whose account a single claim is; nil for a named source that is no party to it.
    func account(of sightings: [Sighting]) -> Claim.Account? {
        guard let first = sightings.first else { return nil }
        if sightings.allSatisfy(\.isUnsourced) { return .unsourced }
        let sourced = sightings.first { !$0.isUnsourced } ?? first
        if let teller = sourced.side, sides.parties.contains(teller) {
            let told = subject(of: sourced)
            return told == nil || told == teller ? .selfAttributed : .adversary
        }
        let source = sourced.statement.chain.dropFirst().first
        switch source?.kind {
        case .unnamed, .reports: return .anonymous
        case .outlet, nil: return .unsourced
        case .actor: return nil
        }
    }

    /// The party whose word, deed or mind the claim is about: the innermost source's, or else the finding's actor's.
    private func subject(of sighting: Sighting) -> Identifier? {
        if sighting.statement.depth > 1, let inner = sighting.statement.source.actor.flatMap(sides.party) {
            return inner
        }
        return sighting.finding.actor.flatMap(sides.party)
    }
}
