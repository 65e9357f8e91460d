/// A body that acts under its own name and is no fighting or political group: of states, of a state, or of nobody.
public struct Organisation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Its members are states.
        case intergovernmental
        case nongovernmental
        /// A ministry, service, parliament, court or command of one state.
        case body
        case company
        /// A format, process or summit that states meet in.
        case forum
        case religious
        case academic
    }

    public var name: String
    public var aliases: [String]
    /// Alpha-3 of a state, or one of `NonState.codes`.
    public var country: String
    public var sector: Sector?
    public var kind: Kind
    /// The body it is a part of.
    public var parent: String
    public var period: Period
    public var note: String
}

extension Organisation: TableEntry {
    static let columns = ["name", "aliases", "country", "sector", "kind", "parent", "from", "to", "note"]
    static let required: Set = ["name", "country", "kind"]

    init(_ row: inout RowReader) throws(LexiconError) {
        name = try row.required()
        aliases = row.list()
        country = try row.required()
        sector = try row.word(Sector.self)
        kind = try row.requiredWord(Kind.self)
        parent = row.text()
        period = try row.period()
        note = row.text()
    }
}
