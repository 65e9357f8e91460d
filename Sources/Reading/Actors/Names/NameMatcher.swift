public import Lexicon

/// Says how likely two names are spellings of one.
///
/// Words are compared by sound (`Romanisation`), then aligned: in order, with two words against one ("Abdel Aziz",
/// "Abdulaziz"), reordered, shortened. The score is a judgement of form alone. Two people may well share a name.
///
/// With a lexicon, names that it gives to one person are the same whatever their form, and those that it gives to two
/// are not.
public struct NameMatcher: Sendable {
    public struct Score: Hashable, Sendable {
        /// 0…1. From `same` on the names are taken for one.
        public var value: Double
        /// What made the score: `equal`, `spelling`, `reordered`, `shortened`, `initial`, `acronym`, `different`.
        public var rule: String

        public init(value: Double, rule: String) {
            self.value = value
            self.rule = rule
        }
    }

    public enum Kind: Sendable {
        case person, organisation, unknown
    }

    /// The score from which on two names are taken for one.
    public static let same = 0.8

    private let lexicon: Lexicon?

    public init(_ lexicon: Lexicon? = nil) {
        self.lexicon = lexicon
    }

    public func score(_ a: String, _ b: String, kind: Kind = .unknown) -> Score {
        known(a, b) ?? score(NameWords(a), NameWords(b), kind: kind)
    }

    /// What the lexicon's people of these full names say; nil if it lacks one of them.
    private func known(_ a: String, _ b: String) -> Score? {
        guard let lexicon else { return nil }
        let rows = [a, b].map { Set(lexicon.entries(named: $0, kinds: .person).map(\.row)) }
        guard !rows[0].isEmpty, !rows[1].isEmpty else { return nil }
        let isOne = !rows[0].isDisjoint(with: rows[1])
        return Score(value: isOne ? 0.97 : 0.2, rule: isOne ? "known" : "different")
    }

    func score(_ a: NameWords, _ b: NameWords, kind: Kind = .unknown) -> Score {
        guard !a.words.isEmpty, !b.words.isEmpty else { return Score(value: 0, rule: "different") }
        if a.words == b.words, a.generation == b.generation { return Score(value: 1, rule: "equal") }
        if kind != .person {
            if let found = acronymScore(a, b) ?? acronymScore(b, a) { return found }
        }
        if let first = a.generation, let second = b.generation, first != second {
            return Score(value: 0.2, rule: "different")
        }
        if a.generation != b.generation { return Score(value: 0.6, rule: "different") }
        if a.joined == b.joined { return Score(value: 0.98, rule: "spelling") }
        if kind == .organisation { return bodyScore(a, b) }
        if let x = SyllableName(a.words), let y = SyllableName(b.words) {
            if x == y { return Score(value: 0.95, rule: "spelling") }
            if x.surname == y.surname || x.given == y.given { return Score(value: 0.4, rule: "different") }
        }
        return personScore(a, b)
    }

    /// An acronym against the initials of a name, with or without its small words.
    private func acronymScore(_ a: NameWords, _ b: NameWords) -> Score? {
        guard let letters = a.acronym else { return nil }
        if let other = b.acronym {
            if letters == other { return Score(value: 1, rule: "equal") }
            // A country's letter at the end comes and goes: NRF and NRFA.
            let (short, long) = letters.count < other.count ? (letters, other) : (other, letters)
            let isLonger = short.count >= 3 && long.count == short.count + 1 && long.starts(with: short)
            return Score(value: isLonger ? 0.82 : 0.1, rule: isLonger ? "acronym" : "different")
        }
        guard b.words.count > 1 else { return nil }
        let all = b.words.map { $0.plain[0] }
        let content = b.words.filter { !NameWords.particles.contains($0.plain) }.map { $0.plain[0] }
        if letters == all || letters == content { return Score(value: 0.92, rule: "acronym") }
        // Without the country's letter or adjective at either end.
        if content.count == letters.count + 1, letters.count >= 3,
            content.starts(with: letters) || Array(content.dropFirst()) == letters
        {
            return Score(value: 0.82, rule: "acronym")
        }
        if letters.count == content.count + 1, content.count >= 3, letters.starts(with: content) {
            return Score(value: 0.82, rule: "acronym")
        }
        return nil
    }

    private func personScore(_ a: NameWords, _ b: NameWords) -> Score {
        let (short, long) = a.words.count <= b.words.count ? (a.words, b.words) : (b.words, a.words)
        let alignment = NameAlignment(short, long)
        let reversed = NameAlignment(Self.rotations(of: short), long, isExact: true)
        let isReordered =
            reversed.unmatchedShort < alignment.unmatchedShort
            || (reversed.unmatchedShort == alignment.unmatchedShort
                && reversed.similarity > alignment.similarity + 0.05)
        let best = isReordered ? reversed : alignment
        guard best.unmatchedShort == 0 else {
            return Score(value: min(0.6, best.similarity * 0.6), rule: "different")
        }
        var value = best.similarity
        var rule = isReordered ? "reordered" : "spelling"
        if isReordered { value -= best.unmatchedLong > 0 ? 0.2 : 0.03 }
        if best.initials > 0 {
            value -= 0.06 * Double(best.initials)
            rule = "initial"
        }
        if best.unmatchedLong > 0 {
            // A lone given name or surname says little; a middle name that is left out, much less against.
            if short.count == 1 {
                value = min(value, best.endsTogether ? 0.86 : 0.55)
            } else {
                // A word before the first may be another's name: the father's, the elder's.
                value -= best.startsTogether ? (best.endsTogether ? 0.05 : 0.12) : 0.22
            }
            rule = "shortened"
        }
        return Score(value: max(0, value), rule: rule)
    }

    /// Organisations: every content word must have its like; one more word (a country, "movement") is a variant.
    private func bodyScore(_ a: NameWords, _ b: NameWords) -> Score {
        func content(_ name: NameWords) -> [NameWords.Word] {
            let kept = name.words.filter { !NameWords.particles.contains($0.plain) }
            return kept.isEmpty ? name.words : kept
        }
        let (x, y) = (content(a), content(b))
        let (short, long) = x.count <= y.count ? (x, y) : (y, x)
        var alignment = NameAlignment(short, long)
        if alignment.unmatchedShort > 0 {
            // "Union of Workers", "Workers' Union".
            let rotated = NameAlignment(Array(short.dropFirst()) + short.prefix(1), long)
            if rotated.unmatchedShort == 0 { alignment = rotated }
        }
        guard alignment.unmatchedShort == 0 else {
            return Score(value: min(0.6, alignment.similarity * 0.6), rule: "different")
        }
        guard alignment.unmatchedLong > 0 else { return Score(value: alignment.similarity, rule: "spelling") }
        if short.count == 1 { return Score(value: 0.5, rule: "shortened") }
        let value = alignment.similarity - 0.12 * Double(alignment.unmatchedLong)
        return Score(value: max(0, value), rule: "shortened")
    }

    /// Family name first or last.
    private static func rotations(of words: [NameWords.Word]) -> [NameWords.Word] {
        words.count > 1 ? [words[words.count - 1]] + words.dropLast() : words
    }
}
