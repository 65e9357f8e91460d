import Language
import Lexicon
import Reports

/// Demands, red lines, offers and refusals: what the parties want of each other and will not have.
extension FindingReader {
    func positions() -> [Finding] {
        let demands = context.terms.flatMap { hit -> [Finding] in
            switch (hit.slot, hit.partOfSpeech) {
            case (.demand, .noun), (.precondition, .noun): demanded(hit)
            case (.demand, .verb): wanted(hit)
            default: []
            }
        }
        let lines = context.terms.flatMap { $0.slot == .redLine ? drawn($0) : [] }
        return unique(demands + stated(.demands)) + unique(lines) + unique(stated(.offers) + intentions()) + refusals()
    }

    // MARK: Demands

    /// "demands of X by the rebels", "the rebels raised a demand to …"
    private func demanded(_ hit: TermHit) -> [Finding] {
        guard let holder = holder(of: hit.head), canHold(holder, at: hit.head) else { return [] }
        let contents = contents(of: hit.head)
        return contents.flatMap { values(of: $0) }.compactMap { value in
            let to = rival(of: holder)
            return finding(
                .demands, at: value.lowerBound, words: [value], value: value, actor: holder, to: to.map { [$0] } ?? [])
        }
    }

    /// Whose demand it is: by, of or from whom, or who raises it; a bare "these demands" belongs to whoever was named
    /// with demands before.
    private func holder(of noun: Int) -> Identifier? {
        let tokens = context.analysis.tokens
        let modifier = context.prepositional(of: noun, "by", "from") ?? context.analysis.child(of: noun, .possessive)
        if let actor = context.actor(at: modifier), canHold(actor, at: noun) { return actor }
        if let head = tokens[noun].head, tokens[noun].relation == .object, tokens[head].upos == .verb,
            Self.isRaising(tokens[head].lemma), let doer = context.actor(at: context.doer(of: head))
        {
            return doer
        }
        guard let determiner = context.analysis.child(of: noun, .determiner),
            ["these", "this", "those", "such", "the"].contains(context.lemma(determiner).lowercased())
        else { return nil }
        let before = context.terms.last { hit in
            hit.slot == .demand && hit.partOfSpeech == .noun && hit.head < noun && hit.head != noun
        }
        return before.flatMap { holder(of: $0.head) }
    }

    /// Verbs with which one's own demand is put.
    private static func isRaising(_ lemma: String) -> Bool {
        [
            "raise", "make", "present", "voice", "put", "submit", "issue", "table", "list", "repeat", "renew",
            "reiterate", "set", "press",
        ]
        .contains(lemma)
    }

    /// What is demanded: "of X", "for X", "to do X", "that X".
    private func contents(of noun: Int) -> [Int] {
        let analysis = context.analysis
        let clauses = analysis.children(of: noun, .adnominalClause, .openComplement, .complement)
        let ofVerb =
            analysis.tokens[noun].relation == .object
            ? analysis.tokens[noun].head.map { analysis.children(of: $0, .openComplement, .adverbClause, .complement) }
                ?? [] : []
        let marked = ofVerb.filter { verb in
            analysis.child(of: verb, .marker).map { context.lemma($0).lowercased() == "to" } ?? false
        }
        let nouns = [context.prepositional(of: noun, "of", "for")].compactMap { $0 }
        return nouns + (clauses.isEmpty ? marked : clauses)
    }

    /// One value for each conjunct of a noun phrase or gerund; a clause is one value.
    private func values(of token: Int) -> [Range<Int>] {
        let word = context.analysis.tokens[token]
        let isClause = context.analysis.children(of: token, .marker).contains { context.lemma($0).lowercased() == "to" }
        if isClause { return [withoutMarker(context.clause(of: token), token)] }
        if word.upos == .verb, word.xpos != "VBG" { return [context.clause(of: token)] }
        return context.conjuncts(of: token).map(context.bare)
    }

    private func withoutMarker(_ clause: Range<Int>, _ verb: Int) -> Range<Int> {
        let marker = context.analysis.child(of: verb, .marker)
        return marker == clause.lowerBound && clause.count > 1 ? clause.lowerBound + 1..<clause.upperBound : clause
    }

    /// "they want to …", "the rebels asked for …", with a party as the one who wants.
    private func wanted(_ hit: TermHit) -> [Finding] {
        guard let actor = context.actor(at: context.doer(of: hit.head)), canHold(actor, at: hit.head),
            !context.isNegated(hit.head)
        else { return [] }
        let analysis = context.analysis
        let target =
            analysis.child(of: hit.head, .openComplement, .complement)
            ?? context.prepositional(of: hit.head, "for", "on") ?? analysis.child(of: hit.head, .object)
        guard let target, !context.isTalks(target) else { return [] }
        let words = context.clause(of: target)
        let to = rival(of: actor)
        return finding(
            .demands, at: target, words: [words], value: withoutMarker(words, target), actor: actor,
            to: to.map { [$0] } ?? []
        ).map { [$0] } ?? []
    }

    // MARK: Red lines

    /// "X and Y are our red lines", "a red line for the rebels: X", "we will never cross these red lines"
    private func drawn(_ hit: TermHit) -> [Finding] {
        let analysis = context.analysis
        let head = hit.head
        let speaker = context.statement(at: head)?.source.actor
        let owner =
            analysis.child(of: head, .possessive).flatMap { context.actor(at: $0) }
            ?? context.actor(at: context.prepositional(of: head, "for", "of"))
            ?? speaker
        guard let owner, canHold(owner, at: head) else { return [] }
        if analysis.child(of: head, .copula) != nil, let subject = analysis.child(of: head, .subject, .clausalSubject) {
            return issues(of: subject).compactMap { value in
                finding(.redLines, at: value.lowerBound, words: [value], value: value, actor: owner)
            }
        }
        if analysis.tokens[head].relation == .object, let verb = analysis.tokens[head].head {
            let words = context.clause(of: verb)
            return finding(.redLines, at: verb, words: [words], value: words, actor: owner).map { [$0] } ?? []
        }
        if analysis.tokens[head].relation.base == "nsubj", let predicate = analysis.tokens[head].head {
            return issues(of: predicate).compactMap { value in
                finding(.redLines, at: value.lowerBound, words: [value], value: value, actor: owner)
            }
        }
        return []
    }

    /// The items of a list; "the issues of A, B and C" are A, B and C.
    private func issues(of token: Int) -> [Range<Int>] {
        let isGeneric = context.terms.contains { $0.slot == .agenda && $0.partOfSpeech == .noun && $0.head == token }
        if isGeneric, let inner = context.prepositional(of: token, "of") {
            return context.conjuncts(of: inner).map(context.bare)
                + context.conjuncts(of: token).dropFirst().map(context.bare)
        }
        return context.conjuncts(of: token).map(context.bare)
    }

    // MARK: Statements whose act is a demand or an offer

    private func stated(_ slot: Slot) -> [Finding] {
        context.statements.compactMap { statement in
            guard statement.depth > 0, let actor = statement.source.actor, let place = statement.content.first,
                let token = context.analysis.tokens(in: place.span).first, canHold(actor, at: token)
            else { return nil }
            let isAssurance = statement.act == .assure || statement.act == .promise
            switch (slot, statement.act) {
            case (.demands, .demand), (.demands, .request), (.offers, .offer), (.offers, .assure), (.offers, .promise):
                break
            default: return nil
            }
            let to = statement.addressees.first?.actor ?? rival(of: actor)
            return Finding(
                slot: slot, value: statement.content.first.map { context.analysis.report.words($0.span) }, actor: actor,
                to: to.map { [$0] } ?? [], statement: statement.id, isAssurance: isAssurance,
                evidence: statement.content, basis: .stated)
        }
    }

    /// "We do not intend to …" out of a party's own mouth is an assurance.
    private func intentions() -> [Finding] {
        let analysis = context.analysis
        return analysis.tokens.indices.compactMap { verb in
            guard ["intend", "plan", "mean", "wish", "seek"].contains(context.lemma(verb)), context.isNegated(verb),
                let subject = analysis.child(of: verb, .subject),
                ["we", "i"].contains(context.lemma(subject).lowercased()),
                analysis.child(of: verb, .openComplement) != nil || analysis.child(of: verb, .object) != nil,
                let statement = context.statement(at: verb), let actor = statement.source.actor,
                canHold(actor, at: verb)
            else { return nil }
            let words = context.clause(of: verb)
            let start = words.first { $0 > subject && analysis.tokens[$0].relation.base == "aux" } ?? verb
            let value = start..<words.upperBound
            var found = finding(
                .offers, at: verb, words: [value], value: value, actor: actor, to: rival(of: actor).map { [$0] } ?? [])
            found?.isAssurance = true
            return found
        }
    }
}
