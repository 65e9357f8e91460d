public import Reports

/// A word that attributes: who says, believes, wants, plans or perceives something.
public struct Cue: Hashable, Sendable {
    public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
        case verb, noun, adj, adv, prep, phrase
    }

    /// How the content is joined to the cue.
    public enum Frame: String, Hashable, Sendable, CaseIterable {
        /// A clause, with or without "that": "said (that) …".
        case that
        /// A quotation or a clause around it: "…", she added.
        case quote
        /// "vowed to …".
        case infinitive = "to-inf"
        /// The object is who is told; the content follows: "told X that …".
        case addressee
        /// The object is whom it is about and who is to act: "urged X to …", "accused X of …".
        case object
        /// The object is the content: "rejected the plan".
        case content
        /// A preposition leads to the content: "called for …".
        case oblique
        /// The content depends on a noun: "claim that …", "demand for …".
        case noun
        /// The content is the clause that the cue stands beside: "according to X, …".
        case clause
        case none
    }

    public enum Class: String, Hashable, Sendable, CaseIterable {
        case speech, belief, wish, plan, perception
    }

    public var lemma: String
    public var partOfSpeech: PartOfSpeech
    /// The likeliest first.
    public var frames: [Frame]
    public var act: SpeechAct
    public var `class`: Class
    /// Negative where the cue itself negates its content: "deny".
    public var polarity: Polarity
    public var certainty: Certainty
    /// Whether the cue takes its content for true: "admit", "reveal".
    public var factive: Bool
    /// Governed preposition that belongs to the cue ("for" of "call for"); empty if none.
    public var preposition: String
    /// How often in a thousand its occurrences were the head of a cue in the PolNeAR training part, and how many
    /// occurrences that was counted on; nil where it did not occur.
    public var rate: Int?
    public var count: Int?
}

extension Cue: TableEntry {
    static let columns = [
        "lemma", "pos", "frames", "act", "class", "polarity", "certainty", "factive", "prep", "rate", "count",
    ]
    static let required: Set = ["lemma", "pos", "frames", "act", "class"]

    init(_ row: inout RowReader) throws(LexiconError) {
        lemma = try row.required()
        partOfSpeech = try row.requiredWord(PartOfSpeech.self)
        frames = try row.words(Frame.self)
        act = try row.requiredWord(SpeechAct.self)
        `class` = try row.requiredWord(Class.self)
        polarity = try row.mark(.positive)
        certainty = try row.mark(.certain)
        factive = try row.flag()
        preposition = row.text()
        rate = try row.number().map { Int($0) }
        count = try row.number().map { Int($0) }
    }
}
