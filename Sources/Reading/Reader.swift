public import Language
public import Lexicon

/// Reads an analysed report: attributions, actors, statements, times, places, numbers, events, findings, in this order.
public struct Reader: Sendable {
    private let lexicon: Lexicon
    private let actors: ActorReader
    private let circumstances: CircumstanceReader
    private let events: EventReader

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        actors = ActorReader(lexicon)
        circumstances = CircumstanceReader(lexicon)
        events = EventReader(lexicon)
    }

    public func read(_ analysis: Analysis) -> Reading {
        let (attributions, marks) = AttributionFinder(lexicon: lexicon).find(analysis)
        let table = actors.read(analysis, attributions: attributions)
        var statements = StatementBuilder().build(analysis, attributions, table)
        var circumstances = circumstances.read(analysis)
        let events = events.read(analysis, statements: statements, actors: table, circumstances: circumstances)
        statements = circumstances.bind(to: events, statements, in: analysis)
        let times = circumstances.times.map(\.expression)
        let findings = FindingReader(
            TalksContext(
                analysis: analysis, lexicon: lexicon, actors: table, statements: statements, events: events,
                times: times, places: circumstances.places, numbers: circumstances.numbers)
        ).read()
        return Reading(
            analysis: analysis, actors: table.actors, statements: statements, events: events, times: times,
            places: circumstances.places, numbers: circumstances.numbers, marks: marks, findings: findings)
    }
}
