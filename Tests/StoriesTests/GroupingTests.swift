import Language
import Reading
import Reports
import Testing

@testable import Stories

/// A report of bare words, with a day of publication if wanted.
private func report(_ name: String, _ text: String, day: (Int, Int, Int)? = nil) -> Reading {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var start = 0
    var first = 0
    for word in text.split(separator: " ") {
        let form = String(word)
        tokens.append(Token(span: Span(start, start + form.utf8.count), form: form))
        start += form.utf8.count + 1
        if form == "." {
            sentences.append(
                Sentence(tokens: first..<tokens.count, span: Span(0, start - 1), paragraph: 0, region: .body))
            first = tokens.count
        }
    }
    let date = day.map { Report.DateStamp(year: $0.0, month: $0.1, day: $0.2, at: nil, basis: .stated) }
    let report = Report(id: Identifier(.report, name), source: .init(name: name, sha256: ""), text: text, date: date)
    return Reading(
        analysis: Analysis(
            report: report, tokens: tokens, sentences: sentences, paragraphs: [], names: [], attributions: []),
        actors: [], statements: [], events: [], times: [], places: [], numbers: [], marks: [], findings: [])
}

private func groups(_ readings: [Reading]) throws -> [StoryGroup] {
    try StoryGrouper(builtInLexicon()).group(
        Record(readings: readings, actors: [], times: [], places: [], numbers: []))
}

@Suite struct GroupingTests {
    private static let quake1 =
        "The quake shook the port of Almira at dawn . Rescuers in Almira dug for 40 fishermen under the cannery . "
        + "Governor Pell said that the cannery had stood for a century ."
    private static let quake2 =
        "Rescuers dug under a cannery in Almira after the quake at dawn . Pell said that 40 fishermen were missing . "
        + "The port of Almira was closed ."
    private static let quake3 =
        "The quake shook villages around Lake Torven at midnight . Rescuers from Skarn reached 12 herders by boat . "
        + "Premier Ulla Brandt said that a monastery had fallen ."
    private static let quake4 =
        "A monastery near Lake Torven fell in the quake at midnight . Brandt said that 12 herders were reached by boat "
        + ". Rescuers came from Skarn ."

    @Test("Reports of one happening are one story, a like happening elsewhere is another")
    func apart() throws {
        let readings = [
            report("a", Self.quake1), report("b", Self.quake3), report("c", Self.quake2), report("d", Self.quake4),
        ]
        let found = try groups(readings).map { $0.reports }
        let ids = readings.map(\.report.id)
        #expect(found == [[ids[0], ids[2]], [ids[1], ids[3]]])
    }

    @Test("The order of arrival does not matter")
    func order() throws {
        let readings = [
            report("a", Self.quake1), report("b", Self.quake3), report("c", Self.quake2), report("d", Self.quake4),
        ]
        let forward = Set(try groups(readings).map { Set($0.reports) })
        #expect(forward == Set(try groups(readings.reversed()).map { Set($0.reports) }))
        #expect(forward == Set(try groups([2, 0, 3, 1].map { readings[$0] }).map { Set($0.reports) }))
    }

    @Test("Months apart, like reports are two stories")
    func days() throws {
        let close = [
            report("a", Self.quake1, day: (2011, 3, 1)), report("b", Self.quake2, day: (2011, 3, 2)),
        ]
        let far = [
            report("a", Self.quake1, day: (2011, 3, 1)), report("b", Self.quake2, day: (2011, 9, 2)),
        ]
        #expect(try groups(close).count == 1)
        #expect(try groups(far).count == 2)
    }

    @Test("A group says by which words it holds together, and by which rule")
    func ties() throws {
        let group = try #require(groups([report("a", Self.quake1), report("b", Self.quake2)]).first)
        #expect(group.ties.contains("Almira"))
        #expect(!group.ties.contains("the"))
        #expect(group.basis.rule == StoryGrouper.rule)
    }

    @Test("A report alone is a story without a rule") func alone() throws {
        let group = try #require(groups([report("a", Self.quake1)]).first)
        #expect(group.basis == .stated)
        #expect(group.ties.isEmpty)
    }
}
