import ArgumentParser
import Foundation
import Language
import Lexicon

/// Writes what Hearsay finds for a kit's documents, in the form that the kit's scorer reads.
struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write predictions for a kit.",
        subcommands: [
            PredictAttributionCommand.self, PredictEventsCommand.self, PredictNamesCommand.self,
            PredictPagesCommand.self, PredictReuseCommand.self, PredictStoriesCommand.self, PredictTimesCommand.self,
            PredictUDCommand.self,
        ])
}

/// A kit's input and output, and what analyses the texts.
struct KitOptions: ParsableArguments {
    @Argument(help: "The kit's documents.")
    var input: String

    @Argument(help: "Where to write the predictions.")
    var output: String

    @Option(help: "Model file; otherwise $HEARSAY_MODEL or the one in Models/.")
    var model: String?

    @Option(
        name: .customLong("conllu"),
        help: "A folder with an analysis ID.conllu for each document, instead of the model.")
    var conllu: String?

    func analyzer() throws -> any Analyzer {
        if let conllu { return CoNLLUAnalyzer(folders: [conllu]) }
        return try NetworkAnalyzer(ModelFile(path: ModelLocator(explicit: model).locate()))
    }

    func lexicon() throws -> Lexicon { try Lexicon.load(from: LexiconLocator.folder()) }

    func write(_ text: String) throws { try text.write(toFile: output, atomically: true, encoding: .utf8) }
}

struct PredictAttributionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attribution", abstract: "Outermost attributions: source, cue and content.")

    @OptionGroup var kit: KitOptions

    @Flag(help: "Take the kit's own spans in place of the analyser's, to measure how they are linked.")
    var goldSpans = false

    func run() throws {
        try PredictAttribution(analyzer: kit.analyzer(), lexicon: kit.lexicon(), usesGoldSpans: goldSpans)
            .run(input: kit.input, output: kit.output)
    }
}

struct PredictEventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "PLOVER events with their parties and codes.")

    @OptionGroup var kit: KitOptions

    func run() throws {
        try PredictEvents(analyzer: kit.analyzer(), lexicon: kit.lexicon()).run(input: kit.input, output: kit.output)
    }
}

struct PredictTimesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "times", abstract: "Time expressions as TIMEX3, from words alone.")

    @OptionGroup var kit: KitOptions

    func run() throws {
        try PredictTimes(analyzer: PlainAnalyzer()).run(input: kit.input, output: kit.output)
    }
}
