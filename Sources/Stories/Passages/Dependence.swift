/// Whether one report leans on another's text so far that the two are not two accounts.
///
/// A sentence counts as taken over if its words and those of one sentence of the other report are mostly the same.
package struct Dependence: Sendable {
    /// Part of both sentences' words that must be common.
    var leastLikeness = 0.75
    /// Part of a report's words that must stand in sentences taken over.
    var leastShare = 0.5

    package init() {}

    /// - Parameter matches: all matches between the two texts.
    package func holds(_ matches: [PassageFinder.Match], between a: FoldedText, and b: FoldedText) -> Bool {
        var shared: [Pair: Int] = [:]
        for run in matches.flatMap(\.runs) {
            for offset in 0..<run.length {
                let pair = Pair(a: a.words[run.a + offset].sentence, b: b.words[run.b + offset].sentence)
                shared[pair, default: 0] += 1
            }
        }
        let (lengthsA, lengthsB) = (Self.lengths(a), Self.lengths(b))
        var (takenA, takenB): (Set<Int>, Set<Int>) = ([], [])
        for (pair, words) in shared {
            let length = lengthsA[pair.a, default: 0] + lengthsB[pair.b, default: 0]
            if Double(2 * words) >= leastLikeness * Double(length) {
                takenA.insert(pair.a)
                takenB.insert(pair.b)
            }
        }
        return isMost(takenA, lengthsA, a.words.count) || isMost(takenB, lengthsB, b.words.count)
    }

    private struct Pair: Hashable {
        var a: Int
        var b: Int
    }

    private func isMost(_ sentences: Set<Int>, _ lengths: [Int: Int], _ words: Int) -> Bool {
        let taken = sentences.reduce(0) { $0 + lengths[$1, default: 0] }
        return taken > 0 && Double(taken) >= leastShare * Double(words)
    }

    private static func lengths(_ text: FoldedText) -> [Int: Int] {
        var lengths: [Int: Int] = [:]
        for word in text.words { lengths[word.sentence, default: 0] += 1 }
        return lengths
    }
}
