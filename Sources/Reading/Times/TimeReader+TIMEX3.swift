package import Language
package import Reports

/// A time expression as TIMEX3 writes it, for comparison with public collections.
package struct TIMEX3: Hashable, Sendable {
    /// UTF-8 byte offsets in the report's text.
    package var span: Span
    /// DATE, TIME, DURATION or SET.
    package var type: String
    package var value: String

    /// The expressions of a report. The day of publication and what TIMEX3 does not know (conditions) are left out.
    package static func expressions(in analysis: Analysis) -> [TIMEX3] {
        TimeReader().read(analysis).compactMap { mention in
            let expression = mention.expression
            guard let at = expression.at, expression.role != .publication, expression.role != .condition,
                !(expression.role == .dateline)
            else { return nil }
            return TIMEX3(span: at.span, type: mention.value.timex3Type, value: mention.value.timex3Value)
        }
    }
}
