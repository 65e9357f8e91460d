internal import Kernels

/// A linear-chain conditional random field (Lafferty et al. 2001) over begin-inside-outside tags.
///
/// Tag 0 is outside; tags 2k + 1 and 2k + 2 begin and continue a span of kind k.
struct LinearChain: Sendable {
    /// A tagged span.
    struct Span: Hashable, Sendable {
        /// Counted from the first word of the sequence.
        var words: Range<Int>
        var kind: Int
        /// The probability that exactly this span, with this kind, is right.
        var confidence: Float
    }

    let tags: Int
    private let start: [Float]
    /// From row, to column.
    private let transitions: [Float]
    private let temperature: Float
    /// exp of the above, divided by the temperature, for probabilities.
    private let startWeights: [Double]
    private let transitionWeights: [Double]

    /// Scores at or below this forbid a move.
    private static let forbidden: Float = -9000

    init(start: [Float], transitions: [Float], temperature: Float, _ kernel: Kernel) {
        precondition(transitions.count == start.count * start.count, "one score for each pair of tags")
        tags = start.count
        self.start = start
        self.transitions = transitions
        self.temperature = temperature
        func weights(_ scores: [Float]) -> [Double] {
            var weights = scores.map { $0 / temperature }
            let count = weights.count
            _ = weights.withUnsafeMutableBufferPointer { kernel.functions.pointee.exponentials($0.baseAddress!, count) }
            return zip(scores, weights).map { $0 <= Self.forbidden ? 0 : Double($1) }
        }
        startWeights = weights(start)
        transitionWeights = weights(transitions)
    }

    /// The best sequence of tags (Viterbi); of equals the lower tag.
    func bestTags(_ scores: FloatRows, count: Int) -> [UInt8] {
        guard count > 0 else { return [] }
        var best = (0..<tags).map { start[$0] + scores.start[$0] }
        var next = best
        var back = [UInt8](repeating: 0, count: count * tags)
        for word in 1..<max(count, 1) {
            let row = scores.row(word).start
            for to in 0..<tags {
                var top = best[0] + transitions[to]
                var from = 0
                for other in 1..<tags {
                    let score = best[other] + transitions[other * tags + to]
                    if score > top {
                        top = score
                        from = other
                    }
                }
                next[to] = top + row[to]
                back[word * tags + to] = UInt8(from)
            }
            swap(&best, &next)
        }
        var tag = 0
        for other in 1..<tags where best[other] > best[tag] { tag = other }
        var sequence = [UInt8](repeating: 0, count: count)
        for word in stride(from: count - 1, through: 0, by: -1) {
            sequence[word] = UInt8(tag)
            tag = Int(back[word * tags + tag])
        }
        return sequence
    }

    /// The spans of a sequence of tags, with the probability of each: the weight of all sequences that hold exactly this
    /// span over the weight of all.
    func spans(_ sequence: [UInt8], _ scores: FloatRows, _ kernel: Kernel) -> [Span] {
        var spans: [Span] = []
        var index = 0
        while index < sequence.count {
            guard sequence[index] != 0 else {
                index += 1
                continue
            }
            let kind = (Int(sequence[index]) - 1) / 2
            var end = index + 1
            while end < sequence.count, Int(sequence[end]) == 2 * kind + 2 { end += 1 }
            spans.append(Span(words: index..<end, kind: kind, confidence: 0))
            index = end
        }
        guard !spans.isEmpty else { return [] }
        let sums = Sums(self, scores, count: sequence.count, kernel)
        for index in spans.indices { spans[index].confidence = sums.probability(spans[index]) }
        return spans
    }

    /// Forward and backward sums, scaled word by word so that they neither vanish nor overflow.
    private struct Sums {
        private let chain: LinearChain
        private let count: Int
        /// exp of each word's scores.
        private var weights: [Double]
        private var forward: [Double]
        private var backward: [Double]
        private var scales: [Double]

        init(_ chain: LinearChain, _ scores: FloatRows, count: Int, _ kernel: Kernel) {
            let tags = chain.tags
            self.chain = chain
            self.count = count
            weights = []
            weights.reserveCapacity(count * tags)
            var row = [Float](repeating: 0, count: tags)
            for word in 0..<count {
                for tag in 0..<tags { row[tag] = scores.row(word).start[tag] / chain.temperature }
                _ = row.withUnsafeMutableBufferPointer { kernel.functions.pointee.exponentials($0.baseAddress!, tags) }
                for tag in 0..<tags { weights.append(Double(row[tag])) }
            }
            forward = [Double](repeating: 0, count: count * tags)
            backward = [Double](repeating: 1, count: count * tags)
            scales = [Double](repeating: 1, count: count)
            runForward()
            runBackward()
        }

        private mutating func runForward() {
            let tags = chain.tags
            for word in 0..<count {
                var total = 0.0
                for to in 0..<tags {
                    var sum = 0.0
                    if word == 0 {
                        sum = chain.startWeights[to]
                    } else {
                        for from in 0..<tags {
                            sum += forward[(word - 1) * tags + from] * chain.transitionWeights[from * tags + to]
                        }
                    }
                    forward[word * tags + to] = sum * weights[word * tags + to]
                    total += forward[word * tags + to]
                }
                scales[word] = total
                for tag in 0..<tags { forward[word * tags + tag] /= total }
            }
        }

        private mutating func runBackward() {
            let tags = chain.tags
            guard count > 1 else { return }
            for word in stride(from: count - 2, through: 0, by: -1) {
                for from in 0..<tags {
                    var sum = 0.0
                    for to in 0..<tags {
                        let next = (word + 1) * tags + to
                        sum += chain.transitionWeights[from * tags + to] * weights[next] * backward[next]
                    }
                    backward[word * tags + from] = sum / scales[word + 1]
                }
            }
        }

        /// The probability of all sequences that begin the span here, continue it to its end, and no further.
        func probability(_ span: Span) -> Float {
            let tags = chain.tags
            let begin = 2 * span.kind + 1
            let inside = begin + 1
            var mass = forward[span.words.lowerBound * tags + begin]
            var tag = begin
            for word in span.words.dropFirst() {
                mass *= chain.transitionWeights[tag * tags + inside] * weights[word * tags + inside] / scales[word]
                tag = inside
            }
            let next = span.words.upperBound
            guard next < count else { return Float(mass) }
            var rest = 0.0
            for to in 0..<tags where to != inside {
                let cell = next * tags + to
                rest += chain.transitionWeights[tag * tags + to] * weights[cell] * backward[cell]
            }
            return Float(min(1, mass * rest / scales[next]))
        }
    }
}
