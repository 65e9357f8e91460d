import Language
import Lexicon
import Reading
import Reports

@testable import Stories

/// A report for tests: who says what, one sentence each.
struct Account {
    var outlet: String
    var told: [Told]

    init(_ outlet: String, _ told: Told...) {
        self.outlet = outlet
        self.told = told
    }

    /// One sentence and its source; nil for the outlet's own voice.
    ///
    /// `words`: form, lemma, UPOS, head (counted from 1) and relation, with slashes between, white space between words.
    struct Told {
        var source: String?
        var act: Statement.Act
        var words: String

        init(_ source: String?, _ words: String) { self.init(source, .say, words) }

        init(_ source: String?, _ act: Statement.Act, _ words: String) {
            self.source = source
            self.act = act
            self.words = words
        }
    }

    /// Sources of one name are one actor in all reports.
    func reading() -> Reading {
        var text = ""
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        for (number, one) in told.enumerated() {
            let first = tokens.count
            let start = text.utf8.count
            for row in one.words.split(whereSeparator: \.isWhitespace) {
                let cells = row.split(separator: "/").map(String.init)
                let at = text.utf8.count
                text += cells[0] + " "
                let head = Int(cells[3]) ?? 0
                tokens.append(
                    Token(
                        span: Span(at, at + cells[0].utf8.count), form: cells[0], lemma: cells[1],
                        upos: UPOS(rawValue: cells[2]) ?? .other, head: head == 0 ? nil : first + head - 1,
                        relation: Relation(cells[4])))
            }
            sentences.append(
                Sentence(
                    tokens: first..<tokens.count, span: Span(start, text.utf8.count - 1), paragraph: number,
                    region: .body))
        }
        let report = Report(
            id: Identifier(.report, outlet), source: .init(name: outlet, sha256: ""), text: text,
            regions: [Region(.body, Span(0, text.utf8.count))])
        let analysis = Analysis(
            report: report, tokens: tokens, sentences: sentences,
            paragraphs: sentences.map { Paragraph(tokens: $0.tokens, span: $0.span, region: .body) }, names: [],
            attributions: [])
        return Reading(
            analysis: analysis, actors: [], statements: zip(told, sentences).map { statement($0, $1, report) },
            events: [], times: [], places: [], numbers: numbers(analysis), marks: [], findings: [])
    }

    private func statement(_ one: Told, _ sentence: Sentence, _ report: Report) -> Statement {
        let place = report.evidence(sentence.span)
        let outletLink = Link(
            kind: .outlet, actor: Identifier(.actor, outlet), mention: nil, cues: [], basis: .stated)
        let source = one.source.map {
            Link(kind: .actor, actor: Identifier(.actor, $0), mention: nil, cues: [], basis: .stated)
        }
        return Statement(
            id: Identifier(.statement, outlet, "\(sentence.span.start)"), report: report.id, parent: nil,
            kind: source == nil ? .narration : .indirect, act: one.act,
            chain: [outletLink] + (source.map { [$0] } ?? []),
            content: [place], evidence: [place], rule: "test")
    }

    /// Every number in digits, counting the noun after it.
    private func numbers(_ analysis: Analysis) -> [Quantity] {
        analysis.tokens.indices.compactMap { index in
            guard let value = Double(analysis.tokens[index].form), index + 1 < analysis.tokens.count else { return nil }
            let at = analysis.evidence(index..<index + 2)
            return Quantity(
                id: Identifier(.number, outlet, "\(at.span.start)"), value: value, of: analysis.tokens[index + 1].form,
                isApproximate: index > 0 && analysis.tokens[index - 1].form == "about", at: at)
        }
    }
}

/// The tables of the checkout that this file stands in.
func builtInLexicon() throws -> Lexicon {
    try Lexicon.load(from: #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Lexicons")
}

/// The claims of several accounts of one happening.
func claims(_ accounts: Account...) throws -> [Claim] {
    let readings = accounts.map { $0.reading() }
    let names = Set(accounts.flatMap(\.told).compactMap(\.source)).sorted()
    let actors = names.map { Actor(id: Identifier(.actor, $0), name: $0, kind: .person) }
    let record = Record(
        readings: readings, actors: actors, times: [], places: [], numbers: readings.flatMap(\.numbers))
    let group = StoryGroup(reports: readings.map(\.report.id), basis: .stated)
    return try StoryTeller(builtInLexicon()).tell(record, groups: [group])[0].claims
}
