import ArgumentParser
import Foundation
import Language
import Lexicon

struct Nested: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Chains of the nested set, before sources are resolved: are all links right, at each depth?")

    @Argument(help: "The set: nested.jsonl.")
    var file: String

    @Option(help: "Model file; otherwise $HEARSAY_MODEL or the one in Models/.")
    var model: String?

    @Option(
        name: .customLong("conllu"), help: "A folder with an analysis ID.conllu for each text, instead of the model.")
    var conllu: String?

    @Flag(help: "Print the misses of the open part.")
    var misses = false

    func run() throws {
        let lexicon = try Lexicon.load(from: LexiconLocator.folder())
        let analyzer: any Analyzer =
            if let conllu {
                CoNLLUAnalyzer(folders: [conllu])
            } else {
                try NetworkAnalyzer(ModelFile(path: ModelLocator(explicit: model).locate()))
            }
        for part in ["open", "blind"] {
            let score = try ScoreNested(
                analyzer: analyzer, lexicon: lexicon, showsMisses: misses && part == "open"
            ).score(file: file, part: part)
            print(Self.lines(part, score))
        }
    }

    private static func lines(_ part: String, _ score: ScoreNested.Score) -> String {
        func share(_ name: String, _ hit: Int, _ all: Int) -> String {
            String(format: "  %@ %.3f (%d of %d)\n", name, all == 0 ? 0 : Double(hit) / Double(all), hit, all)
        }
        let found = score.found.reduce(0, +)
        let depths = ["depth 1", "depth 2", "depth 3+"].enumerated().map { share($1, score.found[$0], score.gold[$0]) }
        return "\(part)\n" + depths.joined() + share("precision", score.matched, score.predicted)
            + String(format: "  addressee F1 %.3f\n", score.toldF1) + share("act", score.acts, found)
            + share("polarity", score.polarities, found) + share("certainty", score.certainties, found)
    }
}
