import Reports

/// Possible merges, the best first: a binary heap with a total order, so that equal likeness gives equal results.
struct MergeQueue: Sendable {
    struct Merge: Sendable {
        var likeness: Double
        /// The least report of each group, in order.
        var low: Identifier
        var high: Identifier
        var a: Int
        var b: Int
        /// States of the groups for which the likeness holds.
        var versionA: Int
        var versionB: Int

        func isBetter(than other: Merge) -> Bool {
            if likeness != other.likeness { return likeness > other.likeness }
            return (low, high) < (other.low, other.high)
        }
    }

    private var heap: [Merge] = []

    mutating func insert(_ merge: Merge) {
        heap.append(merge)
        var index = heap.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard heap[index].isBetter(than: heap[parent]) else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    mutating func popFirst() -> Merge? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var index = 0
        while true {
            var best = index
            for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
                if heap[child].isBetter(than: heap[best]) { best = child }
            }
            if best == index { return first }
            heap.swapAt(index, best)
            index = best
        }
    }
}
