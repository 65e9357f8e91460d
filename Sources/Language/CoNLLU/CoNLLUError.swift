/// What is wrong with a CoNLL-U file, with the line (from 1) where it shows.
public enum CoNLLUError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(file: String)
    case columns(line: Int, found: Int)
    /// A field that holds none of the values it may.
    case field(line: Int, name: String, value: String)
    /// Words must be numbered 1, 2, 3 in each sentence.
    case number(line: Int, found: String)
    case head(line: Int, found: String)
    /// Heads that lead back to their own word.
    case cycle(line: Int)
    /// The report goes on with other characters than the file's word.
    case word(line: Int, found: String, expected: String)
    /// The file ends before the report does.
    case unfinished(line: Int, next: String)

    public var description: String {
        switch self {
        case .unreadable(let file):
            "\(file): cannot be read; write the report's analysis there in CoNLL-U"
        case .columns(let line, let found):
            "line \(line): \(found) columns where CoNLL-U has 10, parted by tabs"
        case .field(let line, let name, let value):
            "line \(line): \(name) cannot be '\(value)'"
        case .number(let line, let found):
            "line \(line): word number '\(found)' is out of turn; number the words of a sentence from 1"
        case .head(let line, let found):
            "line \(line): head '\(found)' is no word of the sentence"
        case .cycle(let line):
            "line \(line): the heads of the sentence that ends here run in a circle"
        case .word(let line, let found, let expected):
            "line \(line): the word '\(found)' is not the report's, which goes on '\(expected)'; analyse this report's text"
        case .unfinished(let line, let next):
            "line \(line): the file ends before the report, which goes on '\(next)'"
        }
    }
}
