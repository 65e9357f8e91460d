import Lexicon
import Reports

/// Adds the outlet of a report and those it credits, which may stand nowhere in the words that are read.
struct OutletReader {
    let report: Report
    let knowledge: ActorKnowledge

    func add(to actors: inout [Actor]) {
        if let publisher = report.publisher {
            add(publisher.name, at: publisher.evidence, to: &actors)
        }
        for credit in report.credits where credit.kind == .syndication || credit.kind == .agency {
            add(report.words(credit.name), at: [credit.name], to: &actors)
        }
    }

    private func add(_ name: String, at spans: [Span], to actors: inout [Actor]) {
        let key = Names.key(name)
        let evidence = spans.map(report.evidence)
        let index = actors.firstIndex { actor in
            actor.kind != .person
                && (actor.names.contains { Names.key($0) == key }
                    || actor.mentions.contains { evidence.contains($0.at) })
        }
        if let index {
            actors[index].kind = .outlet
            if !actors[index].names.contains(name) { actors[index].names.append(name) }
            for at in evidence where !actors[index].mentions.contains(where: { $0.at.span.overlaps(at.span) }) {
                actors[index].mentions.append(Actor.Mention(at: at, form: .name))
            }
            actors[index].mentions.sort { $0.at < $1.at }
            return
        }
        let entry = knowledge.lexicon.entries(named: name, kinds: .outlet).first
        let country = entry.map { knowledge.lexicon.outlets[$0.row].country } ?? ""
        actors.append(
            Actor(
                id: Identifier(.actor, report.id.rawValue, "outlet", key), name: name, kind: .outlet, names: [name],
                mentions: evidence.map { Actor.Mention(at: $0, form: .name) },
                code: Actor.Code(
                    country: country.isEmpty ? nil : country, sector: Sector.journalism.rawValue,
                    basis: .inferred(rule: "outlet"))))
    }
}
