import Reports

/// A time expression with its place among the tokens and its value in full.
struct TimeMention: Sendable {
    var expression: TimeExpression
    /// Tokens of the analysis; empty for the day of publication and the dateline, which are not read as words.
    var tokens: Range<Int>
    var value: TimeValue
    /// "by", "since" and the like, where one stands before it.
    var lead: String?
}
