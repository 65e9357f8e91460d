import Language
import Reading
import Reports

/// Finds the stretches of words that reports share, by passage and not by document: two reports may share two
/// sentences and nothing else.
///
/// Two steps. Long shingles, indexed over all reports, tell which pairs share anything; their cost is linear in the
/// words, and a shingle that stands in very many reports is a formula and tells nothing. Within such a pair short
/// shingles give runs of equal words, and runs that follow each other closely in both reports are chained, so that a
/// stretch is found whole though words in it were swapped, dropped or added. What is left must be long enough, dense
/// enough, and more than names.
package struct PassageFinder: Sendable {
    /// Words of the shingles that bring two reports together.
    var shingle = 5
    /// Words of the shortest run that is looked at within a pair.
    var shortestRun = 3
    /// A stretch with fewer words in common is no evidence of reuse.
    var leastWords = 8
    /// Words beside names and function words that a passage must hold.
    var leastContent = 3
    /// Words that may stand in between two runs, in either report.
    var widestGap = 4
    /// Part of a passage's words that must be common, in either report.
    var leastDensity = 0.6
    /// A shingle that stands in more reports than this is a formula.
    var mostReports = 64

    package init() {}

    /// A run of equal words: `length` words from `a` in one report and from `b` in the other.
    package struct Run: Hashable, Sendable {
        package var a: Int
        package var b: Int
        package var length: Int

        var endA: Int { a + length }
        var endB: Int { b + length }
    }

    /// A shared stretch: runs that belong together, in order.
    package struct Match: Hashable, Sendable {
        package var runs: [Run]

        package var words: Int { runs.reduce(0) { $0 + $1.length } }
        package var a: Range<Int> { runs[0].a..<runs[runs.count - 1].endA }
        package var b: Range<Int> { runs[0].b..<runs[runs.count - 1].endB }
    }

    /// All matches between reports; indices into `texts`, each pair once with `first < second`, in order.
    package func matches(_ texts: [FoldedText]) -> [(first: Int, second: Int, match: Match)] {
        var found: [(first: Int, second: Int, match: Match)] = []
        for pair in PassagePairs(shingle: shingle, mostReports: mostReports).pairs(texts) {
            let (x, y) = (texts[pair.first].words, texts[pair.second].words)
            let chains = RunChainer(widestGap: widestGap).chains(runs(x, y))
            for runs in chains {
                let match = Match(runs: runs)
                if isEvidence(match, x) { found.append((pair.first, pair.second, match)) }
            }
        }
        return found
    }

    /// All runs of equal words that cannot be made longer, by their place in the first report.
    private func runs(_ x: [FoldedText.Word], _ y: [FoldedText.Word]) -> [Run] {
        var places: [UInt64: [Int]] = [:]
        for (start, hash) in FoldedText.shingles(of: y, length: shortestRun).enumerated() {
            places[hash, default: []].append(start)
        }
        var runs: [Run] = []
        for (start, hash) in FoldedText.shingles(of: x, length: shortestRun).enumerated() {
            for other in places[hash] ?? [] {
                if start > 0, other > 0, x[start - 1].hash == y[other - 1].hash { continue }
                var length = shortestRun
                while start + length < x.count, other + length < y.count,
                    x[start + length].hash == y[other + length].hash
                {
                    length += 1
                }
                runs.append(Run(a: start, b: other, length: length))
            }
        }
        return runs
    }

    /// Long enough, dense enough, and not names and formulas alone.
    private func isEvidence(_ match: Match, _ text: [FoldedText.Word]) -> Bool {
        guard match.words >= leastWords,
            Double(match.words) >= leastDensity * Double(max(match.a.count, match.b.count))
        else { return false }
        let content = match.runs.reduce(0) { sum, run in
            sum + text[run.a..<run.endA].count { $0.isContent }
        }
        return content >= leastContent
    }
}
