import Language
import Lexicon

/// Descriptions: "the Taliban minister", "the group", "sources".
extension Coreference {
    enum Fit: Comparable {
        case conflict, loose, good
    }

    /// Whether two descriptions may be of one office holder: the same noun, no other portfolio.
    func fit(_ a: Description, _ b: Description) -> Fit {
        guard Self.office(a.noun) == Self.office(b.noun) else { return .loose }
        let (x, y) = (modifiers(a), modifiers(b))
        if !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y) { return .conflict }
        return .good
    }

    private static func office(_ noun: String) -> String { HeadNoun.speakers.contains(noun) ? "spokesperson" : noun }

    private func modifiers(_ description: Description) -> Set<String> {
        let words = description.title.split(separator: " ").dropLast().map(String.init)
        return Set(words).subtracting(["chief", "top", "senior", "deputy", "prime", "lead", "main", "new", "current"])
    }

    /// One actor for each wording of a source without a name.
    mutating func joinWordings() {
        var first: [String: Int] = [:]
        for (index, phrase) in phrases.enumerated() where phrase.form == .nominal {
            guard phrase.number == .many || !phrase.isDefinite else { continue }
            let key = wording(phrase)
            if let other = first[key] {
                join(other, index, rule: "same-wording")
            } else {
                first[key] = index
            }
        }
        // "two officers … the officers": the definite one takes up the nearest indefinite of the same noun.
        for (index, phrase) in phrases.enumerated() where phrase.form == .nominal && phrase.isDefinite {
            guard phrase.tokens.count <= 2, members[root(index)].count == 1 else { continue }
            let noun = knowledge.lemma(analysis.tokens[phrase.head])
            let antecedent = phrases.indices[..<index].last { other in
                let candidate = phrases[other]
                return candidate.form == .nominal && candidate.number == phrase.number
                    && (!candidate.isDefinite || candidate.tokens.count > 2) && candidate.noun != .regime
                    && knowledge.lemma(analysis.tokens[candidate.head]) == noun
                    && sentence(of: index) - sentence(of: other) <= 6
            }
            if let antecedent { join(antecedent, index, rule: "taken-up-again") }
        }
    }

    private func wording(_ phrase: Phrase) -> String {
        var words: [String] = []
        for index in phrase.tokens {
            let token = analysis.tokens[index]
            guard token.upos != .det, token.upos != .punct, token.upos != .adv, !isClause(index, phrase) else {
                continue
            }
            words.append(knowledge.lowercased(token))
        }
        return words.joined(separator: " ")
    }

    /// Whether a word belongs to a clause that the phrase has taken along.
    private func isClause(_ index: Int, _ phrase: Phrase) -> Bool {
        var current = index
        while current != phrase.head, let head = analysis.tokens[current].head {
            if analysis.tokens[current].relation.base == "acl" { return true }
            current = head
        }
        return false
    }

    /// Definite descriptions of people by their office: whoever was named with it.
    mutating func joinDescriptions() {
        for (index, phrase) in phrases.enumerated() where phrase.form == .nominal && phrase.kind == .person {
            guard let description = phrase.descriptions.first, !hasName(root(index)) else { continue }
            let isTitle = !phrase.isDefinite && isBareTitle(phrase)
            guard phrase.isDefinite || isTitle, description.possessor == nil else { continue }
            let candidates = roots.filter { root in kind(of: root) == .person && hasName(root) }
            let ranked = candidates.compactMap { candidate -> (root: Int, score: Int)? in
                guard let value = score(description, index, candidate) else { return nil }
                return (candidate, value)
            }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.root < $1.root }
            guard let best = ranked.first, best.score >= 6 else {
                joinSameDescription(index, description)
                continue
            }
            let rivals = ranked.dropFirst().filter { $0.score == best.score }
            if rivals.isEmpty {
                join(best.root, index, rule: "office")
            } else {
                let nearest = ([best] + rivals).max { a, b in
                    distance(from: index, to: a.root) > distance(from: index, to: b.root)
                }!
                join(nearest.root, index, rule: "office-nearest")
                for rival in [best] + rivals where rival.root != nearest.root {
                    note(alternative: rival.root, for: index)
                }
            }
        }
    }

    /// The same office without a name anywhere: "the minister … the minister".
    private mutating func joinSameDescription(_ index: Int, _ description: Description) {
        let other = phrases.indices[..<index].last { other in
            let candidate = phrases[other]
            guard candidate.form == .nominal, candidate.kind == .person, !hasName(root(other)),
                let first = candidate.descriptions.first
            else { return false }
            return fit(description, first) == .good && agree(description, first) != false
        }
        if let other { join(other, index, rule: "same-office") }
    }

    private func isBareTitle(_ phrase: Phrase) -> Bool {
        guard let first = analysis.tokens[phrase.tokens.lowerBound].form.utf8.first else { return false }
        return (0x41...0x5A).contains(first) && analysis.tokens[phrase.head].upos == .propn
    }

    private func distance(from phrase: Int, to root: Int) -> Int {
        members[root].map { abs(phrases[$0].head - phrases[phrase].head) }.min() ?? .max
    }

    /// How well a description fits a named person; nil if it cannot be that one.
    private func score(_ description: Description, _ phrase: Int, _ candidate: Int) -> Int? {
        guard Self.agrees(gender(of: candidate), phrases[phrase].gender) else { return nil }
        guard !contains(phrase, candidate) else { return nil }
        var best: Int?
        for (_, other) in descriptions(of: candidate) {
            let fit = fit(description, other)
            if fit == .conflict { return nil }
            let places = agree(description, other)
            guard places != false else { continue }
            if description.isFormer != other.isFormer, fit == .good { continue }
            var value = fit == .good ? 6 : 0
            if fit == .loose {
                guard description.isFormer, other.isFormer, places == true else { continue }
                value = 4
            }
            if places == true { value += 3 }
            if modifiers(description) == modifiers(other), !modifiers(other).isEmpty { value += 1 }
            best = max(best ?? 0, value)
        }
        guard var value = best else { return nil }
        // Where nothing but the description tells, only a person of this or the last sentence is meant.
        let gap = members[candidate].compactMap { member -> Int? in
            let gap = sentence(of: phrase) - sentence(of: member)
            return gap >= 0 ? gap : nil
        }.min()
        if let gap, gap <= 1 { value += 2 } else if gap == nil { value -= 1 }
        return value
    }

    /// Whether one phrase stands inside the other's cluster: "his deputy" is not he.
    private func contains(_ phrase: Int, _ candidate: Int) -> Bool {
        members[candidate].contains { member in
            phrases[phrase].tokens.overlaps(phrases[member].tokens)
        }
    }

    static func agrees(_ a: Phrase.Gender, _ b: Phrase.Gender) -> Bool { a == .unknown || b == .unknown || a == b }

    /// Whether two descriptions are of one body or country: nil if one of them does not say.
    func agree(_ a: Description, _ b: Description) -> Bool? {
        let (x, y) = (countriesAndBodies(a), countriesAndBodies(b))
        if x.isEmpty || y.isEmpty { return nil }
        return !x.isDisjoint(with: y)
    }

    private func countriesAndBodies(_ description: Description) -> Set<String> {
        var out: Set<String> = []
        for token in description.affiliations {
            if let state = knowledge.state(demonym: analysis.tokens[token]) { out.insert("c" + state.code) }
            for inner in analysis.subtree(of: token) {
                guard let cluster = cluster(atHead: inner) else { continue }
                out.insert("a\(cluster)")
                guard let entry = entry(of: cluster) else { continue }
                switch entry.kind {
                case .state: out.insert("c" + knowledge.lexicon.states[entry.row].code)
                case .group: out.insert("c" + knowledge.lexicon.groups[entry.row].country)
                case .place: out.insert("c" + knowledge.lexicon.places[entry.row].country)
                default: break
                }
            }
        }
        return out
    }

    /// "the group", "the channel", "the country"; and bodies named in the description: "the Dutch government".
    mutating func joinGroups() {
        for (index, phrase) in phrases.enumerated() where phrase.form == .nominal {
            guard let noun = phrase.noun else { continue }
            if joinSameBody(index) { continue }
            if let body = bodyBefore(phrase) {
                join(body, index, rule: "body-and-its-kind")
                continue
            }
            if noun == .regime || noun == .country || Self.sameAsBody.contains(head(of: phrase)),
                let body = namedBody(of: phrase)
            {
                join(body, index, rule: "body-and-its-regime")
                continue
            }
            guard phrase.isDefinite, phrase.number == .one, isBare(phrase) else { continue }
            let kinds: Set<Actor.Kind>
            switch noun {
            case .regime:
                if let government = lastGovernment(before: index) {
                    join(government, index, rule: "nearest-government")
                }
                continue
            case .group where !Self.anaphoric.contains(head(of: phrase)) || isApart(phrase): continue
            case .group: kinds = [.group, .organisation]
            case .outlet: kinds = [.outlet]
            case .country: kinds = [.state]
            default: continue
            }
            guard let antecedent = antecedent(of: index, kinds: kinds) else { continue }
            join(antecedent, index, rule: "nearest-" + head(of: phrase))
        }
    }

    /// Nouns that take up a body named before.
    private static let anaphoric: Set<String> = [
        "group", "movement", "organisation", "organization", "party", "militia", "faction", "front", "alliance",
        "coalition", "network", "company", "union", "bloc", "agency", "body", "army", "organisation", "outfit",
    ]

    /// "The other group", "the international body": not the one just named.
    private func isApart(_ phrase: Phrase) -> Bool {
        phrase.tokens.contains { index in
            ["other", "international", "opposing", "rival", "new", "first", "second", "main", "larger", "smaller"]
                .contains(knowledge.lowercased(analysis.tokens[index]))
        }
    }

    /// "The government" is the last one that was named by its state.
    private func lastGovernment(before index: Int) -> Int? {
        for other in phrases.indices[..<index].reversed() where phrases[other].noun == .regime {
            let cluster = root(other)
            if kind(of: cluster) == .state || hasName(cluster) { return cluster }
        }
        return nil
    }

    /// "The Osei camp's envoys … the camp's envoys": the same noun of the same body.
    private mutating func joinSameBody(_ index: Int) -> Bool {
        let phrase = phrases[index]
        guard let description = phrase.descriptions.first, phrase.isDefinite, members[root(index)].count == 1 else {
            return false
        }
        let bodies = Set(affiliations(of: description))
        guard !bodies.isEmpty, phrase.noun == .group || phrase.noun == .person else { return false }
        let other = phrases.indices[..<index].last { other in
            let candidate = phrases[other]
            guard candidate.form == .nominal, candidate.number == phrase.number, candidate.isDefinite,
                head(of: candidate) == head(of: phrase), let first = candidate.descriptions.first
            else { return false }
            return !bodies.isDisjoint(with: affiliations(of: first)) && fit(first, description) == .good
        }
        guard let other else { return false }
        join(other, index, rule: "same-noun-of-body")
        return true
    }

    private static let sameAsBody: Set<String> = ["side", "movement", "group", "government"]

    private func head(of phrase: Phrase) -> String { knowledge.lemma(analysis.tokens[phrase.head]) }

    /// Only an article before the noun, and nothing that tells it apart from others after it.
    private func isBare(_ phrase: Phrase) -> Bool {
        let others = phrase.tokens.filter { index in
            let token = analysis.tokens[index]
            return index != phrase.head && token.upos != .det && token.upos != .punct && token.upos != .adj
                && token.form != "-" && !(token.upos == .noun && token.relation.base == "compound")
                && !(token.upos == .verb && token.relation.base == "amod")
        }
        return others.isEmpty
    }

    /// The name in "the Osei movement", "the Gulu Times newspaper".
    private func bodyBefore(_ phrase: Phrase) -> Int? {
        guard phrase.number == .one, HeadNoun.bodyKinds.contains(head(of: phrase)) else { return nil }
        for token in phrase.tokens where token < phrase.head {
            guard let cluster = cluster(atHead: token), token + 1 < analysis.tokens.count,
                analysis.tokens[token + 1].xpos != "POS", hasName(cluster)
            else { continue }
            switch kind(of: cluster) {
            case .group, .organisation, .outlet: return cluster
            default: continue
            }
        }
        return nil
    }

    /// The state or group in "the Iranian side", "the government of Peru".
    private func namedBody(of phrase: Phrase) -> Int? {
        guard let description = phrase.descriptions.first, phrase.number != .many else { return nil }
        for token in description.affiliations {
            if let state = knowledge.state(demonym: analysis.tokens[token]), phraseOfHead[token] == nil {
                return cluster(ofState: state.code)
            }
            guard let cluster = cluster(atHead: token) else { continue }
            switch kind(of: cluster) {
            case .state, .group, .organisation: return cluster
            default: continue
            }
        }
        return nil
    }

    /// The nearest body of a kind before a phrase; subjects count as nearer.
    private func antecedent(of index: Int, kinds: Set<Actor.Kind>) -> Int? {
        let head = phrases[index].head
        var best: (root: Int, cost: Int)?
        for root in roots where kinds.contains(kind(of: root)) && hasName(root) {
            guard let last = nearest(root, before: head) else { continue }
            let phrase = phrases[last]
            guard !phrases[index].tokens.overlaps(phrase.tokens) else { continue }
            var cost = (sentence(of: index) - sentence(of: last)) * 40 + (head - phrase.head)
            if analysis.tokens[phrase.head].relation.base == "nsubj" { cost -= 30 }
            if kind(of: root) == .organisation, kinds.contains(.group) { cost += 25 }
            if sentence(of: index) - sentence(of: last) > 8 { continue }
            if best.map({ cost < $0.cost }) ?? true { best = (root, cost) }
        }
        return best?.root
    }
}
