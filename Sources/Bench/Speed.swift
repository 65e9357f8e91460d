import ArgumentParser
import Foundation
import Language
import Reports
import Synchronization

/// Words a second of the network on one thread, in processor time, step by step.
struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure words a second of the network, one thread, processor time.")

    @Argument(help: "Texts: .txt, or .jsonl with a field text. Each line of a text is a paragraph.")
    var inputs: [String]

    @Option(help: "Model file; otherwise $HEARSAY_MODEL or the one in Models/.")
    var model: String?

    @Option(help: "Instruction set: vnni, avxvnni, avx2, sse2, neon or plain; otherwise the best.")
    var kernel: String?

    @Option(help: "How often all texts are read; the fastest time counts.")
    var rounds = 3

    func run() throws {
        let start = ProcessorClock.seconds
        let kernel = try chosenKernel()
        var analyzer = try NetworkAnalyzer(ModelFile(path: ModelLocator(explicit: model).locate()), kernel: kernel)
        let loaded = ProcessorClock.seconds
        let reports = try inputs.flatMap { try self.reports($0) }
        var best: (seconds: Double, steps: [NetworkAnalyzer.Stage: Double])?
        var words = 0
        for _ in 0..<max(1, rounds) {
            let clock = StageClock()
            analyzer.onStage = { clock.end($0) }
            let begin = ProcessorClock.seconds
            words = try reports.reduce(0) { try $0 + analyzer.analyze($1).tokens.count }
            let seconds = ProcessorClock.seconds - begin
            if seconds < best?.seconds ?? .infinity { best = (seconds, clock.seconds) }
        }
        guard let best, words > 0 else { throw ValidationError("the texts hold no words") }
        print("network        \(analyzer.name)")
        print("kernel         \(kernel.name)")
        print("loading        \(String(format: "%.1f", (loaded - start) * 1e3)) ms")
        print("texts, words   \(reports.count), \(words)")
        print("words/s        \(Int(Double(words) / best.seconds))")
        for stage in NetworkAnalyzer.Stage.allCases {
            let seconds = best.steps[stage] ?? 0
            let name = stage.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
            let share = String(format: "%.1f %%", seconds / best.seconds * 100)
            print("\(name) \(String(format: "%.2f", seconds * 1e6 / Double(words))) µs a word, \(share)")
        }
    }

    private func chosenKernel() throws -> Kernel {
        guard let kernel else { return .best }
        guard let found = Kernel.named(kernel) else {
            let names = Kernel.available.map(\.name).joined(separator: ", ")
            throw ValidationError("this processor has no kernel \(kernel); it has \(names)")
        }
        return found
    }

    private func reports(_ path: String) throws -> [Report] {
        struct Document: Decodable { var text: String }
        let content = try String(contentsOfFile: path, encoding: .utf8)
        guard path.hasSuffix(".jsonl") else { return [Self.report(content, path)] }
        let decoder = JSONDecoder()
        return try content.split(separator: "\n").enumerated().map { index, line in
            Self.report(try decoder.decode(Document.self, from: Data(line.utf8)).text, "\(path):\(index + 1)")
        }
    }

    private static func report(_ text: String, _ name: String) -> Report {
        var regions: [Region] = []
        var start = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !line.isEmpty { regions.append(Region(.body, Span(start, start + line.count))) }
            start += line.count + 1
        }
        return Report(
            id: Identifier(.report, name), source: Report.Source(name: name, sha256: ""), text: text, regions: regions)
    }
}

/// The processor time of this process.
private enum ProcessorClock {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// Processor time by step.
private final class StageClock: Sendable {
    private let state = Mutex<(last: Double, seconds: [NetworkAnalyzer.Stage: Double])>((ProcessorClock.seconds, [:]))

    var seconds: [NetworkAnalyzer.Stage: Double] { state.withLock { $0.seconds } }

    func end(_ stage: NetworkAnalyzer.Stage) {
        let now = ProcessorClock.seconds
        state.withLock { state in
            state.seconds[stage, default: 0] += now - state.last
            state.last = now
        }
    }
}
