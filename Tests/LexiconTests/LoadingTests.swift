import Foundation
import Testing

@testable import Lexicon

/// Loading from folders, and finding the folder.
struct LoadingTests {
    /// A folder that lives as long as the body runs.
    private func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lexicon-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let path = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: path, atomically: true, encoding: .utf8)
        }
        return try body(folder.path)
    }

    private static let base = ["states.tsv": "code\tname\nQLN\tQuillonia\n"]

    @Test func otherFilesInTheFolderAreLeftAlone() throws {
        try withFolder(Self.base.merging(["notes.txt": "hello", "README.md": "x"]) { a, _ in a }) { folder in
            let lexicon = try Lexicon.load(from: folder)
            #expect(lexicon.states.count == 1)
        }
    }

    @Test func addedTablesJoinTheBuiltInOnes() throws {
        let cue = "lemma\tpos\tframes\tact\tclass\n"
        let files = Self.base.merging([
            "cues.tsv": cue + "say\tverb\tquote\tsay\tspeech\n",
            "people.tsv": "name\tcountry\ttitle\tof\nIna Orvik\tQLN\tpremier\tQLN\n",
            "mine/people-more.tsv":
                "name\tcountry\ttitle\tof\nIna Orvik\tQLN\tpresident\tQLN\nBo Lund\tQLN\tenvoy\tQLN\n",
            "mine/cues.tsv": cue + "say\tverb\tthat\tsay\tspeech\n",
        ]) { a, _ in a }
        try withFolder(files) { folder in
            let lexicon = try Lexicon.load(from: folder, adding: [folder + "/mine"])
            #expect(lexicon.people.map(\.name) == ["Ina Orvik", "Bo Lund"])
            #expect(lexicon.people[0].roles.map(\.title) == ["premier", "president"])
            #expect(lexicon.cue(lemma: "say", partOfSpeech: .verb)?.frames == [.that])
            #expect(lexicon.cues(lemma: "say").count == 1)
        }
    }

    @Test func theFingerprintFollowsTheContent() throws {
        let first = try withFolder(Self.base) { try Lexicon.load(from: $0).fingerprint }
        let again = try withFolder(Self.base) { try Lexicon.load(from: $0).fingerprint }
        let other = try withFolder(["states.tsv": "code\tname\nQLN\tQuillonja\n"]) {
            try Lexicon.load(from: $0).fingerprint
        }
        #expect(first == again)
        #expect(first != other)
        #expect(first.utf8.count == 16)
    }

    @Test func aFileThatIsNoTableIsRefused() throws {
        try withFolder(Self.base.merging(["extra.tsv": "a\n"]) { a, _ in a }) { folder in
            #expect(throws: LexiconError.unknownTable(path: folder + "/extra.tsv")) {
                try Lexicon.load(from: folder, adding: [folder + "/extra.tsv"])
            }
            #expect(throws: LexiconError.unreadable(path: folder + "/people.tsv")) {
                try Lexicon.load(from: folder, adding: [folder + "/people.tsv"])
            }
        }
    }

    @Test func theLocatorTriesInstalledTablesThenFoldersAbove() throws {
        let table = "code\tname\n"
        let files = ["Lexicons/states.tsv": table, "a/b/bin/tool": "", "a/share/hearsay/Lexicons/states.tsv": table]
        try withFolder(files) { folder in
            let up = try LexiconLocator.folder(environment: nil, executable: folder + "/a/b/bin")
            #expect(up == folder + "/Lexicons")
            let installed = try LexiconLocator.folder(environment: nil, executable: folder + "/a/bin")
            #expect(installed == folder + "/a/share/hearsay/Lexicons")
            let named = try LexiconLocator.folder(environment: folder + "/Lexicons", executable: folder + "/a/bin")
            #expect(named == folder + "/Lexicons")
        }
    }

    @Test func theLocatorNamesAllItTried() {
        #expect(throws: LexiconError.notFound(tried: ["/nowhere"])) {
            try LexiconLocator.folder(environment: "/nowhere", executable: "/")
        }
        #expect(
            throws: LexiconError.notFound(tried: [
                "/x-none/share/hearsay/Lexicons", "/x-none/bin/Lexicons", "/x-none/Lexicons", "/Lexicons",
            ])
        ) {
            try LexiconLocator.folder(environment: nil, executable: "/x-none/bin")
        }
    }
}
