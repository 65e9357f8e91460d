/// Tells which reports share a shingle at all.
struct PassagePairs: Sendable {
    let shingle: Int
    let mostReports: Int

    struct Pair: Hashable, Comparable {
        var first: Int
        var second: Int

        static func < (x: Pair, y: Pair) -> Bool { (x.first, x.second) < (y.first, y.second) }
    }

    /// Pairs of indices into `texts`, smaller first, each once, in order.
    func pairs(_ texts: [FoldedText]) -> [Pair] {
        var postings: [(hash: UInt64, text: Int)] = []
        for (index, text) in texts.enumerated() {
            for hash in Set(FoldedText.shingles(of: text.words, length: shingle)) { postings.append((hash, index)) }
        }
        postings.sort { $0 < $1 }
        var found: Set<Pair> = []
        var start = 0
        while start < postings.count {
            var end = start + 1
            while end < postings.count, postings[end].hash == postings[start].hash { end += 1 }
            if (2...mostReports).contains(end - start) {
                for x in start..<end {
                    for y in x + 1..<end { found.insert(Pair(first: postings[x].text, second: postings[y].text)) }
                }
            }
            start = end
        }
        return found.sorted()
    }
}
