import Foundation
import Reports
import Testing

@testable import Language

/// Writes model files of the format, whole and damaged.
struct ModelBytes {
    var sections: [(name: String, type: UInt32, shape: [UInt32], bytes: [UInt8])] = []

    mutating func add(_ name: String, text: String) {
        sections.append((name, 0, [UInt32(text.utf8.count)], Array(text.utf8)))
    }

    mutating func add(_ name: String, _ shape: [UInt32], floats: [Float]) {
        sections.append((name, 2, shape, floats.flatMap { little($0.bitPattern) }))
    }

    private func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }

    var bytes: [UInt8] {
        var table: [UInt8] = []
        var body: [UInt8] = []
        let start = 64 + 128 * sections.count
        for section in sections {
            var entry = Array(section.name.utf8)
            entry += [UInt8](repeating: 0, count: 64 - entry.count)
            entry += little(section.type) + little(UInt32(section.shape.count))
            for index in 0..<4 { entry += little(index < section.shape.count ? section.shape[index] : 0) }
            entry += little(UInt64(start + body.count)) + little(UInt64(section.bytes.count))
            table += entry + [UInt8](repeating: 0, count: 128 - entry.count)
            body += section.bytes + [UInt8](repeating: 0, count: (64 - section.bytes.count % 64) % 64)
        }
        let rest = table + body
        let digest = SHA256.hex(of: rest)
        var head = Array("HEARSAY".utf8) + [0x1A]
        head += little(UInt32(1)) + little(UInt32(0x0102_0304))
        head += little(UInt64(64 + rest.count)) + little(UInt64(sections.count))
        for index in stride(from: 0, to: 64, by: 2) {
            let low = digest.index(digest.startIndex, offsetBy: index)
            head.append(UInt8(digest[low...].prefix(2), radix: 16)!)
        }
        return head + rest
    }
}

/// Calls a closure with the path of a file that holds some bytes, and removes it.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString + ".hearsay"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

struct NetworkModelFileTests {
    private var whole: ModelBytes {
        var bytes = ModelBytes()
        bytes.add("meta", text: "name\ttiny\nversion\t3")
        bytes.add("numbers", [2, 3], floats: [1, 2, 3, 4, 5, 6])
        return bytes
    }

    private func expectError(_ bytes: [UInt8], _ matches: (ModelError) -> Bool, _ comment: Comment) throws {
        try withFile(bytes) { path in
            let error = #expect(throws: ModelError.self) { try ModelFile(path: path).verify() }
            let found = try #require(error)
            #expect(matches(found), comment)
            #expect(found.description.contains(path))
        }
    }

    @Test func sectionsAreReadWhereTheyStand() throws {
        try withFile(whole.bytes) { path in
            let file = try ModelFile(path: path)
            try file.verify()
            #expect(try file.lines("meta") == ["name\ttiny", "version\t3"])
            #expect(try Array(file.floats("numbers", [2, 3])) == [1, 2, 3, 4, 5, 6])
            #expect(throws: ModelError.missingSection(path: path, section: "words")) { try file.text("words") }
            #expect(throws: ModelError.wrongShape(path: path, section: "numbers", found: [2, 3], expected: [6])) {
                try file.floats("numbers", [6])
            }
        }
    }

    @Test func foreignFilesAreRefused() throws {
        try expectError([], { if case .foreign = $0 { true } else { false } }, "empty")
        try expectError(Array("once upon a time".utf8), { if case .foreign = $0 { true } else { false } }, "prose")
        var newer = whole.bytes
        newer[8] = 2
        try expectError(newer, { if case .unsupportedVersion = $0 { true } else { false } }, "version")
        var swapped = whole.bytes
        swapped.replaceSubrange(12..<16, with: [1, 2, 3, 4])
        try expectError(swapped, { if case .foreignByteOrder = $0 { true } else { false } }, "byte order")
    }

    @Test func damageIsFound() throws {
        let bytes = whole.bytes
        for length in [64, 200, bytes.count - 1] {
            let cut = Array(bytes[..<length])
            try expectError(cut, { if case .wrongLength = $0 { true } else { false } }, "cut to \(length)")
        }
        var changed = bytes
        changed[bytes.count - 60] ^= 1
        try expectError(changed, { if case .wrongChecksum = $0 { true } else { false } }, "one bit")
        var outside = bytes
        outside[64 + 88 + 5] = 1
        try expectError(outside, { if case .damagedSection = $0 { true } else { false } }, "offset")
        var shape = bytes
        shape[64 + 128 + 72] = 200
        try expectError(shape, { if case .damagedSection = $0 { true } else { false } }, "shape")
        var crowded = bytes
        crowded.replaceSubrange(24..<32, with: [255, 255, 255, 255, 255, 255, 255, 127])
        try expectError(crowded, { if case .damagedSection = $0 { true } else { false } }, "sections")
    }

    /// No single changed byte of the header or table may do worse than an error.
    @Test func anyDamageToTheTableIsAnErrorOrHarmless() throws {
        let bytes = whole.bytes
        for offset in stride(from: 0, to: 64 + 256, by: 3) {
            var changed = bytes
            changed[offset] ^= 0xFF
            try withFile(changed) { path in
                let file = try? ModelFile(path: path)
                _ = try? file?.lines("meta")
                _ = try? file?.floats("numbers", [2, 3])
            }
        }
    }

    @Test func aNetworkNeedsAllItsSections() throws {
        try withFile(whole.bytes) { path in
            let file = try ModelFile(path: path)
            let error = #expect(throws: ModelError.self) { try NetworkAnalyzer(file) }
            #expect(error?.description.contains("no hidden") == true)
        }
    }

    @Test func locatorLooksBesideTheExecutableAndInTheCheckout() {
        let locator = ModelLocator(environment: nil, executable: "/nowhere/house/.build/release/hearsay")
        #expect(
            throws: ModelError.notFound(
                name: "standard",
                tried: [
                    "/nowhere/house/.build/share/hearsay/standard.hearsay",
                    "/nowhere/house/.build/release/standard.hearsay",
                    "/nowhere/house/.build/Models/standard.hearsay",
                    "/nowhere/house/Models/standard.hearsay",
                    "/nowhere/Models/standard.hearsay",
                    "/Models/standard.hearsay",
                ])
        ) { try locator.locate() }
    }

    @Test func aGivenModelIsNotPassedOver() throws {
        try withFile(whole.bytes) { path in
            let byOption = try ModelLocator(explicit: path, environment: "/nowhere/b", executable: nil).locate()
            let byEnvironment = try ModelLocator(environment: path, executable: nil).locate()
            #expect(byOption == path && byEnvironment == path)
            let missing = ModelLocator(explicit: "/nowhere/a.hearsay", environment: path, executable: nil)
            #expect(throws: ModelError.notFound(name: "standard", tried: ["/nowhere/a.hearsay"])) {
                try missing.locate()
            }
        }
    }
}
