import Language
import Lexicon
import Reports

/// What the readers of the talks record look at: one report with its actors, statements and events.
struct TalksContext: Sendable {
    let analysis: Analysis
    let lexicon: Lexicon
    let actors: ActorTable
    let statements: [Statement]
    let events: [Event]
    let times: [TimeExpression]
    let places: [Place]
    let numbers: [Quantity]
    /// Words and phrases of negotiation, in text order.
    let terms: [TermHit]
    /// For each token the statement with the shortest content that holds it; nil outside of all.
    private let innermost: [Int?]
    /// Actors that stand for a body: "the Americans", "Dublin", "the army's delegation".
    private(set) var bodyOf: [Identifier: Identifier] = [:]
    /// Those who host, invite or mediate: they have a role, and no seat.
    private(set) var goBetweens: Set<Identifier> = []

    init(
        analysis: Analysis, lexicon: Lexicon, actors: ActorTable, statements: [Statement], events: [Event],
        times: [TimeExpression], places: [Place], numbers: [Quantity]
    ) {
        self.analysis = analysis
        self.lexicon = lexicon
        self.actors = actors
        self.statements = statements
        self.events = events
        self.times = times
        self.places = places
        self.numbers = numbers
        terms = TermHit.find(in: analysis, lexicon)
        innermost = Self.innermost(analysis, statements)
        bodyOf = findBodies()
        goBetweens = findGoBetweens()
    }

    /// Actors that stand for another one that the report also names: a people or a capital for its state, a delegation or
    /// a ministry for the body whose it is.
    private func findBodies() -> [Identifier: Identifier] {
        var found: [Identifier: Identifier] = [:]
        var stateOfCode: [String: Identifier] = [:]
        for actor in actors.actors where actor.kind == .state {
            guard let entry = lexicon.entries(named: actor.name, kinds: .state).first else { continue }
            let code = lexicon.states[entry.row].code
            if stateOfCode[code] == nil { stateOfCode[code] = actor.id }
        }
        for actor in actors.actors where actor.side == nil && actor.kind != .state && actor.kind != .person {
            for name in actor.names + [actor.name] {
                let state =
                    lexicon.demonym(name)
                    ?? lexicon.entries(named: name, kinds: .state).first.map { lexicon.states[$0.row] }
                if let state, let id = stateOfCode[state.code], id != actor.id { found[actor.id] = id }
                if found[actor.id] == nil, let id = body(ofPeople: name), id != actor.id { found[actor.id] = id }
            }
        }
        for entry in actors.entries where found[entry.actor] == nil && actors[entry.actor]?.side == nil {
            guard Self.isPartOfBody(lemma(entry.head).lowercased()), actors[entry.actor]?.kind != .person else {
                continue
            }
            let modifier =
                analysis.child(of: entry.head, .possessive, .compound, .adjective)
                ?? prepositional(of: entry.head, "of", "from")
            if let modifier, let body = actors.actor(atHead: modifier), body != entry.actor {
                found[entry.actor] = body
            }
        }
        return found
    }

    /// A body of which an unknown word is the adjective or people: "Selmoran" beside "Selmora".
    private func body(ofPeople name: String) -> Identifier? {
        actors.actors.first { other in
            guard other.kind == .state || other.kind == .place || other.kind == .group, other.name.utf8.count > 3,
                name.hasPrefix(other.name)
            else { return false }
            return ["n", "an", "ian", "ese", "ish", "i", "ns", "ans", "ians", "is"].contains(
                String(name.dropFirst(other.name.count)))
        }?.id
    }

    private static func isPartOfBody(_ noun: String) -> Bool {
        [
            "delegation", "team", "side", "government", "ministry", "camp", "leadership", "official", "negotiator",
            "delegate", "authority", "cabinet",
        ]
        .contains(noun)
    }

    /// Whether the report is about a negotiation at all: a meeting is told, or words of talks stand in two sentences.
    var tellsOfTalks: Bool {
        if events.contains(where: { $0.kind == .consult && $0.reality != .historical }) { return true }
        let sentences = terms.filter { hit in
            switch hit.slot {
            case .talks, .agreement, .mediator, .nextRound, .session, .delegation, .demand, .offer: true
            default: false
            }
        }.map { analysis.sentenceOfToken[$0.head] }
        return Set(sentences).count > 1
    }

    private func findGoBetweens() -> Set<Identifier> {
        var found: Set<Identifier> = []
        for hit in terms where hit.slot == .mediator || hit.slot == .host || hit.slot == .inviter {
            if hit.partOfSpeech == .verb, let doer = doer(of: hit.head), let actor = actor(at: doer) {
                found.insert(actor)
            }
            if hit.partOfSpeech == .noun, let actor = actor(at: hit.head) { found.insert(actor) }
        }
        // The state whose officers invite is no party either.
        for actor in found where actors[actor]?.kind != .person {
            if let side = actors.side(of: actor) { found.insert(side) }
        }
        return found
    }

    private static func innermost(_ analysis: Analysis, _ statements: [Statement]) -> [Int?] {
        var found = [Int?](repeating: nil, count: analysis.tokens.count)
        var length = [Int](repeating: .max, count: analysis.tokens.count)
        for (index, statement) in statements.enumerated() {
            let size = statement.content.reduce(0) { $0 + $1.span.length }
            for piece in statement.content {
                // Of two equal contents the deeper statement is the inner one; the list has outer before inner.
                for token in analysis.tokens(in: piece.span) where size <= length[token] {
                    found[token] = index
                    length[token] = size
                }
            }
        }
        return found
    }

    /// The innermost statement whose content holds a token; for a word that attributes or names a source, the
    /// statement that it belongs to.
    func statement(at token: Int) -> Statement? {
        if let index = innermost[token] { return statements[index] }
        let span = analysis.tokens[token].span
        return statements.first { $0.source.cues.contains { $0.span.overlaps(span) } }
            ?? statements.first { $0.evidence.contains { $0.span.contains(span) } }
    }

    /// The part of a phrase that lies inside the content that a statement has at a token: who says it and by which cue
    /// is no part of what is said.
    func clipped(_ range: Range<Int>, to statement: Statement, at token: Int) -> Range<Int> {
        let span = analysis.tokens[token].span
        guard let content = statement.content.first(where: { $0.span.contains(span) }) else { return range }
        let inside = analysis.tokens(in: content.span).clamped(to: range)
        return inside.isEmpty ? range : inside
    }

    func statement(_ id: Identifier) -> Statement? { statements.first { $0.id == id } }

    /// The statement and all that hold it, inner first.
    func holders(of statement: Statement) -> [Statement] {
        var found = [statement]
        while let parent = found[found.count - 1].parent.flatMap({ self.statement($0) }), found.count < 16 {
            found.append(parent)
        }
        return found
    }

    func lemma(_ token: Int) -> String { analysis.tokens[token].lemma }

    /// The party that an actor stands for: its side, or itself.
    func side(_ actor: Identifier) -> Identifier {
        let side = actors.side(of: actor) ?? actor
        return bodyOf[side] ?? side
    }
}

/// A word or phrase of the talks table in the text.
struct TermHit: Hashable, Sendable {
    var tokens: Range<Int>
    /// The word that the phrase hangs on.
    var head: Int
    var slot: TalksTerm.Slot
    var partOfSpeech: TalksTerm.PartOfSpeech
    var value: String

    /// All hits: of the words as they stand, and of the bare clause, so that "reached no final agreement" and "failed on
    /// Tuesday to agree" are found as what they are.
    static func find(in analysis: Analysis, _ lexicon: Lexicon) -> [TermHit] {
        var hits: [TermHit] = []
        for sentence in analysis.sentences {
            let all = sentence.tokens.map { (token: $0, lemma: analysis.tokens[$0].lemma.lowercased()) }
            collect(all, analysis, lexicon, &hits)
            let bare = all.compactMap { word in bareLemma(word.token, analysis).map { (token: word.token, lemma: $0) } }
            if bare.count < all.count { collect(bare, analysis, lexicon, &hits) }
        }
        return hits.sorted {
            ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
        }
    }

    private static func collect(
        _ words: [(token: Int, lemma: String)], _ analysis: Analysis, _ lexicon: Lexicon, _ hits: inout [TermHit]
    ) {
        for start in words.indices {
            for match in lexicon.phrases(at: start, count: words.count, kinds: .talks, lemma: { words[$0].lemma }) {
                let term = lexicon.talksTerms[match.entry.row]
                let tokens = words[match.words.lowerBound].token..<words[match.words.upperBound - 1].token + 1
                let head = analysis.head(of: tokens)
                let hit = TermHit(
                    tokens: tokens, head: head, slot: term.slot, partOfSpeech: term.partOfSpeech, value: term.value)
                if agrees(term, analysis.tokens[head].upos), !hits.contains(hit) { hits.append(hit) }
            }
        }
    }

    /// A word's lemma in the bare clause: articles and quantifiers as "a", nothing for adverbs, attributes and the phrases
    /// that say when.
    private static func bareLemma(_ token: Int, _ analysis: Analysis) -> String? {
        let word = analysis.tokens[token]
        switch word.relation.base {
        case "det": return "a"
        case "advmod", "amod", "nummod", "aux": return nil
        default: break
        }
        if word.relation.name == "obl:tmod" || word.relation.name == "obl:unmarked" { return nil }
        if let head = word.head, word.relation == .caseMarker, analysis.tokens[head].upos == .propn,
            isDay(analysis.tokens[head])
        {
            return nil
        }
        return isDay(word) ? nil : word.lemma.lowercased()
    }

    private static func isDay(_ token: Token) -> Bool {
        switch token.lemma.lowercased() {
        case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday": true
        default: false
        }
    }

    private static func agrees(_ term: TalksTerm, _ tag: UPOS) -> Bool {
        switch term.partOfSpeech {
        case .verb: tag == .verb
        // As predicates the two are hardly told apart: "the talks were a failure", "were deadlocked".
        case .noun where term.slot == .outcome, .adj where term.slot == .outcome:
            tag == .noun || tag == .adj || tag == .verb
        case .noun: tag == .noun || tag == .propn
        case .adj: tag == .adj || tag == .verb
        case .adv: tag == .adv
        case .phrase: true
        }
    }
}
