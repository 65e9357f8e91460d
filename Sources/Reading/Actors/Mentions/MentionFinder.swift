import Language
import Lexicon
import Reports

/// Finds the phrases of a report that may stand for actors: names with their titles, nouns for people and groups,
/// pronouns. Phrases nest: the group inside "the group's spokesman" is one of its own.
struct MentionFinder {
    let analysis: Analysis
    let knowledge: ActorKnowledge
    private let phraseOf: NounPhrase
    private let run: WordRun
    /// For each token the index of the name that holds it; -1 for none.
    private let nameOfToken: [Int]
    private let names: [FoundName]

    init(_ analysis: Analysis, _ knowledge: ActorKnowledge) {
        self.analysis = analysis
        self.knowledge = knowledge
        run = WordRun(analysis: analysis, knowledge: knowledge)
        names = NameFinder(analysis, knowledge).find()
        var nameOfToken = [Int](repeating: -1, count: analysis.tokens.count)
        for (index, name) in names.enumerated() {
            for token in name.tokens { nameOfToken[token] = index }
        }
        self.nameOfToken = nameOfToken
        let persons = nameOfToken.map { [names] in $0 >= 0 && names[$0].kind == .person }
        phraseOf = NounPhrase(analysis: analysis, isPersonName: { persons[$0] })
    }

    /// - Parameter sources: source phrases of attributions; each gets a phrase whatever its noun is.
    func find(sources: [Range<Int>]) -> [Phrase] {
        var found: [Phrase] = []
        var taken = [Bool](repeating: false, count: analysis.tokens.count)
        func add(_ phrase: Phrase) {
            for head in phrase.heads { taken[head] = true }
            found.append(phrase)
        }
        let epithets = Set(names.filter { $0.kind == .person }.flatMap { epithet(before: $0) })
        for name in names where name.isActor && !epithets.contains(name.tokens.lowerBound) { add(phrase(of: name)) }
        for token in analysis.tokens.indices where !taken[token] {
            if let pronoun = pronoun(at: token) {
                add(pronoun)
            } else if let nominal = nominal(at: token, isSource: false) {
                add(nominal)
            }
        }
        for source in sources where !source.isEmpty {
            let head = analysis.head(of: source)
            guard !taken[head], !found.contains(where: { Self.isNearly($0.tokens, source) }),
                let nominal = nominal(at: head, isSource: true)
            else { continue }
            add(nominal)
        }
        return withAppositions(found).sorted {
            ($0.tokens.lowerBound, -$0.tokens.upperBound, $0.head) < (
                $1.tokens.lowerBound, -$1.tokens.upperBound, $1.head
            )
        }
    }

    private static func isNearly(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        let shared = a.clamped(to: b).count
        return shared * 10 >= (a.count + b.count - shared) * 6
    }

    /// The words of a nickname in quotation marks before a name.
    private func epithet(before name: FoundName) -> Range<Int> {
        let title = run.title(before: name.tokens)
        guard !title.isEmpty, ["”", "\"", "''"].contains(analysis.tokens[title.upperBound - 1].form) else {
            return 0..<0
        }
        return title
    }

    // MARK: Names

    private func phrase(of name: FoundName) -> Phrase {
        let nameHead = analysis.head(of: name.tokens)
        let isPerson = name.kind == .person
        let top = isPerson ? title(over: name, head: nameHead) : nameHead
        var extent = phraseOf.extent(of: top)
        extent = min(extent.lowerBound, name.tokens.lowerBound)..<max(extent.upperBound, name.tokens.upperBound)
        if let acronym = name.acronym { extent = extent.lowerBound..<max(extent.upperBound, acronym + 2) }
        if isPerson { extent = person(extent, name, top: top) }
        var phrase = Phrase(
            tokens: extent, head: top, heads: [top], form: .name, name: name.tokens, acronym: name.acronym,
            kind: name.kind, isKindSure: name.isKindSure, number: isPerson ? .one : .unknown, entry: name.entry)
        phrase.heads += name.tokens.filter { $0 != top && ($0 == nameHead || isPerson) }
        if let acronym = name.acronym { phrase.heads.append(acronym) }
        if !isPerson {
            phrase.isDefinite = true
            phrase.tokens = narrowed(phrase, name)
            return phrase
        }
        let reader = DescriptionReader(analysis: analysis, knowledge: knowledge, names: names, nameOfToken: nameOfToken)
        phrase.descriptions = reader.titles(in: extent.lowerBound..<name.tokens.lowerBound)
        for head in [top, nameHead] {
            for child in analysis.children(of: head, .apposition) where !name.tokens.contains(child) {
                guard nameOfToken[child] < 0 || names[nameOfToken[child]].kind != .person else { continue }
                guard !isTitleOfOther(child, name) else { continue }
                if let described = reader.description(at: child) { phrase.descriptions.append(described) }
            }
            phrase.descriptions += reader.predicates(about: head)
        }
        if top != nameHead, !phrase.descriptions.contains(where: { $0.head == top }),
            let described = reader.description(at: top)
        {
            phrase.descriptions.append(described)
        }
        for description in phrase.descriptions where extent.contains(description.head) {
            if !phrase.heads.contains(description.head) { phrase.heads.append(description.head) }
        }
        phrase.gender = gender(of: phrase)
        phrase.isDefinite = true
        return phrase
    }

    /// Whether a title stands right before another person's name.
    private func isTitleOfOther(_ index: Int, _ name: FoundName) -> Bool {
        guard index + 1 < analysis.tokens.count, nameOfToken[index + 1] >= 0 else { return false }
        let next = names[nameOfToken[index + 1]]
        return next.kind == .person && next.tokens != name.tokens
    }

    /// The title that a person's name hangs on, where the tree makes the title the head: "minister Osei".
    private func title(over name: FoundName, head: Int) -> Int {
        var top = head
        while let parent = analysis.tokens[top].head, parent < name.tokens.lowerBound {
            let token = analysis.tokens[top]
            guard ["flat", "appos", "compound", "nmod", "dep"].contains(token.relation.base) else { break }
            guard analysis.child(of: top, .caseMarker) == nil, nameOfToken[parent] < 0 else { break }
            guard knowledge.isPersonNoun(analysis.tokens[parent]) else { break }
            let between = parent + 1..<name.tokens.lowerBound
            let isApposition = token.relation.base == "appos"
            if !isApposition, between.contains(where: { analysis.tokens[$0].upos == .punct }) { break }
            if knowledge.isPlural(analysis.tokens[parent]) { break }
            top = parent
        }
        return top
    }

    /// A person's phrase: title, name and what follows it. The words before the name decide where it begins, and not
    /// the tree, unless a title is the tree's head.
    private func person(_ extent: Range<Int>, _ name: FoundName, top: Int) -> Range<Int> {
        let title = run.title(before: name.tokens)
        let start = top < name.tokens.lowerBound ? min(extent.lowerBound, title.lowerBound) : title.lowerBound
        // Nothing of another name belongs to it but for an apposition or clause.
        var end = extent.upperBound
        let isOwn = (name.tokens.upperBound..<end).allSatisfy { nameOfToken[$0] < 0 }
        if !isOwn, end > name.tokens.upperBound, !followsByClause(name) || isOther(name.tokens.upperBound..<end) {
            end = name.tokens.upperBound
        }
        return start..<max(end, name.tokens.upperBound)
    }

    /// Whether the words after a name are another person with a title of their own: "Osei, the trade minister Adjei".
    private func isOther(_ tokens: Range<Int>) -> Bool {
        for index in tokens {
            if nameOfToken[index] >= 0, names[nameOfToken[index]].kind == .person { return true }
            let token = analysis.tokens[index]
            if token.upos == .adp || token.upos == .verb || token.upos == .pron { return false }
        }
        return false
    }

    private func followsByClause(_ name: FoundName) -> Bool {
        let next = analysis.tokens[name.tokens.upperBound]
        return next.form == "," || next.xpos == "WP" || next.form == "("
    }

    // MARK: Appositions

    /// Joins "the mayor of the town" and "Osei" where only a comma stands between them.
    private func withAppositions(_ phrases: [Phrase]) -> [Phrase] {
        var out = phrases
        var dropped: Set<Int> = []
        for index in out.indices where out[index].form == .name && out[index].kind == .person {
            guard let name = out[index].name else { continue }
            let sentence = analysis.sentence(of: name.lowerBound).tokens
            for other in out.indices where !dropped.contains(other) && isTitlePhrase(out[other]) {
                let nominal = out[other]
                let end = max(nominal.tokens.upperBound, run.end(after: nominal.head))
                let isBefore =
                    end + 1 == out[index].tokens.lowerBound && analysis.tokens[end].form == ","
                    && run.closesApposition(out[index].tokens.upperBound, in: sentence, isOpening: isOpening(nominal))
                let isAfter =
                    out[index].tokens.upperBound + 1 == nominal.tokens.lowerBound
                    && analysis.tokens[out[index].tokens.upperBound].form == ","
                    && end < sentence.upperBound && [",", ".", ";"].contains(analysis.tokens[end].form)
                    && (nominal.isDefinite || hasArticle(nominal))
                guard isBefore || isAfter else { continue }
                out[index].tokens =
                    min(
                        out[index].tokens.lowerBound, nominal.tokens.lowerBound)..<max(
                        out[index].tokens.upperBound, end)
                out[index].heads.append(nominal.head)
                out[index].descriptions += nominal.descriptions
                dropped.insert(other)
            }
        }
        return out.indices.filter { !dropped.contains($0) }.map { out[$0] }
    }

    /// "According to the clerk, …": a phrase with a preposition that the sentence begins with.
    private func isOpening(_ phrase: Phrase) -> Bool {
        let start = analysis.sentence(of: phrase.head).tokens.lowerBound
        return phrase.tokens.lowerBound > start && phrase.tokens.lowerBound - start <= 3
            && analysis.children(of: phrase.head, .caseMarker).contains { $0 >= start && $0 < phrase.tokens.lowerBound }
    }

    private func isTitlePhrase(_ phrase: Phrase) -> Bool {
        phrase.form == .nominal && phrase.kind == .person && phrase.number == .one
    }

    private func hasArticle(_ phrase: Phrase) -> Bool { analysis.tokens[phrase.tokens.lowerBound].upos == .det }

    /// A name of a group or place with its article and modifiers, but without what follows it.
    private func narrowed(_ phrase: Phrase, _ name: FoundName) -> Range<Int> {
        let end = max(name.tokens.upperBound, name.acronym.map { $0 + 2 } ?? 0)
        var start = name.tokens.lowerBound
        while start > phrase.tokens.lowerBound {
            let token = analysis.tokens[start - 1]
            let isWord = [.adj, .noun, .propn, .num, .verb].contains(token.upos)
            guard isWord || token.upos == .det || token.form == "-" else { break }
            start -= 1
            if token.upos == .det { break }
        }
        return start..<end
    }

    private func gender(of phrase: Phrase) -> Phrase.Gender {
        for description in phrase.descriptions {
            if HeadNoun.female.contains(description.noun) { return .female }
            if HeadNoun.male.contains(description.noun) { return .male }
        }
        guard phrase.form == .name, let name = phrase.name, name.lowerBound > 0 else { return .unknown }
        let before = knowledge.lemma(analysis.tokens[name.lowerBound - 1])
        if HeadNoun.female.contains(before) { return .female }
        return HeadNoun.male.contains(before) ? .male : .unknown
    }

    // MARK: Nouns

    private func nominal(at index: Int, isSource: Bool) -> Phrase? {
        let token = analysis.tokens[index]
        guard nameOfToken[index] < 0 else { return nil }
        if let quantified = quantified(at: index, isSource: isSource) { return quantified }
        let noun = knowledge.noun(token)
        guard token.upos == .noun || token.upos == .propn || (isSource && token.upos == .adj) || noun != nil else {
            return nil
        }
        let lemma = knowledge.lemma(token)
        guard noun != nil || isSource, isSource || noun != .text || isCited(index) else { return nil }
        if ["compound", "flat", "amod"].contains(token.relation.base), !isSource { return nil }
        if token.relation.name == "nmod:desc" && !isSource { return nil }
        if token.relation == .apposition, let parent = token.head, nameOfToken[parent] >= 0,
            names[nameOfToken[parent]].isActor
        {
            return nil
        }
        let isPlural = knowledge.isPlural(token)
        var extent = phraseOf.extent(of: index)
        let end = run.end(after: index)
        if end > extent.upperBound { extent = extent.lowerBound..<end }
        extent = withoutNamedConjunct(withPossessor(extent, index), index)
        if !isSource, isMass(index, extent) || isRole(index) { return nil }
        let reader = DescriptionReader(analysis: analysis, knowledge: knowledge, names: names, nameOfToken: nameOfToken)
        var phrase = Phrase(
            tokens: extent, head: index, heads: [index], form: .nominal, kind: kind(of: noun, isPlural: isPlural),
            noun: noun, number: isPlural ? .many : .one)
        phrase.isDefinite = isDefinite(index, extent)
        if let description = reader.description(at: index) { phrase.descriptions = [description] }
        phrase.gender =
            HeadNoun.female.contains(lemma) ? .female : HeadNoun.male.contains(lemma) && !isPlural ? .male : .unknown
        return phrase
    }

    /// "As a mediator" says what someone is, and is nobody else.
    private func isRole(_ index: Int) -> Bool {
        analysis.children(of: index, .caseMarker).contains { knowledge.lowercased(analysis.tokens[$0]) == "as" }
            && !isCited(index)
    }

    /// Takes the owner before a possessive along where the tree has put it elsewhere: "Chad's premier".
    private func withPossessor(_ extent: Range<Int>, _ head: Int) -> Range<Int> {
        guard extent.lowerBound == head, head > 1, analysis.tokens[head - 1].xpos == "POS",
            nameOfToken[head - 2] >= 0
        else { return extent }
        var start = names[nameOfToken[head - 2]].tokens.lowerBound
        if start > 0, analysis.tokens[start - 1].upos == .det { start -= 1 }
        return start..<extent.upperBound
    }

    /// Ends a phrase before "and" where a person's name follows: "officials and premier Osei".
    private func withoutNamedConjunct(_ extent: Range<Int>, _ head: Int) -> Range<Int> {
        for index in extent where index > head && analysis.tokens[index].upos == .cconj {
            let isNamed = (index..<extent.upperBound).contains { token in
                nameOfToken[token] >= 0 && names[nameOfToken[token]].kind == .person
            }
            if isNamed { return extent.lowerBound..<index }
        }
        return extent
    }

    /// "According to reports", "as per the account".
    private func isCited(_ index: Int) -> Bool {
        analysis.children(of: index, .caseMarker).contains {
            ["according", "accord", "per"].contains(knowledge.lemma(analysis.tokens[$0]))
        }
    }

    /// A lone singular without article names a thing or role in general: "form a government", "as leader".
    private func isMass(_ index: Int, _ extent: Range<Int>) -> Bool {
        let token = analysis.tokens[index]
        guard !knowledge.isPlural(token), token.upos == .noun else { return false }
        return !extent.contains { other in
            let word = analysis.tokens[other]
            return word.upos == .det || word.upos == .num || word.relation == .possessive || word.xpos == "POS"
                || nameOfToken[other] >= 0 || knowledge.state(demonym: word) != nil
        }
    }

    private func kind(of noun: HeadNoun?, isPlural: Bool) -> Actor.Kind {
        switch noun {
        case .person: isPlural ? .collective : .person
        case .group, .regime: isPlural ? .collective : .group
        case .country: isPlural ? .collective : .state
        case .outlet: isPlural ? .collective : .outlet
        case .collective, .text, nil: .collective
        }
    }

    /// "many of the leaders", "some in the region".
    private func quantified(at index: Int, isSource: Bool) -> Phrase? {
        let token = analysis.tokens[index]
        guard [.adj, .det, .num, .pron].contains(token.upos) else { return nil }
        guard Self.quantifiers.contains(knowledge.lemma(token)) else { return nil }
        guard ["nsubj", "obj", "iobj", "obl", "nmod", "conj", "root", "appos"].contains(token.relation.base) else {
            return nil
        }
        let people = analysis.children(of: index, .nounModifier).contains { child in
            knowledge.noun(analysis.tokens[child]) != nil || nameOfToken[child] >= 0
        }
        guard people || isSource else { return nil }
        return Phrase(
            tokens: phraseOf.extent(of: index), head: index, heads: [index], form: .nominal, kind: .collective,
            noun: .collective, number: .many)
    }

    private static let quantifiers: Set<String> = [
        "many", "some", "several", "most", "few", "all", "both", "other", "others", "half", "dozen", "hundred",
        "thousand", "any", "none", "one", "two", "three", "each", "another",
    ]

    private func isDefinite(_ head: Int, _ extent: Range<Int>) -> Bool {
        for child in analysis.children(of: head) where extent.contains(child) && child < head {
            let token = analysis.tokens[child]
            if token.relation == .possessive { return true }
            if token.relation == .determiner {
                return ["the", "this", "that", "these", "those", "both"].contains(knowledge.lemma(token))
                    || token.upos == .pron
            }
        }
        return false
    }

    // MARK: Pronouns

    private func pronoun(at index: Int) -> Phrase? {
        let token = analysis.tokens[index]
        guard token.upos == .pron || token.xpos.hasPrefix("PRP") || token.xpos == "WP" || token.xpos == "WP$" else {
            return nil
        }
        guard let (pronoun, gender) = Pronouns.table[knowledge.lowercased(token)] else { return nil }
        if token.relation.base == "expl" { return nil }
        if pronoun == .relative {
            guard let clause = relativeClause(over: index) else { return nil }
            _ = clause
        }
        var phrase = Phrase(
            tokens: index..<index + 1, head: index, heads: [index], form: .pronoun, kind: .collective, isKindSure: false
        )
        phrase.pronoun = pronoun
        phrase.gender = gender
        phrase.isPossessive = token.relation == .possessive || token.xpos.hasSuffix("$")
        switch pronoun {
        case .first(let plural): phrase.number = plural ? .many : .one
        case .third(let plural, _): phrase.number = plural ? .many : .one
        case .second, .relative: phrase.number = .unknown
        }
        return phrase
    }

    /// The verb of the relative clause that a relative pronoun belongs to.
    private func relativeClause(over index: Int) -> Int? {
        var current = index
        for _ in 0..<4 {
            if analysis.tokens[current].relation.base == "acl" { return current }
            guard let head = analysis.tokens[current].head else { return nil }
            current = head
        }
        return nil
    }
}

enum Pronouns {
    static let table: [String: (Phrase.Pronoun, Phrase.Gender)] = [
        "i": (.first(plural: false), .unknown), "me": (.first(plural: false), .unknown),
        "my": (.first(plural: false), .unknown), "mine": (.first(plural: false), .unknown),
        "myself": (.first(plural: false), .unknown),
        "we": (.first(plural: true), .unknown), "us": (.first(plural: true), .unknown),
        "our": (.first(plural: true), .unknown), "ours": (.first(plural: true), .unknown),
        "ourselves": (.first(plural: true), .unknown),
        "you": (.second, .unknown), "your": (.second, .unknown), "yours": (.second, .unknown),
        "he": (.third(plural: false, thing: false), .male), "him": (.third(plural: false, thing: false), .male),
        "his": (.third(plural: false, thing: false), .male), "himself": (.third(plural: false, thing: false), .male),
        "she": (.third(plural: false, thing: false), .female), "her": (.third(plural: false, thing: false), .female),
        "hers": (.third(plural: false, thing: false), .female),
        "herself": (.third(plural: false, thing: false), .female),
        "it": (.third(plural: false, thing: true), .unknown), "its": (.third(plural: false, thing: true), .unknown),
        "itself": (.third(plural: false, thing: true), .unknown),
        "they": (.third(plural: true, thing: false), .unknown), "them": (.third(plural: true, thing: false), .unknown),
        "their": (.third(plural: true, thing: false), .unknown),
        "theirs": (.third(plural: true, thing: false), .unknown),
        "themselves": (.third(plural: true, thing: false), .unknown),
        "who": (.relative, .unknown), "whom": (.relative, .unknown), "whose": (.relative, .unknown),
        "which": (.relative, .unknown), "that": (.relative, .unknown),
    ]
}
