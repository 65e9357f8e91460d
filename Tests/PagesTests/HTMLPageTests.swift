import Foundation
import Pages
import Reports
import Testing

@Suite struct HTMLPageTests {
    private let page = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry talks stall | Quay Courier</title>
        <meta property="og:site_name" content="Quay Courier"><link rel="canonical" href="https://quay.example/ferry">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Other"},{"@type":"NewsArticle",
        "headline":"Ferry talks stall &amp; nobody minds","datePublished":"2021-05-03T14:05:00Z",
        "dateModified":"2021-05-04T09:00:00+02:00","author":[{"name":"Ana Paz"},{"name":"Ugo Sy"}]}]}</script></head>
        <body class="has-sidebar"><nav><ul><li><a href="/">Home</a><li><a href=/w>World</a></ul></nav>
        <div class="cookie-banner">We use cookies to make this site work for all of its readers, and more.</div>
        <main><article><h1>Ferry talks stall &amp; nobody minds</h1><div class="share-tools"><a>Share</a></div>
        <figure><img src=x><figcaption>Boats at the pier on Monday. Photo: Ugo Sy</figcaption></figure>
        <div class="article-body with-sidebar"><p>PORT SARN, May 3 (Alpine Wire) &mdash; The two delegations met for three
        hours on Tuesday and parted without a text, the hosts said.
        <p>Both sides will come back in a fortnight, according to the mediator&rsquo;s office, which gave no reason.
        <h2>A long night</h2><p>&ldquo;Nobody minds,&rdquo; said the harbour master, who has seen such talks before.</p>
        <blockquote>It is the sea that decides in the end, and not the men in the boats.</blockquote>
        <div class="newsletter-box"><p>Get the harbour letter every morning, with all the tides and all the news.</p></div>
        <p>Read also: <a href=x>Orchard prices rise again</a></p><p>(With inputs from Alpine Wire)</p></div></article>
        <aside class="related"><h3>Related</h3><ul><li><a>Ferry line to close in June</a></ul></aside>
        <div id="comments"><p>I think this is all very silly, and I have thought so for years, as my neighbours
        know.</p></div></main><footer>© 2021 Quay Courier</footer></body></html>
        """

    private func report(_ html: String) throws(PageError) -> Report {
        try PageReader().read(Array(html.utf8), name: "a.html").report
    }

    @Test func `the article is found with its parts, and the page around it is not`() throws {
        let report = try report(page)
        let read = report.regions.filter(\.label.isRead).map { "\($0.label.rawValue): \(report.words($0.span))" }
        #expect(
            read == [
                "headline: Ferry talks stall & nobody minds",
                "caption: Boats at the pier on Monday. Photo: Ugo Sy",
                "body: The two delegations met for three hours on Tuesday and parted without a text, the hosts said.",
                "body: Both sides will come back in a fortnight, according to the mediator’s office, which gave no reason.",
                "subheading: A long night",
                "body: “Nobody minds,” said the harbour master, who has seen such talks before.",
                "quote block: It is the sea that decides in the end, and not the men in the boats.",
            ])
        #expect(report.dateline.flatMap(\.place).map(report.words) == "PORT SARN")
        #expect(report.regions.last?.label == .credit)
    }

    @Test func `every value of the metadata has its words in the text`() throws {
        let report = try report(page)
        #expect(report.date?.year == 2021)
        #expect(report.date?.basis == .stated)
        #expect(report.date?.at.map(report.words) == "2021-05-03")
        #expect(report.publisher?.evidence.map(report.words) == ["Quay Courier"])
        #expect(report.credits.filter { $0.kind == .byline }.map { report.words($0.name) } == ["Ana Paz", "Ugo Sy"])
        #expect(report.source.url == "https://quay.example/ferry")
        #expect(report.source.mediaType == "text/html")
        #expect(report.headline.map(report.words) == "Ferry talks stall & nobody minds")
    }

    @Test func `meta elements serve where there is no JSON-LD`() throws {
        let start = page.range(of: "<script")!.lowerBound
        let end = page.range(of: "</script>")!.upperBound
        let bare = page.replacingCharacters(
            in: start..<end,
            with:
                "<meta name=\"author\" content=\"Ana Paz\"><meta property='article:published_time' content='2021-05-03'>"
        )
        let report = try report(bare)
        #expect(report.date?.day == 3)
        #expect(report.credits.filter { $0.kind == .byline }.map { report.words($0.name) } == ["Ana Paz"])
        #expect(report.headline.map(report.words) == "Ferry talks stall & nobody minds")
    }

    @Test func `encodings are told by declaration and by bytes`() throws {
        let html =
            "<html><head><meta charset=\"windows-1251\"></head><body><p>The café’s owner, a man of few words, said that he would wait for the ferry.</p></body></html>"
        #expect(try report(html).text.contains("café’s owner"))
        let latin = html.replacing("windows-1251", with: "iso-8859-1").replacing("é", with: "\u{1}").replacing(
            "’", with: "\u{2}")
        let bytes = Array(latin.utf8).map { $0 == 1 ? 0xE9 : $0 == 2 ? 0x92 : $0 }
        #expect(try PageReader().read(bytes, name: "a.html").report.text.contains("café’s owner"))
    }

    @Test(arguments: [
        "<html><body><nav><a>Home</a></nav></body></html>", "<!doctype html><p></p>", "<html><body><script>x</script>",
    ])
    func `a page without a text is named`(html: String) {
        #expect(throws: PageError.noText(file: "a.html")) { try report(html) }
    }

    @Test func `hostile markup costs no more than its length`() throws {
        let units = [
            "<div>", "<p><b><i>", "</div>", "<a href=\"", "<", "<br>", "<li><a>x", "<!--", "<script>", "&#", "<div a=",
        ]
        for unit in units {
            let html = "<html><body>" + String(repeating: unit, count: 10_000)
            _ = try? report(html)
        }
    }

    @Test func `main text is the article's lines`() throws {
        let text = try PageReader().mainText(html: Array(page.utf8))
        #expect(text.split(separator: "\n").first?.hasPrefix("PORT SARN, May 3") == true)
        #expect(!text.contains("silly"))
        #expect(!text.contains("harbour letter"))
    }

    /// The kit of 103 real pages, where it is at hand: the F1 of shared runs of four words, as its scorer counts it.
    @Test func `the kit's pages are extracted`() throws {
        let kit = URL(fileURLWithPath: #filePath).appending(path: "../../../../shared/bench/pages").standardized
        guard let data = try? Data(contentsOf: kit.appending(path: "ground-truth.json")) else {
            print("the kit for pages is not beside the package: skipped")
            return
        }
        struct Truth: Decodable { var articleBody: String }
        let truth = try JSONDecoder().decode([String: Truth].self, from: data)
        var sum = (precision: 0.0, recall: 0.0)
        for (id, page) in truth.sorted(by: { $0.key < $1.key }) {
            let html = try Data(contentsOf: kit.appending(path: "html/\(id).html.gz"))
            let found = shingles(try PageReader().mainText(html: [UInt8](html)))
            let wanted = shingles(page.articleBody)
            let shared = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
            sum.precision += Double(shared) / Double(max(found.values.reduce(0, +), 1))
            sum.recall += Double(shared) / Double(max(wanted.values.reduce(0, +), 1))
        }
        let (p, r) = (sum.precision / Double(truth.count), sum.recall / Double(truth.count))
        #expect(2 * p * r / (p + r) > 0.965)
    }

    private func shingles(_ text: String) -> [[Substring]: Int] {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        var counts: [[Substring]: Int] = [:]
        for start in 0..<max(0, words.count - 3) { counts[Array(words[start..<start + 4]), default: 0] += 1 }
        return counts
    }
}
