import Foundation
import Hearsay
import Pages
import Testing

@Suite("The library gives what the command gives")
struct LibraryTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The README's example, compiled.
    private func read(_ folder: String) throws -> Document {
        let folder = Self.root.appendingPathComponent(folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let reports = try names.map { name in
            try PageReader().read([UInt8](Data(contentsOf: folder.appendingPathComponent(name))), name: name).report
        }
        return try Hearsay().read(reports)
    }

    @Test("Reports in, stories out") func stories() throws {
        let document = try read("Examples/velen")
        #expect(document.stories.count == 1)
        #expect(document.record.readings.count == 3)
        #expect(document.stories[0].claims.contains { $0.status == .contested })
    }

    @Test("Order of arrival changes the order of the reports and no id") func order() throws {
        let folder = Self.root.appendingPathComponent("Examples/velen")
        let reports = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
            try PageReader().read([UInt8](Data(contentsOf: folder.appendingPathComponent(name))), name: name).report
        }
        let hearsay = try Hearsay()
        let one = try hearsay.read(reports)
        let other = try hearsay.read(reports.reversed())
        func statements(_ document: Document) -> Set<Identifier> {
            Set(document.record.readings.flatMap(\.statements).map(\.id))
        }
        #expect(statements(one) == statements(other))
        #expect(Set(one.record.actors.map(\.id)) == Set(other.record.actors.map(\.id)))
    }

    @Test("A report given twice is read once") func twice() throws {
        let text = "The mayor said the bridge would open on Monday.\n\n“It will not,” the engineer told reporters.\n"
        let report = try PageReader().read(Array(text.utf8), name: "a.txt").report
        #expect(try Hearsay().read([report, report]).record.readings.count == 1)
    }
}

@Suite("The format is described")
struct FormatTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("Every field and value of the schema stands in docs/format.md") func fields() throws {
        let page = try String(contentsOf: Self.root.appendingPathComponent("docs/format.md"), encoding: .utf8)
        let schema = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Self.root.appendingPathComponent("docs/schema/hearsay-1.schema.json")))
        var missing: Set<String> = []
        walk(schema) { name in
            if !page.contains(name) { missing.insert(name) }
        }
        #expect(missing.isEmpty)
    }

    /// Names of properties and values of enumerations.
    private func walk(_ value: Any, _ body: (String) -> Void) {
        if let fields = value as? [String: Any] {
            for name in (fields["properties"] as? [String: Any])?.keys.sorted() ?? [] { body(name) }
            for case let word as String in fields["enum"] as? [Any] ?? [] { body(word) }
            for field in fields.values { walk(field, body) }
        } else if let values = value as? [Any] {
            for item in values { walk(item, body) }
        }
    }
}
