/// A short, stable id: a letter for its kind, a hyphen, and eight characters of a content hash.
///
/// The same input and rules give the same ids, so that reviews stay attached when a report is read again.
/// Nothing may be read out of an id but its kind.
public struct Identifier: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        case report = "r"
        case actor = "a"
        case statement = "s"
        case event = "e"
        case time = "t"
        case place = "p"
        case number = "n"
        case story = "y"
        case passage = "w"
        case origin = "o"
        case claim = "c"
        case talks = "k"
        case item = "i"
        case position = "q"
    }

    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// An id from the parts that make the thing what it is, such as a report's id, a kind and a span.
    public init(_ kind: Kind, _ parts: String...) { self.init(kind, parts) }

    public init(_ kind: Kind, _ parts: [String]) {
        var hash = StableHash()
        for part in parts {
            hash.combine(part)
            hash.combine(byte: 0x1F)
        }
        rawValue = kind.rawValue + "-" + hash.text
    }

    public var description: String { rawValue }
    public static func < (a: Identifier, b: Identifier) -> Bool { a.rawValue < b.rawValue }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// FNV-1a over 64 bits with a final mix (Stafford's variant 13): the same on every machine, unlike `Hasher`.
public struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    public init() {}

    public mutating func combine(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    public mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte: byte) }
    }

    public var value: UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Forty bits as eight characters of an alphabet without look-alikes (no i, l, o).
    public var text: String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstuvwxyz".utf8)
        var bits = value
        var out: [UInt8] = []
        for _ in 0..<8 {
            out.append(alphabet[Int(bits & 31)])
            bits >>= 5
        }
        return String(decoding: out, as: UTF8.self)
    }
}
