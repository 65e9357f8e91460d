import ArgumentParser
import Foundation
import Language
import Reports

/// Analyses of running text: CoNLL-U with all layers, or names as IOB2.
struct PredictUDCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ud", abstract: "Plain text to CoNLL-U.")

    @OptionGroup var kit: KitOptions

    func run() throws { try kit.write(CoNLLUWriter().text(of: kit.plainAnalysis())) }
}

struct PredictNamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ner", abstract: "Plain text to IOB2 names: PER, ORG, LOC.")

    @OptionGroup var kit: KitOptions

    func run() throws {
        let analysis = try kit.plainAnalysis()
        var tags = [String](repeating: "O", count: analysis.tokens.count)
        for name in analysis.names where name.kind != .other {
            for token in name.tokens {
                tags[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.kind.rawValue
            }
        }
        var out = ""
        for sentence in analysis.sentences {
            for token in sentence.tokens {
                out +=
                    "\(token - sentence.tokens.lowerBound + 1)\t\(analysis.tokens[token].form)\t\(tags[token])\t-\t-\n"
            }
            out += "\n"
        }
        try kit.write(out)
    }
}

extension KitOptions {
    /// The analysis of the whole input as one plain text.
    func plainAnalysis() throws -> Analysis {
        let text = try String(contentsOfFile: input, encoding: .utf8)
        return try analyzer().analyze(Report(plain: text, name: input))
    }
}

extension Report {
    /// Running text as it stands: one body region, whose paragraphs are parted by blank lines.
    init(plain text: String, name: String) {
        self.init(
            id: Identifier(.report, name), source: Source(name: name, sha256: ""), text: text,
            regions: [Region(.body, Span(0, text.utf8.count))])
    }
}
