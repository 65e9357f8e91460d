/// The best tree over the words of a sentence: the maximum spanning arborescence with exactly one word under the root
/// (Chu and Liu 1965, Edmonds 1967; the dense algorithm of Tarjan 1977, quadratic in the words).
struct SpanningTree {
    /// Taken from every arc of the root, more than any tree can gain: a second root never pays.
    private static let rootPenalty = 1e5

    private var size = 0
    /// For each live node (row) the score of the best arc from each other live node (column); contracted nodes take the
    /// place of one of their members.
    private var scores: [Double] = []
    /// The words (dependent, head) that such an arc joins.
    private var dependents: [Int32] = []
    private var heads: [Int32] = []
    /// Which node of the forest of contractions stands at a place.
    private var nodeAt: [Int32] = []
    private var isLive: [Bool] = []
    /// Of each node of the forest: the contraction that holds it (-1: none), and the arc chosen to enter it.
    private var parents: [Int32] = []
    private var entries: [(dependent: Int32, head: Int32)] = []

    /// Finds the tree.
    ///
    /// - Parameters:
    ///   - count: the number of words.
    ///   - score: of the arc from a head (0 is the root, else word + 1) to a word (from 0).
    /// - Returns: for each word its head: 0 for the root, else the number of the word + 1.
    mutating func solve(_ count: Int, score: (_ dependent: Int, _ head: Int) -> Float) -> [Int32] {
        guard count > 0 else { return [] }
        prepare(count, score)
        var isDone = [Bool](repeating: false, count: size)
        isDone[0] = true
        var positionOnPath = [Int](repeating: -1, count: size)
        var path: [Int] = []
        for start in 1..<size where isLive[start] && !isDone[start] {
            path.append(start)
            positionOnPath[start] = 0
            while let place = path.last {
                let best = bestEntry(place)
                let node = Int(nodeAt[place])
                entries[node] = (dependents[place * size + best], heads[place * size + best])
                if isDone[best] { break }
                if positionOnPath[best] < 0 {
                    positionOnPath[best] = path.count
                    path.append(best)
                } else {
                    let cycle = path[positionOnPath[best]...]
                    let kept = contract(cycle)
                    for member in cycle { positionOnPath[member] = -1 }
                    path.removeLast(cycle.count)
                    positionOnPath[kept] = path.count
                    path.append(kept)
                }
            }
            for place in path {
                isDone[place] = true
                positionOnPath[place] = -1
            }
            path.removeAll()
        }
        return expand(count)
    }

    private mutating func prepare(_ count: Int, _ score: (Int, Int) -> Float) {
        size = count + 1
        scores = [Double](repeating: -.infinity, count: size * size)
        dependents = [Int32](repeating: 0, count: size * size)
        heads = [Int32](repeating: 0, count: size * size)
        for dependent in 1..<size {
            for head in 0..<size {
                let cell = dependent * size + head
                dependents[cell] = Int32(dependent)
                heads[cell] = Int32(head)
                if head != dependent {
                    scores[cell] = Double(score(dependent - 1, head)) - (head == 0 ? Self.rootPenalty : 0)
                }
            }
        }
        nodeAt = (0..<size).map(Int32.init)
        isLive = [Bool](repeating: true, count: size)
        parents = [Int32](repeating: -1, count: size)
        entries = [(dependent: Int32, head: Int32)](repeating: (0, 0), count: size)
    }

    /// The live node with the best arc into a node; of equals the first.
    private func bestEntry(_ place: Int) -> Int {
        var best = 0
        var bestScore = -Double.infinity
        for other in 0..<size where isLive[other] && other != place && scores[place * size + other] > bestScore {
            best = other
            bestScore = scores[place * size + other]
        }
        return best
    }

    /// Makes one node of a cycle and returns its place.
    private mutating func contract(_ cycle: ArraySlice<Int>) -> Int {
        let members = cycle.sorted()
        let kept = members[0]
        let node = Int32(parents.count)
        let gains = members.map { bestScore($0) }
        for member in members {
            parents[Int(nodeAt[member])] = node
            isLive[member] = false
        }
        parents.append(-1)
        entries.append((0, 0))
        for other in 0..<size where isLive[other] {
            var into = (score: -Double.infinity, cell: kept * size + other)
            var outOf = (score: -Double.infinity, cell: other * size + kept)
            for (member, gain) in zip(members, gains) {
                let entering = scores[member * size + other] - gain
                if entering > into.score { into = (entering, member * size + other) }
                let leaving = scores[other * size + member]
                if leaving > outOf.score { outOf = (leaving, other * size + member) }
            }
            replace(kept * size + other, with: into)
            replace(other * size + kept, with: outOf)
        }
        isLive[kept] = true
        nodeAt[kept] = node
        return kept
    }

    private func bestScore(_ place: Int) -> Double { scores[place * size + bestEntry(place)] }

    private mutating func replace(_ cell: Int, with best: (score: Double, cell: Int)) {
        scores[cell] = best.score
        dependents[cell] = dependents[best.cell]
        heads[cell] = heads[best.cell]
    }

    /// Undoes the contractions, the last first: the arc into a contraction enters one member, the others keep theirs.
    private mutating func expand(_ count: Int) -> [Int32] {
        for node in stride(from: parents.count - 1, to: count, by: -1) {
            let entry = entries[node]
            var member = Int(entry.dependent)
            while Int(parents[member]) != node { member = Int(parents[member]) }
            entries[member] = entry
        }
        return (1...count).map { entries[$0].head }
    }
}
