import Reading
import Reports

/// The border between Hearsay's UTF-8 offsets and the code points of `hearsay/1`, for the reports of one record.
struct Border: Sendable {
    private struct Side: Sendable {
        var report: Report
        var map: OffsetMap
    }

    private var sides: [Identifier: Side] = [:]

    init(_ record: Record) {
        for reading in record.readings {
            sides[reading.report.id] = Side(report: reading.report, map: OffsetMap(reading.report.text))
        }
    }

    func length(of report: Identifier) -> Int { sides[report]?.map.scalarCount ?? 0 }

    /// Code point offsets of a span.
    func scalars(_ evidence: Evidence) -> (start: Int, end: Int) {
        guard let side = sides[evidence.report] else { preconditionFailure("evidence from an unknown report") }
        return (side.map.scalarOffset(evidence.span.start), side.map.scalarOffset(evidence.span.end))
    }

    func quote(_ evidence: Evidence) -> String {
        guard let side = sides[evidence.report] else { preconditionFailure("evidence from an unknown report") }
        return side.report.words(evidence.span)
    }

    /// A ref: report, offsets in code points, and exactly those words.
    func ref(_ evidence: Evidence) -> JSON {
        let (start, end) = scalars(evidence)
        return .object([
            .init("report", .string(evidence.report.rawValue)), .init("start", .int(start)), .init("end", .int(end)),
            .init("quote", .string(quote(evidence))),
        ])
    }

    func refs(_ evidence: [Evidence]) -> JSON { .array(evidence.map(ref)) }
}

extension JSON {
    static func id(_ id: Identifier?) -> JSON { .optional(id?.rawValue) }

    static func ids(_ ids: [Identifier]) -> JSON { .array(ids.map { .string($0.rawValue) }) }

    /// The fields `basis` and `rule`.
    static func basis(_ basis: Basis) -> [Field] {
        switch basis {
        case .stated: [Field("basis", "stated"), Field("rule", .null)]
        case .inferred(let rule): [Field("basis", "inferred"), Field("rule", .string(rule))]
        }
    }
}
