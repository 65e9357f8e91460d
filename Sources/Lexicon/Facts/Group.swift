/// An armed, political or rebel group or a party.
public struct Group: Hashable, Sendable {
    /// What the group was for a time.
    public struct Standing: Hashable, Sendable {
        public var sector: Sector
        /// The group or the state (alpha-3) that it stood with.
        public var side: String
        public var period: Period
    }

    public var name: String
    public var aliases: [String]
    /// Alpha-3 of the state it acts in, or one of `NonState.codes`.
    public var country: String
    /// In the order of the table.
    public var standings: [Standing]
    /// The group it is a wing or member of.
    public var parent: String
    /// The group it split from.
    public var origin: String
    public var note: String

    /// What the group was on a date; without a date its last standing. Of several the one that began last.
    public func standing(on date: PartialDate? = nil) -> Standing? {
        var best: Standing?
        for standing in standings where date.map(standing.period.contains) ?? true {
            if let held = best?.period.from?.earliest, (standing.period.from?.earliest ?? 0) < held { continue }
            best = standing
        }
        return best
    }
}

/// A line of `groups.tsv`; lines of one name and country make one group.
struct GroupRow: TableEntry {
    static let columns = [
        "name", "aliases", "country", "sector", "from", "to", "side", "parent", "origin", "note",
    ]
    static let required: Set = ["name", "country", "sector"]

    var group: Group

    init(_ row: inout RowReader) throws(LexiconError) {
        let name = try row.required()
        let aliases = row.list()
        let country = try row.required()
        let sector = try row.requiredWord(Sector.self)
        let period = try row.period()
        let standing = Group.Standing(sector: sector, side: row.text(), period: period)
        group = Group(
            name: name, aliases: aliases, country: country, standings: [standing], parent: row.text(),
            origin: row.text(), note: row.text())
    }
}
