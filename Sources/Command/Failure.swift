import ArgumentParser
import Foundation

/// Standard error, for people.
enum Console {
    static func warn(_ message: String) { FileHandle.standardError.write(Data("hearsay: \(message)\n".utf8)) }

    /// Writes bytes to standard output and stops quietly when its reader has gone.
    static func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Foundation.write(1, rest.baseAddressOfSlice, rest.count)
                guard count > 0 else { Foundation.exit(EPIPE == errno ? 0 : 1) }
                rest = rest.dropFirst(count)
            }
        }
    }

    static func write(_ text: String) { write(Array(text.utf8)) }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var baseAddressOfSlice: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}

/// Nothing could be done with the input: exit code 2. The reason was already printed.
extension ExitCode {
    static let unusableInput = ExitCode(2)
}
