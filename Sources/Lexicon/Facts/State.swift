/// A state, a territory of one, or a region that calls itself one.
public struct State: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case state
        /// Belongs to the state `of`.
        case territory
        /// Governs itself on land that the state `of` claims.
        case breakaway
        /// Exists no more; `of` is its successor.
        case former
    }

    /// ISO 3166-1 alpha-3; XKX for Kosovo, own codes beginning with X for what has none.
    public var code: String
    public var name: String
    public var aliases: [String]
    /// Adjectives and names of the people: "Afghan", "Afghans".
    public var demonyms: [String]
    public var capital: String
    /// Words that stand for the government, beside the capital: "the Kremlin".
    public var metonyms: [String]
    public var kind: Kind
    public var of: String
    public var coordinates: Coordinates?

    /// The state that PLOVER codes for it: a territory or breakaway folds into its state.
    public var codedAs: String { of.isEmpty ? code : of }
}

extension State: TableEntry {
    static let columns = [
        "code", "name", "aliases", "demonyms", "capital", "metonyms", "kind", "of", "lat", "lon",
    ]
    static let required: Set = ["code", "name"]

    init(_ row: inout RowReader) throws(LexiconError) {
        code = try row.required()
        name = try row.required()
        aliases = row.list()
        demonyms = row.list()
        capital = row.text()
        metonyms = row.list()
        kind = try row.word(Kind.self) ?? .state
        of = row.text()
        coordinates = try row.coordinates()
    }
}
