import Foundation
import Testing

@Suite("Reading the examples")
struct ReadTests {
    private static let tehran = "Examples/tehran"

    @Test("The same reports give the same bytes, with any number of threads") func determinism() throws {
        let first = try Program.run(["read", Self.tehran, "--as", "json", "--threads", "1"])
        #expect(first.status == 0)
        for threads in ["3"] {
            #expect(
                try Program.run(["read", Self.tehran, "--as", "json", "--threads", threads]).output == first.output)
        }
    }

    @Test("Two accounts of one meeting are one story, with what they share and what they contest") func story() throws {
        let run = try Program.run(["read", Self.tehran, "--as", "json", "--with-text"])
        try Quotes.check(run.output)
        let document = try #require(JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let stories = try #require(document["stories"] as? [[String: Any]])
        #expect(stories.count == 1)
        #expect((stories.first?["passages"] as? [Any])?.isEmpty == false)
        #expect((stories.first?["talks"] as? [Any])?.count == 1)
        let statements = try #require(document["statements"] as? [[String: Any]])
        #expect(statements.contains { $0["depth"] as? Int == 2 })
    }

    @Test("JSON lines hold one document a report, in the order of the files") func lines() throws {
        let run = try Program.run(["read", Self.tehran, "Examples/velen", "--as", "jsonl"])
        let names = try run.text.split(separator: "\n").map { line -> String in
            let document = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let report = try #require((document["reports"] as? [[String: Any]])?.first)
            return (report["source"] as? [String: Any])?["name"] as? String ?? ""
        }
        #expect(names.count == 5)
        #expect(Array(names.prefix(2)) == names.prefix(2).sorted())
    }

    @Test("The dossier fits its width, needs no colour, and its ids can be shown", arguments: [60, 100])
    func dossier(width: Int) throws {
        let run = try Program.run(["read", Self.tehran, "--width", "\(width)"])
        #expect(run.status == 0)
        #expect(!run.text.contains("\u{1B}"))
        #expect(run.text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= width })
        let id = try #require(run.text.firstMatch(of: /\[(c-[0-9a-z]{8})\]/)?.1)
        let shown = try Program.run(["show", String(id), Self.tehran])
        #expect(shown.status == 0)
        #expect(shown.text.contains("⟦"))
    }

    @Test("An id that nothing has is an error that says so") func unknown() throws {
        let run = try Program.run(["show", "c-zzzzzzzz", Self.tehran])
        #expect(run.status == 2)
        #expect(run.errors.contains("c-zzzzzzzz"))
    }

    @Test("--fail-on contested exits with 2 where something is contested") func failOn() throws {
        let plain = try Program.run(["read", "Examples/velen"])
        let failing = try Program.run(["read", "Examples/velen", "--fail-on", "contested"])
        #expect(plain.status == 0)
        #expect(plain.output == failing.output)
        #expect(failing.status == (plain.text.contains("CONTESTED") ? 2 : 0))
    }

    @Test("The JSON follows the published schema") func schema() throws {
        let run = try Program.run(["read", Self.tehran, "--as", "json"])
        let check = """
            import json, sys
            try:
                import jsonschema
            except ImportError:
                sys.exit(77)
            schema = json.load(open(sys.argv[1]))
            errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))
            for error in errors[:5]: print(list(error.path), error.message[:200])
            sys.exit(1 if errors else 0)
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", check, Program.root.appendingPathComponent("docs/schema/hearsay-1.schema.json").path,
        ]
        let input = Pipe()
        process.standardInput = input
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: run.output)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        if process.terminationStatus == 77 {
            print("skipped: python3-jsonschema is not installed")
            return
        }
        #expect(process.terminationStatus == 0)
    }
}
