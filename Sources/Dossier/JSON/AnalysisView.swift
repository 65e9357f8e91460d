public import Language
import Reports

/// An analysis as JSON: sentences with their words, names and the parts of attributions; offsets in code points.
public struct AnalysisView: Sendable {
    private let analysis: Analysis
    private let map: OffsetMap

    public init(_ analysis: Analysis) {
        self.analysis = analysis
        map = OffsetMap(analysis.report.text)
    }

    public var json: JSON {
        .object([
            .init("report", .string(analysis.report.source.name)),
            .init("sentences", .array(analysis.sentences.map(sentence))),
            .init("names", .array(analysis.names.map { span($0.tokens, $0.kind.rawValue, $0.confidence) })),
            .init(
                "attributions", .array(analysis.attributions.map { span($0.tokens, $0.kind.rawValue, $0.confidence) })),
        ])
    }

    private func sentence(_ sentence: Sentence) -> JSON {
        .object([
            .init("start", .int(map.scalarOffset(sentence.span.start))),
            .init("end", .int(map.scalarOffset(sentence.span.end))),
            .init("region", .string(sentence.region.rawValue)),
            .init("tokens", .array(sentence.tokens.map { token($0, from: sentence.tokens.lowerBound) })),
        ])
    }

    private func token(_ index: Int, from first: Int) -> JSON {
        let token = analysis.tokens[index]
        return .object([
            .init("id", .int(index - first + 1)), .init("start", .int(map.scalarOffset(token.span.start))),
            .init("end", .int(map.scalarOffset(token.span.end))), .init("form", .string(token.form)),
            .init("lemma", .string(token.lemma)), .init("upos", .string(token.upos.rawValue)),
            .init("xpos", .string(token.xpos)), .init("head", .int(token.head.map { $0 - first + 1 } ?? 0)),
            .init("relation", .string(token.relation.name)),
        ])
    }

    private func span(_ range: Range<Int>, _ kind: String, _ confidence: Float) -> JSON {
        let span = analysis.span(of: range)
        return .object([
            .init("kind", .string(kind)), .init("start", .int(map.scalarOffset(span.start))),
            .init("end", .int(map.scalarOffset(span.end))), .init("text", .string(analysis.words(range))),
            .init("confidence", .double(Double((confidence * 1000).rounded()) / 1000)),
        ])
    }
}
