import Language
import Reports
import Testing

@testable import Stories

/// An analysis of bare words: capitalised ones are names, the rest nouns.
private func folded(_ text: String) -> FoldedText {
    var tokens: [Token] = []
    var names: [NameSpan] = []
    var start = 0
    for word in text.split(separator: " ") {
        let form = String(word)
        let isMark = [",", ".", "(", ")"].contains(form)
        let isName = form.first?.isUppercase == true && !tokens.isEmpty
        if isName { names.append(NameSpan(tokens: tokens.count..<tokens.count + 1, kind: .person, confidence: 1)) }
        let tag: UPOS =
            isMark ? .punct : isName ? .propn : ["the", "of", "in", "a", "to"].contains(form) ? .det : .noun
        tokens.append(Token(span: Span(start, start + form.utf8.count), form: form, lemma: form, upos: tag))
        start += form.utf8.count + 1
    }
    let whole = Span(0, max(0, start - 1))
    let report = Report(id: Identifier(.report, text), source: .init(name: "t", sha256: ""), text: text)
    return FoldedText(
        Analysis(
            report: report, tokens: tokens,
            sentences: [Sentence(tokens: 0..<tokens.count, span: whole, paragraph: 0, region: .body)],
            paragraphs: [Paragraph(tokens: 0..<tokens.count, span: whole, region: .body)], names: names,
            attributions: []))
}

@Suite struct PassageTests {
    private func words(_ a: String, _ b: String) -> [Int] {
        PassageFinder().matches([folded(a), folded(b)]).map(\.match.words)
    }

    @Test("Shared words are found inside different reports")
    func shared() {
        #expect(
            words(
                "yesterday envoys said the river gauges would be read by both sides twice a week from spring",
                "in other news the river gauges would be read by both sides twice a week they added") == [12])
    }

    @Test("British and American spelling, brackets and case make no difference")
    func spelling() {
        #expect(
            words(
                "they want to normalise the labour market ( again ) and organise new centre councils soon",
                "They want to normalize the labor market again and organize new center councils soon") == [14])
    }

    @Test("A small insertion does not part a passage, a long one does")
    func insertion() {
        let copy = "miners walked out at dawn after talks over night pay broke down in anger"
        #expect(words(copy, copy.replacing("talks", with: "long talks")) == [14])
        #expect(words(copy, copy.replacing("after", with: "after one two three four five")).allSatisfy { $0 < 14 })
    }

    @Test("Names alone are no passage")
    func names() {
        #expect(
            words("x Alba Brun Cato Dorn Egan Falk Gerd Holm Ivar", "y Alba Brun Cato Dorn Egan Falk Gerd Holm Ivar")
                .isEmpty)
    }

    @Test("A few words are no passage") func short() {
        #expect(words("we saw the new bridge over lake", "they saw the new bridge over there").isEmpty)
    }

    @Test("The order of the reports does not change what is shared")
    func symmetry() {
        let a = "one two three the ferry left without its crew on a cold evening four"
        let b = "five the ferry left without its crew on a cold evening six seven"
        #expect(words(a, b) == words(b, a))
    }

    @Test("A stretch is found whole though single words in it were swapped")
    func swapped() {
        let copy = "dockers left the quays before noon because their foreman had been sent home without any pay"
        let changed = copy.replacing("noon", with: "midday").replacing("home", with: "away")
        #expect(words(copy, changed) == [14])
    }

    @Test("A report leans on another if most of its sentences stand there, not if one run of words does")
    func dependence() {
        func leans(_ a: String, _ b: String) -> Bool {
            let (x, y) = (folded(a), folded(b))
            return Dependence().holds(PassageFinder().matches([x, y]).map(\.match), between: x, and: y)
        }
        let copy = "dockers left the quays before noon because their foreman had been sent home without any pay"
        let more = " and later in spring another hundred carters and weighers followed them out on to cold streets"
        #expect(leans(copy, copy.replacing("noon", with: "midday")))
        #expect(!leans(copy + more, "we were told that " + copy + " but nobody at our office could confirm this news"))
    }
}
