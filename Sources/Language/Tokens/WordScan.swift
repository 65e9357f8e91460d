/// How far a word reaches: the connectors inside it, and the full stop of an abbreviation.
extension ChunkScanner {
    /// The end of the word that begins at `start` with a letter, a digit, or a number's sign.
    func wordEnd(_ start: Int) -> Int {
        if glyphs[start].kind == .digit, let end = numberEnd(start) { return end }
        var end = start + 1
        // The start of the current part, after the last hyphen that joined.
        var part = start
        while end < count {
            switch glyphs[end].kind {
            case .lower, .upper, .letter, .digit:
                end += 1
                continue
            case .underscore:
                guard let next = kind(end + 1), next.isWord || next == .underscore else { return end }
                end += 1
                continue
            case .apostrophe:
                // The 1930's.
                guard kind(end - 1) != .digit || scalar(end - 1) == 0x30 && scalar(end + 1) | 0x20 == 0x73,
                    let next = kind(end + 1), next.isLetter
                else { return end }
                end += 1
                continue
            case .hyphen:
                guard part == start, let next = kind(end + 1), next.isWord, let key = key(part..<end),
                    WordTables.joiningPrefixes.contains(key)
                else { return end }
                end += 1
                part = end
                continue
            case .fullStop:
                guard let stop = stopEnd(part, end) else { return end }
                if stop.ends { return stop.end }
                end = stop.end
                continue
            case .comma:
                guard joinsDigits(end) else { return end }
                end += 1
                continue
            case .symbol:
                guard let joined = symbolEnd(start, end) else { return end }
                end = joined
                continue
            case .currency:
                // US$, HK$.
                let isPrefix = end - start <= 3 && glyphs[start..<end].allSatisfy { $0.kind == .upper }
                return isPrefix && kind(end + 1) == .digit ? end + 1 : end
            case .space, .quote, .dash, .mark, .bracket:
                return end
            }
        }
        return end
    }

    /// The comma before three digits and the colon between digits: `1,200`, `7:30`.
    private func joinsDigits(_ index: Int) -> Bool {
        guard kind(index - 1) == .digit, kind(index + 1) == .digit else { return false }
        if scalar(index) == 0x3A { return true }
        return scalar(index) == 0x2C && kind(index + 2) == .digit && kind(index + 3) == .digit
            && kind(index + 4) != .digit
    }

    /// `AT&T`, and slashes in what is no alternative: `w/o`.
    private func symbolEnd(_ start: Int, _ index: Int) -> Int? {
        guard let before = kind(index - 1), let after = kind(index + 1) else { return nil }
        switch scalar(index) {
        case 0x26:
            return before == .upper && after == .upper
                || index - start == 1 && kind(index + 2)?.isWord != true
                    && before.isLetter && after.isLetter
                ? index + 1 : nil
        case 0x2F:
            let isShort = index - start == 1 && before.isLetter && after.isLetter
            return isShort && kind(index + 2)?.isWord != true && scalar(index + 2) != 0x2F ? index + 1 : nil
        default: return nil
        }
    }

    /// What a full stop at `index` does to the word `part..<index`: nil if it is not part of it.
    private func stopEnd(_ part: Int, _ index: Int) -> (end: Int, ends: Bool)? {
        let letters = index - part
        guard let next = kind(index + 1), next.isWord else {
            return isAbbreviation(part..<index) ? (index + 1, true) : nil
        }
        if kind(index - 1) == .digit || next == .digit {
            return kind(index - 1) == .digit && next == .digit ? (index + 1, false) : nil
        }
        // A single letter before a stop: U.S, a.m, J.K.Rowling. The next letter must stand alone as well.
        let lastStop = letters > 1 ? kind(index - 2) == .fullStop : true
        if lastStop {
            let standsAlone = kind(index + 2).map { !$0.isLetter } ?? true
            if standsAlone || (kind(index - 1) == .lower && next == .lower && letters > 1) { return (index + 1, false) }
            return kind(index - 1) == .upper ? (index + 1, next == .upper) : nil
        }
        // Ph.D
        return letters <= 3 && next == .upper && kind(index + 2)?.isLetter != true ? (index + 1, false) : nil
    }

    /// Whether the full stop after a word is its own, as far as the chunk and the character after it can tell.
    private func isAbbreviation(_ word: Range<Int>) -> Bool {
        if kind(word.upperBound + 1) == .fullStop { return false }
        let isLast = word.upperBound + 1 == count
        let next = isLast ? following : kind(word.upperBound + 1)
        if word.count == 1 {
            guard glyphs[word.lowerBound].kind == .upper else {
                return next == .digit && key(word).map(WordTables.beforeNumber.contains) == true
            }
            return glyphs[word.lowerBound].scalar != 0x49 && isLast && next == .upper
        }
        if kind(word.upperBound - 2) == .fullStop { return true }
        guard let key = key(word) else { return false }
        if WordTables.common.contains(key) { return true }
        let isCapital = glyphs[word.lowerBound].kind == .upper
        if isCapital && (WordTables.titles.contains(key) || WordTables.calendar.contains(key)) { return true }
        return next == .digit && WordTables.beforeNumber.contains(key)
    }

    /// Telephone numbers, dates and fractions keep or lose their connectors by the shape of their groups.
    private func numberEnd(_ start: Int) -> Int? {
        var end = start
        var groups: [Range<Int>] = []
        var connector: UInt32 = 0
        while end < count, glyphs[end].kind == .digit {
            let group = end
            while end < count, glyphs[end].kind == .digit { end += 1 }
            groups.append(group..<end)
            guard end + 1 < count, kind(end + 1) == .digit, [0x2D, 0x2F, 0x2011].contains(scalar(end)) else { break }
            connector = scalar(end)
            end += 1
        }
        guard groups.count > 1, kind(end)?.isLetter != true else { return nil }
        if groups.count > 2 { return end }
        let (a, b) = (groups[0], groups[1])
        if connector == 0x2F {
            let (x, y) = (number(a), number(b))
            let isFraction = a.count == 1 && b.count == 1 && x < y && [2, 3, 4, 5, 8].contains(y)
            return !isFraction && x <= 12 && b.count <= 4 ? end : nil
        }
        // A local telephone number, not a range such as 200-1500.
        return a.count == 3 && b.count == 4 && scalar(b.upperBound - 1) != 0x30 ? end : nil
    }

    private func number(_ digits: Range<Int>) -> Int {
        digits.prefix(4).reduce(0) { $0 * 10 + Int(glyphs[$1].scalar & 15) }
    }
}
