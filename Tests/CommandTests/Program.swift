import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
    struct Run: Sendable {
        var status: Int32
        var output: Data
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// The root of the package.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Beside the test bundle, where the package manager puts it.
    static var path: URL {
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("hearsay")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return root.appendingPathComponent(".build/debug/hearsay")
    }

    static func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws -> Run {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        let (inbox, outbox, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = inbox
        process.standardOutput = outbox
        process.standardError = errors
        try process.run()
        let collected = Collected()
        let reader = Thread { collected.set(errors.fileHandleForReading.readDataToEndOfFile()) }
        reader.start()
        let writer = Thread {
            try? inbox.fileHandleForWriting.write(contentsOf: input)
            try? inbox.fileHandleForWriting.close()
        }
        writer.start()
        let output = outbox.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: output, errors: String(decoding: collected.get(), as: UTF8.self))
    }

    /// A folder that is removed afterwards, with files of given bytes.
    static func withFiles<Result>(_ files: [String: Data], _ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
        return try body(folder)
    }
}

/// Bytes that another thread hands over.
private final class Collected: @unchecked Sendable {
    private let lock = NSCondition()
    private var data: Data?

    func set(_ data: Data) {
        lock.lock()
        self.data = data
        lock.signal()
        lock.unlock()
    }

    func get() -> Data {
        lock.lock()
        defer { lock.unlock() }
        while data == nil { lock.wait() }
        return data ?? Data()
    }
}
