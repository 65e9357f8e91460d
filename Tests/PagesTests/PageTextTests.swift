import Pages
import Reports
import Testing

/// A text as it comes from a page, and what its regions say.
private func page(_ text: String) throws -> Page {
    try PageReader().read(Array(text.utf8), name: "report.txt")
}

private func labelled(_ text: String) throws -> [String] {
    let report = try page(text).report
    return report.regions.map { "\($0.label.rawValue): \(report.words($0.span))" }
}

/// Two paragraphs that any report could go on with.
private let body = """
    The two delegations met for three hours on Tuesday and parted without a text, the hosts said.

    Both sides will come back to the table in a fortnight, according to the mediator's office.
    """

@Suite struct PageTextTests {
    @Test(arguments: [
        ("New Delhi, Jan 12:", "New Delhi", "Jan 12"),
        ("NAIROBI (AP) —", "NAIROBI", nil),
        ("YEREVAN, Nov 2 (Reuters) -", "YEREVAN", "Nov 2"),
        ("Addis Ababa, March 4, 2021 (ENA)", "Addis Ababa", "March 4, 2021"),
        ("BOGOTÁ | 3 May |", "BOGOTÁ", "3 May"),
        ("PORT SARN, Dravane, Oct. 9, 2018 (Quay Wire) --", "PORT SARN", "Oct. 9, 2018"),
        ("LIMA —", "LIMA", nil),
        ("KABUL/DOHA:", "KABUL", nil),
        ("Islamabad:", "Islamabad", nil),
        ("MOSCOW. Jan 2 (Interfax) -", "MOSCOW", "Jan 2"),
        ("TUNIS, Tuesday, 4 May 2021 -", "TUNIS", "Tuesday, 4 May 2021"),
        ("Santa Cruz de la Sierra, 7 June –", "Santa Cruz de la Sierra", "7 June"),
    ])
    func `a dateline is a region of its own`(dateline: String, place: String, date: String?) throws {
        let report = try page("Talks end without a text\n\n\(dateline) \(body)").report
        let found = try #require(report.dateline)
        #expect(report.words(found.span) == dateline)
        #expect(found.place.map(report.words) == place)
        #expect(found.date.map(report.words) == date)
        #expect(report.regions.map(\.label) == [.headline, .dateline, .body, .body])
        #expect(report.words(report.regions[2].span).hasPrefix("The two delegations"))
    }

    @Test(arguments: [
        "Mr Obi, the minister, said on March 4 that the talks had failed and that no date was set.",
        "Analysis: the talks failed for reasons that neither delegation wished to name in public.",
        "Peace, said the envoy on Tuesday, is what his country wants and what it will work for.",
        "On 3 May 2021 the two delegations met at the lake and went home without having signed.",
        "Kabul and Doha both said that they would send their ministers to the meeting in June.",
        "May Obi (Labour) - who had led the talks - left the room before the statement was read.",
    ])
    func `a sentence that only resembles a dateline is body`(sentence: String) throws {
        let report = try page(
            "Talks end without a text\n\nThe hosts were silent about it, as they often are.\n\n\(sentence)"
        ).report
        #expect(report.dateline == nil)
        #expect(report.regions.map(\.label) == [.headline, .body, .body])
    }

    @Test func `a bare place in capitals is a dateline under a summary too`() throws {
        let summary = "The two delegations parted without a text after three hours."
        let regions = try labelled("Talks end\n\n\(summary)\n\nPORT SARN — \(body)")
        #expect(regions[2] == "dateline: PORT SARN —")
        #expect(try labelled("Talks end\n\n\(summary)\n\nPeace — \(body)")[2].hasPrefix("body: Peace"))
    }

    @Test func `a date in front of the first sentence is metadata`() throws {
        let report = try page(" date 2021-05-03 The two delegations met at the lake.\n\n" + body).report
        #expect(report.regions.map(\.label) == [.metadata, .body, .body, .body])
        #expect(report.words(report.regions[0].span) == "date 2021-05-03")
        #expect(report.headline == nil)
        #expect(report.date?.year == 2021)
        #expect(report.date?.basis == .stated)
        #expect(report.date?.at.map(report.words) == "2021-05-03")
    }

    @Test(arguments: [
        ("Updated 14:05 GMT, 3 May 2021", 2021),
        ("Published: January 12, 2022 09:30 IST", 2022),
        ("Friday 15 March 2019, 07:40", 2019),
        ("Last updated on 2021-05-03T14:05:00Z", 2021),
        ("12 Jan 2022 | 4 min read", 2022),
    ])
    func `lines of dates and clocks are metadata`(line: String, year: Int) throws {
        let report = try page("Talks end without a text\n\(line)\n\n\(body)").report
        #expect(report.regions.map(\.label) == [.headline, .metadata, .body, .body])
        #expect(report.date?.year == year)
        #expect(report.date?.basis == .stated)
    }

    @Test func `a dateline without a year gives a date without a year, and says how it is known`() throws {
        let report = try page("Talks end without a text\n\nLIMA, May 3: \(body)").report
        #expect(report.date?.year == nil)
        #expect(report.date?.month == 5)
        #expect(report.date?.day == 3)
        #expect(report.date?.basis == .inferred(rule: "dateline"))
    }

    @Test func `an ambiguous date is not read`() throws {
        let report = try page("Talks end without a text\n\nPublished 03/04/2021\n\n\(body)").report
        #expect(report.date == nil)
    }

    @Test(arguments: [
        ("(With inputs from agencies)", Report.Credit.Kind.agency, "agencies"),
        ("(This story is carried under an arrangement with silkroad.example)", .syndication, "silkroad.example"),
        ("This article was first published in the Quay Courier on 3 May 2021.", .syndication, "Quay Courier"),
        ("Source: Alpine Wire", .agency, "Alpine Wire"),
        ("(AFP)", .agency, "AFP"),
        ("— Reuters", .agency, "Reuters"),
        ("Republished with permission from The Quay Courier.", .syndication, "Quay Courier"),
        ("Editing by Kaspar Ould", .editor, "Kaspar Ould"),
        ("Ana Paz and Ugo Sy contributed to this report.", .byline, "Ana Paz and Ugo Sy"),
        ("Photo credit: Ugo Sy", .photo, "Ugo Sy"),
        ("This story has been published from a wire agency feed without modifications.", .agency, "wire agency feed"),
    ])
    func `credits name whom the text came from`(line: String, kind: Report.Credit.Kind, name: String) throws {
        let report = try page("Talks end without a text\n\n\(body)\n\n\(line)").report
        #expect(report.regions.last?.label == .credit)
        #expect(report.credits.map(\.kind) == [kind])
        #expect(report.credits.first.map { report.words($0.name) } == name)
        #expect(report.credits.first.map { report.words($0.at) } == line)
    }

    @Test func `a credit behind the last full stop is cut from the paragraph`() throws {
        for credit in ["(Reuters)", "(ANI)", "— AFP", "(With inputs from Alpine Wire)"] {
            let regions = try labelled("Talks end without a text\n\n\(body) \(credit)")
            #expect(regions.last == "credit: \(credit)")
            #expect(regions.dropLast().last?.hasSuffix("the mediator's office.") == true)
        }
    }

    @Test func `a sentence about a published report is no credit`() throws {
        let sentence =
            "The report, published by the rights office on Tuesday, found that both sides had broken the truce."
        #expect(try labelled("Talks end without a text\n\n\(body)\n\n\(sentence)").last == "body: \(sentence)")
    }

    @Test func `a byline with bars names outlet, place and day`() throws {
        let text = "Talks end without a text\n\nBy Ana Paz | Quay Courier | Port Sarn, 15 March 2019\n\n\(body)"
        let report = try page(text).report
        #expect(report.regions.map(\.label) == [.headline, .byline, .body, .body])
        #expect(report.publisher == .init(name: "Quay Courier", evidence: [Span(39, 51)], basis: .stated))
        #expect(report.words(report.publisher!.evidence[0]) == "Quay Courier")
        #expect(report.dateline.flatMap(\.place).map(report.words) == "Port Sarn")
        #expect(report.date?.year == 2019)
        #expect(report.credits.map { report.words($0.name) } == ["Ana Paz"])
    }

    @Test(arguments: ["By Ana Paz", "COURIER STAFF", "By our correspondent in Lima", "By Ana Paz and Ugo Sy, Lima"])
    func `bylines stand under the headline`(line: String) throws {
        #expect(try labelled("Talks end without a text\n\(line)\n\n\(body)")[1] == "byline: \(line)")
    }

    @Test(arguments: [
        "Please enter your comment!", "Share this article", "Read also: Ferry line to close",
        "We use cookies to make this site work.",
        "Subscribe to our newsletter", "© 2021 Quay Courier. All rights reserved.", "12 comments", "ADVERTISEMENT",
        "Home > World > Talks", "Follow us on Telegram for more", "-30-", "###", "Sign up for our evening briefing",
    ])
    func `what belongs to the page is furniture`(line: String) throws {
        let regions = try labelled("Talks end without a text\n\n\(body)\n\n\(line)")
        #expect(regions.last == "furniture: \(line)")
    }

    @Test func `the titles under a list's heading go with it`() throws {
        let regions = try labelled(
            "Talks end without a text\n\n\(body)\n\nMore stories\nFerry line to close in June\nOrchard prices rise again"
        )
        #expect(regions.suffix(3).allSatisfy { $0.hasPrefix("furniture: ") })
    }

    @Test func `a line without a full stop between paragraphs is a subheading`() throws {
        let regions = try labelled("Talks end without a text\n\n\(body)\n\nA long night at the lake\n\n\(body)")
        #expect(regions[3] == "subheading: A long night at the lake")
        let intro = try labelled("Talks end without a text\n\n\(body)\n\nThe minister put it so:\n\n\(body)")
        #expect(intro[3] == "body: The minister put it so:")
    }

    @Test func `captions are read and their credits noted`() throws {
        let line = "Photo: Irena Kol at the ministry on Friday. Handout via Dravane Water Board"
        let report = try page("Talks end without a text\n\n\(body)\n\n\(line)").report
        #expect(report.regions.last?.label == .caption)
        #expect(report.credits.map { report.words($0.name) } == ["Dravane Water Board"])
        #expect(report.credits.first?.kind == .photo)
    }

    @Test func `a headline glued to the dateline is parted from it`() throws {
        let regions = try labelled("Markets have their best week since spring PORT SARN, Mar 25: \(body)")
        #expect(regions[0] == "headline: Markets have their best week since spring")
        #expect(regions[1] == "dateline: PORT SARN, Mar 25:")
    }

    @Test func `an outlet that speaks of itself is the publisher, one that is only quoted is not`() throws {
        let own = try page(
            "\(body)\n\nSources informed Quay News Network that the text was ready, as reports seen by Quay show."
        ).report
        #expect(own.publisher?.name == "Quay News Network")
        #expect(own.publisher?.basis == .inferred(rule: "names-itself"))
        #expect(own.publisher?.evidence.map(own.words) == ["Quay News Network", "Quay"])
        let quoted = try page("\(body)\n\nThe envoy told Quay News Network that the text was ready, and smiled.").report
        #expect(quoted.publisher == nil)
        let rivals = try page("\(body)\n\nSources told the Quay Times one thing. Officials told the Lima Post another.")
            .report
        #expect(rivals.publisher == nil)
        let staff = try page(
            "GAZETTE STAFF\n\nTalks end\n\n\(body)\n\n“It is over,” the envoy told the Gazette at the airport."
        ).report
        #expect(staff.publisher?.name == "Gazette")
    }

    @Test func `hard-wrapped paragraphs are one region each`() throws {
        let text = """
            Talks end without a text

            The two delegations met for three hours on Tuesday at the lake and
            parted without a text, the hosts said late in the evening, when the
            boats had gone and the lamps along the pier were lit again.

            Both sides will come back to the table in a fortnight, according to
            the mediator's office, which gave no reason for so long a delay.
            """
        let report = try page(text).report
        #expect(report.regions.map(\.label) == [.headline, .body, .body])
    }

    @Test func `regions stand in order, without overlap, and leave only white space uncovered`() throws {
        let text =
            "Talks end\r\n\r\nLIMA, May 3 (Quay Wire) - \(body)\r\n> a line that is quoted\r\n\r\nShare\r\n\t(AFP)\u{A0}\r\n"
        let report = try page(text).report
        var end = 0
        for region in report.regions {
            #expect(region.span.start >= end)
            let gap = report.words(Span(end, region.span.start))
            #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
            end = region.span.end
        }
        #expect(
            report.words(Span(end, report.text.utf8.count)).unicodeScalars.allSatisfy { $0.properties.isWhitespace })
        #expect(report.regions.contains { $0.label == .quoteBlock })
    }
}
