/// A place with a name: city, province, region, site.
public struct Place: Hashable, Sendable {
    public var name: String
    public var aliases: [String]
    public var level: PlaceLevel
    /// Alpha-3; empty for what lies in several states or none.
    public var country: String
    /// The province it lies in, by name.
    public var within: String
    public var coordinates: Coordinates?
    public var note: String
}

extension Place: TableEntry {
    static let columns = ["name", "aliases", "level", "country", "within", "lat", "lon", "note"]
    static let required: Set = ["name", "level"]

    init(_ row: inout RowReader) throws(LexiconError) {
        name = try row.required()
        aliases = row.list()
        level = try row.requiredWord(PlaceLevel.self)
        country = row.text()
        within = row.text()
        coordinates = try row.coordinates()
        note = row.text()
    }
}
