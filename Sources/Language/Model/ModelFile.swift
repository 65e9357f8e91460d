internal import Reports

/// The weights, labels and word pieces of a network: one little-endian file, mapped, never parsed.
///
///     offset 0   8 bytes   "HEARSAY" 0x1a
///            8   UInt32    format version
///           12   UInt32    0x01020304, the byte order
///           16   UInt64    length of the file in bytes
///           24   UInt64    number of sections
///           32   32 bytes  SHA-256 of all bytes from 64 on
///           64   entries of 128 bytes: name (64 bytes of UTF-8, zero-padded), type (UInt32), rank (UInt32), shape
///                (4 x UInt32), offset (UInt64), length in bytes (UInt64), 24 zero bytes
///
/// Sections start at multiples of 64. Opening a file checks its header and the place and length of every section;
/// `verify()` also checks its bytes against the checksum.
public final class ModelFile: Sendable {
    public static let version: UInt32 = 1
    private static let magic: [UInt8] = Array("HEARSAY".utf8) + [0x1A]
    private static let headerLength = 64
    private static let entryLength = 128

    /// What the values of a section are.
    enum ElementType: UInt32, Sendable {
        case bytes = 0
        case int8 = 1
        case float = 2
        case int32 = 3

        var size: Int { self == .float || self == .int32 ? 4 : 1 }
    }

    private struct Section: Sendable {
        var type: ElementType
        var shape: [Int]
        var range: Range<Int>
    }

    public var path: String { file.path }
    private let file: MappedFile
    private let sections: [String: Section]

    /// - Throws: `ModelError` if the file cannot be read, is not a model of this version, or is cut short.
    public init(path: String) throws(ModelError) {
        file = try MappedFile(path: path)
        let bytes = file.bytes
        guard bytes.count >= Self.headerLength, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
            throw .foreign(path: path)
        }
        guard bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == 0x0102_0304 else {
            throw .foreignByteOrder(path: path)
        }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == Self.version else {
            throw .unsupportedVersion(path: path, found: version, supported: Self.version)
        }
        let length = Int(clamping: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        guard length == bytes.count else { throw .wrongLength(path: path, found: bytes.count, expected: length) }
        let count = Int(clamping: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        guard count <= (length - Self.headerLength) / Self.entryLength else {
            throw .damagedSection(path: path, section: "table")
        }
        var sections: [String: Section] = [:]
        for index in 0..<count {
            let start = Self.headerLength + index * Self.entryLength
            let entry = UnsafeRawBufferPointer(rebasing: bytes[start..<start + Self.entryLength])
            let name = String(decoding: entry.prefix(64).prefix { $0 != 0 }, as: UTF8.self)
            guard let section = Self.section(entry, fileLength: length) else {
                throw .damagedSection(path: path, section: name)
            }
            sections[name] = section
        }
        self.sections = sections
    }

    /// One entry of the table; nil if it is out of range or contradicts itself.
    private static func section(_ entry: UnsafeRawBufferPointer, fileLength: Int) -> Section? {
        func word(_ offset: Int) -> Int { Int(entry.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        func long(_ offset: Int) -> Int { Int(clamping: entry.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        let rank = word(68)
        guard let type = ElementType(rawValue: UInt32(word(64))), rank <= 4 else { return nil }
        let shape = (0..<rank).map { word(72 + 4 * $0) }
        let start = long(88)
        let length = long(96)
        guard start % 64 == 0, start <= fileLength, length <= fileLength - start else { return nil }
        var expected = type.size
        for size in shape {
            let (product, overflow) = expected.multipliedReportingOverflow(by: size)
            if overflow { return nil }
            expected = product
        }
        guard expected == length else { return nil }
        return Section(type: type, shape: shape, range: start..<start + length)
    }

    /// Reads the whole file and compares it with its checksum.
    ///
    /// - Throws: `ModelError.wrongChecksum`.
    public func verify() throws(ModelError) {
        let digits = Array("0123456789abcdef".utf8)
        let stated = file.bytes[32..<Self.headerLength].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        let content = UnsafeRawBufferPointer(rebasing: file.bytes[Self.headerLength...])
        guard SHA256.hex(of: content).utf8.elementsEqual(stated) else { throw .wrongChecksum(path: path) }
    }

    /// The bytes of a section and its shape.
    private func section(_ name: String, _ type: ElementType) throws(ModelError) -> (UnsafeRawBufferPointer, [Int]) {
        guard let section = sections[name], section.type == type else {
            throw .missingSection(path: path, section: name)
        }
        return (UnsafeRawBufferPointer(rebasing: file.bytes[section.range]), section.shape)
    }

    func shape(of name: String) -> [Int]? { sections[name]?.shape }

    /// A section of text as UTF-8. Valid as long as this file lives, as are the other sections.
    func text(_ name: String) throws(ModelError) -> UnsafeRawBufferPointer { try section(name, .bytes).0 }

    /// A section of text, line by line.
    func lines(_ name: String) throws(ModelError) -> [String] {
        var lines = try text(name).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    func floats(_ name: String, _ expected: [Int]) throws(ModelError) -> UnsafeBufferPointer<Float> {
        let (bytes, shape) = try section(name, .float)
        guard shape == expected else { throw .wrongShape(path: path, section: name, found: shape, expected: expected) }
        return bytes.bindMemory(to: Float.self)
    }

    func int8s(_ name: String, _ expected: [Int]) throws(ModelError) -> UnsafeBufferPointer<Int8> {
        let (bytes, shape) = try section(name, .int8)
        guard shape == expected else { throw .wrongShape(path: path, section: name, found: shape, expected: expected) }
        return bytes.bindMemory(to: Int8.self)
    }
}
