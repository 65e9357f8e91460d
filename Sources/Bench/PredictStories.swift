import Foundation
import Language
import Lexicon
import Reading
import Reports
import Stories

/// Groups the story kit's reports.
struct PredictStories {
    private struct Document: Decodable {
        var id: String
        var text: String
    }

    let analyzer: any Analyzer
    let lexicon: Lexicon

    /// JSON Lines with id and text in; lines of id, tabulator and group out.
    func run(input: String, output: String) throws {
        var names: [Identifier: String] = [:]
        var readings: [Reading] = []
        for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
            let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
            let analysis = try analyzer.analyze(KitReport.plain(document.text, id: document.id))
            names[analysis.report.id] = document.id
            readings.append(
                Reading(
                    analysis: analysis, actors: [], statements: [], events: [], times: [], places: [], numbers: [],
                    marks: [], findings: []))
        }
        let record = Record(readings: readings, actors: [], times: [], places: [], numbers: [])
        var lines: [String] = []
        for (index, group) in StoryGrouper(lexicon).group(record).enumerated() {
            for report in group.reports { lines.append("\(names[report] ?? "")\tstory\(index + 1)") }
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: output, atomically: true, encoding: .utf8)
    }
}
