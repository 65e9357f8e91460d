import Reading
import Reports
import Stories

extension DossierView {
    func positions(_ story: Story, _ page: inout Page) {
        let parties = story.positions.first?.cells.map(\.party) ?? []
        let usable = style.width - 2 - (parties.count + 1)
        let cell = max(10, usable * 3 / 10 / max(1, parties.count))
        let rest = usable - cell * parties.count
        let issue = max(12, rest * 4 / 10)
        let evidence = max(12, rest - issue)
        let widths = [issue] + parties.map { _ in cell } + [evidence]
        page.row(
            ["POSITIONS"] + parties.map(names.actor) + ["evidence"], widths: [issue + 2] + widths.dropFirst(),
            indent: 0, ink: .bold)
        for position in story.positions {
            let cells = position.cells.map { $0.stands.map(\.rawValue).joined(separator: ", ") }
            page.row([position.issue] + cells + [source(position, story)], widths: widths)
        }
    }

    private func source(_ position: Position, _ story: Story) -> String {
        let items = position.cells.flatMap(\.items)
        let first = story.talks.flatMap(\.items).first { items.contains($0.id) }
        guard let first, let report = first.evidence.first?.report else { return "[\(position.id)]" }
        let account = first.account.map { ", \($0.rawValue)" } ?? ""
        return names.chain(first.chain, in: report) + account + " [\(first.id)]"
    }

    /// Who blocks what, on whose word, and what would unblock it.
    func blockers(_ story: Story, _ page: inout Page) {
        for talks in story.talks {
            for item in talks.items(.refusals) where !item.vetoHolders.isEmpty {
                let holders = item.vetoHolders.compactMap { $0.actor.map(names.actor) ?? $0.value }
                let account = item.account.map { ": \($0.rawValue)" } ?? ""
                let chain = item.evidence.first.map { names.chain(item.chain, in: $0.report) } ?? ""
                page.entry(
                    "BLOCKED BY", margin: Self.margin, holders.joined(separator: ", ") + account + " (" + chain + ")",
                    sign: ("⚠", .yellow), id: item.id.rawValue)
                for condition in item.conditions {
                    page.entry("  unblocks", margin: Self.margin, ink: .plain, names.words(condition.evidence))
                }
            }
        }
    }

    func silence(_ story: Story, _ page: inout Page) {
        let slots = story.notStated.filter { $0.party == nil }.map { silence in
            silence.slot.title.lowercased() + (silence.reason == .onlyInferred ? " (only inferred)" : "")
        }
        var replies: [Identifier: [String]] = [:]
        var order: [Identifier] = []
        for silence in story.notStated {
            guard let party = silence.party, let issue = silence.issue else { continue }
            if replies[party] == nil { order.append(party) }
            replies[party, default: []].append(issue)
        }
        var parts = slots
        for party in order {
            let issues = replies[party] ?? []
            parts.append("\(names.actor(party)) on \(issues.count) \(issues.count == 1 ? "issue" : "issues")")
        }
        let body = parts.isEmpty ? "nothing that this record looks for" : parts.joined(separator: " · ")
        page.entry("NOT STATED", margin: Self.margin, body, id: story.id.rawValue)
    }

    func deepestChains(_ story: Story, _ page: inout Page) {
        let all = document.record.readings.filter { story.reports.contains($0.report.id) }.flatMap(\.statements)
        let deepest = all.enumerated().filter { $0.element.depth > 1 }
            .sorted { a, b in
                a.element.depth == b.element.depth ? a.offset < b.offset : a.element.depth > b.element.depth
            }
            .prefix(5).map(\.element)
        guard !deepest.isEmpty else { return }
        page.heading("DEEPEST CHAINS", command: "hearsay show ID FILE…")
        for statement in deepest {
            let chain = statement.chain.dropFirst().map { link in
                let cues = link.cues.map { names.border.quote($0) }.joined(separator: " … ")
                return names.link(link) + (cues.isEmpty ? "" : " (\(cues))")
            }
            page.entry(
                "  " + names.report(statement.report), margin: 4,
                "▸ " + chain.joined(separator: " ▸ ") + ": " + names.words(statement.content), id: statement.id.rawValue
            )
        }
    }

    func recycled(_ story: Story, _ page: inout Page) {
        guard !story.passages.isEmpty else { return }
        page.heading("RECYCLED", "shared words; earlier is not “copied from”")
        for passage in story.passages {
            let places = passage.places.map(names.offsets).joined(separator: " ")
            let earlier = passage.earlier.map { ", earlier: " + names.report($0) } ?? ""
            page.entry(
                "  \(passage.words) words", margin: 12, ink: .plain,
                names.words([passage.places[0]], most: 70) + " " + places + earlier, id: passage.id.rawValue)
        }
    }

    func aside(_ story: Story, _ page: inout Page) {
        for aside in story.aside {
            guard let first = aside.evidence.first else { continue }
            let count = aside.events.count
            page.entry(
                "ASIDE", margin: Self.margin,
                "\(names.report(first.report)) also: \(count) \(count == 1 ? "event" : "events") in which \(aside.reason), such as "
                    + names.words([first], most: 60),
                id: aside.events.first?.rawValue)
        }
    }
}
