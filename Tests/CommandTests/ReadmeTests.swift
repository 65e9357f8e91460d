import Foundation
import Testing

@Suite("The README shows what the program prints")
struct ReadmeTests {
    /// A fenced block of the README: `$ hearsay …` and the output beneath it, perhaps cut short by a line of `…`.
    private struct Block {
        var command: [String]
        /// Lines of the README that hold the output.
        var output: Range<Int>
    }

    private static let file = Program.root.appendingPathComponent("README.md")

    /// With `RECORD_SNAPSHOTS=1` the outputs are written anew: as many lines as stand there now.
    @Test func blocks() throws {
        var lines = try String(contentsOf: Self.file, encoding: .utf8).components(separatedBy: "\n")
        let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
        let blocks = Self.blocks(lines)
        #expect(!blocks.isEmpty)
        for block in blocks.reversed() {
            let run = try Program.run(block.command)
            let printed = run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
            let shown = Array(lines[block.output])
            let isCut = shown.last == "…"
            let wanted = isCut ? Array(printed.prefix(max(1, shown.count - 1))) + ["…"] : Array(printed)
            if isRecording {
                lines.replaceSubrange(block.output, with: wanted)
            } else {
                #expect(shown == wanted, "run RECORD_SNAPSHOTS=1 swift test --filter ReadmeTests")
            }
        }
        if isRecording { try lines.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8) }
    }

    private static func blocks(_ lines: [String]) -> [Block] {
        var found: [Block] = []
        for (index, line) in lines.enumerated()
        where line.hasPrefix("$ hearsay ") && index > 0 && lines[index - 1] == "```console" {
            guard let end = lines[(index + 1)...].firstIndex(of: "```") else { continue }
            let words = line.dropFirst("$ hearsay ".count).split(separator: " ").map(String.init)
            found.append(Block(command: words, output: index + 1..<end))
        }
        return found
    }
}
