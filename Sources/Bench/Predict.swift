import ArgumentParser
import Language
import Lexicon

/// Writes what Hearsay finds for a kit's documents, in the form that the kit's scorer reads.
struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write predictions for a kit.",
        subcommands: [
            PredictAttributionCommand.self, PredictTimesCommand.self,
            PredictEventsCommand.self,
        ])
}

struct PredictTimesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "times", abstract: "Time expressions as TIMEX3, from words alone.")

    @Argument(help: "The kit's documents: JSON Lines with id, dct and text.")
    var input: String

    @Argument(help: "Where to write the predictions.")
    var output: String

    func run() throws {
        try PredictTimes(analyzer: PlainAnalyzer()).run(input: input, output: output)
    }
}

struct PredictEventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "PLOVER events with their parties and codes.")

    @Argument(help: "The kit's sentences: JSON Lines with id and text.")
    var input: String

    @Argument(help: "Where to write the predictions.")
    var output: String

    @Option(help: "Folder with one CoNLL-U file for each record.")
    var conllu: String

    func run() throws {
        let lexicon = try Lexicon.load(from: LexiconLocator.folder())
        try PredictEvents(analyzer: CoNLLUAnalyzer(folders: [conllu]), lexicon: lexicon).run(
            input: input, output: output)
    }
}
