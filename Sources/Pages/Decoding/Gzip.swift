import CZlib

/// Unpacks gzip, one member after the other, within a limit that stops decompression bombs.
enum Gzip {
    static func isGzip(_ bytes: [UInt8]) -> Bool {
        bytes.count > 18 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
    }

    static func unpacked(_ bytes: [UInt8], limit: Int, file: String) throws(PageError) -> [UInt8] {
        var out: [UInt8] = []
        var start = 0
        while start < bytes.count {
            // What follows the last member and is none itself is padding.
            guard bytes.count - start > 18, bytes[start] == 0x1F, bytes[start + 1] == 0x8B else { break }
            let room = limit - out.count
            guard let member = member(bytes, start, room) else {
                throw .malformed(file: file, place: "byte \(start)", reason: "broken gzip data; save the file again")
            }
            guard member.isWhole else { throw .tooLarge(file: file, bytes: limit + 1, limit: limit) }
            out.append(contentsOf: member.data)
            start = member.next
        }
        return out
    }

    /// One member; not whole if it has more than `room` bytes. nil if the data are broken.
    private static func member(_ bytes: [UInt8], _ start: Int, _ room: Int) -> (
        data: [UInt8], next: Int, isWhole: Bool
    )? {
        var stream = z_stream()
        let gzipOnly: Int32 = 15 + 16
        guard inflateInit2_(&stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var data: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var status = Z_OK
        var used = start
        bytes.withUnsafeBufferPointer { input in
            buffer.withUnsafeMutableBufferPointer { output in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress! + start)
                stream.avail_in = UInt32(clamping: input.count - start)
                repeat {
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    data.append(contentsOf: output[..<(output.count - Int(stream.avail_out))])
                } while status == Z_OK && data.count <= room
                used = start + Int(stream.total_in)
            }
        }
        if data.count > room { return (data, used, false) }
        return status == Z_STREAM_END ? (data, used, true) : nil
    }
}
