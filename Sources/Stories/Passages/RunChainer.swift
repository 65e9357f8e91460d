/// Chains runs of equal words that follow each other closely in both reports.
struct RunChainer: Sendable {
    let widestGap: Int

    typealias Run = PassageFinder.Run

    /// The best chains; no word of either report belongs to two. By their place in the first report.
    ///
    /// - Parameter runs: by their place in the first report.
    func chains(_ runs: [Run]) -> [[Run]] {
        var score = runs.map { 2 * $0.length }
        var previous = [Int?](repeating: nil, count: runs.count)
        // Runs are ordered by their start, so that predecessors within reach lie not far before; `reach` skips the rest.
        let longest = runs.map(\.length).max() ?? 0
        for index in runs.indices {
            var before = index - 1
            while before >= 0, runs[before].a + longest + widestGap >= runs[index].a {
                defer { before -= 1 }
                guard let gap = gap(runs[before], runs[index]) else { continue }
                let joined = score[before] + 2 * runs[index].length - gap
                if joined > score[index] {
                    score[index] = joined
                    previous[index] = before
                }
            }
        }
        var isUsed = [Bool](repeating: false, count: runs.count)
        var kept: [[Run]] = []
        for end in runs.indices.sorted(by: { (score[$1], $0) < (score[$0], $1) }) where !isUsed[end] {
            var chain: [Run] = []
            var current: Int? = end
            while let here = current, !isUsed[here] {
                isUsed[here] = true
                chain.append(runs[here])
                current = previous[here]
            }
            chain.reverse()
            chain.removeAll { run in kept.contains { overlaps(run, $0) } }
            kept += split(chain)
        }
        return kept.sorted { ($0[0].a, $0[0].b) < ($1[0].a, $1[0].b) }
    }

    /// Words in between in both reports together; nil if the runs do not follow each other closely.
    private func gap(_ x: Run, _ y: Run) -> Int? {
        let (a, b) = (y.a - x.endA, y.b - x.endB)
        guard a >= 0, b >= 0, a <= widestGap, b <= widestGap else { return nil }
        return a + b
    }

    private func overlaps(_ run: Run, _ chain: [Run]) -> Bool {
        let (first, last) = (chain[0], chain[chain.count - 1])
        return (run.a < last.endA && first.a < run.endA) || (run.b < last.endB && first.b < run.endB)
    }

    /// What is left of a chain falls apart where runs were taken out of it.
    private func split(_ chain: [Run]) -> [[Run]] {
        var parts: [[Run]] = []
        for run in chain {
            if let last = parts.last?.last, gap(last, run) != nil {
                parts[parts.count - 1].append(run)
            } else {
                parts.append([run])
            }
        }
        return parts
    }
}
