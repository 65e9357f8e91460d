#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns the bytes of a page into UTF-8: a byte-order mark decides, then what the page declares, then its bytes.
enum HTMLDecoder {
    static func decode(_ bytes: [UInt8], file: String) throws(PageError) -> (bytes: [UInt8], warnings: [PageWarning]) {
        let hasMark =
            bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.starts(with: [0xFE, 0xFF])
        let declared = hasMark ? nil : declaredCharset(bytes)
        if let declared, !["utf-8", "utf8"].contains(declared), !isUTF8WithSequences(bytes) {
            if ["iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii", "iso8859-1", "cp1252"].contains(declared) {
                let decoded = TextDecoder.windows1252(bytes)
                return (Array(decoded.text.utf8), decoded.warnings)
            }
            if let converted = converted(bytes, from: declared) { return (converted, [.encoding(declared)]) }
        }
        let decoded = try TextDecoder.decode(bytes, file: file)
        return (Array(decoded.text.utf8), decoded.warnings)
    }

    /// `charset=` in the first two thousand bytes, in lower case.
    private static func declaredCharset(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(2048)
        let key = Array("charset=".utf8)
        guard head.count > key.count else { return nil }
        for start in 0..<(head.count - key.count) where head[start] | 0x20 == key[0] {
            guard key.indices.allSatisfy({ head[start + $0] | 0x20 == key[$0] | 0x20 }) else { continue }
            let name = head[(start + key.count)...].drop {
                $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 == 0x20
            }
            .prefix {
                $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ">")
                    && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "/")
            }
            guard !name.isEmpty, name.count <= 24 else { return nil }
            return String(decoding: name, as: UTF8.self).lowercased()
        }
        return nil
    }

    /// A page may declare one encoding and be in UTF-8 all the same.
    private static func isUTF8WithSequences(_ bytes: [UInt8]) -> Bool {
        bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
    }

    private static func converted(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
        let converter = iconv_open("UTF-8//TRANSLIT", charset)
        guard Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        var (left, room) = (input.count, output.count)
        let isWhole = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(converter, &from, &left, &to, &room) != -1 || left == 0
            }
        }
        guard isWhole else { return nil }
        return output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
    }
}
