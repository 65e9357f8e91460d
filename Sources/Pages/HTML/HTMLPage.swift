import Reports

/// A saved page.
struct HTMLPage {
    let tree: HTMLTree

    /// - Parameter bytes: UTF-8.
    init(_ bytes: [UInt8]) { tree = HTMLTree(bytes) }

    /// The article's words, a line each.
    func mainText() -> String {
        MainText(tree).article().map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n")
    }

    /// The page as a report. Its text is the title, the lines of metadata, and the article, a blank line between any two:
    /// what the page states out of sight thereby has a place in the text that its evidence can point to.
    func page(_ source: Report.Source) throws(PageError) -> Page {
        let lines = MainText(tree).article(withCaptions: true)
        guard !lines.isEmpty else { throw .noText(file: source.name) }
        let metadata = HTMLMetadata(tree)
        var draft = PageDraft(source: source)
        draft.source.mediaType = "text/html"
        draft.source.url = metadata.url
        draft.addHead(metadata)
        for line in lines { draft.add(line.text, hint: Self.hint(line.tag)) }
        return try draft.page()
    }

    private static func hint(_ tag: HTMLTag) -> Region.Label? {
        if tag.headingLevel != nil { return .subheading }
        return tag == .blockquote ? .quoteBlock : tag == .figcaption ? .caption : nil
    }
}

/// The text of a report as it is put together from parts.
struct PageDraft {
    var source: Report.Source
    private var text: [UInt8] = []
    private var blocks: [Block] = []
    private var outlet: Span?
    private var credits: [Report.Credit] = []

    init(source: Report.Source) { self.source = source }

    @discardableResult mutating func add(_ line: [UInt8], hint: Region.Label?) -> Span? {
        guard let inner = TextBytes.trimmed(line, 0, line.count) else { return nil }
        if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
        let start = text.count
        text.append(contentsOf: line[inner.start..<inner.end])
        let span = Span(start, text.count)
        blocks.append(Block(span: span, hint: hint, blankBefore: true))
        return span
    }

    /// Title and metadata, a line each.
    mutating func addHead(_ metadata: HTMLMetadata) {
        if let title = metadata.title { add(Array(title.utf8), hint: .headline) }
        for author in metadata.authors {
            guard let span = add(Array("author: \(author)".utf8), hint: .byline) else { continue }
            credits.append(Report.Credit(kind: .byline, name: Span(span.start + 8, span.end), at: span))
        }
        if let name = metadata.outlet, let span = add(Array("publisher: \(name)".utf8), hint: .metadata) {
            outlet = Span(span.start + 11, span.end)
        }
        if let date = metadata.published { add(Array("published: \(Self.day(date))".utf8), hint: nil) }
        if let date = metadata.updated { add(Array("updated: \(Self.day(date))".utf8), hint: nil) }
    }

    /// An ISO time without its clock; other forms as they are.
    private static func day(_ date: String) -> String {
        let digits = Array(date.utf8.prefix(10))
        let isISO = digits.count == 10 && digits[4] == UInt8(ascii: "-") && digits[7] == UInt8(ascii: "-")
        return isISO ? String(decoding: digits, as: UTF8.self) : date
    }

    func page() throws(PageError) -> Page {
        let string = String(decoding: text, as: UTF8.self)
        guard !blocks.isEmpty else { throw .noText(file: source.name) }
        var page = try ReportBuilder(text: string, bytes: text, source: source).page(blocks)
        page.report.credits = (credits + page.report.credits).sorted { ($0.at, $0.name) < ($1.at, $1.name) }
        if let outlet {
            page.report.publisher = Report.Publisher(
                name: page.report.words(outlet), evidence: [outlet], basis: .stated)
        }
        return page
    }
}
