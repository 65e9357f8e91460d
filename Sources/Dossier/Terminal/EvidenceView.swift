import Language
import Reading
import Reports
import Stories

/// The evidence of one item: its exact words within their sentence, its chain, and the rule that made it.
public struct EvidenceView: Sendable {
    private let document: Document
    private let style: TerminalStyle
    private let names: Names

    public init(_ document: Document, style: TerminalStyle = TerminalStyle()) {
        self.document = document
        self.style = style
        names = Names(document)
    }

    /// What is known of an id (or of the beginning of one, if only one id begins so); nil if nothing has it.
    public func text(for id: String) -> String? {
        var page = Page(style)
        let matches = Set(items().map(\.id).filter { $0.rawValue == id || $0.rawValue.hasPrefix(id) })
        let exact = matches.filter { $0.rawValue == id }
        guard let found = exact.first ?? (matches.count == 1 ? matches.first : nil) else { return nil }
        for item in items() where item.id == found { write(item, &page) }
        return page.text
    }

    /// All ids that begin with a text, sorted: for the message when it is not unique.
    public func ids(beginning prefix: String) -> [String] {
        Set(items().map(\.id.rawValue)).filter { $0.hasPrefix(prefix) }.sorted()
    }

    private struct Item {
        var id: Identifier
        var title: String
        var facts: [(String, String)] = []
        var chain: [Link] = []
        var evidence: [Evidence]
        var basis: Basis
    }

    private func items() -> [Item] {
        let record = document.record
        var items = record.readings.map(report)
        items += record.actors.map(actor)
        items += record.readings.flatMap { $0.statements.map(statement) }
        items += record.readings.flatMap { reading in reading.events.map(event) }
        items += record.times.map(time)
        items += record.places.map(place)
        items += record.numbers.map(number)
        for story in document.stories { items += self.items(of: story) }
        return items
    }

    private func write(_ item: Item, _ page: inout Page) {
        page.heading(item.id.rawValue, item.title)
        for (label, value) in item.facts where !value.isEmpty { page.entry("  " + label, margin: 14, ink: .dim, value) }
        for (index, link) in item.chain.enumerated() {
            let cues = link.cues.map { "“\(names.border.quote($0))”" }.joined(separator: ", ")
            let how = link.basis.rule.map { " (inferred: \($0))" } ?? ""
            page.entry(
                index == 0 ? "  chain" : "", margin: 14, ink: .dim,
                String(repeating: "▸ ", count: index)
                    + (link.kind == .outlet ? "the report's own voice" : names.link(link))
                    + (cues.isEmpty ? "" : ", by " + cues) + how)
        }
        if let rule = item.basis.rule { page.entry("  inferred", margin: 14, ink: .dim, rule) }
        for place in item.evidence {
            page.entry("  evidence", margin: 14, ink: .dim, inSentence(place) + " " + names.offsets(place))
        }
    }

    /// The words marked within the sentence around them.
    private func inSentence(_ place: Evidence) -> String {
        guard let reading = document.record.readings.first(where: { $0.report.id == place.report }) else { return "" }
        let around = reading.analysis.sentences.filter { $0.span.overlaps(place.span) }
        let whole = around.reduce(place.span) { $0.union($1.span) }
        let before = reading.report.words(Span(whole.start, place.span.start))
        let after = reading.report.words(Span(place.span.end, whole.end))
        return before + "⟦" + names.border.quote(place) + "⟧" + after
    }

    private func report(_ reading: Reading) -> Item {
        let report = reading.report
        return Item(
            id: report.id, title: "report " + names.report(report.id),
            facts: [
                ("file", report.source.name), ("sha256", report.source.sha256),
                ("outlet", report.publisher?.name ?? "unknown"),
                (
                    "regions",
                    report.regions.map(\.label.rawValue).reduce(into: [String]()) {
                        if !$0.contains($1) { $0.append($1) }
                    }.joined(separator: ", ")
                ),
            ],
            evidence: report.headline.map { [report.evidence($0)] } ?? [], basis: .stated)
    }

    private func actor(_ actor: Actor) -> Item {
        let roles = actor.roles.map { role in
            let state = (role.isActing ? "acting " : "") + (role.isFormer ? "former " : "")
            let how = role.basis.rule.map { " (inferred: \($0))" } ?? ""
            return role.relation.rawValue + " " + state + (role.title ?? "")
                + (role.of.map { " " + names.actor($0) } ?? "") + how
        }
        return Item(
            id: actor.id, title: "\(actor.kind.rawValue) \(actor.name)",
            facts: [
                ("names", actor.names.joined(separator: "; ")), ("roles", roles.joined(separator: "; ")),
                (
                    "side",
                    actor.side.map { names.actor($0.actor) + ($0.basis.rule.map { " (inferred: \($0))" } ?? "") } ?? ""
                ),
                ("code", actor.code.map { [$0.country, $0.sector].compactMap { $0 }.joined(separator: " ") } ?? ""),
                (
                    "perhaps",
                    actor.possiblySame.map { "\(names.actor($0.actor)): \($0.reason)" }.joined(separator: "; ")
                ),
            ],
            evidence: actor.mentions.map(\.at), basis: .stated)
    }

    private func statement(_ statement: Statement) -> Item {
        Item(
            id: statement.id, title: "statement: \(statement.act.rawValue), \(statement.kind.rawValue)",
            facts: [
                ("says", names.words(statement.content, most: 400)),
                ("to", statement.addressees.map { names.actor($0.actor) }.joined(separator: ", ")),
                ("through", statement.medium.map { "\($0.kind.rawValue) “\(names.border.quote($0.at))”" } ?? ""),
                ("when", statement.time.map(names.date) ?? ""),
                ("polarity", statement.polarity.rawValue), ("certainty", statement.certainty.rawValue),
                ("rule", statement.rule), ("abstained", statement.abstained ?? ""),
                ("inside", statement.parent?.rawValue ?? ""),
            ],
            chain: statement.chain, evidence: statement.evidence, basis: .stated)
    }

    private func event(_ event: Event) -> Item {
        Item(
            id: event.id,
            title: "event \(event.kind.rawValue)" + (event.mode.map { " (\($0))" } ?? "")
                + ", \(event.reality.rawValue)",
            facts: [
                ("who", event.actors.map { names.actor($0.actor) }.joined(separator: ", ")),
                ("to whom", event.recipients.map { names.actor($0.actor) }.joined(separator: ", ")),
                ("where", event.place.map(names.place) ?? ""), ("when", event.time.map(names.date) ?? ""),
                ("contexts", event.contexts.joined(separator: ", ")), ("told in", event.statement.rawValue),
            ],
            chain: names.statement(event.statement)?.chain ?? [], evidence: event.evidence, basis: event.basis)
    }

    private func time(_ time: TimeExpression) -> Item {
        Item(
            id: time.id, title: "time " + (time.value ?? "without a date"),
            facts: [
                ("between", (time.earliest ?? "…") + " and " + (time.latest ?? "…")), ("role", time.role.rawValue),
                ("from", time.anchors.map(\.rawValue).joined(separator: ", ")),
            ],
            evidence: time.at.map { [$0] } ?? [], basis: time.basis)
    }

    private func place(_ place: Place) -> Item {
        Item(
            id: place.id, title: "place \(place.name)",
            facts: [
                ("level", place.level.rawValue), ("country", place.country ?? ""),
                ("uses", place.uses.map { $0.role.rawValue }.joined(separator: ", ")),
            ],
            evidence: place.uses.map(\.at), basis: .stated)
    }

    private func number(_ number: Quantity) -> Item {
        Item(
            id: number.id, title: "number \(number.value)",
            facts: [("unit", number.unit ?? ""), ("of", number.of ?? "")], evidence: [number.at], basis: .stated)
    }

    private func items(of story: Story) -> [Item] {
        var items = [
            Item(
                id: story.id, title: "story",
                facts: [("reports", story.reports.map(names.report).joined(separator: ", "))], evidence: [],
                basis: story.basis)
        ]
        items += story.passages.map { passage in
            Item(
                id: passage.id, title: "passage of \(passage.words) words",
                facts: [("earlier", passage.earlier.map(names.report) ?? "not known")], evidence: passage.places,
                basis: .inferred(rule: "shared-words"))
        }
        items += story.origins.map { origin in
            Item(
                id: origin.id, title: "origin: " + (origin.actor.map(names.actor) ?? origin.kind.rawValue),
                facts: [
                    ("first in", names.report(origin.report)),
                    ("statements", origin.statements.map(\.rawValue).joined(separator: ", ")),
                ], evidence: [], basis: .stated)
        }
        items += story.claims.map { claim in
            Item(
                id: claim.id, title: "claim: \(claim.slot.title.lowercased()), \(claim.status.rawValue)",
                facts: [
                    ("account", claim.account?.rawValue ?? ""),
                    ("origins", claim.origins.map(\.rawValue).joined(separator: ", ")),
                    ("said by", claim.sides.map(names.actor).joined(separator: ", ")),
                    ("silent", claim.silent.map(names.actor).joined(separator: ", ")),
                    ("flags", claim.flags.map(\.rawValue).joined(separator: ", ")),
                    ("statements", claim.supports.compactMap { $0.statement?.rawValue }.joined(separator: ", ")),
                ],
                evidence: claim.supports.flatMap(\.evidence), basis: claim.basis)
        }
        for talks in story.talks {
            items += talks.items.map { item in
                Item(
                    id: item.id,
                    title: "\(item.slot.title.lowercased()): " + (item.value ?? item.actor.map(names.actor) ?? ""),
                    facts: [
                        ("who", item.actor.map(names.actor) ?? ""),
                        ("to", item.to.map(names.actor).joined(separator: ", ")),
                        (
                            "status",
                            [item.status.rawValue, item.account?.rawValue].compactMap { $0 }.joined(separator: ", ")
                        ),
                        ("claim", item.claim?.rawValue ?? ""),
                    ],
                    chain: item.chain, evidence: item.evidence, basis: item.basis)
            }
        }
        items += story.positions.map { position in
            Item(
                id: position.id, title: "issue: \(position.issue)",
                facts: position.cells.map {
                    (names.actor($0.party), $0.stands.map(\.rawValue).joined(separator: ", "))
                },
                evidence: position.issueEvidence, basis: .stated)
        }
        return items
    }
}
