import Foundation
import Language
import Reading
import Reports

/// Reads the time kit's documents and writes what the time reader finds in them.
struct PredictTimes {
    private struct Document: Decodable {
        var id: String
        /// Day of publication.
        var dct: String
        var text: String
    }

    private struct Prediction: Encodable {
        struct Expression: Encodable {
            var start: Int
            var end: Int
            var text: String
            var type: String
            var value: String
        }

        var id: String
        var timex: [Expression]
    }

    /// What turns a document's report into words and trees.
    let analyzer: any Analyzer

    /// JSON Lines in, JSON Lines out.
    func run(input: String, output: String) throws {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines: [String] = []
        for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
            let document = try decoder.decode(Document.self, from: Data(line.utf8))
            let analysis = try analyzer.analyze(report(of: document))
            let map = OffsetMap(document.text)
            let expressions = TIMEX3.expressions(in: analysis).map {
                Prediction.Expression(
                    start: map.scalarOffset($0.span.start), end: map.scalarOffset($0.span.end),
                    text: analysis.report.words($0.span), type: $0.type, value: $0.value)
            }
            let prediction = Prediction(id: document.id, timex: expressions)
            lines.append(String(decoding: try encoder.encode(prediction), as: UTF8.self))
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: output, atomically: true, encoding: .utf8)
    }

    /// A report with one region for each line.
    private func report(of document: Document) -> Report {
        let digits = document.dct.split(separator: "-").compactMap { Int($0) }
        var regions: [Region] = []
        var start = 0
        for line in document.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !line.isEmpty {
                regions.append(Region(regions.isEmpty ? .headline : .body, Span(start, start + line.count)))
            }
            start += line.count + 1
        }
        return Report(
            id: Identifier(.report, document.id),
            source: Report.Source(name: document.id, sha256: ""), text: document.text,
            date: digits.count == 3
                ? Report.DateStamp(year: digits[0], month: digits[1], day: digits[2], at: nil, basis: .stated) : nil,
            regions: regions)
    }
}
