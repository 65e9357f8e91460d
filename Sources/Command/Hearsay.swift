import ArgumentParser

@main
struct HearsayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay", abstract: "Who said what, according to whom.")
}
