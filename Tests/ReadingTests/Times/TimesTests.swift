import Language
import Reports
import Testing

@testable import Reading

/// The times of a text without trees, as "words = value".
private func times(_ text: String, published: (Int?, Int, Int)? = (2019, 5, 14)) -> [String] {
    let bytes = text.utf8.count
    let report = Report(
        id: Identifier(.report, "times"), source: Report.Source(name: "times.txt", sha256: ""), text: text,
        date: published.map { Report.DateStamp(year: $0.0, month: $0.1, day: $0.2, at: nil, basis: .stated) },
        regions: [Region(.body, Span(0, bytes))])
    let words = Tokenizer().words(of: report)
    let analysis = Analysis(
        report: report, tokens: words.tokens, sentences: SentenceSplitter().sentences(of: words),
        paragraphs: words.paragraphs, names: [], attributions: [])
    return TimeReader().read(analysis).filter { $0.expression.role != .publication }.map {
        let value = $0.expression.value ?? $0.expression.direction?.rawValue ?? "?"
        return "\(report.words($0.expression.at!.span)) = \(value)"
    }
}

@Suite("Times: what the words of a report say about when")
struct TimesTests {
    // 14 May 2019 was a Tuesday.
    @Test(
        "Dates in all forms",
        arguments: [
            ("The pact was signed on 3 March 2017.", "3 March 2017 = 2017-03-03"),
            ("The pact was signed on March 3, 2017 in Oslo.", "March 3, 2017 = 2017-03-03"),
            ("The pact of the 3rd of March failed.", "the 3rd of March = 2019-03-03"),
            ("Filed 2018-11-30 by wire.", "2018-11-30 = 2018-11-30"),
            ("It opened on 25/12/2018.", "25/12/2018 = 2018-12-25"),
            ("They met between June 3 and 5.", "June 3 and 5 = 2019-06-03/2019-06-05"),
            ("The truce of Sept. 2015 held.", "Sept. 2015 = 2015-09"),
            ("Fighting began in the 1990s.", "the 1990s = 199X"),
            ("Exports fell in early 2018.", "early 2018 = 2018"),
            ("Relations soured in the 19th century.", "the 19th century = 18XX"),
        ])
    func dates(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

    @Test(
        "Dates without a year or a number lean on the day of publication and the tense",
        arguments: [
            ("The envoys met on Friday.", "Friday = 2019-05-10"),
            ("The envoys said they met on Tuesday.", "Tuesday = 2019-05-14"),
            ("The envoys will meet on Friday.", "Friday = 2019-05-17"),
            ("The envoys met last Tuesday.", "last Tuesday = 2019-05-07"),
            ("The port was shut in December.", "December = 2018-12"),
            ("The vote is scheduled for December.", "December = 2019-12"),
            ("The port was shut in August last year.", "August last year = 2018-08"),
            ("The port was shut last August.", "last August = 2018-08"),
            ("The port was shut yesterday.", "yesterday = 2019-05-13"),
            ("The port was shut two weeks ago.", "two weeks ago = 2019-04-30"),
            ("The port was shut a year ago.", "a year ago = 2018"),
            ("The port was shut last month.", "last month = 2019-04"),
            ("The port was shut in the first quarter of last year.", "the first quarter of last year = 2018-33"),
            ("The port was shut for the past nine days.", "the past nine days = 2019-05-05/2019-05-14"),
        ])
    func relative(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

    @Test(
        "Durations, sets, clocks and references",
        arguments: [
            ("The siege lasted two and a half years.", "two and a half years = P2.5Y"),
            ("A five-year plan was drawn up.", "five-year = P5Y"),
            ("The panel meets every two weeks.", "every two weeks = P2W"),
            ("It costs 40 million a year.", "a year = P1Y"),
            ("Sirens sounded at 18:40 local time.", "18:40 local time = 2019-05-14T18:40:00"),
            ("Sirens sounded at 3 p.m.", "3 p.m. = 2019-05-14T15:00:00"),
            ("The sides had clashed in the past.", "in the past = past"),
            ("The sides may meet in future.", "in future = future"),
            ("The bridge is now closed.", "now = present"),
        ])
    func others(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

    @Test(
        "Other calendars by name",
        arguments: [
            ("The decree is dated 1 Hamal 1401.", "1 Hamal 1401 = 2022-03-21"),
            ("The decree is dated 22 Bahman 1357.", "22 Bahman 1357 = 1979-02-11"),
            ("The decree is dated 1 Muharram 1445.", "1 Muharram 1445 = 2023-07-19"),
        ])
    func calendars(_ text: String, _ expected: String) { #expect(times(text) == [expected]) }

    @Test(
        "What looks like a time and is none",
        arguments: [
            "Theresa May spoke to the envoys.", "The troops may march at will.", "More than 2000 people fled.",
            "A 16-year-old boy was hurt.", "The fall of the city was swift.", "They came second.",
            "He sat in the sun.", "Some 1900 tonnes were unloaded.",
        ])
    func none(_ text: String) { #expect(times(text) == []) }

    @Test("Without a year of publication the year stays open")
    func openYear() {
        #expect(times("The pact was signed on March 3.", published: (nil, 5, 14)) == ["March 3 = XXXX-03-03"])
        #expect(times("The pact was signed on Monday.", published: (nil, 5, 14)) == ["Monday = ?"])
    }

    @Test("Times are reckoned from the time before them")
    func focus() {
        #expect(
            times("The raid came on 2 February. Two days later the talks were called off.")
                == ["2 February = 2019-02-02", "Two days later = 2019-02-04"])
        #expect(
            times("They want the camps cleared by autumn, and a vote by then.")
                == ["autumn = ../2019-23", "by then = ../2019-23"])
    }

    @Test("A calendar day knows its week")
    func week() {
        #expect(CalendarDay(year: 2008, month: 12, day: 29).week == (2009, 1))
        #expect(CalendarDay(year: 2010, month: 1, day: 3).week == (2009, 53))
        #expect(CalendarDay(year: 2024, month: 2, day: 29).adding(months: 12).text == "2025-02-28")
    }
}
