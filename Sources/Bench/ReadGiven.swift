import ArgumentParser
import Foundation
import Hearsay
import Language
import Lexicon
import Pages

/// Reads reports with analyses from files, so that errors of reading can be told from errors of analysis.
struct ReadGiven: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read reports with given analyses; prints hearsay/1.")

    @Argument(help: "Text files.")
    var files: [String]

    @Option(help: "Folder that has FILE.conllu for each file.")
    var conllu: String

    func run() throws {
        let reports = try files.map { file in
            try PageReader().read(
                [UInt8](Data(contentsOf: URL(fileURLWithPath: file))), name: (file as NSString).lastPathComponent
            ).report
        }
        let hearsay = Hearsay(
            analyzer: CoNLLUAnalyzer(folders: [conllu]), lexicon: try Lexicon.load(from: LexiconLocator.folder()))
        FileHandle.standardOutput.write(Data(try hearsay.read(reports).json().text()))
    }
}
