public import Reports

/// A report as it came out of its file, with what was odd about it.
public struct Page: Hashable, Sendable {
    public var report: Report
    public var warnings: [PageWarning]

    public init(report: Report, warnings: [PageWarning] = []) {
        self.report = report
        self.warnings = warnings
    }
}

/// Something about a file that its reader should know and that did not stop it from being read.
public enum PageWarning: Hashable, Sendable, CustomStringConvertible {
    /// Bytes that are not UTF-8 stand as U+FFFD in the text. Offsets hold in the text as given.
    case invalidBytes(count: Int)
    /// The text was not UTF-8 and was read in another encoding.
    case encoding(String)
    /// A paragraph in another language: labelled furniture, so not read.
    case foreignParagraph(code: String, at: Span)
    /// Two dates of publication that differ; the first is used.
    case rivalDates(Span, Span)
    /// Only the first part of a page was read.
    case truncated(reason: String)

    public var description: String {
        switch self {
        case .invalidBytes(let count): "\(count) invalid bytes replaced by U+FFFD"
        case .encoding(let name): "read as \(name)"
        case .foreignParagraph(let code, let at):
            "a paragraph in another language (\(code)) at byte \(at.start) is not read"
        case .rivalDates(let first, let second):
            "two dates of publication, at bytes \(first.start) and \(second.start); the first is used"
        case .truncated(let reason): "read in part: \(reason)"
        }
    }
}
