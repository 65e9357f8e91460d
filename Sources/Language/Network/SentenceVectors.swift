/// One vector of length 1 for each sentence of an analysis: close in direction where the sentences say the like.
///
/// The mean of the network's last hidden vectors over the words of the sentence, scaled to length 1.
public struct SentenceVectors: Hashable, Sendable {
    /// Values of a vector.
    public let dimension: Int
    private var values: [Float] = []

    public init(dimension: Int) {
        precondition(dimension > 0, "a vector has values")
        self.dimension = dimension
    }

    /// The number of sentences.
    public var count: Int { values.count / dimension }

    public subscript(sentence: Int) -> ArraySlice<Float> {
        values[sentence * dimension..<(sentence + 1) * dimension]
    }

    /// The cosine of the angle between two sentences, -1…1; 0 if one of them has no direction.
    public func similarity(_ sentence: Int, _ other: SentenceVectors, _ otherSentence: Int) -> Float {
        precondition(dimension == other.dimension, "vectors of different networks cannot be compared")
        var sum: Float = 0
        for (a, b) in zip(self[sentence], other[otherSentence]) { sum += a * b }
        return sum
    }

    /// Adds the sentence whose words have these vectors.
    mutating func append(meanOf rows: FloatRows, count: Int) {
        let start = values.count
        values.append(contentsOf: repeatElement(0, count: dimension))
        values.withUnsafeMutableBufferPointer { values in
            for index in 0..<count {
                let row = rows.row(index).start
                for place in 0..<dimension { values[start + place] += row[place] }
            }
            var length: Float = 0
            for place in start..<start + dimension { length += values[place] * values[place] }
            guard length > 0 else { return }
            let scale = 1 / length.squareRoot()
            for place in start..<start + dimension { values[place] *= scale }
        }
    }
}
