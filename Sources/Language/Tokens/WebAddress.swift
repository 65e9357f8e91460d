/// Web and e-mail addresses and names of files, each one word.
extension ChunkScanner {
    /// The end of an address that begins at `start`.
    mutating func addressEnd(_ start: Int) -> Int? {
        guard glyphs[start].kind.isWord, start == 0 || kind(start - 1)?.isWord != true else { return nil }
        if let end = mailEnd(start) { return end }
        if hasScheme(start) { return trimmed(start, count) }
        return domainEnd(start)
    }

    private func hasScheme(_ start: Int) -> Bool {
        for scheme in Self.schemes where count - start > scheme.count {
            if scheme.indices.allSatisfy({ glyphs[start + $0].lowered == scheme[$0] }) { return true }
        }
        return false
    }

    private static let schemes: [[UInt32]] = ["http://", "https://", "ftp://", "www.", "mailto:"].map {
        $0.unicodeScalars.map(\.value)
    }

    /// Without the punctuation that ends a sentence, and without a bracket that the address does not open.
    private func trimmed(_ start: Int, _ limit: Int) -> Int {
        var end = start
        var open = 0
        scan: while end < limit {
            switch glyphs[end].kind {
            case .quote, .space: break scan
            case .bracket:
                open += [0x28, 0x5B, 0x7B].contains(scalar(end)) ? 1 : -1
                if open < 0 { break scan }
            default:
                if scalar(end) == 0x3E || scalar(end) == 0x3C { break scan }
            }
            end += 1
        }
        while end > start + 1 {
            let last = glyphs[end - 1].kind
            guard last == .fullStop || last == .comma || last == .mark || last == .apostrophe || last == .hyphen else {
                break
            }
            end -= 1
        }
        return end
    }

    private func mailEnd(_ start: Int) -> Int? {
        guard let at = nextAt, at > start, at - start <= 64, kind(at + 1)?.isWord == true else { return nil }
        let isName = glyphs[start..<at].allSatisfy {
            $0.kind.isWord || $0.kind == .fullStop || $0.kind == .hyphen || $0.kind == .underscore || $0.scalar == 0x25
                || $0.scalar == 0x2B
        }
        guard isName else { return nil }
        var end = at + 1
        while end < count,
            glyphs[end].kind.isWord || glyphs[end].kind == .hyphen || glyphs[end].kind == .underscore
                || glyphs[end].kind == .fullStop && kind(end + 1)?.isWord == true
        {
            end += 1
        }
        return end
    }

    /// `example.org/page`, `minutes_2.doc`: labels with a known ending.
    private mutating func domainEnd(_ start: Int) -> Int? {
        guard start >= noAddressBefore else { return nil }
        var end = start
        var label = start
        var stops = 0
        while end < count {
            let kind = glyphs[end].kind
            if kind == .fullStop {
                guard self.kind(end + 1)?.isWord == true else { break }
                stops += 1
                label = end + 1
            } else if !kind.isWord && kind != .hyphen && kind != .underscore {
                break
            }
            end += 1
        }
        // `site.org-based` ends before the hyphen.
        if stops > 0, let hyphen = glyphs[label..<end].firstIndex(where: { $0.kind == .hyphen }) { end = hyphen }
        guard stops > 0, isEnding(label..<end, start) || stops > 1 && isDottedName(start..<end) else {
            noAddressBefore = end
            return nil
        }
        if scalar(end) == 0x2F { return trimmed(start, count) }
        return end
    }

    private func isEnding(_ label: Range<Int>, _ start: Int) -> Bool {
        guard let ending = key(label), WordTables.addressEndings.contains(ending) else { return false }
        return glyphs[label.lowerBound].kind == .lower
            || glyphs[start..<label.upperBound].allSatisfy { $0.kind != .lower }
    }

    /// `group.topic.part`: lower case throughout, each part of two letters or more.
    private func isDottedName(_ name: Range<Int>) -> Bool {
        var length = 0
        for index in name {
            if glyphs[index].kind == .fullStop {
                if length < 2 { return false }
                length = 0
            } else {
                guard glyphs[index].kind == .lower || glyphs[index].kind == .hyphen else { return false }
                length += 1
            }
        }
        return length > 1
    }
}
