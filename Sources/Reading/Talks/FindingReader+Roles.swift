import Language
import Lexicon
import Reports

/// Who hosts, invites and mediates.
extension FindingReader {
    func roles() -> [Finding] {
        var found: [Finding] = []
        for hit in context.terms {
            switch hit.slot {
            case .mediator: found += role(.mediator, hit)
            case .inviter: found += role(.inviter, hit)
            case .host: found += role(.host, hit)
            default: continue
            }
        }
        return found
    }

    private func role(_ slot: Slot, _ hit: TermHit) -> [Finding] {
        guard !context.isUnreal(hit.head) else { return [] }
        switch hit.partOfSpeech {
        case .verb: return acted(slot, hit)
        case .noun, .phrase: return named(slot, hit)
        case .adj, .adv: return []
        }
    }

    /// "Oman brokered the talks", "talks mediated by Oman", "Qatar invited both sides"
    private func acted(_ slot: Slot, _ hit: TermHit) -> [Finding] {
        guard let doer = context.doer(of: hit.head), let actor = context.actor(at: doer) else { return [] }
        let object = context.undergoer(of: hit.head)
        if slot == .inviter {
            let invited = object.flatMap { context.actor(at: $0) }
            // Who is invited has to belong to the talks: a party, or one who stands with it.
            guard let invited, party(of: invited) != nil else { return [] }
            return finding(
                .inviter, at: hit.head, words: [roleWords(hit.head, doer, object)], actor: actor, to: [invited]
            )
            .map { [$0] } ?? []
        }
        guard object.map(concernsTalks) ?? true else { return [] }
        guard party(of: actor) == nil || slot == .host else { return [] }
        return finding(slot, at: hit.head, words: [roleWords(hit.head, doer, object)], actor: actor).map {
            negated($0, hit.head)
        } ?? []
    }

    private func negated(_ finding: Finding, _ verb: Int) -> [Finding] {
        var finding = finding
        if context.isNegated(verb) { finding.stance = .denies }
        return [finding]
    }

    /// From the doer to what is done, with the verb between.
    private func roleWords(_ verb: Int, _ doer: Int, _ object: Int?) -> Range<Int> {
        let parts = [verb..<verb + 1, context.bare(doer)] + (object.map { [context.bare($0)] } ?? [])
        return parts.map(\.lowerBound).min()!..<parts.map(\.upperBound).max()!
    }

    /// "the mediator, Jan Egeland", "Omani mediation", "under the auspices of the UN"
    private func named(_ slot: Slot, _ hit: TermHit) -> [Finding] {
        let analysis = context.analysis
        var holder: Int?
        if hit.partOfSpeech == .noun {
            if slot == .mediator, let actor = context.actor(at: hit.head), context.actors[actor]?.kind == .person {
                return finding(.mediator, at: hit.head, words: [context.bare(hit.head)], actor: actor).map { [$0] }
                    ?? []
            }
            let relation = analysis.tokens[hit.head].relation.base
            if relation == "appos" || relation == "compound" { holder = analysis.tokens[hit.head].head }
            holder =
                holder ?? analysis.child(of: hit.head, .apposition) ?? analysis.child(of: hit.head, .possessive)
                ?? context.prepositional(of: hit.head, "of", "by")
        } else {
            let last = hit.tokens.upperBound - 1
            holder =
                context.prepositional(of: hit.head, "of") ?? context.prepositional(of: last, "of")
                ?? (analysis.tokens[hit.head].upos == .verb ? context.doer(of: hit.head) : nil)
        }
        guard let holder, let actor = context.actor(at: holder), party(of: actor) == nil else { return [] }
        let words =
            min(
                hit.tokens.lowerBound, context.bare(holder).lowerBound)..<max(
                hit.tokens.upperBound, context.bare(holder).upperBound)
        return finding(slot, at: hit.head, words: [words], actor: actor).map { [$0] } ?? []
    }

    /// Talks, a dispute, or one of those who talk.
    private func concernsTalks(_ token: Int) -> Bool {
        if context.isTalks(token) { return true }
        let hit = context.terms.first { $0.head == token }
        if let hit, [.agreement, .topic, .session, .agenda].contains(hit.slot) { return true }
        return party(of: context.actor(at: token)) != nil
    }
}
