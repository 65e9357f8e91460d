import Language
import Lexicon
import Reports

/// Reads roles out of descriptions, and sides and codes out of roles.
struct RoleReader {
    let coreference: Coreference
    let knowledge: ActorKnowledge
    /// The id of each cluster's actor, by root.
    let ids: [Int: Identifier]
    let date: PartialDate?

    private var analysis: Analysis { coreference.analysis }

    /// The roles that the report states for a cluster.
    func stated(_ root: Int) -> [Actor.Role] {
        var roles: [Actor.Role] = []
        for (phrase, description) in coreference.descriptions(of: root) {
            for role in read(description, of: phrase, root) { add(role, to: &roles) }
        }
        for role in ledBodies(root) { add(role, to: &roles) }
        return roles
    }

    /// Adds a role, or its evidence to one that says as much or more: "minister" to "trade minister of Chad".
    private func add(_ role: Actor.Role, to roles: inout [Actor.Role]) {
        if let index = roles.firstIndex(where: { Self.covers($0, role) }) {
            roles[index].evidence += role.evidence.filter { !roles[index].evidence.contains($0) }
        } else if let index = roles.firstIndex(where: { Self.covers(role, $0) }) {
            let evidence = roles[index].evidence
            roles[index] = role
            roles[index].evidence = evidence + role.evidence.filter { !evidence.contains($0) }
        } else {
            roles.append(role)
        }
    }

    static func covers(_ a: Actor.Role, _ b: Actor.Role) -> Bool {
        guard a.relation == b.relation, b.of == nil || a.of == b.of, a.isFormer == b.isFormer else { return false }
        guard a.isActing == b.isActing || !b.isActing else { return false }
        guard let title = b.title else { return true }
        return a.title == title || a.title?.hasSuffix(" " + title) == true
    }

    private func read(_ description: Description, of phrase: Int, _ root: Int) -> [Actor.Role] {
        let kind = coreference.kind(of: root)
        guard kind == .person || kind == .collective else { return [] }
        let bodies = coreference.affiliations(of: description).filter { $0 != root }
        let evidence = [analysis.evidence(evidence(of: description, phrase))]
        if description.noun == "counterpart" { return counterpart(description, bodies, evidence) }
        if HeadNoun.kin.contains(description.noun) { return [] }
        if HeadNoun.opposed.contains(description.noun),
            bodies.allSatisfy({ [.state, .place].contains(coreference.kind(of: $0)) })
        {
            return []
        }
        let relation = self.relation(description, bodies)
        guard let relation else { return [] }
        // A description without a body says an office, but no tie.
        if bodies.isEmpty, kind == .collective || !isPublic(description) { return [] }
        if bodies.isEmpty, relation != .office {
            return isOffice(description) ? [role(.office, description, nil, evidence)] : []
        }
        let of = body(for: relation, bodies)
        var roles = [role(relation, description, of, evidence)]
        if relation == .leads || relation == .speaksFor, isOffice(description), description.title.contains(" ") == false
        {
            return roles
        }
        if relation == .belongsTo, kind == .collective { roles[0].title = nil }
        return roles
    }

    private func role(
        _ relation: Actor.Role.Relation, _ description: Description, _ of: Int?, _ evidence: [Evidence]
    ) -> Actor.Role {
        Actor.Role(
            relation: relation, title: (description.isActing ? "acting " : "") + description.title,
            of: of.flatMap { ids[$0] }, isActing: description.isActing, isFormer: description.isFormer,
            evidence: evidence, basis: .stated)
    }

    /// The office is in the first body that can have one: a place only if nothing else is named.
    private func body(for relation: Actor.Role.Relation, _ bodies: [Int]) -> Int? {
        if relation == .office {
            return bodies.first { ids[$0] != nil }
        }
        return bodies.first {
            [.group, .organisation, .state, .outlet].contains(coreference.kind(of: $0)) && ids[$0] != nil
        }
            ?? bodies.first { ids[$0] != nil }
    }

    private func evidence(of description: Description, _ phrase: Int) -> Range<Int> {
        let tokens = coreference.phrases[phrase].tokens
        if tokens.contains(description.head) { return tokens }
        return NounPhrase(analysis: analysis).extent(of: description.head)
    }

    /// What a noun says of its bearer: by the title table, else by the noun itself.
    func relation(_ description: Description, _ bodies: [Int]) -> Actor.Role.Relation? {
        if HeadNoun.speakers.contains(description.noun) { return .speaksFor }
        let title = knowledge.longestTitle(endingIn: description.title) ?? knowledge.title(description.noun)
        let isBody = bodies.contains { [.group, .organisation].contains(coreference.kind(of: $0)) }
        if HeadNoun.leaders.contains(description.noun), title?.sector == nil || isBody { return .leads }
        switch title?.relation {
        case .office: return .office
        case .speaksFor: return .speaksFor
        case .leads: return .leads
        case .belongsTo: return .belongsTo
        case .partOf: return .partOf
        case nil: break
        }
        if HeadNoun.leaders.contains(description.noun) { return .leads }
        return HeadNoun.followers.contains(description.noun) ? .belongsTo : nil
    }

    /// An office that means something without saying where: "the interior minister", but not "a rebel".
    private func isPublic(_ description: Description) -> Bool {
        let title = knowledge.longestTitle(endingIn: description.title) ?? knowledge.title(description.noun)
        guard title?.relation == .office, let sector = title?.sector else { return false }
        return [.government, .military, .legislature, .judiciary, .police, .intelligence].contains(sector)
    }

    private func isOffice(_ description: Description) -> Bool {
        (knowledge.longestTitle(endingIn: description.title) ?? knowledge.title(description.noun))?.relation != nil
    }

    /// "Her Dutch counterpart": the office of whom "her" stands for, in the other country.
    private func counterpart(_ description: Description, _ bodies: [Int], _ evidence: [Evidence]) -> [Actor.Role] {
        guard let possessor = description.possessor, let other = coreference.cluster(atHead: possessor) else {
            return []
        }
        for (phrase, office) in coreference.descriptions(of: other) where relation(office, []) == .office {
            return [
                Actor.Role(
                    relation: .office, title: office.title, of: bodies.first.flatMap { ids[$0] }, isFormer: false,
                    evidence: evidence + [analysis.evidence(coreference.phrases[phrase].tokens)],
                    basis: .inferred(rule: "counterpart"))
            ]
        }
        return []
    }

    /// "The Osei-led council".
    private func ledBodies(_ root: Int) -> [Actor.Role] {
        var roles: [Actor.Role] = []
        for member in coreference.phrases(of: root) where coreference.phrases[member].form == .name {
            guard let name = coreference.phrases[member].name, coreference.kind(of: root) == .person else { continue }
            var verb = name.upperBound
            if verb < analysis.tokens.count, analysis.tokens[verb].form == "-" { verb += 1 }
            guard verb + 1 < analysis.tokens.count, knowledge.lowercased(analysis.tokens[verb]) == "led" else {
                continue
            }
            guard let body = bodyAfter(verb), let id = ids[body] else { continue }
            let tokens =
                name
                .lowerBound..<(coreference.phrases(of: body).map { coreference.phrases[$0].tokens }
                .first { $0.contains(verb + 1) || $0.lowerBound == verb + 1 }?.upperBound ?? verb + 1)
            roles.append(
                Actor.Role(
                    relation: .leads, title: nil, of: id, evidence: [analysis.evidence(tokens)], basis: .stated))
        }
        return roles
    }

    /// A body whose name begins right after a word, or a few modifiers later.
    private func bodyAfter(_ token: Int) -> Int? {
        for index in token + 1..<min(token + 8, analysis.tokens.count) {
            let upos = analysis.tokens[index].upos
            guard upos == .propn || upos == .noun || upos == .adj else { return nil }
            guard let cluster = coreference.cluster(atHead: index) else { continue }
            if [.group, .organisation, .state].contains(coreference.kind(of: cluster)) { return cluster }
        }
        return nil
    }
}
