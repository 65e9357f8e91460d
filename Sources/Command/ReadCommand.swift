import ArgumentParser
import Hearsay

struct ReadCommand: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case dossier, json, jsonl
    }

    enum Finding: String, ExpressibleByArgument, CaseIterable {
        case contested
    }

    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read reports and lay what they say beside each other.",
        discussion: """
            Prints a dossier for people, or the whole record as JSON (hearsay/1). With jsonl every report is read by \
            itself and written as one line as soon as it is read; nothing is compared.

            Exit codes: 0 read; 2 nothing could be read, or --fail-on found what it looks for.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var reader: ReaderOptions
    @OptionGroup var terminal: TerminalOptions

    @Option(name: .customLong("as"), help: "What to print.")
    var form: Form = .dossier

    @Flag(help: "Add each report's text to the JSON.")
    var withText = false

    @Flag(help: "Only claims, positions and what is not stated.")
    var brief = false

    @Flag(help: "Also every single claim beyond the slots of the talks.")
    var all = false

    @Option(help: "Exit with 2 if a claim has this status.")
    var failOn: Finding?

    func run() throws {
        let hearsay = try reader.load()
        if form == .jsonl { return try stream(hearsay) }
        let document = try hearsay.read(ReportSource(input).reports())
        switch form {
        case .json:
            Console.write(document.json(withText: withText).text(indented: true) + [0x0A])
        case .dossier, .jsonl:
            Console.write(DossierView(document, style: terminal.style, isBrief: brief, showsAll: all).text)
        }
        if failOn == .contested, document.stories.contains(where: { $0.claims.contains { $0.status == .contested } }) {
            throw ExitCode(2)
        }
    }

    /// One document a line, in the order of the input.
    private func stream(_ hearsay: Hearsay) throws {
        var count = 0
        try ReportSource(input).forEach { report in
            let document = hearsay.compare([try hearsay.reading(of: report)])
            Console.write(document.json(withText: withText).text() + [0x0A])
            count += 1
        } onFailure: {
        }
        if count == 0 { throw ExitCode.unusableInput }
    }
}
