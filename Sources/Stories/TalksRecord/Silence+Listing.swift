import Reading
import Reports

extension Silence {
    /// What an analyst looks for in a record of talks and these reports do not say.
    static func list(_ talks: Talks, positions: [Position]) -> [Silence] {
        let wanted: [Slot] = [
            .delegations, .host, .inviter, .mediator, .venue, .place, .dates, .sessions, .agenda, .demands, .redLines,
            .offers, .outcome, .nextRound, .confirmations,
        ]
        var found: [Silence] = []
        for slot in wanted {
            let items = talks.items(slot)
            if items.isEmpty {
                found.append(Silence(slot: slot, reason: .noEvidence))
            } else if items.allSatisfy({ $0.basis.rule != nil }) {
                found.append(Silence(slot: slot, reason: .onlyInferred))
            }
        }
        for position in positions {
            for cell in position.cells where cell.stands == [.notReported] {
                found.append(
                    Silence(slot: .offers, party: cell.party, issue: position.issue, reason: .noEvidence))
            }
        }
        return found
    }
}
