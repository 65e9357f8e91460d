import Foundation
import Language
import Lexicon
import Reading
import Reports

/// Reads the event kit's sentences and writes the events found in them.
struct PredictEvents {
    private struct Record: Decodable {
        var id: String
        var text: String
    }

    private struct Prediction: Encodable {
        struct Event: Encodable {
            var event: String
            var source: [String]
            var sourceCodes: [String]
            var target: [String]
            var targetCodes: [String]
        }

        var id: String
        var events: [Event]
    }

    let analyzer: any Analyzer
    let lexicon: Lexicon

    /// JSON Lines in, JSON Lines out. What did not happen, or only might, is not written.
    func run(input: String, output: String) throws {
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines: [String] = []
        for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
            let record = try decoder.decode(Record.self, from: Data(line.utf8))
            let report = Report(
                id: Identifier(.report, record.id), source: Report.Source(name: record.id, sha256: ""),
                text: record.text, regions: [Region(.body, Span(0, record.text.utf8.count))])
            let events = CodedEvent.events(in: try analyzer.analyze(report), lexicon).filter {
                $0.reality != "negated" && $0.reality != "hypothetical"
            }
            let prediction = Prediction(
                id: record.id,
                events: events.map { event in
                    Prediction.Event(
                        event: event.type, source: event.actors.map(\.words),
                        sourceCodes: event.actors.map { $0.code ?? "" }, target: event.recipients.map(\.words),
                        targetCodes: event.recipients.map { $0.code ?? "" })
                })
            lines.append(String(decoding: try encoder.encode(prediction), as: UTF8.self))
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: output, atomically: true, encoding: .utf8)
    }
}
