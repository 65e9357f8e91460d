/// Cuts one chunk (characters without white space between them) into words.
///
/// A single pass: each step takes the longest word, number, address or mark that begins at its place. `WordScan` says how
/// far a word reaches, `WordDivision` divides it again (`don't` into `do` and `n't`).
struct ChunkScanner {
    let glyphs: [Glyph]
    /// The first character after the chunk's white space, if its paragraph goes on.
    let following: CharacterClass?
    /// Where words end: indices in `glyphs`, each the start of the next word.
    private(set) var ends: [Int] = []
    /// Where the last search for a web address ended without one: no need to look again before it.
    var noAddressBefore = 0
    /// Index of the next `@` at or after the scan, if the chunk has one.
    var nextAt: Int?

    init(glyphs: [Glyph], following: CharacterClass?) {
        self.glyphs = glyphs
        self.following = following
        nextAt = glyphs.firstIndex { $0.scalar == 0x40 }
    }

    var count: Int { glyphs.count }

    func kind(_ index: Int) -> CharacterClass? { index >= 0 && index < glyphs.count ? glyphs[index].kind : nil }
    func scalar(_ index: Int) -> UInt32 { index >= 0 && index < glyphs.count ? glyphs[index].scalar : 0 }
    func key(_ range: Range<Int>) -> ShortWord? { ShortWord(glyphs[range]) }

    mutating func scan() -> [Int] {
        var start = 0
        while start < count {
            if let at = nextAt, at < start { nextAt = glyphs[start...].firstIndex { $0.scalar == 0x40 } }
            if let end = emoticonEnd(start) ?? addressEnd(start) {
                ends.append(end)
                start = end
            } else if glyphs[start].kind.isWord || startsNumber(start) {
                let end = wordEnd(start)
                divide(start..<end)
                start = end
            } else {
                start = markEnd(start)
                ends.append(start)
            }
        }
        return ends
    }

    private mutating func divide(_ word: Range<Int>) {
        ends.append(contentsOf: divisions(of: word))
        ends.append(word.upperBound)
    }

    /// An emoticon that ends the chunk, but for closing punctuation.
    private func emoticonEnd(_ start: Int) -> Int? {
        guard count - start <= 6, !glyphs[start].kind.isLetter || count - start == 2 else { return nil }
        var end = count
        while end > start + 1 {
            if end - start <= 4, let key = key(start..<end), WordTables.emoticons.contains(key) { return end }
            guard let last = kind(end - 1), last == .fullStop || last == .mark || last == .comma else { return nil }
            end -= 1
        }
        return nil
    }

    /// `.25`, `+44`: a sign that belongs to the number after it.
    private func startsNumber(_ index: Int) -> Bool {
        guard kind(index + 1) == .digit else { return false }
        if let before = kind(index - 1), before.isWord || before == .fullStop { return false }
        return glyphs[index].kind == .fullStop || glyphs[index].scalar == 0x2B
    }

    /// The end of a run of marks that counts as one word.
    private func markEnd(_ start: Int) -> Int {
        let first = glyphs[start]
        switch first.kind {
        case .fullStop, .mark:
            // `.doc`
            if start == 0, kind(1) == .lower {
                let end = runEnd(1) { $0.kind.isWord }
                if let ending = key(1..<end), WordTables.addressEndings.contains(ending) { return end }
            }
            return runEnd(start) { $0.kind == .fullStop || $0.kind == .mark }
        case .apostrophe:
            return apostropheEnd(start)
        case .quote, .bracket:
            return start + 1
        case .hyphen, .currency, .comma, .underscore:
            return runEnd(start) { $0.scalar == first.scalar }
        case .dash:
            return runEnd(start) { $0.kind == .dash }
        case .symbol:
            // Handles and hashtags.
            if first.scalar == 0x40 || first.scalar == 0x23, let next = kind(start + 1),
                next.isLetter || next == .underscore
            {
                return runEnd(start + 1) { $0.kind.isWord || $0.kind == .underscore }
            }
            return runEnd(start) { $0.scalar == first.scalar }
        case .space, .lower, .upper, .letter, .digit:
            return start + 1
        }
    }

    func runEnd(_ start: Int, _ belongs: (Glyph) -> Bool) -> Int {
        var end = start
        while end < count, belongs(glyphs[end]) { end += 1 }
        return max(end, start + 1)
    }

    /// `''`, a clipped word or year (`'em`, `’72`), a possessive that bad extraction cut off (`'s`), or a lone mark.
    private func apostropheEnd(_ start: Int) -> Int {
        if kind(start + 1) == .apostrophe { return start + 2 }
        let isOpening = start == 0 || !(kind(start - 1)!.isWord)
        guard isOpening, let next = kind(start + 1), next.isWord else { return start + 1 }
        let end = runEnd(start + 1) { $0.kind.isWord }
        if kind(end) == .apostrophe { return start + 1 }
        if next == .digit {
            let isYear = end - start == 3 || end - start == 4 && glyphs[end - 1].lowered == 0x73
            return isYear ? end : start + 1
        }
        guard let word = key(start + 1..<end) else { return start + 1 }
        let isDetachedClitic = start == 0 && WordTables.clitics.contains(word) && glyphs[start].scalar != 0x2018
        return isDetachedClitic || WordTables.clipped.contains(word) ? end : start + 1
    }
}
