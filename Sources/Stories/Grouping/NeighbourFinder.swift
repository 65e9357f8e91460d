import Reports

/// Finds for each report those that may tell of the same happening, without looking at all pairs: reports that share
/// some of their heaviest terms.
///
/// The work for one report is bounded by `mostVisits`, however large the archive: rare terms are followed first, and
/// of a common term only the reports for which it weighs most.
struct NeighbourFinder: Sendable {
    /// Heaviest terms of a report that are followed.
    var terms = 48
    /// Entries of the index that are looked at for one report.
    var mostVisits = 4096
    /// Neighbours kept for one report.
    var most = 64

    private struct Posting {
        var report: Int
        var weight: Double
    }

    /// Pairs of indices into `vectors`, smaller first, each once, in order. `ids` break ties, so that the order of
    /// arrival does not.
    func pairs(_ vectors: [TermVector], ids: [Identifier]) -> [(Int, Int)] {
        let heavy = vectors.map { vector in
            Array(
                vector.elements.sorted { ($1.weight, $0.term) < ($0.weight, $1.term) }.prefix(terms))
        }
        var index: [UInt64: [Posting]] = [:]
        for (report, elements) in heavy.enumerated() {
            for element in elements {
                index[element.term, default: []].append(Posting(report: report, weight: element.weight))
            }
        }
        for term in index.keys {
            index[term]?.sort { ($1.weight, ids[$0.report]) < ($0.weight, ids[$1.report]) }
        }
        var found: [[Int]] = []
        for (report, elements) in heavy.enumerated() {
            var visits = 0
            var common: [Int: Double] = [:]
            let rareFirst = elements.map { ($0, index[$0.term] ?? []) }
                .sorted { ($0.1.count, $0.0.term) < ($1.1.count, $1.0.term) }
            for (element, postings) in rareFirst where visits < mostVisits {
                for posting in postings.prefix(mostVisits - visits) where posting.report != report {
                    common[posting.report, default: 0] += posting.weight * element.weight
                }
                visits += postings.count
            }
            let best = common.sorted { ($1.value, ids[$0.key]) < ($0.value, ids[$1.key]) }.prefix(most)
            found.append(best.map(\.key))
        }
        return Self.unique(found)
    }

    private static func unique(_ neighbours: [[Int]]) -> [(Int, Int)] {
        var all: [(Int, Int)] = []
        for (report, others) in neighbours.enumerated() {
            for other in others { all.append((min(report, other), max(report, other))) }
        }
        all.sort { $0 < $1 }
        var out: [(Int, Int)] = []
        for pair in all where out.last.map({ $0 != pair }) ?? true { out.append(pair) }
        return out
    }
}
