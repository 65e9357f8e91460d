import Language

/// The committed model, for tests that need the real network.
enum TestModel {
    /// The package's root.
    static let folder: String = {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(3)
        return parts.joined(separator: "/")
    }()

    static let file = try? ModelFile(path: folder + "/Models/standard.hearsay")

    static func analyzer(kernel: Kernel = .best) throws -> NetworkAnalyzer? {
        try file.map { try NetworkAnalyzer($0, kernel: kernel) }
    }
}
