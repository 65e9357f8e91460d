/// A word that many texts hold, whatever they are about.
public struct CommonWord: Hashable, Sendable {
    /// In lower case.
    public var word: String
    /// Texts of a thousand that hold it.
    public var share: Double
}

extension CommonWord: TableEntry {
    static let columns = ["word", "share"]
    static let required: Set = ["word", "share"]

    init(_ row: inout RowReader) throws(LexiconError) {
        word = try row.required()
        share = try row.number() ?? 0
    }
}

extension Lexicon {
    /// Share of general news texts, 0…1, that hold a word; nil for a rare one.
    ///
    /// - Parameter word: in lower case.
    public func newsShare(of word: String) -> Double? { shareOfWord[word] }
}
