import Language
import Reports

/// The actors of one report and the phrases that stand for them, found again by token.
struct ActorTable: Sendable {
    /// One phrase resolved to an actor.
    struct Entry: Hashable, Sendable {
        /// The phrase with all its modifiers.
        var tokens: Range<Int>
        /// The word that the phrase hangs on.
        var head: Int
        var actor: Identifier
    }

    private(set) var actors: [Actor]
    /// By head token.
    private(set) var entries: [Entry]
    private var indexOfActor: [Identifier: Int]
    private var entryOfHead: [Int: Int]

    init(actors: [Actor], entries: [Entry]) {
        self.actors = actors
        self.entries = entries.sorted { ($0.head, $0.tokens.lowerBound) < ($1.head, $1.tokens.lowerBound) }
        indexOfActor = [:]
        entryOfHead = [:]
        for (index, actor) in actors.enumerated() { indexOfActor[actor.id] = index }
        for (index, entry) in self.entries.enumerated() where entryOfHead[entry.head] == nil {
            entryOfHead[entry.head] = index
        }
    }

    subscript(id: Identifier) -> Actor? { indexOfActor[id].map { actors[$0] } }

    /// The actor that the phrase headed by a token stands for.
    func actor(atHead token: Int) -> Identifier? { entryOfHead[token].map { entries[$0].actor } }

    /// The actor of a phrase: of the mention that is nearly the same words, else by the phrase's head, or else of the
    /// one mention that fills most of it.
    func actor(of tokens: Range<Int>, in analysis: Analysis) -> Identifier? {
        guard !tokens.isEmpty else { return nil }
        let head = analysis.head(of: tokens)
        var best: (entry: Entry, overlap: Double)?
        for entry in entries where entry.tokens.overlaps(tokens) {
            let shared = Double(entry.tokens.clamped(to: tokens).count)
            let overlap = shared / (Double(entry.tokens.count + tokens.count) - shared)
            if best.map({ overlap > $0.overlap || (overlap == $0.overlap && entry.head == head) }) ?? true {
                best = (entry, overlap)
            }
        }
        if let best, best.overlap > 0.7 { return best.entry.actor }
        if let found = actor(atHead: head) { return found }
        return entries.filter { tokens.contains($0.head) && $0.tokens.clamped(to: tokens) == $0.tokens }
            .max { ($0.tokens.count, -$0.head) < ($1.tokens.count, -$1.head) }?.actor
    }

    /// The party that an actor stands with: its side, or itself when it is a party.
    func side(of actor: Identifier) -> Identifier? {
        guard let found = self[actor] else { return nil }
        if let side = found.side { return side.actor }
        switch found.kind {
        case .group, .state, .organisation: return actor
        case .person, .outlet, .collective, .place: return nil
        }
    }
}
