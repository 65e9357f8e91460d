import ArgumentParser

@main
struct HearsayBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay-bench", abstract: "Runs the benchmark kits and measures speed.",
        subcommands: [Nested.self, Predict.self, ReadGiven.self, Speed.self])
}
