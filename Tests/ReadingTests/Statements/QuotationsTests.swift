import Language
import Reports
import Testing

@testable import Reading

/// The quotations of a text of one paragraph a line, each with how deep it stands.
private func quotations(in text: String) -> [String] {
    let found = all(in: text)
    return found.map { quotation in
        var depth = 0
        var here = quotation
        while let parent = here.parent {
            depth += 1
            here = found[parent]
        }
        let bytes = Array(text.utf8)[quotation.span.start..<quotation.span.end]
        return String(repeating: ">", count: depth) + String(decoding: bytes, as: UTF8.self)
    }
}

private func all(in text: String) -> [Quotation] {
    var regions: [Region] = []
    var start = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !line.isEmpty { regions.append(Region(.body, Span(start, start + line.count))) }
        start += line.count + 1
    }
    let report = Report(
        id: Identifier(.report, text), source: Report.Source(name: "t", sha256: ""), text: text, regions: regions)
    let words = Tokenizer().words(of: report)
    let sentences = SentenceSplitter().sentences(of: words)
    return Quotations(
        Analysis(
            report: report, tokens: words.tokens, sentences: sentences, paragraphs: words.paragraphs, names: [],
            attributions: [])
    ).all
}

@Suite struct QuotationsTests {
    @Test func findsEveryKindOfMark() {
        #expect(quotations(in: "“One,” she said.") == ["“One,”"])
        #expect(quotations(in: "\"Two,\" she said.") == ["\"Two,\""])
        #expect(quotations(in: "«Three», she said.") == ["«Three»"])
        #expect(quotations(in: "''Four,'' she said.") == ["''Four,''"])
        #expect(quotations(in: "‘Five,’ she said.") == ["‘Five,’"])
        #expect(quotations(in: "'Six,' she said.") == ["'Six,'"])
    }

    @Test func tellsApostrophesFromMarks() {
        #expect(quotations(in: "The rebels' map isn't the ministers’ map.") == [])
        #expect(quotations(in: "‘The rebels’ map isn’t ours,’ he said.").count == 1)
        #expect(quotations(in: "They met in the '90s.") == [])
    }

    @Test func anInnerQuotationOfTheSameGlyphDoesNotEndTheOuter() {
        #expect(
            quotations(in: "“Their pledge that “we share water” is air,” he said.")
                == ["“Their pledge that “we share water” is air,”", ">“we share water”"])
        #expect(
            quotations(in: "\"Their \"pledge\" is air,\" he said.")
                == ["\"Their \"pledge\" is air,\"", ">\"pledge\""])
    }

    @Test func aReopenedQuotationContinuesTheOneBefore() {
        let found = all(in: "“We waited all night.\n“Nobody came.” The mayor shrugged.")
        #expect(found.count == 2)
        #expect(found[0].isClosed == false)
        #expect(found[1].continues == 0)
    }

    @Test func aQuotationNeverClosedEndsWithItsParagraph() {
        #expect(quotations(in: "He said: “The dam will hold.\nIt held.") == ["“The dam will hold."])
    }

    @Test func aLostClosingMarkDoesNotSwallowTheNextQuotation() {
        #expect(
            quotations(in: "“The dam will hold, he said. “It must,” she said.")
                == ["“The dam will hold, he said.", "“It must,”"])
    }
}
