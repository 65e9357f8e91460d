import Language
import Lexicon
import Reports

/// Makes actors of the clusters of a report.
struct ActorBuilder {
    private let coreference: Coreference
    private let knowledge: ActorKnowledge
    private let roots: [Int]
    private let ids: [Int: Identifier]
    private let date: PartialDate?

    private var analysis: Analysis { coreference.analysis }
    private var report: Report { coreference.analysis.report }

    init(_ coreference: Coreference, _ knowledge: ActorKnowledge) {
        self.coreference = coreference
        self.knowledge = knowledge
        roots = coreference.roots.filter { Self.isKept($0, in: coreference) }
        let report = coreference.analysis.report
        var ids: [Int: Identifier] = [:]
        var used: Set<Identifier> = []
        for root in roots {
            let span = coreference.analysis.span(of: coreference.phrases[root].tokens)
            let head = coreference.analysis.tokens[coreference.phrases[root].head].span
            var parts = [report.id.rawValue, "\(span.start)-\(span.end)", "\(head.start)"]
            // Two phrases may have the same words and head: a name and the noun that it stands in.
            while !used.insert(Identifier(.actor, parts)).inserted { parts.append("again") }
            ids[root] = Identifier(.actor, parts)
        }
        self.ids = ids
        date = report.date.flatMap { stamp in stamp.year.flatMap { Self.date($0, stamp.month, stamp.day) } }
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return PartialDate("\(year)-\(two(month))-\(two(day))")
    }

    /// Pronouns that nothing resolved are no actors; a place is one where it acts, or where an office is in it.
    private static func isKept(_ root: Int, in coreference: Coreference) -> Bool {
        let members = coreference.phrases(of: root)
        if members.allSatisfy({ coreference.phrases[$0].form == .pronoun }) {
            return members.contains { coreference.isUnnamedSource($0) }
        }
        guard coreference.kind(of: root) == .place else { return true }
        return members.contains { member in
            let phrase = coreference.phrases[member]
            let relation = coreference.analysis.tokens[phrase.head].relation.base
            return ["nsubj", "iobj"].contains(relation) || coreference.isOfficeSeat(phrase.head)
        }
    }

    func build() -> ActorTable {
        let reader = RoleReader(coreference: coreference, knowledge: knowledge, ids: ids, date: date)
        var roles: [Int: [Actor.Role]] = [:]
        for root in roots { roles[root] = reader.stated(root) }
        for root in roots { roles[root]! += known(root, beside: roles[root]!) }
        let sides = SideReader(
            coreference: coreference, knowledge: knowledge, ids: ids, roles: roles, date: date)
        for root in roots { roles[root]! += parts(root, sides) }
        var actors = roots.map { root in
            actor(root, roles: roles[root]!, side: sides.side(of: root), code: sides.code(of: root))
        }
        let entries = roots.flatMap { root in
            coreference.phrases(of: root).flatMap { member in
                let phrase = coreference.phrases[member]
                return phrase.heads.map { ActorTable.Entry(tokens: phrase.tokens, head: $0, actor: ids[root]!) }
            }
        }
        addDoubts(to: &actors)
        OutletReader(report: report, knowledge: knowledge).add(to: &actors)
        return ActorTable(actors: actors, entries: entries)
    }

    // MARK: One actor

    private func actor(_ root: Int, roles: [Actor.Role], side: Actor.Side?, code: Actor.Code?) -> Actor {
        let members = coreference.phrases(of: root)
        let kind = coreference.kind(of: root)
        var names: [String] = []
        for member in members {
            let phrase = coreference.phrases[member]
            for tokens in [phrase.name, phrase.acronym.map { $0..<$0 + 1 }].compactMap({ $0 }) {
                let name = analysis.words(tokens)
                if !names.contains(name) { names.append(name) }
            }
        }
        if names.isEmpty {
            let isPronoun = members.allSatisfy { coreference.phrases[$0].form == .pronoun }
            for member in members where isPronoun || coreference.phrases[member].form == .nominal {
                let name = withoutArticle(coreference.phrases[member].tokens)
                if !names.contains(name) { names.append(name) }
            }
        }
        let isAnonymous = !coreference.hasName(root)
        return Actor(
            id: ids[root]!, name: fullest(names, root), kind: kind, isAnonymous: isAnonymous, names: names,
            mentions: mentions(members), roles: roles, side: side, code: code)
    }

    private func mentions(_ members: [Int]) -> [Actor.Mention] {
        members.compactMap { member in
            let phrase = coreference.phrases[member]
            guard phrase.pronoun != .relative else { return nil }
            let own = coreference.root(member)
            var others: [Identifier] = []
            for other in coreference.alternatives[member] {
                guard coreference.root(other) != own, let id = ids[coreference.root(other)], !others.contains(id) else {
                    continue
                }
                others.append(id)
            }
            return Actor.Mention(at: analysis.evidence(phrase.tokens), form: phrase.form, alternatives: others)
        }
    }

    /// The lexicon's name, or the one with most words that the report uses; of those the first.
    private func fullest(_ names: [String], _ root: Int) -> String {
        if let entry = coreference.entry(of: root), entry.form != .capital, entry.form != .demonym {
            return knowledge.lexicon.name(of: entry)
        }
        func length(_ name: String) -> Int { name.utf8.reduce(1) { $0 + ($1 == 32 ? 1 : 0) } }
        var best = names.first ?? ""
        for name in names where length(name) > length(best) { best = name }
        return best
    }

    private func withoutArticle(_ tokens: Range<Int>) -> String {
        var low = tokens.lowerBound
        while low + 1 < tokens.upperBound, analysis.tokens[low].upos == .det,
            ["the", "a", "an"].contains(knowledge.lowercased(analysis.tokens[low]))
        {
            low += 1
        }
        return analysis.words(low..<tokens.upperBound)
    }

    // MARK: The lexicon's roles

    /// Roles on the day of the report that the lexicon knows, where the report does not state them itself.
    private func known(_ root: Int, beside stated: [Actor.Role]) -> [Actor.Role] {
        guard let entry = coreference.entry(of: root), entry.kind == .person else { return [] }
        let evidence = coreference.phrases(of: root).first { coreference.phrases[$0].form == .name }
            .map { [analysis.evidence(coreference.phrases[$0].tokens)] }
        let sides = SideReader(coreference: coreference, knowledge: knowledge, ids: ids, roles: [:], date: date)
        return knowledge.lexicon.people[entry.row].roles(on: date).prefix(3).compactMap { role in
            guard let body = sides.cluster(named: role.of), let id = ids[body] else { return nil }
            let isActing = role.title.hasPrefix("acting ")
            let title = role.title.isEmpty ? nil : role.title
            let found = Actor.Role(
                relation: relation(title), title: title, of: id, from: role.period.from?.description,
                to: role.period.to?.description, isActing: isActing, evidence: evidence ?? [],
                basis: .inferred(rule: "lexicon-person"))
            let isStated = stated.contains { mine in
                RoleReader.covers(mine, found) || (mine.of == id && mine.relation == found.relation)
            }
            return isStated ? nil : found
        }
    }

    private func relation(_ title: String?) -> Actor.Role.Relation {
        guard let title else { return .belongsTo }
        switch knowledge.longestTitle(endingIn: title)?.relation {
        case .speaksFor: return .speaksFor
        case .leads: return .leads
        case .belongsTo: return .belongsTo
        case .partOf: return .partOf
        case .office: return .office
        case nil: break
        }
        let noun = title.split(separator: " ").last.map(String.init) ?? title
        return HeadNoun.leaders.contains(noun) ? .leads : HeadNoun.speakers.contains(noun) ? .speaksFor : .office
    }

    /// A body of a state or a wing of a group.
    private func parts(_ root: Int, _ sides: SideReader) -> [Actor.Role] {
        let kind = coreference.kind(of: root)
        guard kind == .group || kind == .organisation, let above = sides.above(root), let id = ids[above] else {
            return []
        }
        let evidence = analysis.evidence(coreference.phrases[root].tokens)
        return [Actor.Role(relation: .partOf, of: id, evidence: [evidence], basis: .inferred(rule: "lexicon-side"))]
    }

    // MARK: Doubts

    private func addDoubts(to actors: inout [Actor]) {
        for doubt in coreference.doubts {
            let (a, b) = (coreference.root(doubt.first), coreference.root(doubt.second))
            guard a != b, let first = ids[a], let second = ids[b] else { continue }
            for (one, other) in [(first, second), (second, first)] {
                guard let at = actors.firstIndex(where: { $0.id == one }) else { continue }
                let identity = Actor.PossibleIdentity(actor: other, reason: doubt.reason)
                if !actors[at].possiblySame.contains(identity) { actors[at].possiblySame.append(identity) }
            }
        }
    }
}

extension Coreference {
    /// Whether some office is said to be in the place that a token names.
    func isOfficeSeat(_ token: Int) -> Bool {
        phrases.contains { phrase in phrase.descriptions.contains { $0.affiliations.contains(token) } }
    }
}
