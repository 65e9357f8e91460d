/// A word and its frame that tell of an event of one PLOVER type.
public struct EventPattern: Hashable, Sendable {
    /// Where an actor of the event stands in the tree around the pattern's head.
    public enum Position: Hashable, Sendable {
        case subject
        case object
        case indirectObject
        /// "its refusal", "Norway's offer".
        case possessor
        /// A dependent with this preposition: "of", "by", "with", "between".
        case preposition(String)
        /// A noun or adjective before the head: "Turkish airstrikes".
        case modifier

        init?(_ text: String) {
            switch text {
            case "subj": self = .subject
            case "obj": self = .object
            case "iobj": self = .indirectObject
            case "poss": self = .possessor
            case "mod": self = .modifier
            default:
                guard !text.isEmpty, text.utf8.allSatisfy({ (97...122).contains($0) || $0 == 32 }) else { return nil }
                self = .preposition(text)
            }
        }
    }

    public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
        case verb, noun
    }

    public var lemma: String
    public var partOfSpeech: PartOfSpeech
    /// Particle that belongs to the verb ("out" of "pull out"); empty if none.
    public var particle: String
    /// Object lemmas that the pattern needs, any of them ("talks" of "hold talks"); empty: no condition.
    public var objects: [String]
    /// Prepositions one of which the pattern needs, with the lemma of its word after a space if that matters
    /// ("into custody" of "take into custody"); empty: no condition.
    public var obliques: [String]
    public var type: EventType
    public var mode: String?
    public var contexts: [EventContext]
    /// Positions in which the actor is looked for, the likeliest first.
    public var actors: [Position]
    /// Empty: the event has no recipient in the sentence.
    public var recipients: [Position]
    /// All parties act: they are actors, and nobody is a recipient.
    public var symmetric: Bool
    public var example: String
}

extension EventPattern: TableEntry {
    static let columns = [
        "lemma", "pos", "particle", "object", "oblique", "type", "mode", "contexts", "actor", "recipient",
        "symmetric", "example",
    ]
    static let required: Set = ["lemma", "pos", "type", "actor", "example"]

    init(_ row: inout RowReader) throws(LexiconError) {
        lemma = try row.required()
        partOfSpeech = try row.requiredWord(PartOfSpeech.self)
        particle = row.text()
        objects = row.list()
        obliques = row.list()
        type = try row.requiredWord(EventType.self)
        let type = type
        mode = try row.checked("a mode of \(type.rawValue): \(type.modes.joined(separator: ", "))") {
            type.modes.contains($0)
        }
        contexts = try row.words(EventContext.self)
        actors = try row.positions()
        recipients = try row.positions()
        symmetric = try row.flag()
        example = try row.required()
    }
}
