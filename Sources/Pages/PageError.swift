/// Why a file gives no report. Each case names the file; `description` says what to do.
public enum PageError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(file: String)
    case empty(file: String)
    /// No text: an image, an archive, a program.
    case binary(file: String, kind: String)
    case tooLarge(file: String, bytes: Int, limit: Int)
    /// A language other than English (BCP 47; `und` if it cannot be told).
    case language(file: String, code: String)
    /// A file of a known kind that breaks its format. `place` is a line, a record or a byte offset.
    case malformed(file: String, place: String, reason: String)
    /// A page without a text of its own: menus, a list of links, a form.
    case noText(file: String)

    public var description: String {
        switch self {
        case .missing(let file): "\(file): no such file; check the path"
        case .empty(let file): "\(file): empty; save the report again"
        case .binary(let file, let kind): "\(file): \(kind), not text; save the report as text or HTML"
        case .tooLarge(let file, let bytes, let limit):
            "\(file): \(bytes) bytes, more than the limit of \(limit); divide it into one file a report"
        case .language(let file, let code):
            "\(file): language not supported: \(code); only English reports are read"
        case .malformed(let file, let place, let reason): "\(file): \(place): \(reason)"
        case .noText(let file): "\(file): a page without a report's text; save the article's own page"
        }
    }
}
