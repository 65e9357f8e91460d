import Language
import Lexicon

/// Words of a report that the lexicon has as a name.
struct KnownName: Hashable, Sendable {
    var tokens: Range<Int>
    var kind: Actor.Kind
    var entry: Entry
    /// Whether the words can hardly be anything else: several words, or an acronym.
    var isStrong: Bool
    var isActor: Bool
}

/// What the lexicon and the lists of nouns say about the words of actors.
struct ActorKnowledge: Sendable {
    let lexicon: Lexicon
    private let titles: [String: Int]

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        var titles: [String: Int] = [:]
        for (row, title) in lexicon.titles.enumerated() {
            for name in [title.name] + title.aliases {
                let key = Names.key(name)
                if titles[key] == nil { titles[key] = row }
            }
        }
        self.titles = titles
    }

    // MARK: Words

    func lowercased(_ token: Token) -> String { Self.lowercased(token.form) }

    static func lowercased(_ form: String) -> String {
        String(decoding: form.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    func lemma(_ token: Token) -> String {
        // Titles in capitals are tagged as names, and their lemma keeps the capital.
        Self.lowercased(token.lemma.isEmpty || token.lemma == "_" ? token.form : token.lemma)
    }

    func isPlural(_ token: Token) -> Bool {
        switch token.xpos {
        case "NNS", "NNPS": return true
        case "NN": return Self.plurals.contains(lemma(token))
        case "NNP":
            let word = lowercased(token)
            if Self.plurals.contains(word) { return true }
            // At the beginning of a sentence or in a heading a plural noun may be tagged as a name.
            return HeadNoun.singular(word).map { HeadNoun.of($0) != nil } ?? false
        default: return Self.plurals.contains(lowercased(token)) || lowercased(token) != lemma(token)
        }
    }

    private static let plurals: Set<String> = [
        "people", "police", "troops", "media", "press", "men", "women", "children",
    ]

    private static let indefinite: Set<String> = ["someone", "somebody", "anyone", "anybody", "everyone", "everybody"]

    func noun(_ token: Token) -> HeadNoun? {
        if token.upos == .pron { return Self.indefinite.contains(lowercased(token)) ? .person : nil }
        guard token.upos == .noun || token.upos == .propn || token.upos == .adj else { return nil }
        if token.upos == .adj { return nil }
        let found = token.upos == .propn ? HeadNoun.listed(lemma(token)) : HeadNoun.of(lemma(token))
        return found ?? (title(lemma(token)) == nil ? nil : .person)
    }

    func isPersonNoun(_ token: Token) -> Bool { noun(token) == .person || title(lemma(token)) != nil }

    func title(_ words: String) -> Title? { titles[Names.key(words)].map { lexicon.titles[$0] } }

    /// The title with the most words that ends a description: of "deputy interior minister" all three, if listed.
    func longestTitle(endingIn title: String) -> Title? {
        var rest = title[...]
        while true {
            if let found = self.title(String(rest)) { return found }
            guard let space = rest.utf8.firstIndex(of: 32) else { return nil }
            rest = rest[rest.utf8.index(after: space)...]
        }
    }

    func state(demonym token: Token) -> State? {
        guard token.upos == .adj || token.upos == .propn || token.upos == .noun else { return nil }
        guard let first = token.form.utf8.first, (0x41...0x5A).contains(first) else { return nil }
        return lexicon.demonym(token.form)
    }

    // MARK: Names

    /// The longest names of the lexicon in a report, none inside another.
    func matches(in analysis: Analysis) -> [KnownName] {
        var found: [KnownName] = []
        let kinds: EntryKinds = [.state, .organisation, .group, .outlet, .person, .place]
        for sentence in analysis.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                let matches = lexicon.longestMatches(at: index, count: sentence.tokens.upperBound, kinds: kinds) {
                    analysis.tokens[$0].form
                }
                guard let match = matches.first, let name = known(match, in: analysis) else {
                    index += 1
                    continue
                }
                found.append(name)
                index = match.words.upperBound
            }
        }
        return found
    }

    private func known(_ match: Match, in analysis: Analysis) -> KnownName? {
        var tokens = match.words
        // A leading article and a possessive are not part of the name.
        while tokens.count > 1, analysis.tokens[tokens.lowerBound].upos == .det { tokens = tokens.dropFirst() }
        while tokens.count > 1, analysis.tokens[tokens.upperBound - 1].xpos == "POS" { tokens = tokens.dropLast() }
        let last = analysis.tokens[tokens.upperBound - 1]
        let letters = last.form.utf8
        let isAcronym = tokens.count == 1 && letters.count > 2 && letters.allSatisfy { (0x41...0x5A).contains($0) }
        var isActor = true
        var kind = kind(of: match.entry)
        var entry = match.entry
        if entry.form == .demonym, last.upos == .adj || isModifier(tokens.upperBound - 1, in: analysis) {
            // "French warships", "the French minister": the state stands in its adjective.
            kind = .state
            entry.form = .name
        } else if match.entry.form == .demonym {
            isActor =
                ["nsubj", "obj", "obl", "nmod", "conj", "iobj", "root"]
                .contains(analysis.tokens[analysis.head(of: tokens)].relation.base)
        }
        return KnownName(
            tokens: tokens, kind: kind, entry: entry, isStrong: tokens.count > 1 || isAcronym, isActor: isActor)
    }

    private func isModifier(_ index: Int, in analysis: Analysis) -> Bool {
        let token = analysis.tokens[index]
        if ["amod", "compound"].contains(token.relation.base) { return true }
        guard token.relation.base == "conj", let head = token.head else { return false }
        return analysis.tokens[head].upos == .adj || ["amod", "compound"].contains(analysis.tokens[head].relation.base)
    }

    func kind(of entry: Entry) -> Actor.Kind {
        switch entry.kind {
        case .state:
            switch entry.form {
            case .capital: .place
            case .demonym: .collective
            default: .state
            }
        case .organisation: .organisation
        case .group: .group
        case .outlet: .outlet
        case .person: .person
        case .place: .place
        case .title, .cue, .talks: .collective
        }
    }

    /// What the words of an organisation's name say that it is.
    func kindOfBody(_ analysis: Analysis, _ tokens: Range<Int>) -> Actor.Kind {
        for index in tokens.reversed() {
            let word = lowercased(analysis.tokens[index])
            if Self.groupWords.contains(word) { return .group }
            if Self.outletWords.contains(word) { return .outlet }
        }
        let last = lowercased(analysis.tokens[tokens.upperBound - 1])
        if last.hasSuffix(".com") || last.hasSuffix(".org") || last.hasSuffix(".net") { return .outlet }
        return .organisation
    }

    private static let groupWords: Set<String> = [
        "front", "movement", "party", "army", "militia", "brigade", "brigades", "faction", "guerrillas", "rebels",
        "alliance", "coalition", "resistance", "jihad", "emirate", "caliphate", "forces", "fighters", "battalion",
        "battalions", "cartel", "bloc",
    ]

    private static let outletWords: Set<String> = [
        "times", "post", "news", "tv", "television", "radio", "gazette", "herald", "tribune", "courier", "chronicle",
        "broadcasting", "magazine", "newspaper", "journal", "telegraph", "observer", "media", "daily", "weekly",
        "press",
    ]
}
