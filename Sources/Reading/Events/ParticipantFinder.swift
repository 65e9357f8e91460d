import Language
import Lexicon
import Reports

/// Finds the parties of a matched pattern where its frame allows them, and nowhere else.
struct ParticipantFinder {
    let analysis: Analysis
    let actors: ActorTable
    private let clauses: ClauseView

    init(_ analysis: Analysis, _ actors: ActorTable) {
        self.analysis = analysis
        self.actors = actors
        clauses = ClauseView(analysis)
    }

    struct Parties {
        var actors: [Event.Participant] = []
        var recipients: [Event.Participant] = []
    }

    func parties(of match: PatternMatch) -> Parties {
        var parties = Parties()
        let pattern = match.pattern
        if pattern.symmetric {
            for position in pattern.actors + pattern.recipients { add(heads(at: position, match), to: &parties.actors) }
            return parties
        }
        for position in pattern.actors {
            let heads = heads(at: position, match)
            add(heads, to: &parties.actors)
            // "Corvian aircraft": what is done with a party's things is done by it.
            if parties.actors.isEmpty, position == .subject {
                for head in heads { add(owners(of: head), to: &parties.actors) }
            }
            if !parties.actors.isEmpty { break }
        }
        if parties.actors.isEmpty { add(subjectsOfLightVerb(over: match.words), to: &parties.actors) }
        for position in pattern.recipients {
            var found: [Event.Participant] = []
            let heads = heads(at: position, match)
            add(heads, to: &found)
            if found.isEmpty, position == .object {
                for head in heads { add(self.holders(of: head), to: &found) }
            }
            found.removeAll { candidate in parties.actors.contains { $0.actor == candidate.actor } }
            parties.recipients += found
            if !parties.recipients.isEmpty { break }
        }
        return parties
    }

    /// Those whom a promise, demand or refusal is about, by what is promised: "offered to release THE ENVOY", "agreed to
    /// open talks with BELMAR". The first party of the complement, but for those given.
    func beneficiaries(of words: EventWords, besides own: Set<Identifier>) -> [Event.Participant] {
        let hosts = [words.trigger, words.object].compactMap { $0 }
        let clause = hosts.flatMap { host in
            analysis.children(of: host).filter { child in
                let base = analysis.tokens[child].relation.base
                guard child > host, analysis.tokens[child].relation != .relativeClause else { return false }
                let isInfinitive = analysis.children(of: child, .marker).contains { analysis.tokens[$0].lemma == "to" }
                return ["xcomp", "ccomp"].contains(base) || ["acl", "advcl"].contains(base) && isInfinitive
            }
        }
        for verb in clause {
            // "assured them that they can return": the complement's own subject.
            if analysis.tokens[verb].relation == .complement {
                var found: [Event.Participant] = []
                add(clauses.surfaceSubjects(of: verb, depth: 0), to: &found)
                found.removeAll { own.contains($0.actor) }
                if !found.isEmpty { return found }
            }
            for token in analysis.subtree(of: verb) where token > verb {
                let base = analysis.tokens[token].relation.base
                guard ["obj", "iobj", "obl", "nmod"].contains(base), participant(at: token) != nil else { continue }
                if let preposition = clauses.preposition(of: token), !Self.towards.contains(preposition) { continue }
                var found: [Event.Participant] = []
                add([token], to: &found)
                found.removeAll { own.contains($0.actor) || actors[$0.actor]?.kind == .place }
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    private static let towards: Set<String> = ["to", "with", "for", "from", "on", "against", "of", "in", "between"]

    /// The actor of a phrase, with the words that stand for it.
    func participant(at head: Int) -> Event.Participant? {
        if let actor = actors.actor(atHead: head) {
            let entry = actors.entries.first { $0.head == head && $0.actor == actor }
            return Event.Participant(actor: actor, at: analysis.evidence(entry?.tokens ?? head..<head + 1))
        }
        // "a group of", "three of", "thousands of": the parties stand after the "of".
        let lemma = analysis.tokens[head].lemma
        if analysis.tokens[head].upos == .num || Self.quantifiers.contains(lemma) {
            for inner in clauses.dependents(of: head, with: "of") {
                if let found = participant(at: inner) { return found }
            }
        }
        return nil
    }

    // MARK: Positions

    func heads(at position: EventPattern.Position, _ match: PatternMatch) -> [Int] {
        let trigger = match.words.trigger
        let isVerb = clauses.isVerb(trigger)
        switch position {
        case .subject:
            return isVerb ? clauses.logicalSubjects(of: trigger) : subjectsOfLightVerb(over: match.words)
        case .object:
            return isVerb ? clauses.logicalObjects(of: trigger).filter { $0 != match.words.object } + held(match) : []
        case .indirectObject: return analysis.children(of: trigger, .indirectObject)
        case .possessor:
            return [trigger, match.words.object].compactMap { $0 }.flatMap { analysis.children(of: $0, .possessive) }
        case .modifier:
            return analysis.children(of: trigger, .compound, .adjective, .nounModifier)
                .filter { $0 < trigger && clauses.preposition(of: $0) == nil }
        case .preposition(let preposition): return prepositional(preposition, match)
        }
    }

    /// What the object of the row itself holds: "rejected NORWAY'S offer".
    private func held(_ match: PatternMatch) -> [Int] {
        guard let object = match.words.object else { return [] }
        return holders(of: object)
    }

    /// Whose a thing is: its possessor, its maker, its "of", its adjective or the name before it.
    private func holders(of noun: Int) -> [Int] {
        var found = analysis.children(of: noun, .possessive)
        for preposition in ["by", "from", "of"] where found.isEmpty {
            found = clauses.dependents(of: noun, with: preposition)
        }
        if !found.contains(where: { participant(at: $0) != nil }) {
            found = analysis.children(of: noun, .adjective, .compound, .nounModifier).filter { $0 < noun }
        }
        if !found.contains(where: { participant(at: $0) != nil }) {
            found = ["in", "against", "on"].flatMap { clauses.dependents(of: noun, with: $0) }
        }
        return found
    }

    /// The name before a thing, or its possessor.
    private func owners(of noun: Int) -> [Int] {
        analysis.children(of: noun, .possessive, .adjective, .compound, .nounModifier).filter { $0 < noun }
    }

    /// "Announced a suspension", "engaged in talks": who does what a noun names is the subject of the verb over it.
    private func subjectsOfLightVerb(over words: EventWords) -> [Int] {
        guard !clauses.isVerb(words.trigger) else { return [] }
        var here = words.trigger
        for _ in 0..<3 {
            guard let head = analysis.tokens[here].head else { return [] }
            if clauses.isVerb(head) {
                guard Self.lightVerbs.contains(analysis.tokens[head].lemma),
                    clauses.logicalObjects(of: head).contains(here) || clauses.preposition(of: here) == "in"
                else { return [] }
                return clauses.logicalSubjects(of: head)
            }
            guard PatternMatcher.containers.contains(analysis.tokens[head].lemma) else { return [] }
            here = head
        }
        return []
    }

    private static let lightVerbs: Set<String> = [
        "announce", "order", "declare", "launch", "begin", "start", "stage", "conduct", "make", "issue", "continue",
        "resume", "impose", "hold", "commit", "engage", "carry", "mount", "take", "give", "speed", "complete",
        "undertake",
        "pursue", "organise", "organize", "lead", "join", "end", "express", "voice", "extend", "offer", "accelerate",
    ]

    private func prepositional(_ preposition: String, _ match: PatternMatch) -> [Int] {
        var hosts = [match.words.trigger]
        if let object = match.words.object { hosts.append(object) }
        if let oblique = match.words.oblique, oblique != match.words.trigger,
            clauses.preposition(of: oblique) == preposition
        {
            return [oblique]
        }
        if clauses.isVerb(match.words.trigger) {
            // "given by the league TO CORVIA": the tree may hang it on the agent.
            if preposition == "to", clauses.isPassive(match.words.trigger) {
                hosts += clauses.agents(of: match.words.trigger)
            }
            hosts += clauses.logicalObjects(of: match.words.trigger).filter { !hosts.contains($0) }
        } else if let verb = analysis.tokens[match.words.trigger].head, clauses.isVerb(verb), preposition != "of",
            preposition == "between"
                || [.subject, .passiveSubject, .object].contains(analysis.tokens[match.words.trigger].relation)
        {
            // "Talks were held between": the tree may hang the parties on the verb.
            hosts.append(verb)
        }
        return hosts.flatMap { clauses.dependents(of: $0, with: preposition) }
    }

    // MARK: Lists

    private func add(_ heads: [Int], to list: inout [Event.Participant]) {
        for head in heads {
            for member in clauses.conjuncts(of: head) {
                let found = coordinatedAdjectives(of: member).compactMap { participant(at: $0) }
                let members = found.count > 1 ? found : participant(at: member).map { [$0] } ?? []
                for participant in members where !list.contains(where: { $0.actor == participant.actor }) {
                    list.append(participant)
                }
            }
        }
    }

    /// "French and Egyptian warships": two parties in one phrase.
    private func coordinatedAdjectives(of noun: Int) -> [Int] {
        for child in analysis.children(of: noun, .adjective, .compound) where child < noun {
            let all = clauses.conjuncts(of: child)
            if all.count > 1, analysis.tokens[child].form.utf8.first.map({ (0x41...0x5A).contains($0) }) ?? false {
                return all
            }
        }
        return []
    }

    private static let quantifiers: Set<String> = [
        "number", "group", "dozen", "hundred", "thousand", "million", "score", "member", "some", "many", "most",
        "several", "one", "all", "both", "none", "majority", "handful", "pair", "couple", "third", "half", "crowd",
        "series", "team", "band", "contingent", "ten", "tens", "lot", "few", "any", "other",
    ]
}
