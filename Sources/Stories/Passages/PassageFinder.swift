import Language
import Reading
import Reports

/// Finds the stretches of words that reports share, by passage and not by document: two reports may share two
/// sentences and nothing else.
///
/// Every run of `shingle` folded words is indexed; equal shingles of two reports seed a run, runs on neighbouring
/// diagonals are joined over small insertions, and what is left must be long enough and more than names.
/// Cost: linear in the words, plus the seeds; shingles that stand in very many reports are formulas and seed nothing.
struct PassageFinder: Sendable {
    /// Words of a shingle.
    var shingle = 5
    /// A shorter stretch is no evidence of reuse.
    var leastWords = 8
    /// Words beside names and function words that a passage must hold.
    var leastContent = 3
    /// Words that may stand in between on either side of a joint.
    var mostInserted = 2
    /// A shingle that stands in more reports than this is a formula.
    var mostReports = 64

    /// A run of equal words: `length` words from `a` in one report and from `b` in the other.
    struct Run: Hashable, Sendable {
        var a: Int
        var b: Int
        var length: Int
    }

    /// A shared stretch: runs that belong together.
    struct Match: Hashable, Sendable {
        var runs: [Run]

        var words: Int { runs.reduce(0) { $0 + $1.length } }
        var a: Range<Int> { runs[0].a..<runs[runs.count - 1].a + runs[runs.count - 1].length }
        var b: Range<Int> { runs[0].b..<runs[runs.count - 1].b + runs[runs.count - 1].length }
    }

    /// All matches between reports; indices into `texts`, each pair once with `first < second`, in order.
    func matches(_ texts: [FoldedText]) -> [(first: Int, second: Int, match: Match)] {
        var seeds: [Pair: [Run]] = [:]
        for group in seedGroups(texts) { collect(group, in: texts, into: &seeds) }
        var found: [(first: Int, second: Int, match: Match)] = []
        for pair in seeds.keys.sorted() {
            let runs = maximalRuns(seeds[pair, default: []], texts[pair.first].words, texts[pair.second].words)
            for match in join(runs) where isEvidence(match, texts[pair.first]) {
                found.append((pair.first, pair.second, match))
            }
        }
        return found
    }

    private struct Pair: Hashable, Comparable {
        var first: Int
        var second: Int

        static func < (x: Pair, y: Pair) -> Bool { (x.first, x.second) < (y.first, y.second) }
    }

    private struct Posting {
        var hash: UInt64
        var text: Int
        var position: Int
    }

    /// Postings of equal shingles that stand in two reports or more.
    private func seedGroups(_ texts: [FoldedText]) -> [ArraySlice<Posting>] {
        var postings: [Posting] = []
        for (index, text) in texts.enumerated() where text.words.count >= shingle {
            for start in 0...text.words.count - shingle {
                var hash: UInt64 = 17
                for word in text.words[start..<start + shingle] { hash = (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 }
                postings.append(Posting(hash: hash, text: index, position: start))
            }
        }
        postings.sort { ($0.hash, $0.text, $0.position) < ($1.hash, $1.text, $1.position) }
        var groups: [ArraySlice<Posting>] = []
        var start = 0
        while start < postings.count {
            var end = start + 1
            while end < postings.count, postings[end].hash == postings[start].hash { end += 1 }
            if postings[end - 1].text != postings[start].text { groups.append(postings[start..<end]) }
            start = end
        }
        return groups
    }

    private func collect(_ group: ArraySlice<Posting>, in texts: [FoldedText], into seeds: inout [Pair: [Run]]) {
        var reports = 0
        var last = -1
        for posting in group where posting.text != last {
            reports += 1
            last = posting.text
        }
        guard reports <= mostReports, group.count <= 2 * mostReports else { return }
        for x in group.indices {
            for y in group.indices[(x + 1)...] where group[x].text != group[y].text {
                seeds[Pair(first: group[x].text, second: group[y].text), default: []]
                    .append(Run(a: group[x].position, b: group[y].position, length: shingle))
            }
        }
    }

    /// Seeds grown to both sides and made one where they lie on one diagonal.
    private func maximalRuns(_ seeds: [Run], _ x: [FoldedText.Word], _ y: [FoldedText.Word]) -> [Run] {
        var runs: [Run] = []
        for seed in seeds.sorted(by: { ($0.a - $0.b, $0.a) < ($1.a - $1.b, $1.a) }) {
            if let last = runs.last, last.a - last.b == seed.a - seed.b, seed.a + seed.length <= last.a + last.length {
                continue
            }
            var run = seed
            while run.a > 0, run.b > 0, x[run.a - 1].hash == y[run.b - 1].hash {
                run.a -= 1
                run.b -= 1
                run.length += 1
            }
            while run.a + run.length < x.count, run.b + run.length < y.count,
                x[run.a + run.length].hash == y[run.b + run.length].hash
            {
                run.length += 1
            }
            runs.append(run)
        }
        return runs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    /// Runs that follow each other closely in both reports become one match; a word belongs to one match only.
    private func join(_ runs: [Run]) -> [Match] {
        var matches: [Match] = []
        for run in runs {
            if let last = matches.last?.runs.last {
                let gapA = run.a - (last.a + last.length)
                let gapB = run.b - (last.b + last.length)
                if (0...mostInserted).contains(gapA), (0...mostInserted).contains(gapB) {
                    matches[matches.count - 1].runs.append(run)
                    continue
                }
            }
            matches.append(Match(runs: [run]))
        }
        var kept: [Match] = []
        for match in matches.sorted(by: { ($1.words, $0.a.lowerBound) < ($0.words, $1.a.lowerBound) }) {
            let isTaken = kept.contains { $0.a.overlaps(match.a) || $0.b.overlaps(match.b) }
            if !isTaken { kept.append(match) }
        }
        return kept.sorted { $0.a.lowerBound < $1.a.lowerBound }
    }

    /// Long enough, and not names and formulas alone.
    private func isEvidence(_ match: Match, _ text: FoldedText) -> Bool {
        guard match.words >= leastWords else { return false }
        let content = match.runs.reduce(0) { sum, run in
            sum + text.words[run.a..<run.a + run.length].count { $0.isContent }
        }
        return content >= leastContent
    }
}
