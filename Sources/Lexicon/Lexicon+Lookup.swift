extension Lexicon {
    // MARK: Names in a text

    /// All names that begin at a word, the longest first; of one length in the order of `Entry.Kind` and of the tables.
    ///
    /// - Parameters:
    ///   - index: the first word of the name.
    ///   - count: how many words there are.
    ///   - word: the word at an index, as written.
    public func matches(
        at index: Int, count: Int, kinds: EntryKinds = .all, word: (Int) -> String
    ) -> [Match] {
        var found: [Match] = []
        names.match(at: index, count: count, word: word, kinds: kinds) { found.append($0) }
        if found.count > 1 { Self.sort(&found) }
        return found
    }

    public func matches(at index: Int, in words: [String], kinds: EntryKinds = .all) -> [Match] {
        matches(at: index, count: words.count, kinds: kinds) { words[$0] }
    }

    /// The matches of the longest name that begins at a word; several if several rows bear it.
    public func longestMatches(
        at index: Int, count: Int, kinds: EntryKinds = .all, word: (Int) -> String
    ) -> [Match] {
        var found: [Match] = []
        names.match(at: index, count: count, word: word, kinds: kinds) { match in
            if let first = found.first, first.words.count < match.words.count { found.removeAll() }
            found.append(match)
        }
        if found.count > 1 { Self.sort(&found) }
        return found
    }

    public func longestMatches(at index: Int, in words: [String], kinds: EntryKinds = .all) -> [Match] {
        longestMatches(at: index, count: words.count, kinds: kinds) { words[$0] }
    }

    /// The rows that bear a name, wholly.
    public func entries(named name: String, kinds: EntryKinds = .all) -> [Entry] {
        Self.entries(named: name, in: names, kinds)
    }

    private static func entries(named name: String, in index: PhraseIndex, _ kinds: EntryKinds) -> [Entry] {
        let words = name.split(separator: " ").map(String.init)
        let start = words.count > 1 && Names.key(words[0]).isEmpty ? 1 : 0
        var found: [Entry] = []
        index.match(at: start, count: words.count, word: { words[$0] }, kinds: kinds) { match in
            if match.words.upperBound == words.count { found.append(match.entry) }
        }
        return found
    }

    /// Cue and talks phrases that begin at a lemma, the longest first.
    public func phrases(
        at index: Int, count: Int, kinds: EntryKinds = [.cue, .talks], lemma: (Int) -> String
    ) -> [Match] {
        var found: [Match] = []
        lemmas.match(at: index, count: count, word: lemma, kinds: kinds) { found.append($0) }
        if found.count > 1 { Self.sort(&found) }
        return found
    }

    public func phrases(at index: Int, in words: [String], kinds: EntryKinds = [.cue, .talks]) -> [Match] {
        phrases(at: index, count: words.count, kinds: kinds) { words[$0] }
    }

    private static func sort(_ matches: inout [Match]) {
        matches.sort { a, b in
            if a.words.count != b.words.count { return a.words.count > b.words.count }
            if a.entry.kind != b.entry.kind { return a.entry.kind.rawValue < b.entry.kind.rawValue }
            return a.entry.row < b.entry.row
        }
    }

    // MARK: Single rows

    /// A state by its alpha-3 code.
    public func country(code: String) -> State? { stateOfCode[code].map { states[$0] } }

    /// The state of an adjective or people: "Afghan", "the Dutch".
    public func demonym(_ word: String) -> State? { stateOfDemonym[Names.key(word)].map { states[$0] } }

    /// The people whose full name, alias or short name this is, in the order of the table.
    public func people(named name: String) -> [Person] {
        let full = Self.entries(named: name, in: names, .person)
        let short = Self.entries(named: name, in: shortNames, .person)
        return Set((full + short).map(\.row)).sorted().map { people[$0] }
    }

    /// The likeliest reading of a lemma as a cue.
    public func cue(lemma: String, partOfSpeech: Cue.PartOfSpeech) -> Cue? {
        (cuesOfLemma[lemma] ?? []).lazy.map { cues[Int($0)] }.first { $0.partOfSpeech == partOfSpeech }
    }

    /// All readings of a lemma as a cue, in the order of the table.
    public func cues(lemma: String) -> [Cue] { (cuesOfLemma[lemma] ?? []).map { cues[Int($0)] } }

    /// The patterns whose head is the lemma, those with most conditions first.
    public func eventPatterns(lemma: String, partOfSpeech: EventPattern.PartOfSpeech) -> [EventPattern] {
        (patternsOfLemma[lemma] ?? []).map { eventPatterns[Int($0)] }.filter { $0.partOfSpeech == partOfSpeech }
    }

    // MARK: Entries

    /// The name under which the table lists an entry.
    public func name(of entry: Entry) -> String {
        switch entry.kind {
        case .state: states[entry.row].name
        case .organisation: organisations[entry.row].name
        case .group: groups[entry.row].name
        case .outlet: outlets[entry.row].name
        case .person: people[entry.row].name
        case .title: titles[entry.row].name
        case .place: places[entry.row].name
        case .cue: cues[entry.row].lemma
        case .talks: talksTerms[entry.row].phrase
        }
    }
}
