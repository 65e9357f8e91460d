import Reports

/// Joins reports into groups, the most alike first, as long as what lies between two groups is not much weaker than
/// what holds each of them together.
///
/// Likeness is the average link over cosines. The bar is relative: two floods or two trials share their kind of
/// words, and reports of each share still more among themselves. A fixed bar cannot tell these apart.
struct Agglomeration: Sendable {
    /// Between groups, as a part of the likeness within them.
    var ratio = 0.6
    /// What is taken for the likeness within a group, before it has many pairs to tell: two accounts of a few words
    /// have less in common than two full ones.
    var shortLikeness = 0.14
    var fullLikeness = 0.3
    /// Words of a full account.
    var fullLength = 400.0
    /// How many pairs that assumption is worth.
    var priorPairs = 12.0
    /// Days between the reports of two groups that halve their likeness.
    var halvingDays = 14.0

    struct Item: Sendable {
        var id: Identifier
        var vector: TermVector
        /// Length of the report in words.
        var words: Int
        /// Days since an epoch; nil if the report is not dated.
        var day: Int?
    }

    private struct Group {
        var members: [Int]
        var sum: TermVector
        /// Sum of the cosines of its pairs.
        var within = 0.0
        /// Sum over its members of the likeness that their length lets expect.
        var expected: Double
        var days: ClosedRange<Int>?
        var least: Identifier
        var version = 0
        /// Neighbours, with the sum of the cosines between.
        var links: [Int: Double] = [:]

        var pairs: Double { Double(members.count * (members.count - 1) / 2) }
    }

    /// Indices of the items in groups, each ascending, by first member.
    func groups(_ items: [Item], neighbours: [(Int, Int)]) -> [[Int]] {
        var groups: [Group?] = items.enumerated().map { index, item in
            Group(
                members: [index], sum: item.vector, expected: expectedLikeness(item), days: item.day.map { $0...$0 },
                least: item.id)
        }
        for (a, b) in neighbours {
            let link = items[a].vector.dot(items[b].vector)
            groups[a]?.links[b] = link
            groups[b]?.links[a] = link
        }
        var queue = MergeQueue()
        for (a, b) in neighbours { offer(a, b, groups, &queue) }
        while let merge = queue.popFirst() {
            guard groups[merge.a]?.version == merge.versionA, groups[merge.b]?.version == merge.versionB else {
                continue
            }
            join(merge.a, merge.b, &groups)
            for other in groups[merge.a]?.links.keys.sorted() ?? [] { offer(merge.a, other, groups, &queue) }
        }
        return groups.compactMap { $0?.members.sorted() }.sorted { $0[0] < $1[0] }
    }

    /// Puts `b` into `a`.
    private func join(_ a: Int, _ b: Int, _ groups: inout [Group?]) {
        guard var first = groups[a], let second = groups[b] else { return }
        let between = first.links[b] ?? 0
        var links: [Int: Double] = [:]
        for other in Set(first.links.keys).union(second.links.keys).sorted() where other != a && other != b {
            guard let third = groups[other] else { continue }
            let link =
                (first.links[other] ?? first.sum.dot(third.sum)) + (second.links[other] ?? second.sum.dot(third.sum))
            links[other] = link
            groups[other]?.links[b] = nil
            groups[other]?.links[a] = link
        }
        first.within += second.within + between
        first.expected += second.expected
        first.members += second.members
        first.sum = first.sum + second.sum
        first.least = min(first.least, second.least)
        first.version += 1
        first.links = links
        if let x = first.days, let y = second.days {
            first.days = min(x.lowerBound, y.lowerBound)...max(x.upperBound, y.upperBound)
        } else {
            first.days = first.days ?? second.days
        }
        groups[a] = first
        groups[b] = nil
    }

    private func offer(_ a: Int, _ b: Int, _ groups: [Group?], _ queue: inout MergeQueue) {
        guard let first = groups[a], let second = groups[b], let link = first.links[b] else { return }
        let pairs = Double(first.members.count * second.members.count)
        let likeness = link / pairs * nearness(first.days, second.days)
        guard likeness >= ratio * (cohesion(first) * cohesion(second)).squareRoot() else { return }
        let isInOrder = first.least < second.least
        queue.insert(
            MergeQueue.Merge(
                likeness: likeness, low: isInOrder ? first.least : second.least,
                high: isInOrder ? second.least : first.least, a: a, b: b, versionA: first.version,
                versionB: second.version))
    }

    private func cohesion(_ group: Group) -> Double {
        (group.within + priorPairs * group.expected / Double(group.members.count)) / (group.pairs + priorPairs)
    }

    private func expectedLikeness(_ item: Item) -> Double {
        shortLikeness + (fullLikeness - shortLikeness) * min(1, Double(item.words) / fullLength)
    }

    /// One for reports of the same days, a half at a distance of `halvingDays`, less beyond.
    private func nearness(_ a: ClosedRange<Int>?, _ b: ClosedRange<Int>?) -> Double {
        guard let a, let b else { return 1 }
        let days = Double(max(0, a.lowerBound - b.upperBound, b.lowerBound - a.upperBound)) / halvingDays
        return 1 / (1 + days * days)
    }
}
