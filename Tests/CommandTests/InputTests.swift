import Foundation
import Testing

@Suite("Bad input is named with its mend and costs nobody else's work")
struct InputTests {
    private static let report = Data(
        """
        Ferry crews and the harbour board met in Velmar on Tuesday

        VELMAR, March 3 (Quay Wire) - The crews' union said the board had promised to pay for night work. “We never
        promised that,” the board's chair, Ilsa Brandt, told reporters.
        """.utf8)

    @Test(
        "What cannot be read is refused with exit code 2",
        arguments: [
            ("empty.txt", Data(), "empty"),
            (
                "picture.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 1, 2, 3]),
                "not text"
            ),
            (
                "farsi.txt",
                Data(String(repeating: "این یک گزارش خبری درباره گفتگوهای صلح در تهران است. ", count: 12).utf8),
                "language not supported: fa"
            ),
        ])
    func refused(name: String, bytes: Data, reason: String) throws {
        try Program.withFiles([name: bytes]) { folder in
            let run = try Program.run(["read", folder.appendingPathComponent(name).path])
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains(name) && run.errors.contains(reason))
            #expect(run.errors.split(separator: "\n").count == 1)
        }
    }

    @Test("A missing file and a folder without reports are named") func missing() throws {
        try Program.withFiles([:]) { folder in
            for path in [folder.path, folder.appendingPathComponent("no.txt").path] {
                let run = try Program.run(["read", path])
                #expect(run.status == 2)
                #expect(run.errors.contains(path))
            }
        }
    }

    @Test("A good report beside bad ones is read all the same") func others() throws {
        try Program.withFiles(["a.txt": Data(), "b.txt": Self.report, "c.txt": Data([0, 1, 2, 3, 0, 0])]) { folder in
            let run = try Program.run(["read", folder.path, "--as", "json"])
            #expect(run.status == 0)
            let document = try #require(JSONSerialization.jsonObject(with: run.output) as? [String: Any])
            #expect((document["reports"] as? [Any])?.count == 1)
            #expect(run.errors.contains("a.txt") && run.errors.contains("c.txt"))
        }
    }

    @Test("Invalid UTF-8 is decoded with a warning, and every quote stands at its offsets") func invalidBytes() throws {
        var bytes = Self.report
        bytes.insert(contentsOf: [0xFF, 0xC3], at: 20)
        let run = try Program.run(["read", "-", "--as", "json", "--with-text"], input: bytes)
        #expect(run.status == 0)
        #expect(run.errors.contains("invalid bytes"))
        try Quotes.check(run.output)
    }

    @Test("Standard input is a report like any other") func standardInput() throws {
        let run = try Program.run(
            ["read", "-", "--as", "json", "--with-text", "--outlet", "Quay Courier", "--published", "2021-03-04"],
            input: Self.report)
        #expect(run.status == 0)
        #expect(run.text.contains("Quay Courier"))
        try Quotes.check(run.output)
    }

    @Test("A date that is none is refused before anything is read") func date() throws {
        let run = try Program.run(["read", "-", "--published", "soon"])
        #expect(run.status != 0)
        #expect(run.errors.contains("--published"))
    }
}

/// Law one: every ref of a document with texts cuts exactly its words out of its report.
enum Quotes {
    static func check(_ json: Data) throws {
        let document = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
        var texts: [String: [Unicode.Scalar]] = [:]
        for case let report as [String: Any] in document["reports"] as? [Any] ?? [] {
            texts[report["id"] as? String ?? ""] = Array((report["text"] as? String ?? "").unicodeScalars)
        }
        var count = 0
        walk(document) { ref in
            guard let text = texts[ref["report"] as? String ?? ""], let start = ref["start"] as? Int,
                let end = ref["end"] as? Int
            else { return }
            count += 1
            let words = String(String.UnicodeScalarView(text[start..<end]))
            #expect(words == ref["quote"] as? String)
        }
        #expect(count > 0)
    }

    private static func walk(_ value: Any, _ body: ([String: Any]) -> Void) {
        if let fields = value as? [String: Any] {
            if fields["quote"] != nil { body(fields) }
            for field in fields.values { walk(field, body) }
        } else if let values = value as? [Any] {
            for item in values { walk(item, body) }
        }
    }
}
