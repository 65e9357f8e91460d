public import Language
public import Lexicon

/// Reads an analysed report: attributions, actors, statements, times, places, numbers, events, findings, in this order.
public struct Reader: Sendable {
    private let lexicon: Lexicon
    private let actors: ActorReader

    public init(lexicon: Lexicon) {
        self.lexicon = lexicon
        actors = ActorReader(lexicon)
    }

    public func read(_ analysis: Analysis) -> Reading {
        let (attributions, marks) = AttributionFinder(lexicon: lexicon).find(analysis)
        let table = actors.read(analysis, attributions: attributions)
        let statements = StatementBuilder().build(analysis, attributions, table)
        let times = TimeReader().read(analysis)
        let numbers = QuantityReader().read(analysis, times: times)
        let findings = FindingReader(
            TalksContext(
                analysis: analysis, lexicon: lexicon, actors: table, statements: statements, events: [],
                times: times.map(\.expression), places: [], numbers: numbers)
        ).read()
        return Reading(
            analysis: analysis, actors: table.actors, statements: statements, events: [],
            times: times.map(\.expression), places: [], numbers: numbers, marks: marks, findings: findings)
    }
}
