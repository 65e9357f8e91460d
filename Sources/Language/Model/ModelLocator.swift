#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the file of a model.
///
/// In order: the path that was given (`--model`), `$HEARSAY_MODEL`, `share/hearsay` beside the folder of the executable, the
/// folder of the executable, and `Models` in each folder above it (a build inside a checkout).
public struct ModelLocator: Sendable {
    public var explicit: String?
    public var environment: String?
    public var executable: String?

    /// - Parameters:
    ///   - environment: the value of `HEARSAY_MODEL`.
    ///   - executable: the path of the running program, without symbolic links.
    public init(explicit: String? = nil, environment: String?, executable: String?) {
        self.explicit = explicit
        self.environment = environment
        self.executable = executable
    }

    /// A locator for the running process.
    public init(explicit: String? = nil) {
        self.init(
            explicit: explicit, environment: getenv("HEARSAY_MODEL").map { String(cString: $0) },
            executable: Self.runningExecutable)
    }

    /// The path of a model file by the model's name.
    ///
    /// A path that was given, by option or environment, is not passed over: it is this file or an error.
    /// - Throws: `ModelError.notFound` with all paths that were tried.
    public func locate(_ name: String = "standard") throws(ModelError) -> String {
        if let given = explicit ?? environment, !given.isEmpty {
            guard Self.isReadable(given) else { throw .notFound(name: name, tried: [given]) }
            return given
        }
        let tried = candidates(name)
        guard let found = tried.first(where: Self.isReadable) else { throw .notFound(name: name, tried: tried) }
        return found
    }

    private func candidates(_ name: String) -> [String] {
        let file = name + ".hearsay"
        guard let executable else { return ["Models/" + file] }
        var folder = Self.parent(of: executable)
        var paths = [Self.parent(of: folder) + "/share/hearsay/" + file, folder + "/" + file]
        while folder != "" {
            folder = Self.parent(of: folder)
            paths.append(folder + "/Models/" + file)
        }
        return paths
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(path[..<slash])
    }

    private static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// The path of the running program, without symbolic links.
    static var runningExecutable: String? {
        #if os(Linux)
            let path = "/proc/self/exe"
        #else
            var length = UInt32(PATH_MAX)
            var buffer = [CChar](repeating: 0, count: Int(length))
            guard _NSGetExecutablePath(&buffer, &length) == 0 else { return nil }
            let path = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #endif
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
