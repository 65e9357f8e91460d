internal import Reports

/// All pieces of a report's words, with what the network is told of each.
struct PieceSequence: Sendable {
    var ids: [Int32] = []
    /// For each piece its row in the table of shapes.
    var features: [UInt8] = []
    /// For each word its first piece, and the number of pieces at the end.
    var starts: [Int32] = [0]
    /// For each word its row in the table of word shapes.
    var wordShapes: [UInt8] = []
    /// For each word whether a paragraph may be cut after it.
    var endings: [Ending] = []

    /// What a word is to the end of a sentence.
    enum Ending: UInt8, Sendable {
        case none
        /// A full stop, exclamation or question mark.
        case stop
        /// A closing quotation mark or bracket, which may follow a stop.
        case closing
    }

    /// Divides the words of a text.
    ///
    /// - Parameter text: the UTF-8 that the spans of the words count in.
    init(_ words: Words, text: UnsafeBufferPointer<UInt8>, with wordPiece: WordPiece) {
        let count = words.tokens.count
        ids.reserveCapacity(count + count / 2)
        features.reserveCapacity(count + count / 2)
        starts.reserveCapacity(count + 1)
        wordShapes.reserveCapacity(count)
        endings.reserveCapacity(count)
        var scratch = WordPiece.Scratch()
        for paragraph in words.paragraphs {
            var isInsideQuotes = false
            for index in paragraph.tokens {
                let token = words.tokens[index]
                let isFirst = index == paragraph.tokens.lowerBound
                let bytes = text[token.span.start..<token.span.end]
                wordPiece.divide(bytes, &scratch)
                var shared = Self.readQuotes(scratch.scalars, &isInsideQuotes) ? Shape.insideQuotes : 0
                if isFirst { shared += Shape.paragraphStart }
                for (place, piece) in scratch.pieces.enumerated() {
                    let isSpaced = place == 0 && (isFirst || token.spaceBefore)
                    let shape = Shape.piece(
                        scratch.scalars[piece.characters], scratch.classes[piece.characters], isSpaced: isSpaced)
                    ids.append(piece.id)
                    features.append(shape + shared)
                    shared &= ~Shape.paragraphStart
                }
                starts.append(Int32(ids.count))
                wordShapes.append(Shape.word(scratch.classes))
                endings.append(Self.ending(bytes))
            }
        }
    }

    /// Follows quotation marks through a word; returns whether its first character stands inside, marks included.
    private static func readQuotes(_ scalars: [Unicode.Scalar], _ isInside: inout Bool) -> Bool {
        var first: Bool?
        for scalar in scalars {
            var state = isInside
            if !isInside, Shape.opensQuote(scalar) || scalar == "\"" {
                isInside = true
                state = true
            } else if isInside, Shape.closesQuote(scalar) || scalar == "\"" {
                isInside = false
                state = true
            }
            if first == nil { first = state }
        }
        return first ?? isInside
    }

    private static func ending(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Ending {
        guard bytes.count <= 3, let first = bytes.first else { return .none }
        if bytes.count == 1 {
            switch first {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .stop
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): return .closing
            default: return .none
            }
        }
        return bytes.elementsEqual("”".utf8) || bytes.elementsEqual("’".utf8) || bytes.elementsEqual("''".utf8)
            ? .closing : .none
    }

    /// The number of pieces of some words.
    func size(_ words: Range<Int>) -> Int { Int(starts[words.upperBound] - starts[words.lowerBound]) }
}
