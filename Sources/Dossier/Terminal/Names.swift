import Reading
import Reports
import Stories

/// Short names for people to read: letters for reports, names for actors, chains in a line.
struct Names: Sendable {
    private let letters: [Identifier: String]
    private let actors: [Identifier: Actor]
    private let statements: [Identifier: Statement]
    private let times: [Identifier: TimeExpression]
    private let places: [Identifier: Place]
    let border: Border

    init(_ document: Document) {
        let record = document.record
        border = Border(record)
        letters = Dictionary(
            record.readings.enumerated().map { ($1.report.id, Self.letter($0)) },
            uniquingKeysWith: { first, _ in first })
        actors = Dictionary(record.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        statements = Dictionary(
            record.readings.flatMap(\.statements).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        times = Dictionary(record.times.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        places = Dictionary(record.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A…Z, then A2…Z2 and so on.
    static func letter(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : letter + String(index / 26 + 1)
    }

    func report(_ id: Identifier) -> String { letters[id] ?? "?" }
    func actor(_ id: Identifier) -> String { actors[id]?.name ?? "?" }
    func statement(_ id: Identifier) -> Statement? { statements[id] }
    func time(_ id: Identifier) -> TimeExpression? { times[id] }

    /// `Tehran, IRN`
    func place(_ id: Identifier) -> String {
        guard let place = places[id] else { return "?" }
        return place.level == .country ? place.name : place.name + (place.country.map { ", " + $0 } ?? "")
    }

    /// The value of a time for people, with its mark when it was inferred.
    func date(_ id: Identifier) -> String {
        guard let time = times[id] else { return "?" }
        let value = time.value ?? time.at.map { border.quote($0) } ?? "?"
        return time.basis.rule == nil ? value : value + "? (inferred)"
    }

    /// `A ← Ahmadi ← Massoud`: the report, then its sources inwards.
    func chain(_ chain: [Link], in report: Identifier) -> String {
        let sources = chain.dropFirst().map(link)
        return ([self.report(report)] + (sources.isEmpty ? ["own voice"] : sources)).joined(separator: " ← ")
    }

    func link(_ link: Link) -> String {
        if link.kind == .actor, let id = link.actor { return actor(id) }
        return link.mention.map { border.quote($0) } ?? link.actor.map(actor) ?? "unnamed source"
    }

    /// Exact words, in quotation marks, cut to a number of columns at a word's end.
    func words(_ evidence: [Evidence], most: Int = 90) -> String {
        let all = evidence.map { border.quote($0) }.joined(separator: " … ")
        let flat = all.unicodeScalars.map { $0.properties.isWhitespace ? " " : String($0) }.joined()
        guard flat.unicodeScalars.count > most else { return "“" + flat + "”" }
        let cut = String(flat.unicodeScalars.prefix(most))
        let end = cut.utf8.lastIndex(of: UInt8(ascii: " ")) ?? cut.endIndex
        return "“" + cut[..<end] + " …”"
    }

    func offsets(_ evidence: Evidence) -> String {
        let (start, end) = border.scalars(evidence)
        return "\(report(evidence.report))[\(start),\(end))"
    }
}
