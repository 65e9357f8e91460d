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

    init(expecting names: Int = 64) {
        var size = 256
        while size < names * 5 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        heads = [Int32](repeating: -1, count: size)
    }

    /// Adds a name; nothing if it folds to no words or the entry has it already.
    mutating func insert(_ name: String, _ entry: Entry) {
        var path = NamePath()
        var slot = -1
        var name = name
        name.withUTF8 { buffer in
            let bytes = buffer.span
            var start = 0
            if buffer.count > 4, buffer[0] | 0x20 == 0x74, buffer[1] == 0x68, buffer[2] == 0x65, buffer[3] == 0x20 {
                start = 4  // "the "
            }
            while start < buffer.count {
                var end = start
                while end < buffer.count, buffer[end] != 0x20 { end += 1 }
                path.add(bytes.extracting(start..<end))
                for index in 0..<min(path.keyCount, 8) { slot = place(path.keys[index]) }
                start = end + 1
            }
        }
        guard slot >= 0 else { return }
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
        var path = NamePath()
        var next = index
        while next < count {
            var text = word(next)
            next += 1
            var slot = -1
            let goesOn = text.withUTF8 { buffer in
                path.add(buffer.span)
                if path.keyCount == 0 { return path.words > 0 && Self.isHyphen(buffer) }
                if path.keyCount > 8 { return false }
                for index in 0..<path.keyCount {
                    slot = self.slot(of: path.keys[index])
                    if slot < 0 { return false }
                }
                return true
            }
            if !goesOn { return }
            if slot < 0 { continue }
            var leaf = heads[slot]
            while leaf >= 0 {
                let candidate = leaves[Int(leaf)]
                leaf = candidate.next
                guard kinds.contains(candidate.entry.kind) else { continue }
                let fits =
                    switch candidate.writing {
                    case .any: true
                    case .initial: path.startsWithCapital
                    case .capitals: path.allCapitals
                    }
                if fits { found(Match(words: index..<next, entry: candidate.entry)) }
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
