import Language
import Reports
import Testing

@Suite struct TokensTests {
    /// The words of a text that is all body, one region a line, joined by spaces.
    private func cut(_ text: String) -> String {
        Tokenizer().words(of: .lines(text)).tokens.map(\.form).joined(separator: " ")
    }

    @Test(arguments: [
        ("They don't agree.", "They do n't agree ."),
        ("They can’t and won’t.", "They ca n’t and wo n’t ."),
        ("She cannot come, he'll wait", "She can not come , he 'll wait"),
        ("the envoys' cars and Peru's offer", "the envoys ' cars and Peru 's offer"),
        ("It wouldn't've helped.", "It would n't 've helped ."),
        ("in the 1930's and ’72", "in the 1930's and ’72"),
    ])
    func `contractions and possessives are words of their own`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("a well-known 40-year-old", "a well - known 40 - year - old"),
        ("anti-war, pro-government, non-state e-mail", "anti-war , pro-government , non-state e-mail"),
        ("the anti -rebel bloc", "the anti - rebel bloc"),
        ("a U.S.-led mission of al-Masri’s", "a U.S. - led mission of al - Masri ’s"),
        ("2019-2021 and 02-05-02", "2019 - 2021 and 02-05-02"),
        ("north–south talks — again", "north – south talks — again"),
    ])
    func `compounds divide at the hyphen unless a prefix holds them`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("Mr. Obi met Lt. Gen. A. B. Roy.", "Mr. Obi met Lt. Gen. A. B. Roy ."),
        ("The U.N. and the U.S. met at 5 p.m. on Jan. 3.", "The U.N. and the U.S. met at 5 p.m. on Jan. 3 ."),
        ("It was no. The vote, No. 4, fell.", "It was no . The vote , No. 4 , fell ."),
        ("J.K.Osman came", "J.K. Osman came"),
        ("He left the room.Then it rained", "He left the room . Then it rained"),
        ("wait...no", "wait ... no"),
    ])
    func `a full stop stays with abbreviations and initials only`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("$5m, 50% and US$1,200.50", "$ 5 m , 50 % and US$ 1,200.50"),
        ("at 7:30pm, 300km off", "at 7:30 pm , 300 km off"),
        ("3/4 of them on 11/28/2000", "3 / 4 of them on 11/28/2000"),
        ("the 21st, the 1970s", "the 21st , the 1970s"),
        ("€2.5bn; 1,2", "€ 2.5 bn ; 1 , 2"),
    ])
    func `numbers keep their marks and lose their units`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("see https://a.example/x?y=1, or a.b@c.example!", "see https://a.example/x?y=1 , or a.b@c.example !"),
        ("(www.quay.example/a_(b))", "( www.quay.example/a_(b) )"),
        ("as quaycourier.com wrote", "as quaycourier.com wrote"),
        ("by @envoy_1 on #peace", "by @envoy_1 on #peace"),
        ("fine :)", "fine :)"),
    ])
    func `addresses and handles are single words`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test(arguments: [
        ("O'Hara of Sana'a and al-Za'atari", "O'Hara of Sana'a and al - Za'atari"),
        ("“Yes,” he said: ‘no’.", "“ Yes , ” he said : ‘ no ’ ."),
        ("\"Go\"(she said)", "\" Go \" ( she said )"),
        ("either/or at AT&T", "either / or at AT&T"),
        ("naïve Çelik, Łódź", "naïve Çelik , Łódź"),
    ])
    func `names with apostrophes stay whole and quotation marks stand alone`(text: String, words: String) {
        #expect(cut(text) == words)
    }

    @Test func `every word is the bytes of its span and nothing but white space lies between`() {
        let text = "Zoë’s “plan”\u{00A0}cost €5m.\tIt\u{200B}failed…\n\nA.B.C. don't; x@y.example #1 …\n"
        let report = Report.lines(text)
        let words = Tokenizer().words(of: report)
        var end = 0
        for token in words.tokens {
            #expect(report.words(token.span) == token.form)
            let gap = report.words(Span(end, token.span.start))
            #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{200B}" })
            #expect(token.spaceBefore == !gap.isEmpty || end == 0)
            end = token.span.end
        }
        #expect(words.paragraphs.map(\.tokens.count).reduce(0, +) == words.tokens.count)
    }

    @Test func `what is not read has no words, and blank lines part paragraphs`() {
        let text = "LIMA, May 2:\nOne two.\n\nThree."
        var report = Report.lines(text)
        report.regions = [Region(.dateline, Span(0, 12)), Region(.body, Span(13, text.utf8.count))]
        let words = Tokenizer().words(of: report)
        #expect(words.tokens.map(\.form) == ["One", "two", ".", "Three", "."])
        #expect(words.paragraphs.map(\.tokens) == [0..<3, 3..<5])
    }

    @Test func `a run of a million marks is cut in bounded time`() {
        for unit in ["a.", "-", "a@", "x-", "'", "1/", "http:/"] {
            let text = String(repeating: unit, count: 100_000)
            let tokens = Tokenizer().words(of: .lines(text)).tokens
            #expect(tokens.first?.span.start == 0)
            #expect(tokens.last?.span.end == text.utf8.count)
        }
    }
}

extension Report {
    /// A report whose lines are all body.
    static func lines(_ text: String, label: Region.Label = .body) -> Report {
        var report = Report(
            id: Identifier(.report, text), source: Source(name: "test.txt", sha256: ""), text: text)
        var start = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let end = start + line.utf8.count
            if end > start { report.regions.append(Region(label, Span(start, end))) }
            start = end + 1
        }
        return report
    }
}
