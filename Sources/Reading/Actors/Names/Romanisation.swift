/// The spelling of one word of a name without what romanisations of one name differ in.
///
/// News writes one Arabic, Persian, Russian or Chinese name by many systems. What survives all of them is the order of
/// consonant classes and, weaker, of vowels. `fold` brings the commonest digraphs to one letter each and drops doubled
/// letters; `distance` is an edit distance whose substitutions are cheap within a class.
enum Romanisation {
    /// Lower-case ASCII letters and digits, capitals for the sounds that need two letters.
    static func fold(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        while index < word.count {
            var matched = false
            for (pattern, letters) in digraphs where starts(word, at: index, with: pattern) {
                for letter in letters { append(letter, to: &out) }
                index += pattern.count
                matched = true
                break
            }
            if matched { continue }
            append(word[index], to: &out)
            index += 1
        }
        if out.count > 2, let last = out.last, last == UInt8(ascii: "y") || last == UInt8(ascii: "j") {
            out[out.count - 1] = UInt8(ascii: "i")
            if out[out.count - 2] == UInt8(ascii: "i") { out.removeLast() }
        }
        return out
    }

    /// The consonants of a folded word, one letter a class; equal for nearly all spellings of one name.
    static func skeleton(_ folded: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (index, letter) in folded.enumerated() {
            guard !isVowel(letter) else {
                if index == 0 { out.append(UInt8(ascii: "a")) }
                continue
            }
            let mapped = consonantClass(letter)
            if mapped == UInt8(ascii: "h") && index > 0 { continue }
            if out.last != mapped { out.append(mapped) }
        }
        return out
    }

    /// 0 for equal words, 1 for words with nothing in common; both folded.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Double {
        if a == b { return 0 }
        guard !a.isEmpty, !b.isEmpty else { return 1 }
        var previous = [Double](repeating: 0, count: b.count + 1)
        var current = previous
        for j in 1...b.count { previous[j] = previous[j - 1] + gap(b, j - 1) }
        for i in 1...a.count {
            current[0] = previous[0] + gap(a, i - 1)
            for j in 1...b.count {
                let swap = previous[j - 1] + substitution(a[i - 1], b[j - 1])
                current[j] = min(swap, previous[j] + gap(a, i - 1), current[j - 1] + gap(b, j - 1))
            }
            swap(&previous, &current)
        }
        var cost = previous[b.count]
        if substitution(a[0], b[0]) > 0.5, !(isSilentStart(a, b) || isSilentStart(b, a)) { cost += 0.6 }
        return min(1, cost / Double(max(a.count, b.count)))
    }

    private static let digraphs: [([UInt8], [UInt8])] = [
        ("shch", "S"), ("sch", "S"), ("tch", "C"), ("dzh", "j"), ("sh", "S"), ("ch", "C"), ("dj", "j"), ("zh", "j"),
        ("kh", "x"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ts", "c"), ("tz", "c"), ("ck", "k"),
        ("ou", "u"), ("oo", "u"), ("ow", "u"), ("ee", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ie", "i"),
        ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("ks", "X"), ("x", "X"), ("w", "v"), ("yu", "ju"), ("ya", "ja"),
        ("yo", "jo"), ("ye", "je"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    private static func starts(_ word: [UInt8], at index: Int, with pattern: [UInt8]) -> Bool {
        guard index + pattern.count <= word.count else { return false }
        for offset in 0..<pattern.count where word[index + offset] != pattern[offset] { return false }
        return true
    }

    private static func append(_ letter: UInt8, to out: inout [UInt8]) {
        if out.last != letter { out.append(letter) }
    }

    static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private static func consonantClass(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "q"), UInt8(ascii: "g"), UInt8(ascii: "x"), UInt8(ascii: "X"): UInt8(ascii: "k")
        case UInt8(ascii: "z"), UInt8(ascii: "S"), UInt8(ascii: "c"), UInt8(ascii: "C"), UInt8(ascii: "j"):
            UInt8(ascii: "s")
        case UInt8(ascii: "f"), UInt8(ascii: "b"), UInt8(ascii: "p"): UInt8(ascii: "v")
        case UInt8(ascii: "d"): UInt8(ascii: "t")
        default: letter
        }
    }

    /// What leaving one letter out costs: little for a vowel or an h, for others as much as a wrong letter.
    private static func gap(_ word: [UInt8], _ index: Int) -> Double {
        let letter = word[index]
        if letter == UInt8(ascii: "h") { return 0.3 }
        if isVowel(letter) { return index + 1 == word.count ? 0.5 : 0.4 }
        return 1
    }

    private static func substitution(_ a: UInt8, _ b: UInt8) -> Double {
        if a == b { return 0 }
        let low = min(a, b)
        let high = max(a, b)
        if isVowel(a) && isVowel(b) { return vowels[Pair(low, high)] ?? 0.5 }
        return near[Pair(low, high)] ?? 1
    }

    /// Gaddafi and Qadhafi, Yusuf and Jusuf, Ali and Hali are kept; Amin and Ramin are not alike.
    private static func isSilentStart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a[0] == UInt8(ascii: "h") && a.count > 1 && substitution(a[1], b[0]) <= 0.5
    }

    private struct Pair: Hashable {
        let low: UInt8
        let high: UInt8

        init(_ low: UInt8, _ high: UInt8) {
            self.low = low
            self.high = high
        }
    }

    private static let vowels: [Pair: Double] = table([
        ("ae", 0.25), ("ei", 0.25), ("ou", 0.2), ("iy", 0.1), ("ao", 0.4), ("ai", 0.5), ("au", 0.5), ("ey", 0.3),
    ])

    private static let near: [Pair: Double] = table([
        ("gk", 0.3), ("gq", 0.3), ("kq", 0.15), ("kx", 0.3), ("hx", 0.2), ("gx", 0.35), ("qx", 0.4), ("gh", 0.4),
        ("sz", 0.3), ("Ss", 0.3), ("CS", 0.3), ("Cc", 0.3), ("cs", 0.3), ("Sz", 0.5), ("jz", 0.35), ("Sj", 0.4),
        ("gj", 0.3), ("Cj", 0.4), ("ck", 0.2), ("cz", 0.3), ("dt", 0.3), ("dz", 0.4), ("bp", 0.5), ("bv", 0.5),
        ("fv", 0.25), ("ij", 0.2), ("jy", 0.15), ("uv", 0.3), ("Ss", 0.3), ("Xs", 0.4), ("Xk", 0.4), ("st", 0.5),
        ("Ck", 0.5), ("ov", 0.4), ("Cx", 0.3), ("ej", 0.5), ("hk", 0.5), ("fp", 0.4), ("mn", 0.6), ("lr", 0.7),
        ("Ct", 0.5),
        ("SX", 0.5), ("xX", 0.5), ("ct", 0.4), ("cC", 0.3), ("jt", 0.9),
    ])

    private static func table(_ pairs: [(String, Double)]) -> [Pair: Double] {
        var out: [Pair: Double] = [:]
        for (letters, cost) in pairs {
            let bytes = Array(letters.utf8)
            out[Pair(min(bytes[0], bytes[1]), max(bytes[0], bytes[1]))] = cost
        }
        return out
    }
}
