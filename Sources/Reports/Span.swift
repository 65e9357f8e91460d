/// A half-open range of UTF-8 byte offsets in a report's text.
///
/// Spans are counted in UTF-8 bytes everywhere inside Hearsay; `OffsetMap` turns them into Unicode code points
/// (the JSON, W3C Web Annotation, Python) and UTF-16 units (browsers) at the border.
public struct Span: Hashable, Comparable, Codable, Sendable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a span ends before it starts")
        self.start = start
        self.end = end
    }

    /// Length in UTF-8 bytes.
    public var length: Int { end - start }
    public var isEmpty: Bool { start == end }

    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    /// The smallest span that covers both.
    public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

    public func intersection(_ other: Span) -> Span? {
        let low = max(start, other.start)
        let high = min(end, other.end)
        return low < high ? Span(low, high) : nil
    }

    /// Text order: by start, the longer (outer) first.
    public static func < (a: Span, b: Span) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}
