extension Report {
    /// The words of a span.
    public func words(_ span: Span) -> String {
        let utf8 = text.utf8
        let low = utf8.index(utf8.startIndex, offsetBy: span.start)
        let high = utf8.index(low, offsetBy: span.length)
        return String(text[low..<high])
    }

    public func evidence(_ span: Span) -> Evidence { Evidence(id, span) }
}
