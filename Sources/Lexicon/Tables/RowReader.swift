/// Reads the fields of one row after the other, in the order in which the row's type declares its columns.
///
/// The order in the file is free: the header says which is which, and columns that may be empty may be missing.
struct RowReader: ~Copyable {
    private let table: Table
    private let columns: [String]
    /// For each declared column its place in the file; -1 where the file has none.
    private let places: [Int]
    private var row = Table.Row(line: 0, start: 0, count: 0)
    private var next = 0

    init(_ table: Table, columns: [String], required: Set<String>) throws(LexiconError) {
        self.table = table
        self.columns = columns
        for name in table.header where !columns.contains(name) {
            throw .unknownColumn(file: table.file, line: table.headerLine, column: name, known: columns)
        }
        var places: [Int] = []
        for column in columns {
            let place = table.header.firstIndex(of: column)
            if place == nil, required.contains(column) {
                throw .missingColumn(file: table.file, line: table.headerLine, column: column)
            }
            places.append(place ?? -1)
        }
        self.places = places
    }

    var line: Int { row.line }

    mutating func begin(_ row: Table.Row) throws(LexiconError) {
        guard row.count <= table.header.count else {
            throw .tooManyFields(file: table.file, line: row.line, expected: table.header.count, found: row.count)
        }
        self.row = row
        next = 0
    }

    private mutating func field() -> Range<Int> {
        let place = places[next]
        next += 1
        if place < 0 || place >= row.count { return 0..<0 }
        let field = table.fields[row.start + place]
        return Int(field.lowerBound)..<Int(field.upperBound)
    }

    private func string(_ range: Range<Int>) -> String {
        table.bytes.withUnsafeBufferPointer { buffer in
            String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
        }
    }

    /// A value that may be empty.
    mutating func text() -> String { string(field()) }

    mutating func required() throws(LexiconError) -> String {
        let range = field()
        guard !range.isEmpty else {
            throw .missingValue(file: table.file, line: row.line, column: columns[next - 1])
        }
        return string(range)
    }

    /// Values separated by semicolons.
    mutating func list() -> [String] {
        let range = field()
        if range.isEmpty { return [] }
        var values: [String] = []
        var start = range.lowerBound
        func add(_ low: Int, _ high: Int) {
            var low = low
            var high = high
            while low < high, table.bytes[low] == UInt8(ascii: " ") { low += 1 }
            while high > low, table.bytes[high - 1] == UInt8(ascii: " ") { high -= 1 }
            if low < high { values.append(string(low..<high)) }
        }
        for index in range where table.bytes[index] == UInt8(ascii: ";") {
            add(start, index)
            start = index + 1
        }
        add(start, range.upperBound)
        return values
    }

    /// One of a closed set of words; nil if the field is empty.
    mutating func word<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type
    ) throws(LexiconError) -> Value? where Value.RawValue == String {
        let range = field()
        if range.isEmpty { return nil }
        let text = string(range)
        if let value = Value(rawValue: text) { return value }
        throw bad(text, "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
    }

    mutating func requiredWord<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type
    ) throws(LexiconError) -> Value where Value.RawValue == String {
        guard let value = try word(type) else {
            throw .missingValue(file: table.file, line: row.line, column: columns[next - 1])
        }
        return value
    }

    /// Values of a closed set of words, separated by semicolons.
    mutating func words<Value: RawRepresentable & CaseIterable>(
        _ type: Value.Type
    ) throws(LexiconError) -> [Value] where Value.RawValue == String {
        var values: [Value] = []
        for text in list() {
            guard let value = Value(rawValue: text) else {
                throw bad(text, "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
            }
            values.append(value)
        }
        return values
    }

    /// A word of one of the shared types, which do not list their cases.
    mutating func mark<Value: RawRepresentable>(
        _ normal: Value
    ) throws(LexiconError) -> Value where Value.RawValue == String {
        let text = text()
        if text.isEmpty { return normal }
        guard let value = Value(rawValue: text) else { throw bad(text, "a word like \(normal.rawValue)") }
        return value
    }

    /// A text that must pass a test; nil if empty.
    mutating func checked(_ expected: String, _ test: (String) -> Bool) throws(LexiconError) -> String? {
        let text = text()
        if text.isEmpty { return nil }
        guard test(text) else { throw bad(text, expected) }
        return text
    }

    mutating func positions() throws(LexiconError) -> [EventPattern.Position] {
        var positions: [EventPattern.Position] = []
        for text in list() {
            guard let position = EventPattern.Position(text) else {
                throw bad(text, "subj, obj, iobj, poss, mod or a preposition")
            }
            positions.append(position)
        }
        return positions
    }

    mutating func flag() throws(LexiconError) -> Bool {
        let text = text()
        switch text {
        case "yes": return true
        case "no", "": return false
        default: throw bad(text, "yes or no")
        }
    }

    mutating func date() throws(LexiconError) -> PartialDate? {
        let text = text()
        if text.isEmpty { return nil }
        guard let date = PartialDate(text) else { throw bad(text, "a date: YYYY, YYYY-MM or YYYY-MM-DD") }
        return date
    }

    /// Two columns, `from` and `to`.
    mutating func period() throws(LexiconError) -> Period {
        let from = try date()
        return Period(from: from, to: try date())
    }

    mutating func number() throws(LexiconError) -> Double? {
        let text = text()
        if text.isEmpty { return nil }
        guard let value = Double(text), value.isFinite else { throw bad(text, "a number") }
        return value
    }

    /// Two columns, latitude and longitude.
    mutating func coordinates() throws(LexiconError) -> Coordinates? {
        let latitude = try number()
        guard let longitude = try number(), let latitude else { return nil }
        guard abs(latitude) <= 90, abs(longitude) <= 180 else {
            throw bad("\(latitude) \(longitude)", "a latitude within 90 and a longitude within 180 degrees")
        }
        return Coordinates(latitude: latitude, longitude: longitude)
    }

    private func bad(_ value: String, _ expected: String) -> LexiconError {
        .badValue(file: table.file, line: row.line, column: columns[next - 1], value: value, expected: expected)
    }
}
