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

    /// In text order within each slot; empty for a report that tells of no talks.
    func read() -> [Finding] {
        guard context.tellsOfTalks else { return [] }
        var findings = meeting() + roles() + positions() + results()
        findings += others(besides: findings)
        return findings
    }

    /// The party that an actor is or stands with.
    func party(of actor: Identifier?) -> Identifier? {
        guard let actor else { return nil }
        let side = context.side(actor)
        return parties.contains(side) ? side : nil
    }

    /// Whether an actor may hold a position in these talks: a party, or someone of whom no side is known and who is
    /// spoken of together with a party or the talks.
    func canHold(_ actor: Identifier?, at token: Int) -> Bool {
        guard let actor else { return false }
        if party(of: actor) != nil { return true }
        guard let found = context.actors[actor], found.side == nil, !found.isAnonymous,
            !context.goBetweens.contains(actor)
        else { return false }
        switch found.kind {
        case .person, .group, .organisation, .state, .collective: return isOfTheseTalks(sentenceOf: token)
        case .outlet, .place: return false
        }
    }

    /// Whether a sentence names the talks or a party.
    func isOfTheseTalks(sentenceOf token: Int) -> Bool {
        let words = context.analysis.sentence(of: token).tokens
        return words.contains { context.isTalks($0) || party(of: context.actor(at: $0)) != nil }
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
            slot: slot,
            value: text ?? value.map { context.analysis.words(context.clipped($0, to: statement, at: token)) },
            actor: actor, to: to, statement: statement.id,
            evidence: words.map { context.analysis.evidence(context.clipped($0, to: statement, at: token)) },
            basis: basis)
    }

    /// Findings of a slot whose words were not given before.
    func unique(_ findings: [Finding]) -> [Finding] {
        var kept: [Finding] = []
        for finding in findings {
            let isThere = kept.contains { other in
                guard other.slot == finding.slot, other.actor == finding.actor || finding.slot != .delegations else {
                    return false
                }
                return other.evidence.contains { place in
                    finding.evidence.contains { mine in
                        let common = mine.span.intersection(place.span)?.length ?? 0
                        return 5 * common >= 4 * max(mine.span.length, place.span.length)
                    }
                }
            }
            if !isThere { kept.append(finding) }
        }
        return kept
    }
}
