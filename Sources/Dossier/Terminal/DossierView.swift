import Language
import Reading
import Reports
import Stories

/// The dossier of a document for a terminal: each story told from its claims, what is contested before what is agreed.
public struct DossierView: Sendable {
    let document: Document
    let style: TerminalStyle
    let names: Names
    /// Sections beyond the claims, positions and silence.
    var isBrief: Bool
    /// Single claims beyond the slots of the talks record too.
    var showsAll: Bool

    public init(
        _ document: Document, style: TerminalStyle = TerminalStyle(), isBrief: Bool = false, showsAll: Bool = false
    ) {
        self.document = document
        self.style = style
        self.isBrief = isBrief
        self.showsAll = showsAll
        names = Names(document)
    }

    public var text: String {
        var page = Page(style)
        for (index, story) in document.stories.enumerated() {
            if index > 0 { page.blank() }
            write(story, to: &page)
        }
        return page.text
    }

    static let margin = 12

    private func write(_ story: Story, to page: inout Page) {
        header(story, &page)
        claims(story, &page)
        if !story.positions.isEmpty {
            page.blank()
            positions(story, &page)
            blockers(story, &page)
        }
        silence(story, &page)
        guard !isBrief else { return }
        page.blank()
        deepestChains(story, &page)
        recycled(story, &page)
        aside(story, &page)
    }

    private func readings(_ story: Story) -> [Reading] {
        document.record.readings.filter { story.reports.contains($0.report.id) }
    }

    private func header(_ story: Story, _ page: inout Page) {
        let talks = story.talks.first
        if let talks {
            let parties = talks.items(.parties).compactMap { $0.actor.map(names.actor) }.joined(separator: " – ")
            let place = talks.items(.place).compactMap(\.place).first.map(names.place)
            let date = talks.items(.dates).compactMap(\.time).first.map(names.date)
            page.heading(
                "TALKS", [parties, place, date].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "   "))
        } else {
            let title = readings(story).compactMap { reading in reading.report.headline.map { reading.report.words($0) }
            }
            page.heading("STORY", title.first ?? "")
        }
        var facts = ["\(story.reports.count) \(story.reports.count == 1 ? "report" : "reports")"]
        if let rule = story.basis.rule { facts.append("grouped: " + rule) }
        if !story.passages.isEmpty {
            let count = story.passages.count
            facts.append(
                "\(count) recycled \(count == 1 ? "passage" : "passages"): the reports are not fully independent")
        }
        page.entry("", margin: 0, facts.joined(separator: " · "), id: story.id.rawValue)
        for reading in readings(story) { report(reading, &page) }
    }

    private func report(_ reading: Reading, _ page: inout Page) {
        let report = reading.report
        var parts = [report.publisher?.name ?? "outlet unknown"]
        parts += report.credits.map { "\($0.kind.rawValue): \(report.words($0.name))" }
        parts.append(date(of: report))
        let body = reading.analysis.sentences.count { $0.region == .body }
        let own = Set(
            reading.statements.filter { $0.depth == 0 }.flatMap { $0.content.map(\.span.start) }
                .compactMap { start in
                    reading.analysis.sentences.firstIndex { $0.region == .body && $0.span.contains(start) }
                })
        parts.append("\(body) sentences, \(own.count) with own voice")
        parts.append(report.source.name)
        page.entry("  " + names.report(report.id), margin: 5, parts.joined(separator: " · "), id: report.id.rawValue)
    }

    private func date(of report: Report) -> String {
        guard let date = report.date else { return "date unknown" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(two(date.month))-\(two(date.day))"
        guard let year = date.year else { return "day \(day), year unknown" }
        return "\(year)-\(day)" + (date.basis.rule == nil ? "" : " [year inferred]")
    }
}
