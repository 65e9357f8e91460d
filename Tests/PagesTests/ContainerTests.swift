import Foundation
import Pages
import Reports
import Testing

@Suite struct ContainerTests {
    private let text = "The two delegations met for three hours on Tuesday and parted without a text, the hosts said."

    private func all(_ file: String) throws(PageError) -> [Report] {
        try PageReader().readAll(Array(file.utf8), name: "f").map(\.report)
    }

    @Test func `JSON lines give a report each, with the metadata of their fields`() throws {
        let lines = """
            {"title": "Talks end", "text": "\(text)\\n\\nNobody was \\u0073urprised by it, as far as one could see.", "date": "2021-05-03", "outlet": "Quay Courier", "url": "https://quay.example/1"}

            {"articleBody": "\(text)", "author": "Ana Paz"}
            """
        let reports = try all(lines)
        #expect(reports.count == 2)
        #expect(reports[0].headline.map(reports[0].words) == "Talks end")
        #expect(reports[0].date?.year == 2021)
        #expect(reports[0].publisher?.name == "Quay Courier")
        #expect(reports[0].source.url == "https://quay.example/1")
        #expect(reports[0].source.name == "f#1")
        #expect(reports[0].text.contains("Nobody was surprised"))
        #expect(reports[1].credits.map { reports[1].words($0.name) } == ["Ana Paz"])
        #expect(reports[0].id != reports[1].id)
    }

    @Test func `a broken line is named`() {
        #expect(
            throws: PageError.malformed(
                file: "f", place: "line 2", reason: "not a JSON object; write one object a line")
        ) {
            try all("{\"text\": \"\(text)\"}\n{\"text\": oops}\n")
        }
        #expect(
            throws: PageError.malformed(file: "f", place: "line 1", reason: "no text; put it in the field \"text\"")
        ) {
            try all("{\"title\": \"Talks\"}")
        }
    }

    @Test func `an RSS feed gives its items`() throws {
        let feed = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Quay Courier</title>
            <item><title>Talks end</title><link>https://quay.example/1</link><pubDate>Mon, 03 May 2021 14:05:00 GMT</pubDate>
            <description><![CDATA[<p>\(text)</p><p>Nobody was surprised by it, as far as one could see.</p>]]></description></item>
            <item><title>Only a title</title></item></channel></rss>
            """
        let reports = try all(feed)
        #expect(reports.count == 1)
        #expect(reports[0].headline.map(reports[0].words) == "Talks end")
        #expect(reports[0].source.url == "https://quay.example/1")
        #expect(reports[0].publisher?.name == "Quay Courier")
        #expect(reports[0].date?.day == 3)
        #expect(reports[0].regions.filter { $0.label == .body }.map { reports[0].words($0.span) }.first == text)
    }

    @Test func `an Atom feed gives its entries`() throws {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Quay Courier</title><entry><title>Talks end</title>
            <link href="https://quay.example/1"/><updated>2021-05-03T14:05:00Z</updated>
            <content type="html">&lt;p&gt;\(text)&lt;/p&gt;</content></entry></feed>
            """
        let reports = try all(feed)
        #expect(reports.map { $0.source.url } == ["https://quay.example/1"])
        #expect(reports[0].date?.day == 3)
        #expect(reports[0].text.contains(text))
    }

    private func record(_ kind: String, _ content: String) -> String {
        "WARC/1.0\r\nWARC-Type: \(kind)\r\nWARC-Target-URI: https://quay.example/1\r\nContent-Length: \(content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
    }

    @Test func `a web archive gives the pages of its responses`() throws {
        let html = "<html><body><p>\(text)</p><p>Nobody was surprised by it, as far as one could see.</p></body></html>"
        let good = record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(html)")
        let chunked = record(
            "response",
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n\(String(html.utf8.count, radix: 16))\r\n\(html)\r\n0\r\n\r\n"
        )
        let missing = record("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n\(html)")
        let image = record("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")
        let reports = try all(
            record("warcinfo", "software: x") + good + record("revisit", "HTTP/1.1 200 OK\r\n\r\n") + missing + image
                + chunked)
        #expect(reports.count == 2)
        #expect(reports.allSatisfy { $0.source.url == "https://quay.example/1" && $0.text.contains(text) })
        #expect(throws: PageError.self) {
            try all("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999\r\n\r\nx")
        }
    }

    @Test func `a truncated or bloated gzip file is refused`() throws {
        // 1 MiB of zero bytes would be binary; of blanks, packed by gzip, it is a bomb for a small limit.
        let packed: [UInt8] = [
            0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0, 0x86, 0xA6, 0x10, 0x36, 5,
            0, 0, 0,
        ]
        #expect(try PageReader().read(packed, name: "f").report.text == "hello")
        #expect(throws: PageError.self) { try PageReader().read(Array(packed.dropLast(9)), name: "f") }
        #expect(throws: PageError.tooLarge(file: "f", bytes: 5, limit: 4)) {
            try PageReader(archiveLimit: 4).read(packed, name: "f")
        }
        #expect(try PageReader().read(packed + packed, name: "f").report.text == "hellohello")
    }
}
