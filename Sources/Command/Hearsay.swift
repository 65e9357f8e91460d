import ArgumentParser
import Hearsay

@main
struct HearsayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay",
        abstract: "Who said what, according to whom.",
        discussion: """
            Reads news reports of talks and conflict and keeps a record of who said what, according to whom, with the \
            exact words. It shows where accounts agree, where they differ, and where they only repeat each other. \
            It never says who is right.

              hearsay read report-a.txt report-b.txt
              hearsay read reports/ --as json > record.json
              hearsay show c-k3m9x2qa report-a.txt report-b.txt
            """,
        version: Hearsay.version,
        subcommands: [ReadCommand.self, ShowCommand.self, AnalyzeCommand.self],
        defaultSubcommand: nil)
}
