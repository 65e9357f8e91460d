import Language
public import Lexicon
public import Reading
public import Reports

/// Reports that tell of one happening.
public struct StoryGroup: Hashable, Sendable {
    /// In the order of the record.
    public var reports: [Identifier]
    public var basis: Basis
    /// Words that hold the group together, the weightiest first; none for a report alone.
    public var ties: [String]

    public init(reports: [Identifier], basis: Basis, ties: [String] = []) {
        self.reports = reports
        self.basis = basis
        self.ties = ties
    }
}

/// Finds out which reports tell of one happening: by their words, names, numbers and actors, each by how rare it is,
/// and by their days of publication.
///
/// The order of arrival does not matter. Cost: near to linear in the reports (`NeighbourFinder`).
public struct StoryGrouper: Sendable {
    /// The rule that groups of several reports are inferred by.
    public static let rule = "shared-names-words-and-days"

    private let lexicon: Lexicon

    public init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    public func group(_ record: Record) -> [StoryGroup] {
        let vectors = ReportTerms().vectors(record, lexicon)
        let ids = record.readings.map(\.report.id)
        let items = record.readings.indices.map { index in
            Agglomeration.Item(
                id: ids[index], vector: vectors[index], words: record.readings[index].analysis.tokens.count,
                day: record.readings[index].report.date.flatMap(Self.day))
        }
        let neighbours = NeighbourFinder().pairs(vectors, ids: ids)
        return Agglomeration().groups(items, neighbours: neighbours).map { members in
            guard members.count > 1 else { return StoryGroup(reports: [ids[members[0]]], basis: .stated) }
            return StoryGroup(
                reports: members.map { ids[$0] }, basis: .inferred(rule: Self.rule),
                ties: Self.ties(members.map { (record.readings[$0].analysis, vectors[$0]) }))
        }
    }

    /// The terms that weigh most in at least half of the reports, as the reports write them.
    private static func ties(_ members: [(analysis: Analysis, vector: TermVector)], most: Int = 8) -> [String] {
        var weights: [UInt64: (reports: Int, weight: Double)] = [:]
        for member in members {
            for element in member.vector.elements {
                weights[element.term, default: (0, 0)].reports += 1
                weights[element.term, default: (0, 0)].weight += element.weight
            }
        }
        let shared = weights.filter { $0.value.reports > 1 && 2 * $0.value.reports >= members.count }
            .sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
        var written: [UInt64: [String: Int]] = [:]
        let wanted = Set(shared.prefix(2 * most).map(\.key))
        var key: [UInt8] = []
        for member in members {
            for token in member.analysis.tokens {
                guard let term = ReportTerms.term(token.form, &key), wanted.contains(term) else { continue }
                written[term, default: [:]][token.form, default: 0] += 1
            }
        }
        let words = shared.compactMap { term, _ in
            written[term]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        }
        return Array(words.prefix(most))
    }

    /// Days since 1970-01-01; nil if the year is not known.
    private static func day(_ date: Report.DateStamp) -> Int? {
        guard let year = date.year else { return nil }
        let shifted = date.month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
