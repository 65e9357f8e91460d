import Language
import Lexicon

/// The words that carry an event.
struct EventWords: Hashable, Sendable {
    /// The verb or noun.
    var trigger: Int
    /// The object that makes the event ("talks" of "hold talks").
    var object: Int?
    /// The word after the preposition that makes it ("custody" of "take into custody"), or the verb after "to".
    var oblique: Int?
}

/// A row of the event table that holds at a word.
struct PatternMatch: Sendable {
    var pattern: EventPattern
    var words: EventWords
}

/// Finds the row that fits a word best.
struct PatternMatcher {
    let analysis: Analysis
    let lexicon: Lexicon
    private let clauses: ClauseView

    init(_ analysis: Analysis, _ lexicon: Lexicon) {
        self.analysis = analysis
        self.lexicon = lexicon
        clauses = ClauseView(analysis)
    }

    func match(at token: Int) -> PatternMatch? {
        let word = analysis.tokens[token]
        let part: EventPattern.PartOfSpeech
        switch word.upos {
        case .verb: part = .verb
        case .noun: part = .noun
        default: return nil
        }
        // The table's order puts the rows with most conditions first.
        for pattern in lexicon.eventPatterns(lemma: word.lemma, partOfSpeech: part) {
            if let match = match(pattern, at: token) { return match }
        }
        return nil
    }

    private func match(_ pattern: EventPattern, at token: Int) -> PatternMatch? {
        var match = PatternMatch(pattern: pattern, words: EventWords(trigger: token))
        if !pattern.particle.isEmpty {
            guard hasParticle(pattern.particle, token) else { return nil }
        }
        if !pattern.objects.isEmpty {
            guard let object = object(pattern.objects, of: token, pattern.partOfSpeech) else { return nil }
            match.words.object = object
        }
        if !pattern.obliques.isEmpty {
            guard let oblique = oblique(pattern.obliques, of: token, object: match.words.object) else { return nil }
            match.words.oblique = oblique
        }
        return match
    }

    private func hasParticle(_ particle: String, _ token: Int) -> Bool {
        analysis.children(of: token).contains { child in
            let word = analysis.tokens[child]
            return word.form.lowercased() == particle
                && (word.relation == .particle || word.relation == .adverbModifier
                    || word.upos == .adp || word.upos == .adv)
        }
    }

    /// An object with one of the lemmas: itself, what it is a round or series of, or a predicate ("set free").
    private func object(_ lemmas: [String], of token: Int, _ part: EventPattern.PartOfSpeech) -> Int? {
        guard part == .verb else {
            return analysis.children(of: token).first { lemmas.contains(analysis.tokens[$0].lemma) }
        }
        var candidates: [Int] = []
        for object in clauses.logicalObjects(of: token) { candidates += clauses.conjuncts(of: object) }
        candidates += analysis.children(of: token, .openComplement)
        for candidate in candidates {
            if lemmas.contains(analysis.tokens[candidate].lemma) { return candidate }
            // "aid deliveries", "a hunger strike": the row may name the word before.
            if analysis.children(of: candidate, .compound, .adjective).contains(where: {
                lemmas.contains(analysis.tokens[$0].lemma)
            }) {
                return candidate
            }
            guard Self.containers.contains(analysis.tokens[candidate].lemma) else { continue }
            for inner in clauses.dependents(of: candidate, with: "of")
            where lemmas.contains(analysis.tokens[inner].lemma) {
                return inner
            }
        }
        return nil
    }

    private func oblique(_ wanted: [String], of token: Int, object: Int?) -> Int? {
        for entry in wanted {
            let parts = entry.split(separator: " ", maxSplits: 1)
            let preposition = String(parts[0])
            let lemma = parts.count > 1 ? String(parts[1]) : nil
            if preposition == "to", let verb = infinitive(of: token, lemma) { return verb }
            for host in [token, object].compactMap({ $0 }) {
                for noun in clauses.dependents(of: host, with: preposition)
                where lemma == nil || lemma == analysis.tokens[noun].lemma {
                    return noun
                }
            }
            // A verb's preposition that the tree hangs on its object: "take rebels into custody".
            guard analysis.tokens[token].upos == .verb, let lemma else { continue }
            for host in clauses.logicalObjects(of: token) where host > token {
                for noun in clauses.dependents(of: host, with: preposition) where lemma == analysis.tokens[noun].lemma {
                    return noun
                }
            }
        }
        return nil
    }

    private func infinitive(of token: Int, _ lemma: String?) -> Int? {
        guard let lemma else { return nil }
        return analysis.children(of: token).first { child in
            analysis.tokens[child].lemma == lemma && clauses.isVerb(child)
                && analysis.children(of: child, .marker).contains { analysis.tokens[$0].lemma == "to" }
        }
    }

    /// Nouns that only measure out what stands after their "of".
    static let containers: Set<String> = [
        "round", "series", "set", "number", "session", "string", "kind", "form", "day", "week", "hour", "lot", "couple",
        "end", "start", "resumption", "stage", "phase", "part", "handful", "spate", "wave", "dose", "package", "ton",
        "tonne", "amount", "volley", "barrage", "tens", "hundred", "thousand", "million",
    ]
}
