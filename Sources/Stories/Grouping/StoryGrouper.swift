import Language
public import Reading
public import Reports

/// Reports that tell of one happening.
public struct StoryGroup: Hashable, Sendable {
    /// In the order of the record.
    public var reports: [Identifier]
    public var basis: Basis

    public init(reports: [Identifier], basis: Basis) {
        self.reports = reports
        self.basis = basis
    }
}

/// Finds out which reports tell of one happening: by their words, weighted by how rare they are, and by the people,
/// bodies and places that they name.
///
/// Average link over a cosine of weighted lemmas: order of arrival does not matter.
public struct StoryGrouper: Sendable {
    /// Reports are joined while their groups are at least this alike.
    public var threshold = 0.20

    public init() {}

    public func group(_ record: Record) -> [StoryGroup] {
        let vectors = Self.vectors(record)
        let count = record.readings.count
        guard count > 1 else {
            return record.readings.map { StoryGroup(reports: [$0.report.id], basis: .stated) }
        }
        var likeness = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for a in 0..<count {
            for b in (a + 1)..<count {
                let value = Self.cosine(vectors[a], vectors[b])
                likeness[a][b] = value
                likeness[b][a] = value
            }
        }
        var groups = (0..<count).map { [$0] }
        while let (a, b) = closest(groups, likeness) {
            groups[a] = (groups[a] + groups[b]).sorted()
            groups.remove(at: b)
        }
        return groups.sorted { $0[0] < $1[0] }.map { members in
            StoryGroup(
                reports: members.map { record.readings[$0].report.id },
                basis: members.count > 1 ? .inferred(rule: "alike-in-words-actors-and-places") : .stated)
        }
    }

    private func closest(_ groups: [[Int]], _ likeness: [[Double]]) -> (Int, Int)? {
        var best: (Int, Int)?
        var bestValue = threshold
        for a in groups.indices {
            for b in groups.indices where b > a {
                var sum = 0.0
                for x in groups[a] {
                    for y in groups[b] { sum += likeness[x][y] }
                }
                let mean = sum / Double(groups[a].count * groups[b].count)
                if mean > bestValue {
                    bestValue = mean
                    best = (a, b)
                }
            }
        }
        return best
    }

    /// Weighted words of each report, sorted by word; length one.
    private static func vectors(_ record: Record) -> [[(term: String, weight: Double)]] {
        let counts = record.readings.map { termCounts($0, record) }
        var documents: [String: Int] = [:]
        for terms in counts {
            for term in terms.keys { documents[term, default: 0] += 1 }
        }
        return counts.map { terms in
            var vector = terms.map { term, count in
                let rarity = 1 + (Double(record.readings.count + 1) / Double(documents[term, default: 0] + 1)).logarithm
                return (term: term, weight: (1 + Double(count).logarithm) * rarity)
            }
            vector.sort { $0.term < $1.term }
            let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
            return length > 0 ? vector.map { ($0.term, $0.weight / length) } : vector
        }
    }

    private static func termCounts(_ reading: Reading, _ record: Record) -> [String: Int] {
        var terms: [String: Int] = [:]
        for token in reading.analysis.tokens where token.upos.isContent || token.upos == .propn {
            terms[token.lemma.lowercased(), default: 0] += 1
        }
        for actor in record.actors {
            let mentions = actor.mentions.count { $0.at.report == reading.report.id }
            if mentions > 0 { terms["actor " + actor.id.rawValue] = mentions }
        }
        return terms
    }

    private static func cosine(_ a: [(term: String, weight: Double)], _ b: [(term: String, weight: Double)]) -> Double {
        var (i, j, sum) = (0, 0, 0.0)
        while i < a.count, j < b.count {
            if a[i].term == b[j].term {
                sum += a[i].weight * b[j].weight
                i += 1
                j += 1
            } else if a[i].term < b[j].term {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }
}

extension Double {
    /// Natural logarithm for values of one and more, by its series after taking out powers of two: the C library's
    /// may differ in the last bit from machine to machine.
    fileprivate var logarithm: Double {
        var power = 0.0
        var rest = self
        while rest > 1.5 {
            rest /= 2
            power += 1
        }
        let z = (rest - 1) / (rest + 1)
        let square = z * z
        var term = z
        var sum = 0.0
        for odd in stride(from: 1.0, through: 31.0, by: 2.0) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + power * 0.693_147_180_559_945_3
    }
}
