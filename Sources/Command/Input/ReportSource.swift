import ArgumentParser
import Foundation
import Hearsay
import Pages

/// Gathers the reports that paths name. What cannot be read is named with its mend and costs nobody else's work.
struct ReportSource {
    let options: InputOptions
    private let pages = PageReader()

    init(_ options: InputOptions) { self.options = options }

    /// All reports, in the order of the paths; folders sorted by name.
    ///
    /// - Throws: exit code 2 where nothing could be read.
    func reports() throws -> [Report] {
        var reports: [Report] = []
        var failures = 0
        try forEach { report in
            reports.append(report)
        } onFailure: {
            failures += 1
        }
        guard !reports.isEmpty else {
            if failures == 0 { Console.warn("no reports found; give files, or folders that hold some") }
            throw ExitCode.unusableInput
        }
        return reports
    }

    /// Hands over each report as it is read.
    func forEach(_ body: (Report) throws -> Void, onFailure: () -> Void) throws {
        for path in options.paths {
            for file in files(path, onFailure) {
                do {
                    let found = try pages.readAll(
                        read(file), name: file == "-" ? "stdin" : (file as NSString).lastPathComponent,
                        outlet: options.outlet, published: options.published.flatMap { .init(stated: $0) })
                    for page in found {
                        for warning in page.warnings { Console.warn("\(file): \(warning)") }
                        try body(page.report)
                    }
                } catch let error as PageError {
                    Console.warn((folder(of: file) + "\(error)"))
                    onFailure()
                }
            }
        }
    }

    /// The folder that an error's file name stands in, as the user wrote it.
    private func folder(of file: String) -> String {
        let folder = (file as NSString).deletingLastPathComponent
        return folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/"
    }

    /// The file itself, or all files under a folder that are not hidden.
    private func files(_ path: String, _ onFailure: () -> Void) -> [String] {
        guard path != "-" else { return [path] }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            Console.warn("\(path): no such file or folder; check the path")
            onFailure()
            return []
        }
        guard isFolder.boolValue else { return [path] }
        let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        let visible = all.filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
        let found = visible.sorted().map { (path as NSString).appendingPathComponent($0) }.filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
        }
        if found.isEmpty {
            Console.warn("\(path): a folder without reports; give one that holds text or HTML files")
            onFailure()
        }
        return found
    }

    private func read(_ file: String) throws -> [UInt8] {
        if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw PageError.missing(file: (file as NSString).lastPathComponent)
        }
        return [UInt8](data)
    }
}
