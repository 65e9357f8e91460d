import Foundation
import Lexicon
import Testing

@testable import Reading

@Suite struct NamesTests {
    private let matcher = NameMatcher()

    private func isSame(_ a: String, _ b: String, _ kind: NameMatcher.Kind = .unknown) -> Bool {
        matcher.score(a, b, kind: kind).value >= NameMatcher.same
    }

    @Test(arguments: [
        ("Yusuf Karimi", "Yousef Kareemi"), ("Abdul Rahim Zadran", "Abdurrahim Zadran"),
        ("Olena Kovalchuk", "Kovalchuk Olena"), ("Dmitry Sobolev", "Dmitri Soboleff"), ("T. Okafor", "Tunde Okafor"),
        ("Maria Lopez Ibarra", "María López"), ("Qasim Durrani", "Ghasem Dorrani"),
    ])
    func `spellings of one person meet`(_ a: String, _ b: String) {
        #expect(isSame(a, b, .person))
        #expect(isSame(b, a, .person))
    }

    @Test(arguments: [
        ("Amir Zadran", "Amir-Hossein Karimi"), ("Yusuf Karimi", "Yunus Karimi"),
        ("Tunde Okafor", "Ade Okafor"), ("Omar Haddad Sr", "Omar Haddad Jr"),
    ])
    func `people who share a part of a name stay apart`(_ a: String, _ b: String) {
        #expect(!isSame(a, b, .person))
    }

    @Test(arguments: [
        ("Northern Harbour Front", "NHF"), ("Coast Guard Corps", "Coast Guards Corps"), ("NHF", "NHFA"),
        ("Union of Free Rivers", "Free Rivers Union"),
    ])
    func `a body meets its acronym and its variants`(_ a: String, _ b: String) {
        #expect(isSame(a, b, .organisation))
    }

    @Test func `the set of name pairs is told apart`() throws {
        let set = try NameSet.load()
        let lexicon = try Lexicon.load(from: LexiconLocator.folder())
        for (label, matcher) in [("form alone", NameMatcher()), ("with the lexicon", NameMatcher(lexicon))] {
            for part in ["open", "blind"] {
                let figures = set.measure(part, matcher)
                print("names \(part), \(label): P \(figures.precision) R \(figures.recall) of \(figures.count)")
                #expect(figures.precision >= 0.93)
                #expect(figures.recall >= 0.89)
            }
        }
    }

    @Test func `the lexicon tells namesakes apart`() throws {
        let table = """
            name\taliases\tcountry\ttitle
            Amir Zadran\tA. K. Zadran\tAFG\tminister
            Amir Shah Zadran\t\tAFG\tgovernor
            """
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("people-namesakes-\(getpid()).tsv")
        try table.write(to: folder, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lexicon = try Lexicon.load(from: LexiconLocator.folder(), adding: [folder.path])
        #expect(matcher.score("Amir Zadran", "Amir Shah Zadran", kind: .person).value >= NameMatcher.same)
        #expect(NameMatcher(lexicon).score("Amir Zadran", "Amir Shah Zadran", kind: .person).value < NameMatcher.same)
        #expect(NameMatcher(lexicon).score("Amir Zadran", "A. K. Zadran", kind: .person).rule == "known")
    }
}
