/// Why a lexicon could not be loaded: always with the file, the place in it, and what would mend it.
public enum LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No folder of tables stands at any of these paths.
    case notFound(tried: [String])
    case unreadable(path: String)
    /// The file name is none of the known tables.
    case unknownTable(path: String)
    case notUTF8(file: String, line: Int)
    case noHeader(file: String)
    case unknownColumn(file: String, line: Int, column: String, known: [String])
    case missingColumn(file: String, line: Int, column: String)
    case tooManyFields(file: String, line: Int, expected: Int, found: Int)
    case missingValue(file: String, line: Int, column: String)
    case badValue(file: String, line: Int, column: String, value: String, expected: String)

    public var description: String {
        switch self {
        case .notFound(let tried):
            "no lexicon found; looked in \(tried.joined(separator: ", ")). "
                + "Set HEARSAY_LEXICONS to the folder that holds states.tsv."
        case .unreadable(let path):
            "\(path): cannot be read. Check that it exists and that its permissions allow it."
        case .unknownTable(let path):
            "\(path): not a table of the lexicon. Name the file after one of "
                + "\(Lexicon.TableName.allCases.map { $0.rawValue + ".tsv" }.joined(separator: ", "))."
        case .notUTF8(let file, let line):
            "\(file):\(line): not UTF-8. Save the file as UTF-8."
        case .noHeader(let file):
            "\(file): no header. The first line that is not a comment must name the columns, separated by tabs."
        case .unknownColumn(let file, let line, let column, let known):
            "\(file):\(line): unknown column \"\(column)\". Known columns: \(known.joined(separator: ", "))."
        case .missingColumn(let file, let line, let column):
            "\(file):\(line): the header lacks the column \"\(column)\". Add it."
        case .tooManyFields(let file, let line, let expected, let found):
            "\(file):\(line): \(found) fields where the header names \(expected). Take out a tab."
        case .missingValue(let file, let line, let column):
            "\(file):\(line): column \"\(column)\" is empty. Every row needs it."
        case .badValue(let file, let line, let column, let value, let expected):
            "\(file):\(line): column \"\(column)\": \"\(value)\" should be \(expected)."
        }
    }
}
