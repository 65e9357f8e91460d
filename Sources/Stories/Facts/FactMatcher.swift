import Lexicon
import Reading
import Reports

/// Says which facts of a story speak of the same thing, and which of these cannot both be true.
struct FactMatcher: Sendable {
    let facts: [Fact]
    private let scene: Scene
    private let weights: [String: Double]
    private let passagesOfFact: [Set<Int>]

    /// Weight that two facts must have in common; two words that are not among the commonest.
    var leastCommon = 3.5
    /// Of this so much in other terms than actors: one person does many things.
    var leastWords = 1.5
    /// The same where one denies the other's predicate: a denial answers something that has been said.
    var leastDenied = 1.8
    var leastShareDenied = 0.3
    /// The same where they count one thing differently; one rare word.
    var leastCounted = 2.5
    /// Part of the smaller fact's weight that must be common.
    var leastShare = 0.5
    /// Below this a number is no sign by itself: everything comes in twos and tens.
    var telling = 13.0
    /// Texts that the table of common words stands for.
    private static let background = 100.0

    init(_ facts: [Fact], _ scene: Scene, passages: [Passage], lexicon: Lexicon) {
        self.facts = facts
        self.scene = scene
        var frequency: [String: Int] = [:]
        for fact in facts {
            for term in fact.terms { frequency[term, default: 0] += 1 }
        }
        let total = Double(facts.count) + Self.background + 1
        var weights: [String: Double] = [:]
        for (term, count) in frequency {
            let share = lexicon.newsShare(of: term) ?? lexicon.newsShare(of: term + "e") ?? 0.002
            weights[term] = (total / (Double(count) + Self.background * share + 1)).logarithm
        }
        self.weights = weights
        passagesOfFact = facts.map { fact in
            Set(
                passages.indices.filter { index in
                    passages[index].places.contains { place in
                        place.report == fact.report
                            && 2 * (place.span.intersection(fact.evidence.span)?.length ?? 0)
                                >= fact.evidence.span.length
                    }
                })
        }
    }

    /// How much two facts have in common, 0…1; 0 if that is not enough to say that they speak of one thing.
    func likeness(_ a: Int, _ b: Int) -> Double {
        if !passagesOfFact[a].isDisjoint(with: passagesOfFact[b]) { return 1 }
        guard facts[a].mode == facts[b].mode else { return 0 }
        let common = common(a, b)
        let weight = sum(common)
        let share = weight / max(min(sum(facts[a].terms), sum(facts[b].terms)), 0.001)
        if rivalCount(a, b) != nil {
            let least = min(wordWeight(facts[a]), wordWeight(facts[b]))
            return weight >= leastCounted && weight >= leastShare * least ? weight / max(least, weight) : 0
        }
        if isBareDenial(facts[a], facts[b]) || isBareDenial(facts[b], facts[a]) { return leastShare }
        let words = sum(common.filter { !$0.hasPrefix("@") })
        if facts[a].report != facts[b].report, isDenial(a, b), words >= leastDenied, share >= leastShareDenied {
            return share
        }
        let isTold = sharesTellingNumber(a, b) || (common.count > 1 && weight >= leastCommon && words >= leastWords)
        return isTold && (share >= leastShare || sharesTellingNumber(a, b)) ? max(share, leastShare) : 0
    }

    /// Whether one fact says what the other denies, or places inside what the other places outside.
    func isDenial(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (facts[a], facts[b])
        let isElsewhere = !x.outside.isDisjoint(with: y.terms) || !y.outside.isDisjoint(with: x.terms)
        if isElsewhere, x.outside.isDisjoint(with: y.outside) { return true }
        guard x.mode == .told, y.mode == .told else { return false }
        return !x.negated.subtracting(y.negated).isDisjoint(with: y.terms) && !y.isNegated
            || !y.negated.subtracting(x.negated).isDisjoint(with: x.terms) && !x.isNegated
    }

    /// "No one died" beside whatever tells of a death: a denial without further terms.
    private func isBareDenial(_ x: Fact, _ y: Fact) -> Bool {
        x.isNegated && !y.isNegated && x.report != y.report && x.terms == [x.predicate] && y.predicate == x.predicate
    }

    /// What the two count and come to different, exact numbers of.
    func rivalCount(_ a: Int, _ b: Int) -> String? {
        guard facts[a].report != facts[b].report else { return nil }
        let (left, right) = (facts[a].counts, facts[b].counts)
        func holds(_ counts: [Fact.Count], _ one: Fact.Count) -> Bool {
            counts.contains { $0.of == one.of && $0.value == one.value }
        }
        return left.first { x in
            !x.of.isEmpty && !x.isOpen && !holds(right, x)
                && right.contains { $0.of == x.of && !$0.isOpen && !holds(left, $0) }
        }?.of
    }

    private func sharesTellingNumber(_ a: Int, _ b: Int) -> Bool {
        facts[a].counts.contains { x in
            x.value >= telling
                && facts[b].counts.contains {
                    $0.value == x.value && ($0.of == x.of || x.of.isEmpty || $0.of.isEmpty)
                }
        }
    }

    /// Terms of both; both are sorted.
    private func common(_ a: Int, _ b: Int) -> [String] {
        let other = Set(facts[b].terms)
        return facts[a].terms.filter { other.contains($0) }
    }

    /// Of all terms but the numbers.
    private func wordWeight(_ fact: Fact) -> Double { sum(fact.terms.filter { !$0.hasPrefix("#") }) }

    private func sum(_ terms: [String]) -> Double { terms.reduce(0) { $0 + weights[$1, default: 0] } }
}
