import Lexicon
import Reports

/// An event as its words give it, before rules of the manual settle its type.
struct EventCandidate {
    var match: PatternMatch
    var kind: Event.Kind
    var mode: String?
    var parties: ParticipantFinder.Parties
    var reality: RealityReader.Finding
    var readings: [Event.Alternative] = []
    /// The rule that set the type, where it is not the table's row.
    var rule: String?
    /// The candidate whose promise, demand or refusal this one is what of.
    var governor: Int?
}
