/// Names of several words, found from any word of a text at the cost of one probe a word.
///
/// An open hash table over all prefixes of the folded names: a text is followed word by word as long as some name goes
/// on so. A key is 64 bits of the words so far; with a million prefixes in the table, a word that is in none is taken for
/// one of them once in 10¹³ probes.
struct PhraseIndex: Sendable {
    /// How a name must be written in the text.
    private enum Writing: UInt8 {
        case any
        /// Begins with a capital: "Turkey" is not "turkey".
        case initial
        /// All capitals: "WHO" is not "who".
        case capitals
    }

    private struct Leaf {
        var entry: Entry
        var writing: Writing
        /// The next leaf of the same name; -1 at the end.
        var next: Int32
    }

    private var keys: [UInt64]
    /// The first leaf of the name that ends here; -1 where names only pass through.
    private var heads: [Int32]
    private var leaves: [Leaf] = []
    private var used = 0
    private(set) var longest = 0

    init(expecting names: Int = 64) {
        var size = 256
        while size < names * 5 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        heads = [Int32](repeating: -1, count: size)
    }

    /// Adds a name; nothing if it folds to no words or the entry has it already.
    mutating func insert(_ name: String, _ entry: Entry) {
        var path = Path()
        var prefixes = 0
        var slot = -1
        func close() {
            guard path.endWord() else { return }
            if path.words == 1, path.isArticle {
                path = Path()
                return
            }
            slot = place(path.key)
            prefixes += 1
        }
        var name = name
        name.withUTF8 { buffer in
            Folding.scan(buffer.span) { event in
                switch event {
                case .letter(let byte, let capital): path.add(byte, capital: capital)
                case .boundary: close()
                }
            }
        }
        close()
        guard slot >= 0 else { return }
        longest = max(longest, prefixes)
        let writing: Writing = path.allCapitals ? .capitals : path.startsWithCapital ? .initial : .any
        var last: Int32 = -1
        var leaf = heads[slot]
        while leaf >= 0 {
            let other = leaves[Int(leaf)]
            if other.entry.kind == entry.kind, other.entry.row == entry.row, other.writing == writing { return }
            last = leaf
            leaf = other.next
        }
        leaves.append(Leaf(entry: entry, writing: writing, next: -1))
        if last >= 0 {
            leaves[Int(last)].next = Int32(leaves.count - 1)
        } else {
            heads[slot] = Int32(leaves.count - 1)
        }
    }

    /// Calls `found` for each name that begins at a word, shorter names first, entries in the order of insertion.
    ///
    /// Words without letters or digits end a name, but for hyphens, which tokenisers split off.
    @inline(__always)
    func match(
        at index: Int, count: Int, word: (Int) -> String, kinds: EntryKinds, found: (Match) -> Void
    ) {
        var path = Path()
        var next = index
        while next < count {
            var text = word(next)
            next += 1
            var alive = true
            var slot = -1
            func close() {
                guard alive, path.endWord() else { return }
                slot = self.slot(of: path.key)
                alive = slot >= 0
            }
            var isHyphen = false
            text.withUTF8 { buffer in
                isHyphen = Self.isHyphen(buffer)
                Folding.scan(buffer.span) { event in
                    switch event {
                    case .letter(let byte, let capital): path.add(byte, capital: capital)
                    case .boundary: close()
                    }
                }
            }
            close()
            if !alive { return }
            if slot < 0 {
                if isHyphen, path.words > 0 { continue }
                return
            }
            var leaf = heads[slot]
            while leaf >= 0 {
                let candidate = leaves[Int(leaf)]
                let fits =
                    switch candidate.writing {
                    case .any: true
                    case .initial: path.startsWithCapital
                    case .capitals: path.allCapitals
                    }
                if fits, kinds.contains(candidate.entry.kind) {
                    found(Match(words: index..<next, entry: candidate.entry))
                }
                leaf = candidate.next
            }
        }
    }

    private static func isHyphen(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        if word.count == 1 { return word[0] == UInt8(ascii: "-") }
        return word.count == 3 && word[0] == 0xE2 && word[1] == 0x80 && (0x90...0x93).contains(word[2])
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != key {
            if keys[slot] == 0 { return -1 }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func place(_ key: UInt64) -> Int {
        if used * 2 >= keys.count { grow() }
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        if keys[slot] == 0 {
            keys[slot] = key
            used += 1
        }
        return slot
    }

    private mutating func grow() {
        let old = (keys, heads)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        heads = [Int32](repeating: -1, count: old.0.count * 2)
        let mask = keys.count - 1
        for (key, head) in zip(old.0, old.1) where key != 0 {
            var slot = Int(truncatingIfNeeded: key) & mask
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            heads[slot] = head
        }
    }
}

/// The words of a name so far, as a hash, and how they were written.
private struct Path {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325
    private var wordLength = 0
    private var articleState = 0
    private(set) var words = 0
    private var letters = 0
    private var capitals = 0
    private(set) var startsWithCapital = false

    @inline(__always)
    mutating func add(_ byte: UInt8, capital: Bool?) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        if words == 0 {
            let the: [3 of UInt8] = [0x74, 0x68, 0x65]
            articleState = wordLength < 3 && articleState == wordLength && byte == the[wordLength] ? wordLength + 1 : -1
        }
        wordLength += 1
        guard let capital else { return }
        if letters == 0 { startsWithCapital = capital }
        letters += 1
        if capital { capitals += 1 }
    }

    /// Ends a word; false if it has no letters.
    @inline(__always)
    mutating func endWord() -> Bool {
        guard wordLength > 0 else { return false }
        state = (state ^ 0x20) &* 0x0000_0100_0000_01B3
        wordLength = 0
        words += 1
        return true
    }

    /// Whether the first word was "the".
    var isArticle: Bool { articleState == 3 }

    /// At least two letters, each a capital.
    var allCapitals: Bool { letters >= 2 && capitals == letters }

    /// Never 0.
    var key: UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return (z ^ (z >> 31)) | 1
    }
}
