import Language
import Lexicon

/// Pronouns: those of a quotation by who speaks, the others by number, gender, nearness and grammar.
extension Coreference {
    mutating func joinPronouns() {
        let quotations = AttributionIndex(analysis, attributions)
        for (index, phrase) in phrases.enumerated() {
            guard let pronoun = phrase.pronoun else { continue }
            switch pronoun {
            case .relative: resolveRelative(index)
            case .first(let plural): resolveFirst(index, plural, quotations)
            case .second: resolveSecond(index, quotations)
            case .third(let plural, let thing): resolveThird(index, plural: plural, thing: thing, quotations)
            }
        }
        joinUnexplained()
    }

    /// Pronouns of one gender and number that are sources and have no antecedent are one unknown.
    private mutating func joinUnexplained() {
        var first: [String: Int] = [:]
        for (index, phrase) in phrases.enumerated() where members[root(index)].count == 1 && isUnnamedSource(index) {
            let key = "\(phrase.gender)/\(phrase.number)"
            if let other = first[key] { join(other, index, rule: "same-pronoun") } else { first[key] = index }
        }
    }

    /// Whether a pronoun that nothing explains is the source of an attribution: then somebody is meant all the same.
    func isUnnamedSource(_ phrase: Int) -> Bool {
        guard case .third(_, let thing) = phrases[phrase].pronoun, !thing else { return false }
        let head = phrases[phrase].head
        return attributions.contains { $0.source == head..<head + 1 }
    }

    /// The noun that the clause of "who" modifies.
    private mutating func resolveRelative(_ index: Int) {
        var current = phrases[index].head
        for _ in 0..<4 {
            guard let head = analysis.tokens[current].head else { return }
            if analysis.tokens[current].relation.base == "acl" {
                guard head < phrases[index].head, let antecedent = cluster(atHead: head) else { return }
                join(antecedent, index, rule: "relative")
                return
            }
            current = head
        }
    }

    /// The cluster of an attribution's source, following inherited ones.
    func source(of attribution: Int) -> Int? {
        var index = attribution
        for _ in 0..<8 {
            if let source = attributions[index].source, !source.isEmpty {
                return cluster(atHead: analysis.head(of: source)) ?? cluster(in: source)
            }
            guard let inherited = attributions[index].inherits else { return nil }
            index = inherited
        }
        return nil
    }

    private func cluster(in tokens: Range<Int>) -> Int? {
        tokens.lazy.compactMap { phraseOfHead[$0] }.first {
            self.phrases[$0].tokens.clamped(to: tokens) == self.phrases[$0].tokens
        }
        .map(root)
    }

    /// "I" is the source of the quotation; "we" its party, where it is known whom the source speaks for.
    private mutating func resolveFirst(_ index: Int, _ plural: Bool, _ quotations: AttributionIndex) {
        guard let attribution = quotations.attribution(of: phrases[index].head), let source = source(of: attribution)
        else { return }
        if plural {
            if let stated = bracketed(after: index) {
                join(stated, index, rule: "first-person-explained")
            } else if let body = party(of: source) {
                join(body, index, rule: "first-person-of-spokesman")
            } else if number(of: source) == .many || kind(of: source) != .person {
                join(source, index, rule: "first-person")
            }
        } else if kind(of: source) == .person {
            join(source, index, rule: "first-person")
        }
    }

    /// "We (the committee)": an editor's words that say who "we" are.
    private func bracketed(after index: Int) -> Int? {
        let open = phrases[index].head + 1
        guard open + 1 < analysis.tokens.count, ["(", "["].contains(analysis.tokens[open].form) else { return nil }
        for token in open + 1..<min(open + 6, analysis.tokens.count) {
            if [")", "]"].contains(analysis.tokens[token].form) { return nil }
            if let found = cluster(atHead: token) { return found }
        }
        return nil
    }

    /// The body that a person speaks for, leads or holds an office in, as the report says.
    func party(of root: Int) -> Int? {
        for (_, description) in descriptions(of: root) where !description.isFormer {
            guard HeadNoun.kin.contains(description.noun) == false else { continue }
            for body in affiliations(of: description) where body != root {
                switch kind(of: body) {
                case .group, .state, .organisation: return body
                case .person, .collective: if let inner = party(of: body) { return inner }
                default: continue
                }
            }
        }
        return nil
    }

    /// "You" in a quotation: whom it was said to.
    private mutating func resolveSecond(_ index: Int, _ quotations: AttributionIndex) {
        guard let attribution = quotations.attribution(of: phrases[index].head) else { return }
        for addressee in attributions[attribution].addressees where !addressee.isEmpty {
            guard let cluster = cluster(atHead: analysis.head(of: addressee)) ?? cluster(in: addressee) else {
                continue
            }
            guard kind(of: cluster) != .outlet else { continue }
            join(cluster, index, rule: "second-person")
            return
        }
    }

    private mutating func resolveThird(_ index: Int, plural: Bool, thing: Bool, _ quotations: AttributionIndex) {
        let phrase = phrases[index]
        if !plural, !thing, let source = previousSource(for: index, quotations) {
            join(source, index, rule: "preceding-source")
            return
        }
        if thing, !phrase.isPossessive, isImpersonal(phrase.head) { return }
        let forbidden = forbidden(for: index, quotations)
        var ranked: [(root: Int, cost: Int)] = []
        for root in roots where !forbidden.contains(root) && fits(root, phrase, plural: plural, thing: thing) {
            guard let cost = cost(of: root, for: index, quotations) else { continue }
            ranked.append((root, cost))
        }
        ranked.sort { ($0.cost, $0.root) < ($1.cost, $1.root) }
        guard let best = ranked.first else { return }
        if thing, best.cost > 45 { return }
        join(best.root, index, rule: "nearest-fitting")
        for rival in ranked.dropFirst() where rival.cost - best.cost < 8 { note(alternative: rival.root, for: index) }
    }

    /// "He said": whoever the attribution before this one was from.
    private func previousSource(for index: Int, _ quotations: AttributionIndex) -> Int? {
        let head = phrases[index].head
        guard let own = attributions.firstIndex(where: { $0.source == head..<head + 1 && $0.parent == nil }) else {
            return nil
        }
        let start = attributions[own].source!.lowerBound
        var best: (attribution: Int, at: Int)?
        for (other, attribution) in attributions.enumerated() where attribution.parent == nil && other != own {
            guard let source = attribution.source, !source.isEmpty, source.lowerBound < start else { continue }
            if best.map({ source.lowerBound > $0.at }) ?? true { best = (other, source.lowerBound) }
        }
        guard let best, let source = source(of: best.attribution), kind(of: source) == .person,
            Self.agrees(gender(of: source), phrases[index].gender)
        else { return nil }
        let gap = analysis.sentenceOfToken[head] - analysis.sentenceOfToken[best.at]
        guard gap <= 3 else { return nil }
        // A person named since, as the subject of a sentence, has taken over.
        let since = roots.contains { root in
            root != source && kind(of: root) == .person
                && members[root].contains { member in
                    let other = phrases[member]
                    return other.form != .pronoun && other.head < start
                        && sentence(of: member) > analysis.sentenceOfToken[best.at]
                        && analysis.tokens[other.head].relation.base == "nsubj"
                        && quotations.attribution(of: other.head) == nil
                }
        }
        return since ? nil : source
    }

    /// "It seems that": no one.
    private func isImpersonal(_ head: Int) -> Bool {
        let token = analysis.tokens[head]
        guard let verb = token.head else { return true }
        if analysis.children(of: verb).contains(where: { analysis.tokens[$0].relation.base == "csubj" }) { return true }
        let isCopular = analysis.child(of: verb, .copula) != nil
        if token.relation.name == "nsubj:pass" || isCopular {
            return analysis.children(of: verb).contains {
                ["ccomp", "advcl"].contains(analysis.tokens[$0].relation.base)
            }
        }
        return ["seem", "appear", "happen", "rain", "turn"].contains(knowledge.lemma(analysis.tokens[verb]))
    }

    private func fits(_ root: Int, _ phrase: Phrase, plural: Bool, thing: Bool) -> Bool {
        let kind = kind(of: root)
        if plural {
            switch kind {
            case .person, .place: return false
            case .outlet: return false
            default: return true
            }
        }
        if thing { return kind == .group || kind == .organisation || kind == .state || kind == .outlet }
        return kind == .person && Self.agrees(gender(of: root), phrase.gender)
    }

    /// What grammar rules out: the phrase around the pronoun, its fellow arguments, the speaker of its quotation.
    private func forbidden(for index: Int, _ quotations: AttributionIndex) -> Set<Int> {
        let phrase = phrases[index]
        var out: Set<Int> = []
        for other in phrases.indices where other != index {
            if phrases[other].tokens.contains(phrase.head) { out.insert(root(other)) }
        }
        let isReflexive =
            knowledge.lowercased(analysis.tokens[phrase.head]).hasSuffix("sel")
            || knowledge.lowercased(analysis.tokens[phrase.head]).hasSuffix("self")
            || knowledge.lowercased(analysis.tokens[phrase.head]).hasSuffix("selves")
        if !phrase.isPossessive, !isReflexive, let verb = analysis.tokens[phrase.head].head {
            for child in analysis.children(of: verb) where child != phrase.head {
                if let fellow = cluster(atHead: child) { out.insert(fellow) }
            }
            // What takes the same pronoun for its subject elsewhere in the sentence is ruled out too.
            for other in samePronouns(as: index) {
                guard let verb = analysis.tokens[other].head else { continue }
                for child in analysis.children(of: verb) where child != other {
                    if let fellow = cluster(atHead: child) { out.insert(fellow) }
                }
            }
        }
        if quotations.isQuoted(phrase.head), let attribution = quotations.attribution(of: phrase.head),
            let source = source(of: attribution)
        {
            // In a few quoted words the person is the outlet's: he reaffirmed "his view".
            if attributions[attribution].kind == .direct { out.insert(source) }
            // Of their own side people say "we", also when they tell what others said.
            if phrase.number == .many, let speaker = self.source(of: outermost(attribution)),
                let body = party(of: speaker)
            {
                out.insert(body)
            }
        }
        return out
    }

    private func outermost(_ attribution: Int) -> Int {
        var index = attribution
        while let parent = attributions[index].parent { index = parent }
        return index
    }

    private func samePronouns(as index: Int) -> [Int] {
        let head = phrases[index].head
        let form = knowledge.lowercased(analysis.tokens[head])
        return analysis.sentence(of: head).tokens.filter { token in
            token != head && knowledge.lowercased(analysis.tokens[token]) == form
                && analysis.tokens[token].relation.base == "nsubj"
        }
    }

    private func isSource(_ token: Int) -> Bool {
        attributions.contains { $0.source?.contains(token) == true }
    }

    /// Distance in words, made shorter by prominence; nil if the actor was not spoken of lately.
    private func cost(of root: Int, for index: Int, _ quotations: AttributionIndex) -> Int? {
        let phrase = phrases[index]
        guard let last = nearest(root, before: phrase.head) else { return nil }
        let gap = sentence(of: index) - sentence(of: last)
        guard gap <= 3, phrases[last].tokens.upperBound <= phrase.head else { return nil }
        var cost = gap * 25 + min(30, phrase.head - phrases[last].head)
        switch analysis.tokens[phrases[last].head].relation.base {
        case "nsubj": cost -= 14
        case "obj", "iobj": cost -= 4
        case "nmod", "compound", "amod": cost += 8
        default: break
        }
        cost -= min(6, members[root].filter { phrases[$0].head < phrase.head }.count)
        if phrases[last].form == .nominal, !hasName(root) { cost += 4 }
        // The nameless source of another statement is seldom spoken of in this one.
        if !hasName(root), quotations.attribution(of: phrase.head) != nil, isSource(phrases[last].head) { cost += 15 }
        if quotations.isQuoted(phrases[last].head) != quotations.isQuoted(phrase.head) { cost += 6 }
        if kind(of: root) == .state, phrase.number == .many { cost += 10 }
        return cost
    }
}
