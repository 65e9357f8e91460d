/// Words that are written as one and count as several.
extension ChunkScanner {
    /// Inner boundaries of a word, ascending: contractions, possessives, numbers with a unit.
    func divisions(of word: Range<Int>) -> [Int] {
        if word.count < 2 { return [] }
        if glyphs[word.lowerBound].kind == .digit { return unitBoundary(word).map { [$0] } ?? [] }
        if word.count <= 8, let key = key(word), let cut = WordTables.divided[key] { return [word.lowerBound + cut] }
        var cuts: [Int] = []
        var end = word.upperBound
        while let cut = cliticStart(word.lowerBound..<end) {
            cuts.append(cut)
            end = cut
        }
        return cuts.reversed()
    }

    /// Where the last word of a contraction begins: the `n` of `n't`, or an apostrophe.
    private func cliticStart(_ word: Range<Int>) -> Int? {
        // No clitic has more than two letters.
        var mark = word.upperBound - 1
        while mark > word.lowerBound, mark >= word.upperBound - 3, glyphs[mark].kind != .apostrophe { mark -= 1 }
        guard mark > word.lowerBound, glyphs[mark].kind == .apostrophe, mark + 1 < word.upperBound,
            let suffix = key(mark + 1..<word.upperBound)
        else { return nil }
        if suffix == "t" {
            return glyphs[mark - 1].lowered == 0x6E && mark - 1 > word.lowerBound ? mark - 1 : nil
        }
        return WordTables.clitics.contains(suffix) ? mark : nil
    }

    /// `5pm`, `300km`, and after a currency sign `5M`.
    private func unitBoundary(_ word: Range<Int>) -> Int? {
        guard let letter = word.first(where: { glyphs[$0].kind.isLetter }),
            glyphs[word.lowerBound..<letter].allSatisfy({ !$0.kind.isLetter }),
            let unit = key(letter..<word.upperBound)
        else { return nil }
        if unit.count == 1, glyphs[letter].kind == .upper, glyphs[letter].scalar != 0x4B {
            let isMoney = kind(word.lowerBound - 1) == .currency
            return isMoney && [0x42, 0x4D, 0x54].contains(glyphs[letter].scalar) ? letter : nil
        }
        return WordTables.units.contains(unit) || unit == "b" && kind(word.lowerBound - 1) == .currency ? letter : nil
    }
}
