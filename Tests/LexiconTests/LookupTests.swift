import Testing

@testable import Lexicon

/// A lexicon of invented facts.
func invented(_ tables: [Lexicon.TableName: String]) throws -> Lexicon {
    var lexicon = Lexicon()
    for name in Lexicon.TableName.allCases {
        guard let text = tables[name] else { continue }
        try lexicon.add(Table(file: name.rawValue + ".tsv", bytes: Array(text.utf8)), as: name)
    }
    lexicon.index()
    return lexicon
}

private let tables: [Lexicon.TableName: String] = [
    .states: """
    code\tname\taliases\tdemonyms\tcapital\tmetonyms
    QLN\tQuillonia\tQ.L.N.\tQuillonian; Quillonians\tQuill\tthe Marble House
    ORV\tÓrvik\t\tOrvikian\tPort Órvik\t
    """,
    .groups: """
    name\taliases\tcountry\tsector\tfrom\tto\tside
    Hill Front\tHF; Front of the Hills\tQLN\tREB\t1990\t1999-05-01\t
    Hill Front\t\tQLN\tPTY\t1999-05-02\t\t
    Hill Front Youth\t\tQLN\tREB\t\t\tHill Front
    """,
    .organisations: "name\taliases\tcountry\tkind\nWomen's Harbour League\tWHO; Sana'i Fund\tNGO\tnongovernmental\n",
    .people: """
    name\taliases\tshort\tcountry\ttitle\tof\tfrom\tto
    Ina Bel-Orvik\tI. Bel Orvik\t\tQLN\tforeign minister\tQLN\t2001-01\t2004
    Ina Bel-Orvik\t\t\tQLN\tpresident\tQLN\t2005\t
    Tomas al-Rimi\t\tRimi\tORV\tspokesman\tHill Front\t\t
    """,
    .titles:
        "title\taliases\trelation\tsector\tof\tprecedes\nforeign minister\tforeign ministers\toffice\tGOV\tstate\tyes\n",
    .cues: """
    lemma\tpos\tframes\tact\tclass\tpolarity
    deny\tverb\tthat\tdeny\tspeech\tnegative
    according to\tphrase\tclause\tsay\tspeech\t
    """,
    .events: """
    lemma\tpos\tparticle\tobject\toblique\ttype\tactor\texample
    pull\tverb\t\t\t\tCOERCE\tsubj\tThey pull.
    pull\tverb\tout\t\tof\tRETREAT\tsubj\tThe army pulled out of Quill.
    pull\tverb\tout\t\t\tREJECT\tsubj\tThey pulled out.
    """,
    .talks: "phrase\tpos\tslot\tvalue\nred line\tphrase\tred line\t\nend without agreement\tphrase\toutcome\tnone\n",
]

struct LookupTests {
    let lexicon: Lexicon

    init() throws { lexicon = try invented(tables) }

    private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private func names(_ text: String, at index: Int = 0) -> [String] {
        lexicon.matches(at: index, in: words(text)).map { lexicon.name(of: $0.entry) + " \($0.words.count)" }
    }

    @Test func theLongestNameComesFirst() {
        #expect(names("Hill Front Youth marched") == ["Hill Front Youth 3", "Hill Front 2"])
        #expect(lexicon.longestMatches(at: 0, in: words("Hill Front Youth marched")).count == 1)
    }

    @Test func aNameEndsWithTheText() {
        #expect(names("Hill") == [])
        #expect(names("Hill Front") == ["Hill Front 2"])
    }

    @Test func accentsApostrophesHyphensAndPointsDoNotSeparate() {
        #expect(names("Orvik") == ["Órvik 1"])
        #expect(names("Port Orvik") == ["Órvik 2"])
        #expect(names("Ina Bel Orvik spoke") == ["Ina Bel-Orvik 3"])
        #expect(names("Ina Bel - Orvik spoke") == ["Ina Bel-Orvik 4"])
        #expect(names("Sanai Fund") == ["Women's Harbour League 2"])
        #expect(names("Women’s Harbour League") == ["Women's Harbour League 3"])
        #expect(names("Women 's Harbour League") == ["Women's Harbour League 4"])
        #expect(names("QLN") == ["Quillonia 1"])
    }

    @Test func punctuationEndsAName() {
        #expect(names("Hill , Front") == [])
        #expect(names("Hill . Front") == [])
    }

    @Test func commonWordsAreNoNames() {
        #expect(names("who") == [])
        #expect(names("Who") == [])
        #expect(names("WHO") == ["Women's Harbour League 1"])
        #expect(names("hill front") == [])
        #expect(names("Foreign Minister") == ["foreign minister 2"])
    }

    @Test func leadingArticlesAreNoPartOfNames() {
        #expect(names("the Marble House", at: 1) == ["Quillonia 2"])
        #expect(lexicon.entries(named: "the Marble House").map(\.form) == [.metonym])
    }

    @Test func formsTellHowAStateWasNamed() {
        func form(_ name: String) -> Entry.Form? { lexicon.entries(named: name).first?.form }
        #expect(form("Quillonia") == .name)
        #expect(form("Quillonians") == .demonym)
        #expect(form("Quill") == .capital)
        #expect(lexicon.demonym("orvikian")?.code == "ORV")
        #expect(lexicon.country(code: "QLN")?.capital == "Quill")
        #expect(lexicon.country(code: "XXX") == nil)
    }

    @Test func kindsNarrowTheSearch() {
        #expect(lexicon.matches(at: 0, in: words("Hill Front"), kinds: [.state, .person]) == [])
        #expect(lexicon.matches(at: 0, in: words("Hill Front"), kinds: .group).count == 1)
    }

    @Test func peopleAreFoundByFullAndShortName() {
        #expect(lexicon.people(named: "Ina Bel-Orvik").map(\.roles.count) == [2])
        #expect(lexicon.people(named: "Bel-Orvik").map(\.name) == ["Ina Bel-Orvik"])
        #expect(lexicon.people(named: "Rimi").map(\.name) == ["Tomas al-Rimi"])
        #expect(lexicon.people(named: "Tomas") == [])
        #expect(names("Rimi") == [], "a short name alone is no match in running text")
    }

    @Test func rolesAndStandingsHoldInTheirTime() throws {
        let person = try #require(lexicon.people(named: "Ina Bel-Orvik").first)
        #expect(person.roles(on: PartialDate("2003-02")).map(\.title) == ["foreign minister"])
        #expect(person.roles(on: PartialDate("2010")).map(\.title) == ["president"])
        #expect(person.roles(on: nil).count == 2)
        #expect(lexicon.groups[0].standing(on: PartialDate("1999-05-01"))?.sector == .rebel)
        #expect(lexicon.groups[0].standing(on: PartialDate("1999-05-02"))?.sector == .party)
        #expect(lexicon.groups[0].standing(on: PartialDate("1980")) == nil)
    }

    @Test func cuesAndPhrasesAreFoundByLemma() {
        #expect(lexicon.cue(lemma: "deny", partOfSpeech: .verb)?.act == .deny)
        #expect(lexicon.cue(lemma: "deny", partOfSpeech: .noun) == nil)
        #expect(lexicon.phrases(at: 0, in: ["according", "to", "her"]).map(\.words) == [0..<2])
        let outcome = lexicon.phrases(at: 1, in: ["talk", "end", "without", "agreement"], kinds: .talks)
        #expect(outcome.map { lexicon.talksTerms[$0.entry.row].value } == ["none"])
    }

    @Test func patternsWithMostConditionsComeFirst() {
        #expect(
            lexicon.eventPatterns(lemma: "pull", partOfSpeech: .verb).map(\.type) == [.retreat, .reject, .coerce])
        #expect(lexicon.eventPatterns(lemma: "pull", partOfSpeech: .noun) == [])
    }

    @Test(arguments: [
        ("The Kremlin", "kremlin"), ("Erdoğan", "erdogan"), ("al-Qaeda", "al qaeda"), ("Sana’a", "sanaa"),
        ("Łódź & Ærø", "lodz and aero"), ("U.N.", "un"), ("the", ""), ("Straße", "strasse"),
        ("Lion's Den", "lion s den"),
    ])
    func namesFold(_ name: String, _ key: String) {
        #expect(Names.key(name) == key)
    }
}
