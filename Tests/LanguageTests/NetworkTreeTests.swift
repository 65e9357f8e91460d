import Testing

@testable import Language

/// Numbers that look random and are the same everywhere.
struct Noise {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}

struct NetworkTreeTests {
    private func isTree(_ heads: [Int32]) -> Bool {
        guard heads.count(where: { $0 == 0 }) == 1 else { return false }
        return heads.indices.allSatisfy { word in
            var here = word
            var steps = 0
            while heads[here] != 0, steps <= heads.count {
                here = Int(heads[here]) - 1
                steps += 1
            }
            return steps <= heads.count
        }
    }

    private func weight(_ heads: [Int32], _ scores: [[Float]]) -> Float {
        heads.enumerated().reduce(0) { $0 + scores[$1.offset][Int($1.element)] }
    }

    /// The best tree of all assignments of heads.
    private func bestByTrial(_ count: Int, _ scores: [[Float]]) -> Float {
        var heads = [Int32](repeating: 0, count: count)
        var best = -Float.infinity
        func assign(_ word: Int) {
            if word == count {
                if isTree(heads) { best = max(best, weight(heads, scores)) }
                return
            }
            for head in 0...Int32(count) where head != Int32(word + 1) {
                heads[word] = head
                assign(word + 1)
            }
        }
        assign(0)
        return best
    }

    @Test(arguments: 1...5)
    func findsTheBestTreeWithOneRoot(count: Int) {
        var noise = Noise(UInt64(count))
        var tree = SpanningTree()
        for _ in 0..<(count == 5 ? 20 : 60) {
            // Whole numbers, so that sums are exact and ties are common.
            let scores = (0..<count).map { _ in (0...count).map { _ in Float(noise.next(below: 21)) } }
            let heads = tree.solve(count) { scores[$0][$1] }
            #expect(isTree(heads))
            #expect(weight(heads, scores) == bestByTrial(count, scores))
        }
    }

    @Test(arguments: [17, 60, 254])
    func longSentencesAreTrees(count: Int) {
        var noise = Noise(UInt64(count))
        var tree = SpanningTree()
        var scores = (0..<count).map { _ in (0...count).map { _ in Float(noise.next(below: 1000)) } }
        #expect(isTree(tree.solve(count) { scores[$0][$1] }))
        // Neighbours that all want each other: nested contractions.
        for word in 0..<count {
            for head in 0...count { scores[word][head] = -Float(abs(word + 1 - head)) }
        }
        #expect(isTree(tree.solve(count) { scores[$0][$1] }))
    }

    @Test func scoresWithoutNumbersStillGiveATree() {
        var tree = SpanningTree()
        #expect(tree.solve(0) { _, _ in 0 }.isEmpty)
        #expect(tree.solve(1) { _, _ in .nan } == [0])
        #expect(isTree(tree.solve(7) { _, _ in 0 }))
    }
}
