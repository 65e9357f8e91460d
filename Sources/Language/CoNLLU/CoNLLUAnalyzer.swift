public import Reports

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Takes analyses from CoNLL-U files in place of the network.
///
/// The analysis of the report FILE lies in `FILE.conllu` in one of the folders given: the first that has one is used. To
/// read reports with another analyser, give it each report's text, save what it says beside the report, and name the
/// reports' folders here.
public struct CoNLLUAnalyzer: Analyzer {
    public var name: String
    public var folders: [String]

    /// - Parameter name: what made the files, with its version, for the output's `generator`.
    public init(folders: [String], name: String = "conllu") {
        self.folders = folders
        self.name = name
    }

    /// Throws `CoNLLUError`.
    public func analyze(_ report: Report) throws -> Analysis {
        let file = report.source.name + ".conllu"
        for folder in folders {
            guard let bytes = Self.contents(of: folder + "/" + file) else { continue }
            return try CoNLLUReader().analysis(of: report, from: String(decoding: bytes, as: UTF8.self))
        }
        throw CoNLLUError.unreadable(file: (folders.first ?? ".") + "/" + file)
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return ferror(file) == 0 ? bytes : nil
    }
}
