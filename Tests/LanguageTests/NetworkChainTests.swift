import Testing

@testable import Language

struct NetworkChainTests {
    /// Two kinds of span; a span can not be continued that was not begun.
    private static let tags = 5
    private static let start: [Float] = [0.3, 0, -10_000, -0.5, -10_000]
    private static let transitions: [Float] = [
        0.5, 0, -10_000, 0.2, -10_000,
        0, -1, 1, 0.1, -10_000,
        0.4, 0, 0.7, 0, -10_000,
        0, 0.3, -10_000, -1, 0.9,
        -0.2, 0, -10_000, 0, 0.6,
    ]

    private func chain(temperature: Float = 1) -> LinearChain {
        LinearChain(start: Self.start, transitions: Self.transitions, temperature: temperature, .best)
    }

    private func score(_ sequence: [Int], _ emissions: [Float]) -> Double {
        var total = Double(Self.start[sequence[0]])
        for (word, tag) in sequence.enumerated() {
            total += Double(emissions[word * Self.tags + tag])
            if word > 0 { total += Double(Self.transitions[sequence[word - 1] * Self.tags + tag]) }
        }
        return total
    }

    private func sequences(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { found, _ in found.flatMap { prefix in (0..<Self.tags).map { prefix + [$0] } } }
    }

    private func withRows<Result>(_ emissions: [Float], _ body: (FloatRows) -> Result) -> Result {
        var emissions = emissions
        return emissions.withUnsafeMutableBufferPointer { body(FloatRows(start: $0.baseAddress!, stride: Self.tags)) }
    }

    private func exponential(_ x: Double) -> Double {
        var sum = 1.0
        var term = 1.0
        for n in 1..<30 {
            term *= x / 256 / Double(n)
            sum += term
        }
        for _ in 0..<8 { sum *= sum }
        return sum
    }

    @Test(arguments: 1...5)
    func viterbiFindsTheBestSequence(count: Int) {
        var noise = Noise(UInt64(count) + 100)
        for _ in 0..<10 {
            let emissions = (0..<count * Self.tags).map { _ in Float(noise.next(below: 4001) - 2000) / 500 }
            let found = withRows(emissions) { chain().bestTags($0, count: count) }
            let best = sequences(count).max { score($0, emissions) < score($1, emissions) }!
            #expect(abs(score(found.map(Int.init), emissions) - score(best, emissions)) < 1e-4)
        }
    }

    @Test(arguments: [Float(1), 1.7])
    func confidenceIsTheShareOfSequencesWithTheSpan(temperature: Float) {
        let count = 4
        var noise = Noise(5)
        for _ in 0..<10 {
            let emissions = (0..<count * Self.tags).map { _ in Float(noise.next(below: 2001) - 1000) / 500 }
            let chain = chain(temperature: temperature)
            let spans = withRows(emissions) { rows in
                chain.spans(chain.bestTags(rows, count: count), rows, .best)
            }
            for span in spans {
                let begin = 2 * span.kind + 1
                var with = 0.0
                var all = 0.0
                for sequence in sequences(count) {
                    let mass = exponential(max(-300, score(sequence, emissions) / Double(temperature)))
                    all += mass
                    let isHere = span.words.allSatisfy {
                        sequence[$0] == ($0 == span.words.lowerBound ? begin : begin + 1)
                    }
                    let end = span.words.upperBound
                    if isHere, end == count || sequence[end] != begin + 1 { with += mass }
                }
                #expect(abs(Double(span.confidence) - with / all) < 1e-4)
            }
        }
    }

    @Test func tagsBecomeSpans() {
        let tags: [UInt8] = [1, 2, 1, 0, 3, 4, 4]
        let emissions = [Float](repeating: 0, count: tags.count * Self.tags)
        let spans = withRows(emissions) { chain().spans(tags, $0, .best) }
        #expect(spans.map(\.words) == [0..<2, 2..<3, 4..<7])
        #expect(spans.map(\.kind) == [0, 0, 1])
        #expect(spans.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
    }
}
