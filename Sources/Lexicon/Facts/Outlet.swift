/// A news agency, newspaper, broadcaster or site, or a network that people post on.
public struct Outlet: Hashable, Sendable {
    public enum Control: String, Hashable, Sendable, CaseIterable {
        /// A government decides what it says.
        case state
        /// Paid by the public, edited by itself.
        case `public`
        /// A party, movement or armed group decides.
        case party
        case `private`
    }

    public var name: String
    public var aliases: [String]
    public var medium: Medium
    /// Alpha-3 of the seat.
    public var country: String
    public var domain: String
    public var control: Control?
    /// Who owns or runs it, where that matters for its side.
    public var owner: String
    public var note: String
}

extension Outlet: TableEntry {
    static let columns = ["name", "aliases", "medium", "country", "domain", "control", "owner", "note"]
    static let required: Set = ["name", "medium"]

    init(_ row: inout RowReader) throws(LexiconError) {
        name = try row.required()
        aliases = row.list()
        medium = try row.requiredWord(Medium.self)
        country = row.text()
        domain = row.text()
        control = try row.word(Control.self)
        owner = row.text()
        note = row.text()
    }
}
