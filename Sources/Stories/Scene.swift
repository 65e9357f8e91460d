import Language
import Reading
import Reports

/// The readings of one story with what every step of the comparison looks up in them.
struct Scene: Sendable {
    /// In the order of the command line.
    let readings: [Reading]
    private let actors: [Identifier: Actor]
    private let statements: [Identifier: Statement]
    private let readingOfReport: [Identifier: Int]
    private let times: [Identifier: TimeExpression]
    private let places: [Identifier: Place]
    private let numbers: [Identifier: Quantity]

    init(_ record: Record, reports: [Identifier]) {
        let chosen = Set(reports)
        readings = record.readings.filter { chosen.contains($0.report.id) }
        actors = Self.index(record.actors, by: \.id)
        statements = Self.index(readings.flatMap(\.statements), by: \.id)
        times = Self.index(record.times, by: \.id)
        places = Self.index(record.places, by: \.id)
        numbers = Self.index(record.numbers, by: \.id)
        readingOfReport = Dictionary(
            readings.enumerated().map { ($1.report.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func index<Value>(_ values: [Value], by id: KeyPath<Value, Identifier>) -> [Identifier: Value] {
        Dictionary(values.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
    }

    func actor(_ id: Identifier) -> Actor? { actors[id] }
    func statement(_ id: Identifier) -> Statement? { statements[id] }
    func time(_ id: Identifier) -> TimeExpression? { times[id] }
    func place(_ id: Identifier) -> Place? { places[id] }
    func number(_ id: Identifier) -> Quantity? { numbers[id] }
    func reading(_ report: Identifier) -> Reading? { readingOfReport[report].map { readings[$0] } }

    /// Place of a report on the command line; unknown reports come last.
    func order(_ report: Identifier) -> Int { readingOfReport[report] ?? readings.count }

    func words(_ evidence: Evidence) -> String { reading(evidence.report)?.report.words(evidence.span) ?? "" }

    /// By report as on the command line, then by place in the text.
    func isBefore(_ a: Evidence, _ b: Evidence) -> Bool {
        a.report != b.report ? order(a.report) < order(b.report) : a.span < b.span
    }

    /// The day a report was published, as far as it is known: its stated date, or the date its year was inferred for.
    func published(_ report: Identifier) -> String? {
        let own = times.values.filter { $0.at?.report == report && ($0.role == .publication || $0.role == .dateline) }
        return own.compactMap(\.earliest).min()
    }
}
