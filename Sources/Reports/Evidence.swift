/// A place in a report: the words that a value was read from.
public struct Evidence: Hashable, Comparable, Codable, Sendable {
    public var report: Identifier
    /// UTF-8 byte offsets in the report's text.
    public var span: Span

    public init(_ report: Identifier, _ span: Span) {
        self.report = report
        self.span = span
    }

    public static func < (a: Evidence, b: Evidence) -> Bool {
        a.report != b.report ? a.report < b.report : a.span < b.span
    }
}

/// How a value is known: the words say it, or a named rule concluded it from the evidence.
public enum Basis: Hashable, Codable, Sendable {
    case stated
    case inferred(rule: String)

    public var rule: String? {
        if case .inferred(let rule) = self { rule } else { nil }
    }
}

/// How sure a source is of what it says, as it puts it (FactBank's certainty axis).
public enum Certainty: String, Hashable, Codable, Sendable {
    case certain, probable, possible, unknown
}

public enum Polarity: String, Hashable, Codable, Sendable {
    case positive, negative
}
