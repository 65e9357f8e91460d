import ArgumentParser
import Foundation
import Pages

struct PredictPagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "The main text of saved pages: a folder of ID.html.gz to {ID: {articleBody}}.")

    @Argument(help: "The folder of pages.")
    var input: String

    @Argument(help: "Where to write the predictions.")
    var output: String

    func run() throws {
        var texts: [String: [String: String]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: input).sorted() where name.hasSuffix(".html.gz")
        {
            let path = (input as NSString).appendingPathComponent(name)
            let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
            // A page without a text of its own counts as an empty one.
            texts[String(name.dropLast(".html.gz".count))] = [
                "articleBody": (try? PageReader().mainText(html: bytes)) ?? ""
            ]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try encoder.encode(texts).write(to: URL(fileURLWithPath: output))
    }
}
