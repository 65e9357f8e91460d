import Foundation
import Language
import Pages
import Reports
import Stories

/// Writes the stretches of text that the reuse kit's reports share.
struct PredictReuse {
    private struct Document: Decodable {
        var id: String
        var text: String
    }

    private struct Pair: Encodable {
        struct Stretch: Encodable {
            var a: [Int]
            var b: [Int]
        }

        var a: String
        var b: String
        var dependent: Bool
        var spans: [Stretch]
    }

    /// One report with what its spans are counted in.
    private struct Text {
        var id: String
        var analysis: Analysis
        var words: [FoldedText.Word]
        var map: OffsetMap

        /// Code points of a stretch of words. A sentence at its end is taken whole if the stretch holds most of it.
        func stretch(_ range: Range<Int>) -> [Int] {
            let first = words[range.lowerBound].token
            let last = words[range.upperBound - 1].token
            var span = analysis.span(of: first..<last + 1)
            for sentence in [analysis.sentence(of: first), analysis.sentence(of: last)] {
                let shared = sentence.tokens.clamped(to: first..<last + 1).count
                if 2 * shared > sentence.tokens.count { span = span.union(sentence.span) }
            }
            return [map.scalarOffset(span.start), map.scalarOffset(span.end)]
        }
    }

    let analyzer: any Analyzer

    /// JSON Lines in, JSON Lines out: one pair of reports a line.
    func run(input: String, output: String) throws {
        var texts: [Text] = []
        for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
            let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
            let report = try PageReader().read(Array(document.text.utf8), name: document.id).report
            let analysis = try analyzer.analyze(report)
            texts.append(
                Text(
                    id: document.id, analysis: analysis, words: FoldedText(analysis).words,
                    map: OffsetMap(report.text)))
        }
        let folded = texts.map { FoldedText($0.analysis) }
        var matches: [[Int]: [PassageFinder.Match]] = [:]
        for (first, second, match) in PassageFinder().matches(folded) {
            matches[[first, second], default: []].append(match)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let lines = try matches.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, matches in
            let (a, b) = (texts[key[0]], texts[key[1]])
            let pair = Pair(
                a: a.id, b: b.id, dependent: Dependence().holds(matches, between: folded[key[0]], and: folded[key[1]]),
                spans: matches.map { Pair.Stretch(a: a.stretch($0.a), b: b.stretch($0.b)) })
            return String(decoding: try encoder.encode(pair), as: UTF8.self)
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: output, atomically: true, encoding: .utf8)
    }
}
