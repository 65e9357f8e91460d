import Language
import Reports

/// Turns attributions into statements: sources into links of a chain, and what stands outside of all attributions into
/// the outlet's narration.
struct StatementBuilder {
    init() {}

    /// - Returns: Statements in text order, outer before inner, narration among them.
    func build(_ analysis: Analysis, _ attributions: [Attribution], _ actors: ActorTable) -> [Statement] {
        let voice = voice(of: analysis.report, actors)
        var told: [Statement] = []
        for attribution in attributions {
            let parent = attribution.parent.map { told[$0] }
            told.append(statement(attribution, in: told, parent: parent, voice: voice, analysis, actors))
        }
        let narration = NarrationReader(analysis: analysis).statements(besides: attributions, voice: voice)
        let children = Dictionary(grouping: told.indices.filter { told[$0].parent != nil }) { attributions[$0].parent! }
        var roots: [(span: Span, statements: [Statement])] = narration.map { ($0.evidence[0].span, [$0]) }
        for index in told.indices where told[index].parent == nil {
            var family: [Statement] = []
            func add(_ index: Int) {
                family.append(told[index])
                for child in children[index] ?? [] { add(child) }
            }
            add(index)
            roots.append((told[index].evidence[0].span, family))
        }
        // The sort is made stable by the place in the list.
        let order = roots.indices.sorted { a, b in
            roots[a].span.start != roots[b].span.start ? roots[a].span.start < roots[b].span.start : a < b
        }
        return order.flatMap { roots[$0].statements }
    }

    /// The first link of all chains of a report: its outlet, or an outlet that is not known.
    private func voice(of report: Report, _ actors: ActorTable) -> Link {
        let outlet = report.publisher.flatMap { publisher in
            actors.actors.first {
                $0.kind == .outlet && ($0.names.contains(publisher.name) || $0.name == publisher.name)
            }
        }
        return Link(
            kind: .outlet, actor: outlet?.id, mention: nil, cues: [], basis: .inferred(rule: "own-voice"))
    }

    private func statement(
        _ attribution: Attribution, in told: [Statement], parent: Statement?, voice: Link, _ analysis: Analysis,
        _ actors: ActorTable
    ) -> Statement {
        let content = attribution.contents.map { analysis.evidence(withoutTo($0, in: analysis)) }
        var abstained = attribution.abstained
        let link = link(attribution, in: told, analysis, actors, abstained: &abstained)
        var evidence = content + attribution.cues.map { analysis.evidence($0) }
        if let source = attribution.source { evidence.append(analysis.evidence(source)) }
        evidence.sort()
        let report = analysis.report.id
        var parts = [report.rawValue, parent?.id.rawValue ?? "", attribution.kind.rawValue]
        for item in evidence { parts.append("\(item.span.start)-\(item.span.end)") }
        return Statement(
            id: Identifier(.statement, parts), report: report, parent: parent?.id, kind: attribution.kind,
            act: attribution.act, chain: (parent?.chain ?? [voice]) + [link], content: content.sorted(),
            addressees: attribution.addressees.compactMap { tokens in
                actors.actor(of: tokens, in: analysis).map { .init(actor: $0, evidence: analysis.evidence(tokens)) }
            },
            medium: attribution.medium.map { medium in
                .init(
                    actor: mediumActor(medium, in: analysis, actors), kind: medium.kind,
                    at: analysis.evidence(medium.tokens))
            },
            polarity: attribution.polarity, certainty: attribution.certainty, abstained: abstained, evidence: evidence,
            rule: attribution.rule, confidence: attribution.confidence)
    }

    /// A content without the "to" of an infinitive that leads it.
    private func withoutTo(_ content: Range<Int>, in analysis: Analysis) -> Range<Int> {
        guard content.count > 1, analysis.isInfinitiveMark(content.lowerBound) else { return content }
        return content.lowerBound + 1..<content.upperBound
    }

    /// The outlet of a medium: the actor that the phrase names, or one that is named inside it.
    private func mediumActor(_ medium: Attribution.Medium, in analysis: Analysis, _ actors: ActorTable) -> Identifier? {
        let inside = actors.entries.filter {
            medium.tokens.contains($0.head) && actors[$0.actor]?.kind == .outlet
        }
        return inside.first?.actor
            ?? actors.actor(of: medium.tokens, in: analysis).flatMap {
                actors[$0]?.kind == .outlet ? $0 : nil
            }
    }

    private func link(
        _ attribution: Attribution, in told: [Statement], _ analysis: Analysis, _ actors: ActorTable,
        abstained: inout String?
    ) -> Link {
        let cues = attribution.cues.map { analysis.evidence($0) }
        if let origin = attribution.inherits, told.indices.contains(origin) {
            let source = told[origin].source
            return Link(
                kind: source.kind, actor: source.actor, mention: nil, cues: cues,
                basis: .inferred(rule: attribution.sourceRule ?? "inherited-source"))
        }
        guard let source = attribution.source else {
            return Link(kind: .unnamed, actor: nil, mention: nil, cues: cues)
        }
        let mention = analysis.evidence(source)
        if let id = actors.actor(of: source, in: analysis), let actor = actors[id] {
            guard actor.isAnonymous else { return Link(kind: .actor, actor: id, mention: mention, cues: cues) }
            return Link(
                kind: isReports(source, in: analysis) ? .reports : .unnamed, actor: id, mention: mention, cues: cues)
        }
        if isReports(source, in: analysis) { return Link(kind: .reports, actor: nil, mention: mention, cues: cues) }
        abstained = abstained ?? "source not resolved"
        return Link(kind: .unnamed, actor: nil, mention: mention, cues: cues)
    }

    /// "reports", "media accounts": other tellings rather than people.
    private func isReports(_ source: Range<Int>, in analysis: Analysis) -> Bool {
        switch analysis.tokens[analysis.head(of: source)].lemma.lowercased() {
        case "report", "rumour", "rumor", "account", "media", "press", "reporting", "dispatch": true
        default: false
        }
    }
}
