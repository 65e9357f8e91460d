import Reading
import Reports
import Stories

extension Document {
    /// The document as `hearsay/1`; `withText` adds each report's text.
    public func json(withText: Bool = false) -> JSON {
        let border = Border(record)
        let statements = record.readings.flatMap { $0.statements.map { border.json($0) } }
        let chains = Dictionary(
            record.readings.flatMap { $0.statements.map { ($0.id, $0.chain) } }, uniquingKeysWith: { first, _ in first }
        )
        let events = record.readings.flatMap { $0.events.map { border.json($0, chain: chains[$0.statement] ?? []) } }
        return .object([
            .init("schema", "hearsay/1"),
            .init("generator", generator.json),
            .init("reports", .array(record.readings.map { border.json($0, in: record, withText: withText) })),
            .init("actors", .array(record.actors.map { border.json($0) })),
            .init("statements", .array(statements)),
            .init("events", .array(events)),
            .init("times", .array(record.times.map { border.json($0) })),
            .init("places", .array(record.places.map { border.json($0) })),
            .init("numbers", .array(record.numbers.map { border.json($0) })),
            .init("stories", .array(stories.map { border.json($0, chains: chains) })),
        ])
    }
}

extension Document.Generator {
    fileprivate var json: JSON {
        var fields: [JSON.Field] = [.init("name", .string(name)), .init("version", .string(version))]
        if let rules { fields.append(.init("rules", .string(rules))) }
        if let lexicons { fields.append(.init("lexicons", .string(lexicons))) }
        return .object(fields)
    }
}
