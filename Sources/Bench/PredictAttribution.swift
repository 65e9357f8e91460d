import Foundation
import Language
import Lexicon
import Reading
import Reports

/// Reads the attribution kit's articles and writes the outermost attributions that Hearsay finds in them.
struct PredictAttribution {
    private struct Triple: Codable {
        var source: [[Int]]
        var cue: [[Int]]
        var content: [[Int]]
    }

    private struct Article: Decodable {
        var id: String
        var text: String
        var attributions: [Triple]?
    }

    private struct Prediction: Encodable {
        var id: String
        var attributions: [Triple]
    }

    /// What turns an article into words, trees and spans.
    let analyzer: any Analyzer
    let lexicon: Lexicon
    /// Whether the kit's own spans take the place of the analyzer's: what is measured then is how they are linked.
    var usesGoldSpans = false

    /// JSON Lines in, JSON Lines out.
    func run(input: String, output: String) throws {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let finder = AttributionFinder(lexicon: lexicon)
        var lines: [String] = []
        for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
            let article = try decoder.decode(Article.self, from: Data(line.utf8))
            var analysis = try analyzer.analyze(report(of: article))
            if usesGoldSpans { analysis.attributions = spans(article.attributions ?? [], in: analysis) }
            let found = finder.find(analysis).attributions
            let prediction = Prediction(id: article.id, attributions: outermost(found, in: analysis))
            lines.append(String(decoding: try encoder.encode(prediction), as: UTF8.self))
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: output, atomically: true, encoding: .utf8)
    }

    /// A report with one region for each line.
    private func report(of article: Article) -> Report {
        var regions: [Region] = []
        var start = 0
        for line in article.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.contains(where: { $0 > 0x20 }) {
                regions.append(Region(regions.isEmpty ? .headline : .body, Span(start, start + line.count)))
            }
            start += line.count + 1
        }
        return Report(
            id: Identifier(.report, article.id), source: Report.Source(name: article.id, sha256: ""),
            text: article.text, regions: regions)
    }

    // MARK: Gold spans

    /// The kit's attributions as a tagger would give them: flat spans without links.
    private func spans(_ attributions: [Triple], in analysis: Analysis) -> [AttributionSpan] {
        let map = OffsetMap(analysis.report.text)
        var spans: Set<AttributionSpan> = []
        for attribution in attributions {
            let roles: [(AttributionSpan.Kind, [[Int]])] = [
                (.source, attribution.source), (.cue, attribution.cue), (.content, attribution.content),
            ]
            for (kind, pieces) in roles {
                for piece in pieces {
                    let span = Span(map.utf8Offset(scalar: piece[0]), map.utf8Offset(scalar: piece[1]))
                    let touched = analysis.tokens.indices.filter { analysis.tokens[$0].span.overlaps(span) }
                    guard let first = touched.first, let last = touched.last else { continue }
                    spans.insert(AttributionSpan(tokens: first..<last + 1, kind: kind, confidence: 1))
                }
            }
        }
        return spans.sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound, $0.kind.rawValue)
                < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.kind.rawValue)
        }
    }

    // MARK: The kit's conventions

    /// Attributions of the first level by the kit's rules for edges. A quotation that inherits its speaker is a further
    /// content of the attribution that it inherits from.
    private func outermost(_ attributions: [Attribution], in analysis: Analysis) -> [Triple] {
        let map = OffsetMap(analysis.report.text)
        func offsets(_ range: Range<Int>) -> [Int] {
            let span = analysis.span(of: range)
            return [map.scalarOffset(span.start), map.scalarOffset(span.end)]
        }
        var contents = attributions.map { $0.contents.map { withConjunction($0, in: analysis) } }
        for (index, attribution) in attributions.enumerated() {
            if let origin = attribution.inherits {
                contents[origin] += contents[index]
                contents[index] = []
            }
        }
        return attributions.indices.compactMap { index in
            let attribution = attributions[index]
            guard attribution.parent == nil, !contents[index].isEmpty else { return nil }
            // With the kit's own spans only their linking is measured.
            if usesGoldSpans, !Self.isLinked(attribution) { return nil }
            return Triple(
                source: attribution.source.map { [offsets($0)] } ?? [],
                cue: attribution.cues.prefix(1).map(offsets), content: contents[index].map(offsets))
        }
    }

    /// Whether spans, or the layout of a line, made an attribution.
    private static func isLinked(_ attribution: Attribution) -> Bool {
        attribution.rule.hasPrefix("spans")
            || ["speaker-label", "signed-quotation", "headline"].contains(attribution.rule)
    }

    /// The conjunction "that" belongs to the content.
    private func withConjunction(_ range: Range<Int>, in analysis: Analysis) -> Range<Int> {
        let before = range.lowerBound - 1
        guard before >= 0, analysis.tokens[before].lemma == "that",
            analysis.tokens[before].relation == .marker || analysis.tokens[before].upos == .sconj
        else {
            return range
        }
        return before..<range.upperBound
    }
}
