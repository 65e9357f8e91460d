import Reports

/// Words that are written together with the word before them and count as its multiword token in EWT.
enum Contraction {
    /// The end of the multiword token that begins at a word: the next index if the word stands for itself.
    static func end(_ tokens: [Token], _ start: Int, _ limit: Int) -> Int {
        var end = start + 1
        while end < limit, !tokens[end].spaceBefore, joins(tokens[end - 1], tokens[end]) { end += 1 }
        return end
    }

    private static func joins(_ first: Token, _ second: Token) -> Bool {
        guard let last = first.form.unicodeScalars.last, CharacterClass.of(last.value).isWord || last.value == 0x2E,
            first.span.end == second.span.start
        else { return false }
        if let (_, mark) = second.form.unicodeScalars.first.map({ ($0, CharacterClass.of($0.value)) }),
            mark == .apostrophe
        {
            // A lone apostrophe is a possessive only if a tagger says so.
            if second.form.unicodeScalars.count == 1 { return second.xpos == "POS" }
            return ShortWord(text: ascii(second.form, dropping: 1)).map(WordTables.clitics.contains) == true
        }
        let suffix = ascii(second.form, dropping: 0)
        if suffix == "n't" { return true }
        guard let whole = ShortWord(text: ascii(first.form, dropping: 0) + suffix), let cut = WordTables.divided[whole]
        else {
            return false
        }
        return cut == first.form.utf8.count
    }

    /// Lower case, with any apostrophe as `'`.
    private static func ascii(_ form: String, dropping count: Int) -> String {
        var out = ""
        for scalar in form.unicodeScalars.dropFirst(count) {
            let glyph = Glyph(scalar: scalar.value, offset: 0, kind: CharacterClass.of(scalar.value))
            out.unicodeScalars.append(glyph.kind == .apostrophe ? "'" : Unicode.Scalar(glyph.lowered) ?? scalar)
        }
        return out
    }
}
