import Reports

/// A plain text as a report.
struct TextPage {
    private let text: String
    private let bytes: [UInt8]
    private let source: Report.Source

    init(_ text: String, _ source: Report.Source) {
        self.text = text
        self.source = source
        bytes = Array(text.utf8)
    }

    func page() throws(PageError) -> Page {
        let blocks = BlockReader(bytes).blocks()
        guard !blocks.isEmpty else { throw .empty(file: source.name) }
        return try ReportBuilder(text: text, bytes: bytes, source: source).page(blocks)
    }
}

/// Makes a report of a text whose blocks are known.
struct ReportBuilder {
    let text: String
    let bytes: [UInt8]
    let source: Report.Source

    func page(_ blocks: [Block]) throws(PageError) -> Page {
        let check = LanguageCheck(text: bytes)
        if let code = check.language(of: blocks.map(\.span)), code != "en" {
            throw .language(file: source.name, code: code)
        }
        var layout = RegionLabeller.layout(bytes, blocks)
        var warnings: [PageWarning] = []
        for (index, region) in layout.regions.enumerated()
        where region.label.isRead && region.span.length >= 60 && !check.isPlainlyEnglish(region.span) {
            if let code = check.language(of: [region.span]), code != "en", code != "und" {
                layout.regions[index].label = .furniture
                warnings.append(.foreignParagraph(code: code, at: region.span))
            }
        }
        var report = Report(id: Identifier(.report, source.sha256), source: source, text: text)
        report.headline = layout.headline
        report.dateline = layout.dateline
        report.credits = layout.credits
        report.regions = layout.regions
        report.publisher = PublisherReader(text: bytes).publisher(layout.regions, byline: layout.outlet)
        report.date = date(layout)
        if let rivals = rivals(layout.published) { warnings.append(rivals) }
        return Page(report: report, warnings: warnings)
    }

    /// The day of publication: as metadata state it, else the dateline's.
    private func date(_ layout: Layout) -> Report.DateStamp? {
        let stated = layout.published.filter { $0.year != nil }.first ?? layout.published.first ?? layout.updated.first
        return stated.map { $0.stamp(.stated) } ?? layout.datelineDate.map { $0.stamp(.inferred(rule: "dateline")) }
    }

    private func rivals(_ dates: [DateReader.Found]) -> PageWarning? {
        guard let first = dates.first,
            let other = dates.first(where: { ($0.month, $0.day) != (first.month, first.day) || $0.year != first.year })
        else { return nil }
        return .rivalDates(first.span, other.span)
    }
}
