import Language

/// Finds which event is what another promises, demands or refuses: "agreed to withdraw" is one event and not two.
struct EventGovernance {
    let analysis: Analysis
    private let clauses: ClauseView

    init(_ analysis: Analysis) {
        self.analysis = analysis
        clauses = ClauseView(analysis)
    }

    func link(_ candidates: inout [EventCandidate]) {
        var at: [Int: Int] = [:]
        for (index, candidate) in candidates.enumerated() {
            at[candidate.words.trigger] = index
        }
        for (index, candidate) in candidates.enumerated() {
            for word in [candidate.words.object, candidate.words.oblique].compactMap({ $0 }) where at[word] == nil {
                at[word] = index
            }
        }
        for index in candidates.indices { candidates[index].governor = governor(of: index, candidates, at) }
    }

    private func governor(of index: Int, _ candidates: [EventCandidate], _ at: [Int: Int]) -> Int? {
        let trigger = candidates[index].words.trigger
        var here = trigger
        var steps = 0
        while let head = analysis.tokens[here].head, steps < 8 {
            let relation = analysis.tokens[here].relation
            // What is said in passing is told, not promised or refused.
            if here != trigger, Self.reporting.contains(analysis.tokens[here].lemma) { return nil }
            if let above = at[head], above != index, Self.performative.contains(candidates[above].kind),
                isComplement(here, relation, of: head)
            {
                // The object of a refusal that names its own author is an event of its own.
                if !clauses.isVerb(trigger), candidates[index].parties.actors.isEmpty == false,
                    candidates[index].kind == .request || candidates[index].kind == .agree,
                    candidates[above].words.object == trigger || relation == .object
                {
                    return nil
                }
                return above
            }
            guard relation != .relativeClause, relation != .parataxis, relation != .root else { return nil }
            if relation == .conjunct, clauses.isVerb(here), hasOwnSubject(here) { return nil }
            if relation == .adverbClause, !isInfinitive(here) { return nil }
            here = head
            steps += 1
        }
        return nil
    }

    private func isComplement(_ token: Int, _ relation: Relation, of head: Int) -> Bool {
        switch relation.base {
        case "xcomp", "ccomp", "obj", "acl": return relation != .relativeClause
        case "advcl": return isInfinitive(token) || clauses.preposition(of: token) != nil
        case "obl", "nmod":
            return ["to", "for", "on", "of", "with", "from", "against", "over", "in"]
                .contains(clauses.preposition(of: token) ?? "")
        default: return false
        }
    }

    private func isInfinitive(_ verb: Int) -> Bool {
        analysis.children(of: verb, .marker).contains { analysis.tokens[$0].lemma == "to" }
    }

    private func hasOwnSubject(_ verb: Int) -> Bool {
        analysis.child(of: verb, .subject, .passiveSubject) != nil
    }

    private static let reporting: Set<String> = [
        "say", "tell", "state", "claim", "add", "argue", "explain", "report", "note", "cite", "insist", "believe",
        "think",
        "reveal", "announce", "recall", "point",
    ]

    /// Events that are done by saying what is to be done, or what another did.
    static let performative: Set<Event.Kind> = [.agree, .request, .reject, .threaten, .accuse, .concede, .support]
}
