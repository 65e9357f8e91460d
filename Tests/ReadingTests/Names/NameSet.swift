import Foundation

@testable import Reading

/// The pairs of `Tests/Sets/names.tsv`. Rows of the part "blind" are for figures only.
struct NameSet {
    struct Pair {
        var a: String
        var b: String
        var isSame: Bool
        var part: String
    }

    struct Figures {
        var precision: Double
        var recall: Double
        var count: Int
        /// Pairs judged wrongly, with their scores.
        var wrong: [String]
    }

    var pairs: [Pair]

    static func load() throws -> NameSet {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Sets/names.tsv")
        let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
        return NameSet(
            pairs: rows.map { row in
                let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return Pair(a: cells[0], b: cells[1], isSame: cells[2] == "same", part: cells[4])
            })
    }

    func measure(_ part: String, _ matcher: NameMatcher) -> Figures {
        var (right, found, wanted) = (0, 0, 0)
        var wrong: [String] = []
        let chosen = pairs.filter { $0.part == part }
        for pair in chosen {
            let score = matcher.score(pair.a, pair.b)
            let isFound = score.value >= NameMatcher.same
            if isFound { found += 1 }
            if pair.isSame { wanted += 1 }
            if isFound && pair.isSame { right += 1 }
            if isFound != pair.isSame {
                wrong.append("\(pair.isSame)\t\(pair.a)\t\(pair.b)\t\(score.value) \(score.rule)")
            }
        }
        return Figures(
            precision: found == 0 ? 1 : Double(right) / Double(found),
            recall: wanted == 0 ? 1 : Double(right) / Double(wanted), count: chosen.count, wrong: wrong)
    }
}
