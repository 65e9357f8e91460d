/// The words of a name so far, as a hash, and how they were written.
struct NamePath: FoldingSink {
    /// The keys of the prefixes that the last scan completed; a scan takes one word of the source, which seldom folds
    /// to more than two.
    private(set) var keys = InlineArray<8, UInt64>(repeating: 0)
    /// How many keys there are; 9 if there was no room for all.
    private(set) var keyCount = 0
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325
    private var wordLength = 0
    private(set) var words = 0
    private var letters = 0
    private var capitals = 0
    private(set) var startsWithCapital = false

    /// At least two letters, each a capital.
    var allCapitals: Bool { letters >= 2 && capitals == letters }

    /// Adds one word of the source to the path.
    @inline(__always)
    mutating func add(_ word: Span<UInt8>) {
        keyCount = 0
        Folding.scan(word, into: &self)
        boundary()
    }

    @inline(__always)
    mutating func letter(_ byte: UInt8, _ writing: Folding.Writing) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        wordLength += 1
        if writing == .caseless { return }
        if letters == 0 { startsWithCapital = writing == .capital }
        letters += 1
        if writing == .capital { capitals += 1 }
    }

    @inline(__always)
    mutating func boundary() {
        guard wordLength > 0 else { return }
        state = (state ^ 0x20) &* 0x0000_0100_0000_01B3
        wordLength = 0
        words += 1
        if keyCount < 8 { keys[keyCount] = key }
        keyCount = min(keyCount + 1, 9)
    }

    /// The words so far; never 0. FNV-1a with Stafford's mix 13.
    private var key: UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return (z ^ (z >> 31)) | 1
    }
}
