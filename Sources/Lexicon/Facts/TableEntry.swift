/// One line of a table as a value.
protocol TableEntry {
    /// The columns in the order in which `init` reads them.
    static var columns: [String] { get }
    static var required: Set<String> { get }

    init(_ row: inout RowReader) throws(LexiconError)
}

extension TableEntry {
    /// All rows of a table.
    static func read(_ table: Table) throws(LexiconError) -> [Self] {
        var reader = try RowReader(table, columns: columns, required: required)
        var entries: [Self] = []
        entries.reserveCapacity(table.rows.count)
        for row in table.rows {
            try reader.begin(row)
            entries.append(try Self(&reader))
        }
        return entries
    }
}

/// Where a fact stands: the file's name and the line, counted from 1.
public struct TableLine: Hashable, Sendable {
    public var file: String
    public var line: Int
}
