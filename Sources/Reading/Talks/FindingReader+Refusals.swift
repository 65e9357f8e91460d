import Language
import Lexicon
import Reports

/// Refusals: who refuses what, why, on whose veto, and on what condition it would change.
extension FindingReader {
    func refusals() -> [Finding] {
        let hits = refusalHits()
        let blocks = hits + vetoHits()
        return hits.compactMap { hit in
            guard canHold(hit.actor, at: hit.verb) || isBacked(hit) else { return nil }
            let words = context.clause(of: hit.verb)
            guard
                var found = finding(
                    .refusals, at: hit.verb, words: [words], value: words, actor: hit.actor,
                    to: rival(of: hit.actor).map { [$0] } ?? [])
            else { return nil }
            let others = blocks.filter { $0.verb != hit.verb && $0.actor != hit.actor && explains($0, hit) }
            for other in others where !found.vetoHolders.contains(where: { $0.actor == other.actor }) {
                let clause = context.clause(of: other.verb)
                let detail = Finding.Detail(
                    value: context.analysis.words(clause), actor: other.actor,
                    statement: context.statement(at: other.verb)?.id, evidence: [context.analysis.evidence(clause)])
                found.vetoHolders.append(detail)
                found.reasons.append(detail)
            }
            found.conditions = conditions(of: hit.verb)
            return found
        }
    }

    private struct Refusal {
        var verb: Int
        var actor: Identifier
    }

    /// Verbs and phrases of refusal with someone who refuses.
    private func refusalHits() -> [Refusal] {
        var found: [Refusal] = []
        for hit in context.terms {
            let verb: Int
            switch (hit.slot, hit.partOfSpeech) {
            case (.refusal, .verb), (.refusal, .phrase): verb = context.predicate(of: hit.head)
            case (.acceptance, .verb):
                guard context.isNegated(hit.head) else { continue }
                verb = hit.head
            default: continue
            }
            guard !found.contains(where: { $0.verb == verb }) else { continue }
            let subject =
                context.analysis.child(of: verb, .copula) != nil ? context.subject(of: verb) : context.doer(of: verb)
            guard let actor = context.actor(at: subject) else { continue }
            found.append(Refusal(verb: verb, actor: actor))
        }
        return found
    }

    /// "X has the upper hand", "X blocked the deal"
    private func vetoHits() -> [Refusal] {
        context.terms.compactMap { hit in
            guard hit.slot == .veto else { return nil }
            let verb = context.predicate(of: hit.head)
            guard let actor = context.actor(at: context.doer(of: verb)) else { return nil }
            return Refusal(verb: verb, actor: actor)
        }
    }

    /// A refusal by one who is no party counts if it is told as the word of a party.
    private func isBacked(_ refusal: Refusal) -> Bool {
        guard let statement = context.statement(at: refusal.verb) else { return false }
        return context.holders(of: statement).contains { party(of: $0.source.actor) != nil }
    }

    /// Whether one refusal is given as the ground of another: in the same words of one speaker, or inside them.
    private func explains(_ reason: Refusal, _ refusal: Refusal) -> Bool {
        guard let inner = context.statement(at: reason.verb), let outer = context.statement(at: refusal.verb),
            outer.depth > 0
        else { return false }
        if inner.id == outer.id { return true }
        let chain = context.holders(of: inner).map(\.id)
        return chain.contains(outer.id)
            || context.holders(of: inner).dropFirst().contains { $0.source.actor == refusal.actor }
            || context.statements.contains { $0.parent == outer.id && chain.contains($0.id) }
    }

    /// "until …", "unless …", "only if …"
    private func conditions(of verb: Int) -> [Finding.Detail] {
        context.analysis.children(of: verb, .adverbClause).compactMap { clause in
            let isCondition = context.analysis.children(of: clause, .marker).contains {
                ["till", "until", "unless", "if", "once"].contains(context.lemma($0).lowercased())
            }
            guard isCondition else { return nil }
            let words = context.clause(of: clause)
            let marker = context.analysis.children(of: clause, .marker).first ?? words.lowerBound
            let range = min(marker, words.lowerBound)..<words.upperBound
            return Finding.Detail(
                value: context.analysis.words(range), statement: context.statement(at: verb)?.id,
                evidence: [context.analysis.evidence(range)])
        }
    }
}
