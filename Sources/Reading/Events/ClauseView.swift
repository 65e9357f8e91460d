import Language

/// Grammatical functions around a verb or noun, read through passives, relative clauses, control and coordination.
struct ClauseView {
    let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    // MARK: Voice

    func isPassive(_ verb: Int) -> Bool {
        var isAuxiliary = false
        for child in analysis.children(of: verb) {
            let relation = analysis.tokens[child].relation
            if relation == .passiveAuxiliary || relation == .passiveSubject { return true }
            if relation == .subject { return false }
            if relation == .auxiliary { isAuxiliary = true }
        }
        guard analysis.tokens[verb].xpos == "VBN", !isAuxiliary else { return false }
        switch analysis.tokens[verb].relation {
        case .adnominalClause, .adverbClause: return true
        case .conjunct:
            guard let head = analysis.tokens[verb].head, isVerb(head) else { return false }
            return isPassive(head)
        case .openComplement: return true
        default: return false
        }
    }

    func isVerb(_ token: Int) -> Bool { analysis.tokens[token].upos == .verb }

    // MARK: Functions

    /// Who acts: the subject, or the agent of a passive.
    func logicalSubjects(of verb: Int) -> [Int] {
        isPassive(verb) ? agents(of: verb) : surfaceSubjects(of: verb, depth: 0)
    }

    /// Who or what is acted on: the object, or the subject of a passive.
    func logicalObjects(of verb: Int) -> [Int] {
        if isPassive(verb) { return surfaceSubjects(of: verb, depth: 0) }
        let own = analysis.children(of: verb, .object)
        if !own.isEmpty { return own }
        // A sole object that the tree takes for an indirect one.
        let indirect = analysis.children(of: verb, .indirectObject)
        if !indirect.isEmpty { return indirect }
        // "the man whom they held": the object is what the clause modifies.
        if analysis.tokens[verb].relation == .relativeClause, let noun = analysis.tokens[verb].head,
            surfaceSubjects(of: verb, depth: 0) != [noun]
        {
            return [noun]
        }
        // "condemned and rejected the plan" hangs the object on the first verb.
        if analysis.tokens[verb].relation == .conjunct, let first = analysis.tokens[verb].head, isVerb(first),
            !isPassive(first)
        {
            return analysis.children(of: first, .object).filter { $0 > verb }
        }
        return []
    }

    func agents(of verb: Int) -> [Int] {
        let marked = analysis.children(of: verb, .agent)
        if !marked.isEmpty { return marked }
        let own = dependents(of: verb, with: "by")
        if !own.isEmpty { return own }
        if analysis.tokens[verb].relation == .conjunct, let head = analysis.tokens[verb].head, isVerb(head),
            isPassive(head)
        {
            return agents(of: head)
        }
        return []
    }

    /// The subject as it stands, or the one that the clause has by control, coordination or modification.
    func surfaceSubjects(of verb: Int, depth: Int) -> [Int] {
        guard depth < 6 else { return [] }
        // Of two subjects, which only an error of the tree gives, the nearer one before the verb.
        let own = analysis.children(of: verb).filter {
            let relation = analysis.tokens[$0].relation
            return relation == .subject || relation == .passiveSubject || relation.name == "nsubj:outer"
        }
        if let subject = own.last(where: { $0 < verb }) ?? own.first { return [antecedent(subject, verb)] }
        guard let head = analysis.tokens[verb].head else { return [] }
        switch analysis.tokens[verb].relation {
        case .conjunct: return isPredicate(head) ? surfaceSubjects(of: head, depth: depth + 1) : []
        case .complement: return strayedSubject(of: verb, head)
        case .openComplement:
            guard isPredicate(head) else { return [] }
            if Self.objectControl.contains(analysis.tokens[head].lemma) {
                let objects = logicalObjects(of: head)
                if !objects.isEmpty { return objects }
            }
            return isPassive(head) || !Self.objectControl.contains(analysis.tokens[head].lemma)
                ? surfaceSubjects(of: head, depth: depth + 1) : []
        case .relativeClause: return [head]
        case .adnominalClause:
            guard analysis.tokens[verb].xpos != "VB" else { return holders(of: head, depth: depth) }
            return [nounBefore(verb) ?? head]
        case .adverbClause: return isPredicate(head) ? surfaceSubjects(of: head, depth: depth + 1) : []
        default: return []
        }
    }

    /// The subject of a finite clause that the tree hangs on the verb above: "said that ARVIA, which …, had met".
    private func strayedSubject(of verb: Int, _ head: Int) -> [Int] {
        guard let marker = analysis.child(of: verb, .marker), marker > head else { return [] }
        let strays = analysis.children(of: head).filter { child in
            marker < child && child < verb
                && [.subject, .object, .passiveSubject, .indirectObject].contains(analysis.tokens[child].relation)
        }
        if let stray = strays.last { return [stray] }
        // Or whatever phrase stands right after the "that".
        var here = marker + 1
        guard here < verb else { return [] }
        while let above = analysis.tokens[here].head, marker < above, above < verb, !isVerb(above) { here = above }
        return [.noun, .propn, .pron].contains(analysis.tokens[here].upos) ? [here] : []
    }

    /// The noun phrase that ends right before a participle, which it modifies: "tonnes of grain GIVEN by".
    private func nounBefore(_ verb: Int) -> Int? {
        guard verb > 0, analysis.sentenceOfToken[verb - 1] == analysis.sentenceOfToken[verb] else { return nil }
        var here = verb - 1
        guard [.noun, .propn].contains(analysis.tokens[here].upos) else { return nil }
        while let head = analysis.tokens[here].head, head < here, [.noun, .propn].contains(analysis.tokens[head].upos),
            ["nmod", "flat", "appos"].contains(analysis.tokens[here].relation.base)
        {
            here = head
        }
        return here
    }

    /// Whose an "offer to withdraw" is: the noun's possessor, or the subject of the verb that it hangs on.
    private func holders(of noun: Int, depth: Int) -> [Int] {
        if let owner = analysis.child(of: noun, .possessive) { return [owner] }
        guard let verb = analysis.tokens[noun].head, isVerb(verb) else { return [] }
        return isPassive(verb) ? agents(of: verb) : surfaceSubjects(of: verb, depth: depth + 1)
    }

    /// A relative pronoun stands for the noun that its clause modifies.
    func antecedent(_ token: Int, _ verb: Int) -> Int {
        let word = analysis.tokens[token]
        guard word.upos == .pron || word.upos == .det || word.upos == .sconj,
            ["who", "which", "that", "whom", "whose"].contains(word.lemma.lowercased())
        else { return token }
        var clause: Int? = verb
        while let here = clause {
            let relation = analysis.tokens[here].relation
            if relation == .relativeClause || relation == .adnominalClause {
                return analysis.tokens[here].head ?? token
            }
            guard relation == .conjunct || relation == .openComplement else { return token }
            clause = analysis.tokens[here].head
        }
        return token
    }

    private func isPredicate(_ token: Int) -> Bool {
        isVerb(token) || analysis.child(of: token, .copula) != nil || analysis.child(of: token, .subject) != nil
    }

    /// Nouns that hang on a token with a preposition, text order.
    func dependents(of token: Int, with preposition: String) -> [Int] {
        var found = analysis.children(of: token).filter { child in
            let base = analysis.tokens[child].relation.base
            return (base == "obl" || base == "nmod" || base == "advcl" || base == "acl")
                && self.preposition(of: child) == preposition
        }
        // What follows a noun right away is the noun's, also where the tree hangs it on the noun's verb.
        let next = token + 1
        if found.isEmpty, next < analysis.tokens.count,
            analysis.tokens[next].relation == .caseMarker, analysis.tokens[next].form.lowercased() == preposition,
            let noun = analysis.tokens[next].head, noun > next, let host = analysis.tokens[noun].head, host < token,
            isVerb(token) ? preposition == "by" : host == analysis.tokens[token].head
        {
            found.append(noun)
        }
        return found
    }

    /// The preposition of a noun, its fixed parts joined: "because of".
    func preposition(of token: Int) -> String? {
        guard
            let first = analysis.children(of: token).first(where: {
                analysis.tokens[$0].relation == .caseMarker && $0 < token
                    || analysis.tokens[$0].relation == .marker && analysis.tokens[$0].upos != .part
            })
        else {
            // "with Premier Aldo Fenn": the preposition may hang on the title.
            let title = analysis.children(of: token).first {
                $0 < token && analysis.tokens[$0].relation.name == "nmod:desc"
            }
            return title.flatMap { preposition(of: $0) }
        }
        let word = analysis.tokens[first].form.lowercased()
        if word == "out", analysis.tokens[first + 1].form == "of", first + 1 < token { return "out of" }
        let rest = analysis.children(of: first, Relation("fixed")).map { analysis.tokens[$0].form.lowercased() }
        return rest.isEmpty ? word : ([word] + rest).joined(separator: " ")
    }

    /// A token and what is coordinated with it.
    func conjuncts(of token: Int) -> [Int] {
        var found = [token]
        for child in analysis.children(of: token, .conjunct) where !isVerb(child) { found += conjuncts(of: child) }
        return found
    }

    /// Whether a word hangs inside the clause of a verb or noun, without another verb between.
    func isInClause(_ token: Int, of head: Int) -> Bool {
        var here: Int? = token
        while let current = here {
            if current == head { return true }
            if current != token, isVerb(current) { return false }
            here = analysis.tokens[current].head
        }
        return false
    }

    /// Verbs whose object does what their complement tells.
    static let objectControl: Set<String> = [
        "ask", "urge", "tell", "order", "force", "allow", "invite", "help", "want", "permit", "enable", "press",
        "pressure", "persuade", "convince", "encourage", "call", "request", "instruct", "command", "require", "compel",
        "authorise", "authorize", "send", "advise", "warn", "beg", "implore", "appeal", "accuse", "let", "make", "see",
        "push", "prompt", "oblige", "remind", "challenge", "summon",
    ]
}
