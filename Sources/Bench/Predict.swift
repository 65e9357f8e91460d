import ArgumentParser

/// Writes what Hearsay finds for a kit's documents, in the form that the kit's scorer reads.
struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write predictions for a kit.", subcommands: [PredictAttributionCommand.self, PredictTimesCommand.self])
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
