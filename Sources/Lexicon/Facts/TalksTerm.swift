/// A word or phrase that fills or marks a slot of the talks record.
public struct TalksTerm: Hashable, Sendable {
    public enum Slot: String, Hashable, Sendable, CaseIterable {
        /// The negotiation itself: "talks", "round table".
        case talks
        case parties, delegation, host, inviter, mediator, guarantor, observer, venue, session, agenda, topic, purpose
        case demand
        case redLine = "red line"
        case precondition, offer, assurance, refusal, veto, acceptance, agreement
        case walkout = "walk-out"
        case outcome
        case nextRound = "next round"
        case confirmation
    }

    public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
        case verb, noun, adj, adv, phrase
    }

    /// Lemmas, separated by spaces.
    public var phrase: String
    public var partOfSpeech: PartOfSpeech
    public var slot: Slot
    /// For an outcome its result (`none` `agreement` `partial` `ceasefire` `adjourned` `continuing`); for others the
    /// kind within the slot, if any.
    public var value: String
    public var note: String

    /// The results an outcome may have.
    public static let results: Set = ["none", "agreement", "partial", "ceasefire", "adjourned", "continuing"]
}

extension TalksTerm: TableEntry {
    static let columns = ["phrase", "pos", "slot", "value", "note"]
    static let required: Set = ["phrase", "pos", "slot"]

    init(_ row: inout RowReader) throws(LexiconError) {
        phrase = try row.required()
        partOfSpeech = try row.requiredWord(PartOfSpeech.self)
        slot = try row.requiredWord(Slot.self)
        value = row.text()
        note = row.text()
    }
}
