import ArgumentParser
import Lexicon

struct PredictStoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories", abstract: "Reports grouped by happening, from words alone.")

    @OptionGroup var kit: KitOptions

    func run() throws {
        try PredictStories(analyzer: PlainAnalyzer(), lexicon: Lexicon.load(from: LexiconLocator.folder()))
            .run(input: kit.input, output: kit.output)
    }
}

struct PredictReuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reuse", abstract: "Stretches of text that reports share, from words alone.")

    @OptionGroup var kit: KitOptions

    func run() throws {
        try PredictReuse(analyzer: PlainAnalyzer()).run(input: kit.input, output: kit.output)
    }
}
