extension LexiconLint {
    mutating func checkTitles() {
        checkDuplicates(.titles, lexicon.titles.map(\.name))
    }

    mutating func checkPlaces() {
        let places = lexicon.places
        checkDuplicates(.places, places.map { "\($0.country) \($0.level.rawValue) \($0.name)" })
        let divisions = Set(places.filter { $0.level == .province || $0.level == .region }.map { $0.country + $0.name })
        for (row, place) in places.enumerated() {
            checkCountry(place.country, .places, row, nonState: false, required: false)
            if !place.within.isEmpty, !divisions.contains(place.country + place.within) {
                report(.unknownName, .places, row, "the division \"\(place.within)\" is not listed")
            }
            if place.coordinates == nil { report(.badShape, .places, row, "\"\(place.name)\" has no coordinates") }
        }
    }

    /// Cues, event patterns and talks terms.
    mutating func checkWords() {
        checkDuplicates(
            .cues, lexicon.cues.map { "\($0.partOfSpeech.rawValue) \($0.lemma) \($0.preposition) \($0.act.rawValue)" })
        for (row, cue) in lexicon.cues.enumerated() {
            checkLemma(cue.lemma, .cues, row)
            if cue.frames.isEmpty { report(.badShape, .cues, row, "\"\(cue.lemma)\" has no frame") }
            if let rate = cue.rate, !(0...1000).contains(rate) {
                report(.badShape, .cues, row, "a rate of \(rate) in a thousand")
            }
        }
        checkDuplicates(
            .events,
            lexicon.eventPatterns.map {
                "\($0.partOfSpeech.rawValue) \($0.lemma) \($0.particle) \($0.objects) \($0.obliques) "
                    + "\($0.type.rawValue) \($0.mode ?? "")"
            })
        for (row, pattern) in lexicon.eventPatterns.enumerated() {
            checkLemma(pattern.lemma, .events, row)
            if pattern.actors.isEmpty { report(.badShape, .events, row, "\"\(pattern.lemma)\" has no actor position") }
            // Irregular forms keep their first letter ("took", "fought"), and no rule here knows more of them.
            let words = Names.key(pattern.example).split(separator: " ")
            if !words.contains(where: { $0.first == pattern.lemma.first }) {
                report(.badShape, .events, row, "the example of \"\(pattern.lemma)\" does not contain it")
            }
        }
        checkDuplicates(
            .talks, lexicon.talksTerms.map { "\($0.partOfSpeech.rawValue) \($0.phrase) \($0.slot.rawValue)" })
        for (row, term) in lexicon.talksTerms.enumerated() {
            if term.slot == .outcome, !TalksTerm.results.contains(term.value) {
                report(.badShape, .talks, row, "\"\(term.value)\" is no result of talks")
            }
        }
    }

    private mutating func checkLemma(_ lemma: String, _ table: Lexicon.TableName, _ row: Int) {
        if lemma.utf8.contains(where: { (65...90).contains($0) }) {
            report(.badShape, table, row, "a lemma is written small: \"\(lemma)\"")
        }
    }
}
