import Reading
import Reports

/// Facts of several reports that speak of one thing.
struct FactClusters: Sendable {
    let matcher: FactMatcher

    /// Indices of facts, each cluster ascending, by first fact; every fact is in one.
    ///
    /// The most alike pairs first; a fact joins a cluster if it is like half of its members.
    func clusters() -> [[Int]] {
        let pairs = pairs()
        let likeness = Dictionary(pairs.map { ([$0.a, $0.b], $0.likeness) }, uniquingKeysWith: { first, _ in first })
        var members = matcher.facts.indices.map { [$0] }
        var home = Array(matcher.facts.indices)
        for pair in pairs {
            let (x, y) = (home[pair.a], home[pair.b])
            guard x != y else { continue }
            let alike = members[x].reduce(0) { sum, a in
                sum + members[y].count { likeness[[min(a, $0), max(a, $0)]] != nil }
            }
            guard 2 * alike >= members[x].count * members[y].count else { continue }
            let (into, from) = (min(x, y), max(x, y))
            for fact in members[from] { home[fact] = into }
            members[into] += members[from]
            members[from] = []
        }
        return members.filter { !$0.isEmpty }.map { $0.sorted() }
    }

    private struct Pair {
        var a: Int
        var b: Int
        var likeness: Double
    }

    /// Only facts that share a term are looked at.
    private func pairs() -> [Pair] {
        var index: [String: [Int]] = [:]
        for (fact, value) in matcher.facts.enumerated() {
            for term in value.terms { index[term, default: []].append(fact) }
        }
        var seen: Set<[Int]> = []
        for facts in index.values {
            for (position, a) in facts.enumerated() {
                for b in facts[(position + 1)...] { seen.insert([a, b]) }
            }
        }
        return seen.compactMap { pair -> Pair? in
            let likeness = matcher.likeness(pair[0], pair[1])
            return likeness > 0 ? Pair(a: pair[0], b: pair[1], likeness: likeness) : nil
        }
        .sorted { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
    }
}
