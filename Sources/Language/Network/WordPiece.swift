internal import Reports

/// Divides words into the pieces of a vocabulary (WordPiece, as uncased BERT does; Wu et al. 2016, Devlin et al. 2019).
///
/// A word's characters lose case and accents; punctuation and ideographs stand alone; the rest is divided by greedy longest
/// match. A run that has no match or more than 100 characters is one unknown piece.
struct WordPiece: Sendable {
    /// A piece and the characters of the word that it stands for.
    struct Piece: Hashable, Sendable {
        var id: Int32
        var characters: Range<Int>
    }

    /// At most this many pieces of a word are kept.
    static let mostPieces = 12
    private static let longestRun = 100

    let vocabulary: Vocabulary

    /// The memory of one division, used again for the next word.
    struct Scratch {
        var scalars: [Unicode.Scalar] = []
        var classes: [ScalarClass] = []
        var pieces: [Piece] = []
        fileprivate var run: [UInt8] = []
        /// For each character of the run: where its bytes begin, and the character of the word that it comes from.
        fileprivate var runStarts: [Int] = []
        fileprivate var runPlaces: [Int] = []
    }

    /// Fills the scratch with the characters, classes and pieces (at least one) of a word.
    func divide(_ word: some Sequence<UInt8>, _ scratch: inout Scratch) {
        decode(word, &scratch)
        scratch.pieces.removeAll(keepingCapacity: true)
        clearRun(&scratch)
        for place in scratch.scalars.indices {
            if scratch.pieces.count >= Self.mostPieces { break }
            add(scratch.scalars[place], scratch.classes[place], place, &scratch)
        }
        flush(&scratch)
        if scratch.pieces.isEmpty {
            scratch.pieces.append(Piece(id: vocabulary.unknown, characters: scratch.scalars.indices))
        }
        if scratch.pieces.count > Self.mostPieces {
            scratch.pieces.removeLast(scratch.pieces.count - Self.mostPieces)
        }
    }

    private func decode(_ word: some Sequence<UInt8>, _ scratch: inout Scratch) {
        scratch.scalars.removeAll(keepingCapacity: true)
        scratch.classes.removeAll(keepingCapacity: true)
        var decoder = UTF8()
        var bytes = word.makeIterator()
        while true {
            let scalar: Unicode.Scalar
            switch decoder.decode(&bytes) {
            case .scalarValue(let value): scalar = value
            case .error: scalar = "\u{FFFD}"
            case .emptyInput: return
            }
            scratch.scalars.append(scalar)
            scratch.classes.append(ScalarClass(scalar))
        }
    }

    /// Normalises one character of the word and adds what is left of it.
    private func add(_ scalar: Unicode.Scalar, _ kind: ScalarClass, _ place: Int, _ scratch: inout Scratch) {
        if scalar.isASCII {
            if kind.contains(.control) { return }
            let byte = UInt8(scalar.value)
            let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            emit(Unicode.Scalar(isUpper ? byte | 0x20 : byte), kind, place, &scratch)
        } else if kind.isDisjoint(with: [.control, .nonspacingMark]), scalar != "\u{FFFD}" {
            if let base = Decomposition.base(of: scalar.value).flatMap(Unicode.Scalar.init) {
                emit(base, ScalarClass(base), place, &scratch)
            } else if let (initial, medial, final) = Decomposition.jamo(of: scalar.value) {
                for part in [initial, medial, final ?? 0] where part != 0 {
                    if let letter = Unicode.Scalar(part) { emit(letter, .letter, place, &scratch) }
                }
            } else if scalar.properties.changesWhenLowercased {
                for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                    let lowerKind = ScalarClass(lower)
                    if !lowerKind.contains(.nonspacingMark) { emit(lower, lowerKind, place, &scratch) }
                }
            } else {
                emit(scalar, kind, place, &scratch)
            }
        }
    }

    private func emit(_ scalar: Unicode.Scalar, _ kind: ScalarClass, _ place: Int, _ scratch: inout Scratch) {
        let isAlone = kind.contains(.punctuation) || Self.isIdeograph(scalar.value)
        if isAlone || kind.contains(.space) { flush(&scratch) }
        if kind.contains(.space) { return }
        scratch.runStarts.append(scratch.run.count)
        scratch.runPlaces.append(place)
        for byte in UTF8.encode(scalar)! { scratch.run.append(byte) }
        if isAlone { flush(&scratch) }
    }

    /// Divides the run of characters gathered so far.
    private func flush(_ scratch: inout Scratch) {
        let count = scratch.runStarts.count
        guard count > 0 else { return }
        let first = scratch.pieces.count
        var start = 0
        if count <= Self.longestRun {
            scratch.runStarts.append(scratch.run.count)
            while start < count, let (id, end) = longestMatch(scratch, from: start) {
                let characters = scratch.runPlaces[start]..<scratch.runPlaces[end - 1] + 1
                scratch.pieces.append(Piece(id: id, characters: characters))
                start = end
            }
        }
        if start < count {
            scratch.pieces.removeLast(scratch.pieces.count - first)
            let characters = scratch.runPlaces[0]..<scratch.runPlaces[count - 1] + 1
            scratch.pieces.append(Piece(id: vocabulary.unknown, characters: characters))
        }
        clearRun(&scratch)
    }

    private func clearRun(_ scratch: inout Scratch) {
        scratch.run.removeAll(keepingCapacity: true)
        scratch.runStarts.removeAll(keepingCapacity: true)
        scratch.runPlaces.removeAll(keepingCapacity: true)
    }

    /// The longest piece at a character of the run, and the character after it.
    private func longestMatch(_ scratch: Scratch, from start: Int) -> (id: Int32, end: Int)? {
        let isInside = start > 0
        let count = scratch.runStarts.count - 1
        var hash = isInside ? vocabulary.insideHash : Vocabulary.emptyHash
        let limit = vocabulary.longest
        var best: (id: Int32, end: Int)?
        scratch.run.withUnsafeBufferPointer { run in
            let from = scratch.runStarts[start]
            var end = start
            while end < count, scratch.runStarts[end + 1] - from <= limit {
                for offset in scratch.runStarts[end]..<scratch.runStarts[end + 1] {
                    hash = Vocabulary.extend(hash, run[offset])
                }
                end += 1
                let bytes = run[from..<scratch.runStarts[end]]
                if let id = vocabulary.find(bytes, hash: hash, isInside: isInside) { best = (id, end) }
            }
        }
        return best
    }

    private static func isIdeograph(_ value: UInt32) -> Bool {
        guard value >= 0x3400 else { return false }
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
            0x2B820...0x2CEAF, 0x2F800...0x2FA1F:
            return true
        default:
            return false
        }
    }
}
