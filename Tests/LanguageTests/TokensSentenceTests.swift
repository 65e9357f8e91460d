import Language
import Reports
import Testing

@Suite struct TokensSentenceTests {
    private func sentences(_ text: String, _ label: Region.Label = .body) -> [String] {
        let report = Report.lines(text, label: label)
        let words = Tokenizer().words(of: report)
        return SentenceSplitter().sentences(of: words).map { report.words($0.span) }
    }

    @Test func `a full stop ends a sentence and an abbreviation does not`() {
        #expect(
            sentences("Dr. Sy left at 9 a.m. from St. Paul. The U.S. envoy stayed.")
                == ["Dr. Sy left at 9 a.m. from St. Paul.", "The U.S. envoy stayed."])
        #expect(
            sentences("They met in the U.S. The host was silent.") == ["They met in the U.S.", "The host was silent."])
    }

    @Test func `a closing quotation mark goes with the sentence it closes`() {
        #expect(
            sentences("“We agreed. We signed.” The envoy smiled.")
                == ["“We agreed.", "We signed.”", "The envoy smiled."])
        #expect(
            sentences("\"We agreed.\" \"We signed.\" He left.") == ["\"We agreed.\"", "\"We signed.\"", "He left."])
    }

    @Test func `the clause after a quoted question belongs to it`() {
        #expect(sentences("“Why now?” he asked. “Why not?” Amina Obi replied.").count == 2)
        #expect(sentences("“Why now?” Nobody knew.").count == 2)
    }

    @Test func `a headline is one sentence, and paragraphs bound all others`() {
        #expect(sentences("Talks fail. What now?", .headline).count == 1)
        #expect(sentences("A heading without a stop\nA sentence").count == 2)
        #expect(sentences("").isEmpty)
    }

    @Test func `sentences cover all words in order`() {
        let words = Tokenizer().words(of: .lines("One (two. Three.) Four... five! 6. Seven\n“Eight.”"))
        var next = 0
        for sentence in SentenceSplitter().sentences(of: words) {
            #expect(sentence.tokens.lowerBound == next)
            next = sentence.tokens.upperBound
        }
        #expect(next == words.tokens.count)
    }
}
