import ArgumentParser
import Hearsay

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the evidence of one item: exact words, chain and rule.",
        discussion: """
            Ids stand in brackets in the dossier; the beginning of one will do if only one begins so. The reports are \
            read again: the same reports give the same ids.
            """)

    @Argument(help: "The id of a report, actor, statement, event, claim or other item.")
    var id: String

    @OptionGroup var input: InputOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var terminal: TerminalOptions

    func run() throws {
        let document = try reader.load().read(ReportSource(input).reports())
        let view = EvidenceView(document, style: terminal.style)
        guard let text = view.text(for: id) else {
            let near = view.ids(beginning: id)
            Console.warn(
                near.isEmpty
                    ? "nothing in these reports has the id \(id); ids stand in brackets in the dossier of the same reports"
                    : "\(id) is the beginning of \(near.count) ids: \(near.prefix(8).joined(separator: ", ")); give more of it"
            )
            throw ExitCode.unusableInput
        }
        Console.write(text)
    }
}
