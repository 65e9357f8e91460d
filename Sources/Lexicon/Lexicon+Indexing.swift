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
        var seen: Set<String> = []
        for (row, title) in titles.enumerated().reversed() where seen.insert(title.name).inserted {
            add(title.name, title.aliases, .title, row)
        }
    }

    private mutating func indexPeople() {
        for (row, person) in people.enumerated() {
            add(person.name, person.aliases, .person, row)
            shortNames.insert(person.short, Entry(kind: .person, form: .short, row: row))
        }
    }

    private mutating func indexWords() {
        // A later row for the same reading replaces an earlier one; the readings of a lemma keep the table's order.
        var seen: Set<[String]> = []
        for (row, cue) in cues.enumerated().reversed() {
            let key = [cue.partOfSpeech.rawValue, cue.lemma, cue.preposition, cue.act.rawValue]
            guard seen.insert(key).inserted else { continue }
            if cue.partOfSpeech == .phrase {
                lemmas.insert(cue.lemma, Entry(kind: .cue, form: .name, row: row))
            } else {
                cuesOfLemma[cue.lemma, default: []].insert(Int32(row), at: 0)
            }
        }
        seen.removeAll()
        for (row, term) in talksTerms.enumerated().reversed() {
            guard seen.insert([term.slot.rawValue, term.phrase, term.partOfSpeech.rawValue]).inserted else { continue }
            lemmas.insert(term.phrase, Entry(kind: .talks, form: .name, row: row))
        }
        patternsOfLemma.reserveCapacity(eventPatterns.count)
        for conditions in stride(from: 3, through: 0, by: -1) {
            for (row, pattern) in eventPatterns.enumerated() where pattern.conditions == conditions {
                patternsOfLemma[pattern.lemma, default: []].append(Int32(row))
            }
        }
    }
}

extension EventPattern {
    /// How many of particle, object and oblique the pattern asks for.
    var conditions: Int { (particle.isEmpty ? 0 : 1) + (objects.isEmpty ? 0 : 1) + (obliques.isEmpty ? 0 : 1) }
}
