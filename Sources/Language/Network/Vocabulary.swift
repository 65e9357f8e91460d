/// The word pieces of a model, found by their bytes: an open-addressing table over the mapped text.
final class Vocabulary: Sendable {
    /// Where a hash of bytes begins (FNV-1a, 64 bits).
    static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Hash to continue for pieces that begin inside a word.
    let insideHash: UInt64
    let unknown: Int32
    let classifier: Int32
    let separator: Int32
    let count: Int
    /// Bytes of the longest piece.
    let longest: Int
    private let file: ModelFile
    nonisolated(unsafe) private let text: UnsafeRawBufferPointer
    /// Where each piece begins in the text, and where the text ends, counted with the line feeds.
    private let starts: [Int32]
    /// The upper half of a piece's hash and its number + 1; 0 is free.
    private let slots: [UInt64]

    /// - Throws: `ModelError` if the section of pieces is missing or lacks a special piece.
    init(_ file: ModelFile) throws(ModelError) {
        self.file = file
        let text = try file.text("vocab")
        var starts: [Int32] = [0]
        var hash = Self.emptyHash
        var hashes: [UInt64] = []
        starts.reserveCapacity(32768)
        hashes.reserveCapacity(32768)
        for (offset, byte) in text.enumerated() {
            if byte == UInt8(ascii: "\n") {
                starts.append(Int32(offset + 1))
                hashes.append(Self.finish(hash))
                hash = Self.emptyHash
            } else {
                hash = Self.extend(hash, byte)
            }
        }
        if Int(starts[starts.count - 1]) < text.count {
            starts.append(Int32(text.count + 1))
            hashes.append(Self.finish(hash))
        }
        var capacity = 64
        while capacity < 2 * hashes.count { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        var longest = 0
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = hash & ~0xFFFF_FFFF | UInt64(index + 1)
            longest = max(longest, Int(starts[index + 1] - starts[index]) - 1)
        }
        self.text = text
        self.starts = starts
        self.slots = slots
        self.longest = longest
        count = hashes.count
        insideHash = Self.extend(Self.extend(Self.emptyHash, UInt8(ascii: "#")), UInt8(ascii: "#"))
        var special: [Int32] = []
        for name in ["[UNK]", "[CLS]", "[SEP]"] {
            let index = hashes.indices.first { index in
                text[Int(starts[index])..<Int(starts[index + 1]) - 1].elementsEqual(name.utf8)
            }
            guard let index else { throw .invalidEntry(path: file.path, section: "vocab", entry: "no " + name) }
            special.append(Int32(index))
        }
        unknown = special[0]
        classifier = special[1]
        separator = special[2]
    }

    @inline(__always)
    static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    @inline(__always)
    private static func finish(_ hash: UInt64) -> UInt64 {
        let mixed = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 32)
    }

    /// The number of a piece.
    ///
    /// - Parameters:
    ///   - bytes: the piece without `##`.
    ///   - hash: of the piece, with `##` if it begins inside a word.
    ///   - isInside: whether it begins inside a word.
    func find(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, hash: UInt64, isInside: Bool) -> Int32? {
        let hash = Self.finish(hash)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] & ~0xFFFF_FFFF == hash & ~0xFFFF_FFFF {
                let index = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if matches(index, bytes, isInside) { return Int32(index) }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func matches(_ index: Int, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ isInside: Bool) -> Bool {
        let start = Int(starts[index])
        let end = Int(starts[index + 1]) - 1
        let skip = isInside ? 2 : 0
        guard end - start == bytes.count + skip else { return false }
        if isInside {
            guard text[start] == UInt8(ascii: "#"), text[start + 1] == UInt8(ascii: "#") else { return false }
        }
        return text[start + skip..<end].elementsEqual(bytes)
    }
}
