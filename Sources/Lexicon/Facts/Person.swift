/// A person who takes part in talks or conflicts.
public struct Person: Hashable, Sendable {
    /// What a person was for a time.
    public struct Role: Hashable, Sendable {
        /// As news writes it: "foreign minister". Empty: of the body, without an office.
        public var title: String
        /// The state (alpha-3), organisation, group or outlet of the office.
        public var of: String
        public var sector: Sector?
        public var period: Period
    }

    public var name: String
    public var aliases: [String]
    /// What news calls the person after the first mention; mostly the last name.
    public var short: String
    /// Alpha-3.
    public var country: String
    /// In the order of the table.
    public var roles: [Role]
    public var note: String

    /// The roles that may have held on a date, the one that began last first; without a date all, in the table's order.
    public func roles(on date: PartialDate?) -> [Role] {
        guard let date else { return roles }
        return roles.enumerated().filter { $0.element.period.contains(date) }
            .sorted { a, b in
                let (first, second) = (a.element.period.from?.earliest ?? 0, b.element.period.from?.earliest ?? 0)
                return first != second ? first > second : a.offset < b.offset
            }
            .map(\.element)
    }
}

/// A line of `people.tsv`; lines of one name and country make one person.
struct PersonRow: TableEntry {
    static let columns = [
        "name", "aliases", "short", "country", "title", "of", "sector", "from", "to", "note",
    ]
    static let required: Set = ["name", "country"]

    var person: Person

    init(_ row: inout RowReader) throws(LexiconError) {
        let name = try row.required()
        let aliases = row.list()
        let short = row.text()
        let country = try row.required()
        let title = row.text()
        let of = row.text()
        let sector = try row.word(Sector.self)
        let period = try row.period()
        let role = Person.Role(title: title, of: of, sector: sector, period: period)
        person = Person(
            name: name, aliases: aliases, short: short.isEmpty ? Names.lastWord(name) : short, country: country,
            roles: title.isEmpty && of.isEmpty ? [] : [role], note: row.text())
    }
}
