/// Turns UTF-8 byte offsets of one text into code points and UTF-16 units, and code points back into bytes.
///
/// Checkpoints stand every 256 bytes, so a look-up costs at most that many steps whatever the text's length.
public struct OffsetMap: Sendable {
    private static let stride = 256
    private let bytes: [UInt8]
    private let scalars: [Int]
    private let units: [Int]
    /// Length of the text in Unicode code points.
    public let scalarCount: Int

    public init(_ text: String) {
        bytes = Array(text.utf8)
        var scalars: [Int] = []
        var units: [Int] = []
        var scalar = 0
        var unit = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 {
                scalars.append(scalar)
                units.append(unit)
            }
            if byte & 0xC0 != 0x80 {
                scalar += 1
                unit += byte >= 0xF0 ? 2 : 1
            }
        }
        scalars.append(scalar)
        units.append(unit)
        self.scalars = scalars
        self.units = units
        scalarCount = scalar
    }

    /// Code points before a byte offset that stands at the start of a character.
    public func scalarOffset(_ utf8: Int) -> Int { count(to: utf8, from: scalars) { _ in 1 } }

    /// UTF-16 units before a byte offset.
    public func utf16Offset(_ utf8: Int) -> Int { count(to: utf8, from: units) { $0 >= 0xF0 ? 2 : 1 } }

    /// The byte offset of a code point offset; the text's length for offsets past its end.
    public func utf8Offset(scalar: Int) -> Int {
        guard scalar < scalarCount else { return bytes.count }
        var low = 0
        var high = scalars.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if scalars[middle] <= scalar { low = middle } else { high = middle }
        }
        var index = low * Self.stride
        var seen = scalars[low]
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if seen == scalar { return index }
                seen += 1
            }
            index += 1
        }
        return bytes.count
    }

    private func count(to offset: Int, from checkpoints: [Int], width: (UInt8) -> Int) -> Int {
        precondition(offset >= 0 && offset <= bytes.count, "offset outside the text")
        let block = min(offset / Self.stride, checkpoints.count - 1)
        guard block * Self.stride < bytes.count else { return checkpoints[checkpoints.count - 1] }
        var total = checkpoints[block]
        for index in block * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 {
            total += width(bytes[index])
        }
        return total
    }
}
