import Language
import Lexicon
import Reports

/// Reads what one report says for the slots of its talks record: parties, roles, demands, refusals, outcome.
///
/// One negotiation is read from a report, the one that its parties deal in most; what else it tells is an aside.
struct FindingReader: Sendable {
    let context: TalksContext
    let parties: [Identifier]

    init(_ context: TalksContext) {
        self.context = context
        parties = PartyFinder(context: context).parties()
    }

    /// In text order within each slot.
    func read() -> [Finding] {
        guard parties.count > 1 else { return [] }
        var findings = meeting() + roles() + positions() + results()
        findings += others(besides: findings)
        return findings
    }

    /// Whether an actor is a party or stands with one.
    func party(of actor: Identifier?) -> Identifier? {
        guard let actor else { return nil }
        let side = context.side(actor)
        return parties.contains(side) ? side : nil
    }

    /// The one other party, where there are two.
    func rival(of actor: Identifier?) -> Identifier? {
        guard parties.count == 2, let own = party(of: actor) else { return nil }
        return parties.first { $0 != own }
    }

    /// A finding told by the innermost statement around a token; nil where nothing tells it.
    func finding(
        _ slot: Slot, at token: Int, words: [Range<Int>], value: Range<Int>? = nil, text: String? = nil,
        actor: Identifier? = nil, to: [Identifier] = [], basis: Basis = .stated, statement: Statement? = nil
    ) -> Finding? {
        guard let statement = statement ?? context.statement(at: token) else { return nil }
        return Finding(
            slot: slot, value: text ?? value.map(context.analysis.words), actor: actor, to: to,
            statement: statement.id, evidence: words.map(context.analysis.evidence), basis: basis)
    }
}
