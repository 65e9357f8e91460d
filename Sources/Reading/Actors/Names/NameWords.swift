import Lexicon

/// A name taken apart for comparison: its words folded, without articles and forms of address.
struct NameWords: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        /// Folded as in `Names.key`.
        var plain: [UInt8]
        /// Folded by `Romanisation`.
        var sound: [UInt8]

        init(_ plain: [UInt8]) {
            self.plain = plain
            sound = Romanisation.fold(plain)
        }

        var isInitial: Bool { plain.count == 1 }
    }

    var words: [Word]
    /// Letters of an acronym that is written as one word in capitals; nil for other names.
    var acronym: [UInt8]?
    /// A generation that is part of the name: "jr", "ii".
    var generation: [UInt8]?

    init(_ name: String) {
        var words: [Word] = []
        var parts = Names.key(name).utf8.split(separator: 32).map(Array.init)
        if let last = parts.last, Self.generations.contains(last), parts.count > 1 {
            generation = last
            parts.removeLast()
        }
        for (index, part) in parts.enumerated() {
            // Abd al-Aziz is Abdul Aziz; other articles carry nothing.
            if Self.articles.contains(part), parts.count > 1 { continue }
            if part == Array("abd".utf8), index + 1 < parts.count, Self.articles.contains(parts[index + 1]) {
                words.append(Word(Array("abdul".utf8)))
                continue
            }
            if part == Array("s".utf8), !words.isEmpty, parts.count > 1, part == parts.last { continue }
            words.append(Word(part))
        }
        self.words = words
        acronym = Self.acronym(name)
    }

    /// The bytes of all words in a row, for names that differ in where the words end.
    var joined: [UInt8] { words.flatMap(\.plain) }

    private static func acronym(_ name: String) -> [UInt8]? {
        let letters = Array(name.utf8).filter { $0 != UInt8(ascii: ".") }
        guard letters.count >= 2, letters.count <= 8 else { return nil }
        var capitals = 0
        for letter in letters {
            switch letter {
            case 0x41...0x5A: capitals += 1
            case 0x61...0x7A where letter == UInt8(ascii: "s") || capitals > 0: continue
            case UInt8(ascii: "-"), UInt8(ascii: "&"), 0x30...0x39: continue
            default: return nil
            }
        }
        guard capitals >= 2, capitals * 2 > letters.count else { return nil }
        return letters.compactMap { letter in
            switch letter {
            case 0x41...0x5A: letter | 0x20
            case 0x61...0x7A, 0x30...0x39: letter
            default: nil
            }
        }
    }

    private static let generations = Set(["jr", "sr", "ii", "iii", "iv"].map { Array($0.utf8) })

    /// Arabic and Persian articles in their assimilated forms, and the European ones that names leave out.
    private static let articles = Set(
        [
            "al", "el", "ul", "ol", "ar", "as", "ash", "at", "ad", "adh", "an", "az", "ur", "us", "ud", "uz", "the",
            "e", "i",
        ]
        .map { Array($0.utf8) })

    /// Words that join the parts of a name and may be left out of it.
    static let particles = Set(
        [
            "bin", "ibn", "ben", "bint", "abu", "abou", "de", "da", "do", "dos", "das", "del", "della", "di", "du",
            "la",
            "le", "van", "von", "der", "den", "ter", "of", "and", "for", "in", "on", "to", "y",
        ].map { Array($0.utf8) })
}
