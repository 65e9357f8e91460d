/// The base form of a regular verb that training did not show: an edit script alone cannot tell "rejected" from "raced".
struct RegularVerb {
    let form: String
    /// Penn Treebank tag.
    let tag: String

    /// `made`, unless it is no verb that is known and another base form of the word is, or its spelling is not English.
    func lemma(insteadOf made: String, _ table: LemmaTable) -> String {
        let bases = bases
        guard bases.contains(made) || bases.isEmpty else { return made }
        if isKnown(made, table) { return made }
        if let known = bases.first(where: { isKnown($0, table) }) { return known }
        if made.utf8.last == UInt8(ascii: "e") {
            return endsInCluster(made.dropLast()) ? String(made.dropLast()) : made
        }
        return wantsSilentE(made) ? made + "e" : made
    }

    private func isKnown(_ base: String, _ table: LemmaTable) -> Bool {
        table.lemma(of: base, .verb, "VB") != nil || table.lemma(of: base, .verb, "VBP") != nil
    }

    /// What the ending leaves: the stem, the stem with "e", with one consonant for two, and with "y" for "i".
    private var bases: [String] {
        let word = form.lowercased()
        let ending: String
        switch tag {
        case "VBD", "VBN": ending = "ed"
        case "VBG": ending = "ing"
        case "VBZ": ending = word.hasSuffix("es") ? "es" : "s"
        default: return []
        }
        guard word.hasSuffix(ending), word.utf8.count > ending.utf8.count + 2 else { return [] }
        let stem = String(word.dropLast(ending.count))
        var bases = [stem, stem + "e"]
        let bytes = Array(stem.utf8)
        if bytes[bytes.count - 1] == bytes[bytes.count - 2] { bases.append(String(stem.dropLast())) }
        if bytes[bytes.count - 1] == UInt8(ascii: "i") { bases.append(String(stem.dropLast()) + "y") }
        return bases
    }

    /// Consonants after which English writes no final "e" in a verb.
    private func endsInCluster(_ stem: Substring) -> Bool {
        [
            "ct", "nt", "pt", "ft", "lt", "rt", "st", "xt", "nd", "ld", "rd", "ck", "rk", "nk", "sk", "lk", "mp", "lp",
            "sh", "ch", "ss",
            "ll", "rm", "rn", "wn", "gn", "er", "en", "ow", "ay", "oy", "ey", "it", "ew",
        ].contains { stem.hasSuffix($0) }
    }

    /// Endings that no English verb has without a silent "e": "mediat", "organiz", "resolv".
    private func wantsSilentE(_ stem: String) -> Bool {
        guard !stem.hasSuffix("eat"), !stem.hasSuffix("oat") else { return false }
        return [
            "at", "iz", "yz", "iv", "lv", "rv", "uc", "nc", "rc", "rg", "dg", "bl", "tl", "gl", "dl", "pl", "zl", "qu",
        ]
        .contains { stem.hasSuffix($0) }
    }
}
