extension Lexicon {
    /// Builds all indexes from the rows.
    mutating func index() {
        let rows = states.count + organisations.count + groups.count + outlets.count + people.count + places.count
        names = PhraseIndex(expecting: rows * 2)
        shortNames = PhraseIndex(expecting: people.count)
        lemmas = PhraseIndex(expecting: cues.count / 8 + talksTerms.count)
        indexStates()
        for (row, organisation) in organisations.enumerated() {
            add(organisation.name, organisation.aliases, .organisation, row)
        }
        for (row, group) in groups.enumerated() { add(group.name, group.aliases, .group, row) }
        for (row, outlet) in outlets.enumerated() {
            add(outlet.name, outlet.aliases, .outlet, row)
            if !outlet.domain.isEmpty { names.insert(outlet.domain, Entry(kind: .outlet, form: .alias, row: row)) }
        }
        for (row, place) in places.enumerated() { add(place.name, place.aliases, .place, row) }
        indexTitles()
        indexPeople()
        indexWords()
        for row in commonWords { shareOfWord[row.word] = row.share / 1000 }
    }

    private mutating func add(_ name: String, _ aliases: [String], _ kind: Entry.Kind, _ row: Int) {
        names.insert(name, Entry(kind: kind, form: .name, row: row))
        for alias in aliases { names.insert(alias, Entry(kind: kind, form: .alias, row: row)) }
    }

    private mutating func indexStates() {
        for (row, state) in states.enumerated() {
            stateOfCode[state.code] = row
            add(state.name, state.aliases, .state, row)
            for demonym in state.demonyms {
                names.insert(demonym, Entry(kind: .state, form: .demonym, row: row))
                let key = Names.key(demonym)
                if stateOfDemonym[key] == nil { stateOfDemonym[key] = row }
            }
            if !state.capital.isEmpty { names.insert(state.capital, Entry(kind: .state, form: .capital, row: row)) }
            for metonym in state.metonyms {
                names.insert(metonym, Entry(kind: .state, form: .metonym, row: row))
            }
        }
    }

    private mutating func indexTitles() {
        for row in lastOfEach(titles.count, key: { [titles[$0].name] }) {
            add(titles[row].name, titles[row].aliases, .title, row)
        }
    }

    private mutating func indexPeople() {
        for (row, person) in people.enumerated() {
            add(person.name, person.aliases, .person, row)
            shortNames.insert(person.short, Entry(kind: .person, form: .short, row: row))
        }
    }

    private mutating func indexWords() {
        cuesOfLemma.reserveCapacity(cues.count)
        let liveCues = lastOfEach(cues.count) { row in
            let cue = cues[row]
            return [cue.partOfSpeech.rawValue, cue.lemma, cue.preposition, cue.act.rawValue]
        }
        for row in liveCues {
            if cues[row].partOfSpeech == .phrase {
                lemmas.insert(cues[row].lemma, Entry(kind: .cue, form: .name, row: row))
            } else {
                cuesOfLemma[cues[row].lemma, default: []].append(Int32(row))
            }
        }
        let liveTerms = lastOfEach(talksTerms.count) { row in
            let term = talksTerms[row]
            return [term.slot.rawValue, term.phrase, term.partOfSpeech.rawValue]
        }
        for row in liveTerms {
            lemmas.insert(talksTerms[row].phrase, Entry(kind: .talks, form: .name, row: row))
        }
        patternsOfLemma.reserveCapacity(eventPatterns.count)
        for conditions in stride(from: 3, through: 0, by: -1) {
            for (row, pattern) in eventPatterns.enumerated() where pattern.conditions == conditions {
                patternsOfLemma[pattern.lemma, default: []].append(Int32(row))
            }
        }
    }
}

extension Lexicon {
    /// The rows whose key no later row repeats, in order: an added row replaces a built-in one. Without additions all
    /// rows, since no table repeats itself.
    private func lastOfEach(_ count: Int, key: (Int) -> [String]) -> [Int] {
        guard hasAdditions else { return Array(0..<count) }
        var seen: Set<[String]> = []
        return (0..<count).reversed().filter { seen.insert(key($0)).inserted }.reversed()
    }
}

extension EventPattern {
    /// How many of particle, object and oblique the pattern asks for.
    var conditions: Int { (particle.isEmpty ? 0 : 1) + (objects.isEmpty ? 0 : 1) + (obliques.isEmpty ? 0 : 1) }
}
