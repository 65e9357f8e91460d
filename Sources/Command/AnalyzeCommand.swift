import ArgumentParser
import Hearsay

struct AnalyzeCommand: ParsableCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case conllu, json
    }

    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Show words, tags, trees, names and the parts of attributions of reports.",
        discussion: "CoNLL-U carries names and parts of attributions in its MISC column.")

    @OptionGroup var input: InputOptions
    @OptionGroup var reader: ReaderOptions

    @Option(name: .customLong("as"), help: "What to print.")
    var form: Form = .conllu

    func run() throws {
        let hearsay = try reader.load()
        for report in try ReportSource(input).reports() {
            let analysis = try hearsay.analyze(report)
            switch form {
            case .conllu: Console.write(CoNLLUWriter().text(of: analysis))
            case .json: Console.write(AnalysisView(analysis).json.text(indented: true) + [0x0A])
            }
        }
    }
}
