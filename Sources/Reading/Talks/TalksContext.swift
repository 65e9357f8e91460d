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

    /// The innermost statement whose content holds a token.
    func statement(at token: Int) -> Statement? { innermost[token].map { statements[$0] } }

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
    func side(_ actor: Identifier) -> Identifier { actors.side(of: actor) ?? actor }
}

/// A word or phrase of the talks table in the text.
struct TermHit: Hashable, Sendable {
    var tokens: Range<Int>
    /// The word that the phrase hangs on.
    var head: Int
    var slot: TalksTerm.Slot
    var partOfSpeech: TalksTerm.PartOfSpeech
    var value: String

    static func find(in analysis: Analysis, _ lexicon: Lexicon) -> [TermHit] {
        var hits: [TermHit] = []
        for sentence in analysis.sentences {
            for start in sentence.tokens {
                let matches = lexicon.phrases(
                    at: start - sentence.tokens.lowerBound, count: sentence.tokens.count, kinds: .talks
                ) { analysis.tokens[sentence.tokens.lowerBound + $0].lemma.lowercased() }
                for match in matches {
                    let term = lexicon.talksTerms[match.entry.row]
                    let low = sentence.tokens.lowerBound + match.words.lowerBound
                    let tokens = low..<low + match.words.count
                    let head = analysis.head(of: tokens)
                    guard agrees(term.partOfSpeech, analysis.tokens[head].upos) else { continue }
                    hits.append(
                        TermHit(
                            tokens: tokens, head: head, slot: term.slot, partOfSpeech: term.partOfSpeech,
                            value: term.value))
                }
            }
        }
        return hits
    }

    private static func agrees(_ term: TalksTerm.PartOfSpeech, _ tag: UPOS) -> Bool {
        switch term {
        case .verb: tag == .verb
        case .noun: tag == .noun || tag == .propn
        case .adj: tag == .adj || tag == .verb
        case .adv: tag == .adv
        case .phrase: true
        }
    }
}
