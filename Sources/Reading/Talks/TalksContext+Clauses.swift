import Language
import Lexicon
import Reports

/// Who does what in a clause, over the trees.
extension TalksContext {
    private var tokens: [Token] { analysis.tokens }

    /// The phrase that does what a verb says: its subject, the agent of a passive, or what it shares with the verb
    /// above (conjuncts, open complements); for a relative clause the noun before it.
    func doer(of verb: Int) -> Int? {
        if isPassive(verb) {
            return prepositional(of: verb, "by") ?? nil
        }
        return subject(of: verb)
    }

    /// What is done to: the object, or the subject of a passive.
    func undergoer(of verb: Int) -> Int? {
        if let object = analysis.child(of: verb, .object) { return object }
        guard isPassive(verb) else { return nil }
        if tokens[verb].relation.base == "acl", let head = tokens[verb].head,
            analysis.child(of: verb, .passiveSubject) == nil
        {
            return head
        }
        return subject(of: verb)
    }

    func subject(of verb: Int) -> Int? {
        var current = verb
        for _ in 0..<6 {
            if let found = analysis.child(of: current, .subject, .passiveSubject) {
                return antecedent(found, of: current)
            }
            guard let head = tokens[current].head else { return nil }
            switch tokens[current].relation.base {
            case "conj", "xcomp", "advcl", "parataxis": current = head
            case "acl": return head
            default: return nil
            }
        }
        return nil
    }

    /// The noun that a relative pronoun stands for.
    private func antecedent(_ token: Int, of verb: Int) -> Int {
        guard tokens[verb].relation == .relativeClause, let head = tokens[verb].head else { return token }
        switch tokens[token].lemma.lowercased() {
        case "who", "which", "that", "whom": return head
        default: return token
        }
    }

    func isPassive(_ verb: Int) -> Bool {
        if analysis.child(of: verb, .passiveSubject, .passiveAuxiliary) != nil { return true }
        // "talks brokered by Oman"
        return tokens[verb].relation == .adnominalClause && tokens[verb].xpos == "VBN"
            && analysis.child(of: verb, .subject, .auxiliary) == nil
    }

    /// The noun under a preposition.
    func prepositional(of token: Int, _ prepositions: String...) -> Int? {
        analysis.children(of: token).first { child in
            let base = tokens[child].relation.base
            guard base == "obl" || base == "nmod" else { return false }
            return analysis.children(of: child, .caseMarker).contains {
                prepositions.contains(tokens[$0].lemma.lowercased())
            }
        }
    }

    func isNegated(_ token: Int) -> Bool {
        analysis.children(of: token).contains { child in
            switch tokens[child].lemma.lowercased() {
            case "nothing", "nobody", "none", "not", "no", "never", "neither", "nor", "n't", "hardly", "without": true
            default: false
            }
        }
    }

    /// Whether a clause tells of something that is not there: wanted, possible, to come, or in doubt.
    func isUnreal(_ token: Int) -> Bool {
        var current: Int? = token
        for _ in 0..<8 {
            guard let here = current else { return false }
            for child in analysis.children(of: here) {
                switch tokens[child].lemma.lowercased() {
                case "will", "would", "may", "might", "can", "could", "should", "must", "if", "unless", "'ll":
                    return true
                case "to" where tokens[child].upos == .part && tokens[here].upos == .verb: return true
                default: continue
                }
            }
            switch tokens[here].relation.base {
            case "conj", "cop", "obj", "obl", "nmod", "amod": current = tokens[here].head
            default: return false
            }
        }
        return false
    }

    /// Tokens of a conjunction, the first one and the rest, in text order.
    func conjuncts(of token: Int) -> [Int] {
        [token] + analysis.children(of: token, .conjunct).flatMap { conjuncts(of: $0) }
    }

    /// One conjunct with what belongs to it alone: without the other conjuncts, their commas and conjunction words.
    func phrase(of token: Int) -> Range<Int> {
        let range = analysis.extent(of: token) { child in
            switch tokens[child].relation.base {
            case "conj", "cc", "punct", "parataxis", "mark": tokens[child].head == token
            default: false
            }
        }
        return trimmed(range)
    }

    /// A phrase without the preposition or marker that ties it to its head.
    func bare(_ token: Int) -> Range<Int> {
        let range = analysis.extent(of: token) { child in
            guard tokens[child].head == token else { return false }
            switch tokens[child].relation.base {
            case "case", "mark", "punct", "cc", "conj": return true
            default: return false
            }
        }
        return trimmed(range)
    }

    /// A clause: the verb with all that hangs on it, without what merely stands beside it.
    func clause(of token: Int) -> Range<Int> {
        let range = analysis.extent(of: token) { child in
            guard tokens[child].head == token else { return false }
            switch tokens[child].relation.base {
            case "parataxis", "conj", "cc", "discourse": return true
            default: return false
            }
        }
        return trimmed(range)
    }

    /// Without punctuation at the edges; quotation marks and brackets among it.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low + 1 < high, tokens[low].upos == .punct { low += 1 }
        while low + 1 < high, tokens[high - 1].upos == .punct { high -= 1 }
        return low..<high
    }

    /// The actor of the phrase that a word heads; of "the former governor Ismail Khan" whichever word the mention hangs on.
    func actor(at token: Int?) -> Identifier? {
        guard let token else { return nil }
        if let found = actors.actor(atHead: token) { return found }
        return analysis.children(of: token, .apposition, .flat, .compound).lazy
            .filter {
                self.tokens[$0].relation != .compound
                    || self.tokens[$0].upos == .propn && self.tokens[token].upos == .propn
            }
            .compactMap { actors.actor(atHead: $0) }.first
    }

    /// Whether a token is a word for the negotiation itself.
    func isTalks(_ token: Int?) -> Bool {
        guard let token else { return false }
        return terms.contains { $0.slot == .talks && $0.head == token && $0.partOfSpeech == .noun }
            || lemma(token).lowercased() == "talk"
    }

    /// The verb or predicate of the clause around a word.
    func predicate(of token: Int) -> Int {
        var current = token
        for _ in 0..<12 {
            let word = tokens[current]
            if word.upos == .verb || analysis.child(of: current, .copula) != nil { return current }
            guard let head = word.head else { return current }
            current = head
        }
        return current
    }
}
