import ArgumentParser
import Language
import Lexicon

struct PredictAttributionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribution", abstract: "Outermost attributions: source, cue and content.")

    @Argument(help: "The kit's articles: JSON Lines with id and text.")
    var input: String

    @Argument(help: "Where to write the predictions.")
    var output: String

    @Option(name: .customLong("conllu"), help: "A folder with an analysis ID.conllu for each article.")
    var conllu: String

    @Flag(help: "Take the kit's own spans in place of the analyzer's, to measure how they are linked.")
    var goldSpans = false

    func run() throws {
        try PredictAttribution(
            analyzer: CoNLLUAnalyzer(folders: [conllu]), lexicon: Lexicon.load(from: LexiconLocator.folder()),
            usesGoldSpans: goldSpans
        ).run(input: input, output: output)
    }
}
