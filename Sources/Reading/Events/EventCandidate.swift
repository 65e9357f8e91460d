import Reports

/// An event as its words give it, before rules of the manual settle its type.
struct EventCandidate {
    var words: EventWords
    var kind: Event.Kind
    var mode: String?
    var contexts: [String]
    /// Whether all parties act, as in a meeting.
    var isMutual: Bool
    /// Whether a verb carries it.
    var isVerbal: Bool
    var parties: ParticipantFinder.Parties
    var reality: RealityReader.Finding
    var readings: [Event.Alternative] = []
    /// The rule that set the type or a party, where it is not the table's row.
    var rule: String?
    /// Whether the recipients are named elsewhere than in the event's own words.
    var areRecipientsElsewhere = false
    /// The candidate whose promise, demand or refusal this one is what of.
    var governor: Int?
}
