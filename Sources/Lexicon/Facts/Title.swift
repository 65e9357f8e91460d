/// An office or form of address, and what it says of who bears it.
public struct Title: Hashable, Sendable {
    public enum Body: String, Hashable, Sendable, CaseIterable {
        case state, province, city, organisation, group, person, any
    }

    public var name: String
    /// Plurals, abbreviations, other spellings.
    public var aliases: [String]
    /// Nil for a mere form of address ("Mr").
    public var relation: RoleRelation?
    public var sector: Sector?
    /// What one holds it in.
    public var of: Body
    /// Whether it stands before a name without a comma: "President Ortiz".
    public var precedes: Bool
    public var note: String
}

extension Title: TableEntry {
    static let columns = ["title", "aliases", "relation", "sector", "of", "precedes", "note"]
    static let required: Set = ["title"]

    init(_ row: inout RowReader) throws(LexiconError) {
        name = try row.required()
        aliases = row.list()
        relation = try row.word(RoleRelation.self)
        sector = try row.word(Sector.self)
        of = try row.word(Body.self) ?? .any
        precedes = try row.flag()
        note = row.text()
    }
}
