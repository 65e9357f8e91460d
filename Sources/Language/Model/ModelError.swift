/// Why a model file cannot be used, with what mends it.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
    case notFound(name: String, tried: [String])
    case unreadable(path: String, reason: String)
    /// The file does not begin as a model file does.
    case foreign(path: String)
    case unsupportedVersion(path: String, found: UInt32, supported: UInt32)
    case foreignByteOrder(path: String)
    /// The file's length differs from the one its header states.
    case wrongLength(path: String, found: Int, expected: Int)
    /// A section lies outside the file, or its length does not match its shape.
    case damagedSection(path: String, section: String)
    case missingSection(path: String, section: String)
    case wrongShape(path: String, section: String, found: [Int], expected: [Int])
    case invalidEntry(path: String, section: String, entry: String)
    case wrongChecksum(path: String)

    public var description: String {
        switch self {
        case .notFound(let name, let tried):
            return "no model \(name): looked for " + tried.joined(separator: ", ")
                + ". Give its path with --model or in HEARSAY_MODEL."
        case .unreadable(let path, let reason):
            return "\(path): cannot be read (\(reason)). Check the path and its permissions."
        case .foreign(let path):
            return "\(path): not a Hearsay model. Give the path of a .hearsay file."
        case .unsupportedVersion(let path, let found, let supported):
            return "\(path): format version \(found); this program reads version \(supported). "
                + "Use the model that came with this program."
        case .foreignByteOrder(let path):
            return "\(path): written for another byte order. Use a little-endian model."
        case .wrongLength(let path, let found, let expected):
            return "\(path): \(found) bytes where its header states \(expected). Copy the file again."
        case .damagedSection(let path, let section):
            return "\(path): section \(section) is damaged. Copy the file again."
        case .missingSection(let path, let section):
            return "\(path): section \(section) is missing. Use the model that came with this program."
        case .wrongShape(let path, let section, let found, let expected):
            return "\(path): section \(section) has shape \(found), not \(expected). "
                + "Use the model that came with this program."
        case .invalidEntry(let path, let section, let entry):
            return "\(path): section \(section) holds \"\(entry)\", which this program does not know. "
                + "Use the model that came with this program."
        case .wrongChecksum(let path):
            return "\(path): the checksum does not match. Copy the file again."
        }
    }
}
