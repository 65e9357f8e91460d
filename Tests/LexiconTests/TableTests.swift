import Testing

@testable import Lexicon

/// A table of one file in memory.
private func table(_ text: String) throws -> Table { try Table(file: "t.tsv", bytes: Array(text.utf8)) }

/// What a reader of a broken table is told.
private func message(_ name: Lexicon.TableName, _ text: String) -> String {
    do {
        var lexicon = Lexicon()
        try lexicon.add(table(text), as: name)
        return "no error"
    } catch {
        return "\(error)"
    }
}

struct TableTests {
    @Test func columnsStandInAnyOrderAndMayBeMissing() throws {
        let text = "name\tcode\tcapital\nQuillonia\tQLN\tQuill\n"
        let states = try State.read(table(text))
        #expect(states.map(\.code) == ["QLN"])
        #expect(states[0].capital == "Quill")
        #expect(states[0].demonyms == [])
        #expect(states[0].kind == .state)
    }

    @Test func commentsBlankLinesAndCarriageReturnsAreNoRows() throws {
        let read = try table("# a note\r\n\r\ncode\tname\r\n# more\r\nQLN\tQuillonia\r\n\r\n")
        #expect(read.header == ["code", "name"])
        #expect(read.rows.map(\.line) == [5])
        #expect(try State.read(read)[0].name == "Quillonia")
    }

    @Test func theLastLineNeedsNoLineEnd() throws {
        #expect(try State.read(table("code\tname\nQLN\tQuillonia")).count == 1)
    }

    @Test func aByteOrderMarkIsNoPartOfTheHeader() throws {
        #expect(try table("\u{FEFF}code\tname\n").header == ["code", "name"])
    }

    @Test func listsSplitAtSemicolons() throws {
        let text = "code\tname\tdemonyms\nQLN\tQuillonia\tQuillonian;  Quillonians ;\n"
        #expect(try State.read(table(text))[0].demonyms == ["Quillonian", "Quillonians"])
    }

    @Test func errorsNameFileLineColumnAndMend() {
        #expect(message(.states, "code\tname\n\nQLN\t\n") == #"t.tsv:3: column "name" is empty. Every row needs it."#)
        #expect(message(.states, "code\n") == #"t.tsv:1: the header lacks the column "name". Add it."#)
        #expect(message(.states, "code\tname\tcolour\n").hasPrefix(#"t.tsv:1: unknown column "colour". Known"#))
        #expect(
            message(.states, "code\tname\nQLN\tQuillonia\tx\n")
                == "t.tsv:2: 3 fields where the header names 2. Take out a tab.")
        #expect(message(.states, "# nothing\n").hasPrefix("t.tsv: no header."))
        #expect(
            message(.organisations, "name\tcountry\tkind\tsector\nGuild\tQLN\tcompany\tBUZ\n").hasPrefix(
                #"t.tsv:2: column "sector": "BUZ" should be one of COP, GOV"#))
        #expect(
            message(.people, "name\tcountry\ttitle\tfrom\nIna Orvik\tQLN\tpremier\t2001-13\n")
                == #"t.tsv:2: column "from": "2001-13" should be a date: YYYY, YYYY-MM or YYYY-MM-DD."#)
        #expect(
            message(.places, "name\tlevel\tlat\tlon\nQuill\tcity\tnorth\t3\n")
                == #"t.tsv:2: column "lat": "north" should be a number."#)
        #expect(message(.places, "name\tlevel\tlat\tlon\nQuill\tcity\t91\t3\n").contains("a latitude within 90"))
        #expect(
            message(.events, "lemma\tpos\ttype\tmode\tactor\texample\nmeet\tverb\tCONSULT\triot\tsubj\tThey met.\n")
                .contains("a mode of CONSULT: visit, third-party, multilateral, phone"))
    }

    @Test func aFileThatIsNotUTF8IsRefusedWithItsLine() {
        #expect(throws: LexiconError.notUTF8(file: "t.tsv", line: 2)) {
            try Table(file: "t.tsv", bytes: Array("code\n".utf8) + [0xFF, 0x0A])
        }
    }
}

struct PartialDateTests {
    @Test(arguments: ["2021", "2021-08", "2021-08-15", "2024-02-29", "0800"])
    func realDatesReadBack(_ text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: ["", "21", "2021-8", "2021-00", "2021-13", "2021-02-29", "2021-04-31", "2021/08/15", "2021-08-1x"])
    func otherTextIsNoDate(_ text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test func aPeriodIncludesItsEndsAndWhatMayFallInto() throws {
        let period = Period(from: PartialDate("2001-03"), to: PartialDate("2005"))
        for day in ["2001-03-01", "2001", "2005-12-31", "2003-06"] {
            #expect(period.contains(try #require(PartialDate(day))), "\(day)")
        }
        for day in ["2001-02-28", "2006-01-01", "1999"] {
            #expect(!period.contains(try #require(PartialDate(day))), "\(day)")
        }
        #expect(Period.always.contains(try #require(PartialDate("1812"))))
    }
}
