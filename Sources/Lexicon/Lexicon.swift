/// What is known beforehand: actors, places, words that attribute and words that tell of events.
///
/// Loaded once from tables and shared read-only. All look-ups fold names (`Names.key`).
public struct Lexicon: Sendable {
    /// The tables, named like their files without the ending.
    public enum TableName: String, Hashable, Sendable, CaseIterable {
        case states, organisations, groups, outlets, people, titles, places, cues, events, talks, words
    }

    public internal(set) var states: [State] = []
    public internal(set) var organisations: [Organisation] = []
    public internal(set) var groups: [Group] = []
    public internal(set) var outlets: [Outlet] = []
    public internal(set) var people: [Person] = []
    public internal(set) var titles: [Title] = []
    public internal(set) var places: [Place] = []
    public internal(set) var cues: [Cue] = []
    public internal(set) var eventPatterns: [EventPattern] = []
    public internal(set) var talksTerms: [TalksTerm] = []
    public internal(set) var commonWords: [CommonWord] = []

    /// Content hash of the tables: of the files' names and bytes, the built-in ones first, each folder sorted by name.
    public internal(set) var fingerprint = ""

    /// For each table the lines its rows stand on; for people and groups the first line of each.
    var lines: [TableName: [TableLine]] = [:]

    /// Whether tables were added to the built-in ones.
    var hasAdditions = false
    var names = PhraseIndex()
    var shortNames = PhraseIndex()
    var lemmas = PhraseIndex()
    var stateOfCode: [String: Int] = [:]
    var stateOfDemonym: [String: Int] = [:]
    var cuesOfLemma: [String: [Int32]] = [:]
    var patternsOfLemma: [String: [Int32]] = [:]
    var shareOfWord: [String: Double] = [:]

    init() {}
}
