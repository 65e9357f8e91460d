import Language
import Reports
import Testing

@testable import Reading

private func quantities(_ text: String) -> [String] {
    let report = Report(
        id: Identifier(.report, "numbers"), source: Report.Source(name: "numbers.txt", sha256: ""), text: text,
        regions: [Region(.body, Span(0, text.utf8.count))])
    var words = Tokenizer().words(of: report)
    for index in words.tokens.indices {
        words.tokens[index].upos = nouns.contains(words.tokens[index].form) ? .noun : .other
    }
    let analysis = Analysis(
        report: report, tokens: words.tokens, sentences: SentenceSplitter().sentences(of: words),
        paragraphs: words.paragraphs, names: [], attributions: [])
    let times = TimeReader().read(analysis)
    return QuantityReader().read(analysis, times: times).map { quantity in
        var text = "\(quantity.value)"
        if let most = quantity.most { text += "–\(most)" }
        if let unit = quantity.unit { text += " \(unit)" }
        if let of = quantity.of { text += " of \(of)" }
        return quantity.isApproximate ? "~" + text : text
    }
}

private let nouns: Set = ["rounds", "tonnes", "rice", "prisoners", "trucks", "villages", "people", "%", "dollars"]

@Suite("Numbers: how many of what")
struct NumbersTests {
    @Test(
        arguments: [
            ("They met in four rounds.", ["4.0 of rounds"]),
            ("Ships brought 12,500 tonnes of rice.", ["12500.0 tonne of rice"]),
            ("Nearly 200 prisoners were freed.", ["~200.0 of prisoners"]),
            ("Between 10 and 15 trucks burned.", ["~10.0–15.0 of trucks"]),
            ("Twenty-five villages were shelled.", ["25.0 of villages"]),
            ("It cost $2.5 billion.", ["2500000000.0 USD"]),
            ("Turnout was 43 % of voters.", ["43.0 percent of voters"]),
            ("The talks lasted three days in 2017.", []),
            ("One of them left.", []),
        ])
    func quantity(_ text: String, _ expected: [String]) { #expect(quantities(text) == expected) }
}
