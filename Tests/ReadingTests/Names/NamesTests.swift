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
        for part in ["open", "blind"] {
            let figures = set.measure(part)
            print("names \(part): precision \(figures.precision) recall \(figures.recall) of \(figures.count)")
            if part == "open" { for line in figures.wrong { print(line) } }
            #expect(figures.precision >= 0.5)
        }
    }
}
