import Testing

@testable import Lexicon

/// Each fault that lint knows, alone in a small lexicon.
struct LintTests {
    private static let states = "code\tname\tof\tkind\nQLN\tQuillonia\t\t\n"

    private func findings(_ tables: [Lexicon.TableName: String]) throws -> [String] {
        let all = tables.merging([.states: Self.states]) { given, _ in given }
        return LexiconLint.findings(in: try invented(all)).map {
            "\($0.place.file):\($0.place.line) \($0.kind.rawValue)"
        }
    }

    @Test func aSoundLexiconHasNoFindings() throws {
        #expect(
            try findings([
                .groups:
                    "name\tcountry\tsector\tto\tfrom\nHill Front\tQLN\tREB\t2001\t\nHill Front\tQLN\tPTY\t\t2001-06\n",
                .people: "name\tcountry\ttitle\tof\nIna Orvik\tQLN\tleader\tHill Front\n",
            ]) == [])
    }

    @Test func statesWithOneCodeAreDuplicates() throws {
        let found = try findings([.states: "code\tname\nQLN\tQuillonia\n# note\nQLN\tOther\n"])
        #expect(found == ["states.tsv:4 duplicate"])
    }

    @Test func aCodeThatIsNoStateIsUnknown() throws {
        #expect(
            try findings([.organisations: "name\tcountry\tkind\nHarbour League\tZZZ\tforum\n"])
                == ["organisations.tsv:2 unknown code"])
        #expect(
            try findings([.states: "code\tname\tof\tkind\nQln\tQuillonia\t\t\n"]) == ["states.tsv:2 unknown code"])
    }

    @Test func aPeriodThatEndsBeforeItBeginsIsReversed() throws {
        let people = "name\tcountry\ttitle\tof\tfrom\tto\nIna Orvik\tQLN\tpremier\tQLN\t2005-02\t2005-01\n"
        #expect(try findings([.people: people]) == ["people.tsv:2 period reversed"])
    }

    @Test func standingsMayNotOverlap() throws {
        let groups =
            "name\tcountry\tsector\tfrom\tto\nHill Front\tQLN\tREB\t1990\t2001-06-02\nHill Front\tQLN\tPTY\t2000\t\n"
        #expect(try findings([.groups: groups]) == ["groups.tsv:2 periods overlap"])
    }

    @Test func namesThatAreInNoTableAreFound() throws {
        #expect(
            try findings([.groups: "name\tcountry\tsector\tparent\nHill Front\tQLN\tREB\tNobody\n"])
                == ["groups.tsv:2 unknown name"])
        #expect(
            try findings([.groups: "name\tcountry\tsector\tside\nHill Front\tQLN\tREB\tZZZ\n"])
                == ["groups.tsv:2 unknown name"])
        #expect(
            try findings([.people: "name\tcountry\ttitle\tof\nIna Orvik\tQLN\tleader\tNobody\n"])
                == ["people.tsv:2 unknown name"])
        #expect(
            try findings([.outlets: "name\tmedium\towner\nQuill Post\tnewspaper\tNobody\n"])
                == ["outlets.tsv:2 unknown name"])
        #expect(
            try findings([.places: "name\tlevel\tcountry\twithin\tlat\tlon\nQuill\tcity\tQLN\tNowhere\t1\t2\n"])
                == ["places.tsv:2 unknown name"])
    }

    @Test func parentsMayNotRunInACircle() throws {
        let groups = """
            name\tcountry\tsector\tparent
            Red\tQLN\tREB\tGreen
            Green\tQLN\tREB\tBlue
            Blue\tQLN\tREB\tRed
            Small\tQLN\tREB\tRed
            """
        #expect(
            try findings([.groups: groups]) == ["groups.tsv:2 circle", "groups.tsv:3 circle", "groups.tsv:4 circle"])
    }

    @Test func anAliasGivenTwiceIsADuplicate() throws {
        #expect(
            try findings([.outlets: "name\taliases\tmedium\nQuill Post\tThe Post; Quill Post\tnewspaper\n"])
                == ["outlets.tsv:2 duplicate"])
    }

    @Test func aPatternNeedsAnExampleThatShowsIt() throws {
        let events = "lemma\tpos\ttype\tactor\texample\nmeet\tverb\tCONSULT\tsubj\tBoth sides talked.\n"
        #expect(try findings([.events: events]) == ["events.tsv:2 bad shape"])
    }

    @Test func anOutcomeNeedsAResult() throws {
        #expect(
            try findings([.talks: "phrase\tpos\tslot\tvalue\nfutile\tadj\toutcome\tbad\n"])
                == ["talks.tsv:2 bad shape"])
    }

    @Test func aPlaceNeedsCoordinatesAndACueAFrame() throws {
        #expect(
            try findings([.places: "name\tlevel\tcountry\nQuill\tcity\tQLN\n"]) == ["places.tsv:2 bad shape"])
        #expect(
            try findings([.cues: "lemma\tpos\tframes\tact\tclass\nsay\tverb\t\tsay\tspeech\n"])
                == ["cues.tsv:2 bad shape"])
    }
}
