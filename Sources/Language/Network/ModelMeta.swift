/// The facts that a model file states about itself: one `key<TAB>value` a line.
struct ModelMeta: Sendable {
    private let path: String
    private let values: [String: String]

    init(_ file: ModelFile) throws(ModelError) {
        path = file.path
        var values: [String: String] = [:]
        for line in try file.lines("meta") {
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw .invalidEntry(path: file.path, section: "meta", entry: line) }
            values[String(parts[0])] = String(parts[1])
        }
        self.values = values
    }

    func text(_ key: String) throws(ModelError) -> String {
        guard let value = values[key] else { throw .invalidEntry(path: path, section: "meta", entry: "no " + key) }
        return value
    }

    func integer(_ key: String) throws(ModelError) -> Int {
        let value = try text(key)
        guard let number = Int(value) else {
            throw .invalidEntry(path: path, section: "meta", entry: key + " " + value)
        }
        return number
    }

    /// A number above zero.
    func float(_ key: String) throws(ModelError) -> Float {
        let value = try text(key)
        guard let number = Float(value), number > 0, number.isFinite else {
            throw .invalidEntry(path: path, section: "meta", entry: key + " " + value)
        }
        return number
    }
}
