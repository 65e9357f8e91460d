/// Turns the bytes of a text file into text.
///
/// A byte-order mark decides; without one UTF-16 is told by its zero bytes, and text that is not UTF-8 is windows-1252
/// if no sequence of it is valid UTF-8 either. Otherwise single invalid bytes become U+FFFD.
struct TextDecoder {
    struct Decoded {
        var text: String
        var warnings: [PageWarning] = []
    }

    /// Throws only `PageError.binary`.
    static func decode(_ bytes: [UInt8], file: String) throws(PageError) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes[3...]) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], bigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], bigEndian: true) }
        if let kind = binaryKind(bytes) { throw .binary(file: file, kind: kind) }
        if let bigEndian = looksUTF16(bytes) { return utf16(bytes[...], bigEndian: bigEndian) }
        if isBinary(bytes) { throw .binary(file: file, kind: "binary data") }
        let (sequences, invalid) = census(bytes)
        if invalid > 0 && invalid > sequences { return windows1252(bytes) }
        return utf8(bytes[...], invalid: invalid)
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>, invalid: Int? = nil) -> Decoded {
        let count = invalid ?? census(Array(bytes)).invalid
        return Decoded(
            text: String(decoding: bytes, as: UTF8.self), warnings: count > 0 ? [.invalidBytes(count: count)] : [])
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Decoded {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        return Decoded(
            text: String(decoding: units, as: UTF16.self), warnings: [.encoding(bigEndian ? "UTF-16BE" : "UTF-16LE")])
    }

    static func windows1252(_ bytes: [UInt8]) -> Decoded {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let scalar = byte < 0xA0 ? upper1252[Int(byte - 0x80)] : UInt16(byte)
                if scalar >= 0x800 { text.append(UInt8(0xE0 | scalar >> 12)) }
                text.append(scalar >= 0x800 ? UInt8(0x80 | scalar >> 6 & 0x3F) : UInt8(0xC0 | scalar >> 6))
                text.append(UInt8(0x80 | scalar & 0x3F))
            }
        }
        return Decoded(text: String(decoding: text, as: UTF8.self), warnings: [.encoding("windows-1252")])
    }

    /// 0x80 to 0x9F, where windows-1252 differs from Latin-1. The five bytes it leaves free stay what they are.
    static let upper1252: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Valid sequences of two bytes or more, and bytes that belong to none.
    private static func census(_ bytes: [UInt8]) -> (sequences: Int, invalid: Int) {
        var (sequences, invalid, index) = (0, 0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            let isWhole =
                byte >= 0xC2 && byte <= 0xF4 && index + length <= bytes.count
                && (1..<length).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
                && !isForbidden(byte, index + 1 < bytes.count ? bytes[index + 1] : 0)
            if isWhole { sequences += 1 } else { invalid += 1 }
            index += isWhole ? length : 1
        }
        return (sequences, invalid)
    }

    /// Overlong forms, surrogates, and what lies past U+10FFFF.
    private static func isForbidden(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F || first == 0xF0 && second < 0x90
            || first == 0xF4 && second > 0x8F
    }

    /// Whether every other byte of the beginning is zero; true for big-endian.
    private static func looksUTF16(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(512)
        guard head.count >= 8, bytes.count % 2 == 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 5 > head.count * 2, zeros.even == 0 { return false }
        if zeros.even * 5 > head.count * 2, zeros.odd == 0 { return true }
        return nil
    }

    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(8192)
        var controls = 0
        for byte in head {
            if byte == 0 { return true }
            if byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B { controls += 1 }
        }
        return controls * 20 > head.count
    }

    private static func binaryKind(_ bytes: [UInt8]) -> String? {
        magic.first { bytes.starts(with: $0.bytes) }?.kind
    }

    private static let magic: [(bytes: [UInt8], kind: String)] = [
        (Array("%PDF-".utf8), "a PDF file"), (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or office document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ([0xFD, 0x37, 0x7A, 0x58], "an xz archive"), (Array("BZh".utf8), "a bzip2 archive"),
        (Array("{\\rtf".utf8), "an RTF document"),
    ]
}
