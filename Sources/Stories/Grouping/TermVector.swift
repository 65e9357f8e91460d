/// Weighted terms of a report or of a group of reports.
///
/// Terms stand for themselves as 64-bit hashes and lie in their order, so that sums do not depend on the order in
/// which reports or words arrived.
struct TermVector: Sendable {
    struct Element: Sendable {
        var term: UInt64
        var weight: Double
    }

    /// Ascending by term, each once.
    private(set) var elements: [Element]

    /// - Parameter elements: each term once, in any order.
    init(_ elements: [Element]) {
        self.elements = elements.sorted { $0.term < $1.term }
    }

    var squaredLength: Double { elements.reduce(0) { $0 + $1.weight * $1.weight } }

    /// The same direction with length one; an empty vector stays empty.
    func normalized() -> TermVector {
        let length = squaredLength.squareRoot()
        guard length > 0 else { return self }
        var copy = self
        for index in copy.elements.indices { copy.elements[index].weight /= length }
        return copy
    }

    func dot(_ other: TermVector) -> Double {
        let (x, y) = (elements, other.elements)
        var (i, j, sum) = (0, 0, 0.0)
        while i < x.count, j < y.count {
            if x[i].term == y[j].term {
                sum += x[i].weight * y[j].weight
                i += 1
                j += 1
            } else if x[i].term < y[j].term {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    static func + (a: TermVector, b: TermVector) -> TermVector {
        let (x, y) = (a.elements, b.elements)
        var out: [Element] = []
        out.reserveCapacity(x.count + y.count)
        var (i, j) = (0, 0)
        while i < x.count || j < y.count {
            if j == y.count || (i < x.count && x[i].term < y[j].term) {
                out.append(x[i])
                i += 1
            } else if i == x.count || y[j].term < x[i].term {
                out.append(y[j])
                j += 1
            } else {
                out.append(Element(term: x[i].term, weight: x[i].weight + y[j].weight))
                i += 1
                j += 1
            }
        }
        return TermVector(ascending: out)
    }

    private init(ascending: [Element]) { elements = ascending }
}
