/// A tab-separated file cut into fields: `#` begins a comment line, the first other line names the columns.
///
/// Fields are byte ranges of the file; nothing is copied until a row is read. A file may have up to 2 GiB.
struct Table {
    struct Row {
        /// Counts from 1, comments included.
        var line: Int
        /// Index of the first field in `fields`.
        var start: Int
        var count: Int
    }

    let file: String
    let bytes: [UInt8]
    /// Column names as the header gives them.
    let header: [String]
    let headerLine: Int
    private(set) var rows: [Row] = []
    private(set) var fields: [Range<Int32>] = []

    init(file: String, bytes: [UInt8]) throws(LexiconError) {
        self.file = file
        self.bytes = bytes
        if (try? UTF8Span(validating: bytes.span)) == nil {
            throw .notUTF8(file: file, line: Self.firstInvalidLine(bytes))
        }
        var header: [Range<Int32>]?
        var headerLine = 0
        var line = 0
        var start = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        fields.reserveCapacity(bytes.count / 12)
        while start < bytes.count {
            line += 1
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            let next = end + 1
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            defer { start = next }
            if end == start || bytes[start] == UInt8(ascii: "#") { continue }
            let first = fields.count
            var cut = start
            for index in start..<end where bytes[index] == UInt8(ascii: "\t") {
                fields.append(Self.trimmed(bytes, cut..<index))
                cut = index + 1
            }
            fields.append(Self.trimmed(bytes, cut..<end))
            if header == nil {
                header = Array(fields[first...])
                headerLine = line
                fields.removeAll(keepingCapacity: true)
            } else if fields.count - first == 1, fields[first].isEmpty {
                fields.removeLast()
            } else {
                rows.append(Row(line: line, start: first, count: fields.count - first))
            }
        }
        guard let header else { throw .noHeader(file: file) }
        self.header = header.map { String(decoding: bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self) }
        self.headerLine = headerLine
    }

    private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int32> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, bytes[low] == UInt8(ascii: " ") { low += 1 }
        while high > low, bytes[high - 1] == UInt8(ascii: " ") { high -= 1 }
        return Int32(low)..<Int32(high)
    }

    private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
        var line = 0
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if String(validating: part, as: UTF8.self) == nil { return line }
        }
        return line
    }
}
