import Language
import Lexicon
import Reports

/// Sides and codes: what an actor's roles, name and the lexicon together say of where it stands.
struct SideReader {
    let coreference: Coreference
    let knowledge: ActorKnowledge
    let ids: [Int: Identifier]
    /// The roles of each cluster, by root.
    let roles: [Int: [Actor.Role]]
    let date: PartialDate?
    private let onlyCountry: String?
    private let rootOfID: [Identifier: Int]

    init(
        coreference: Coreference, knowledge: ActorKnowledge, ids: [Int: Identifier], roles: [Int: [Actor.Role]],
        date: PartialDate?
    ) {
        self.coreference = coreference
        self.knowledge = knowledge
        self.ids = ids
        self.roles = roles
        self.date = date
        onlyCountry = Self.onlyCountry(coreference, knowledge)
        rootOfID = Dictionary(uniqueKeysWithValues: ids.map { ($0.value, $0.key) })
    }

    private var lexicon: Lexicon { knowledge.lexicon }

    // MARK: Sides

    /// The party that a cluster stands with; nil for parties themselves and where nothing says it.
    func side(of root: Int) -> Actor.Side? {
        var visited: Set<Int> = []
        guard let found = party(of: root, &visited), found.root != root, let id = ids[found.root] else { return nil }
        return Actor.Side(actor: id, evidence: found.evidence, basis: found.basis)
    }

    private struct Found {
        var root: Int
        var evidence: [Evidence]
        var basis: Basis
    }

    private func party(of root: Int, _ visited: inout Set<Int>) -> Found? {
        guard visited.insert(root).inserted else { return nil }
        let kind = coreference.kind(of: root)
        switch kind {
        case .state: return Found(root: root, evidence: [], basis: .stated)
        case .person, .collective:
            let ties = (roles[root] ?? []).filter { !$0.isFormer && $0.of != nil && $0.relation != .partOf }
            // What the report says goes before what the lexicon knows.
            let order: [Actor.Role.Relation] = [.speaksFor, .office, .leads, .belongsTo]
            let ranked = [ties.filter { $0.basis == .stated }, ties.filter { $0.basis != .stated }]
            for (group, relation) in ranked.flatMap({ group in order.map { (group, $0) } }) {
                for tie in group where tie.relation == relation {
                    guard let body = tie.of.flatMap({ rootOfID[$0] }) else { continue }
                    guard let next = top(body, &visited) else { continue }
                    let basis: Basis = tie.basis == .stated ? .inferred(rule: Self.rule(relation)) : tie.basis
                    return Found(root: next.root, evidence: tie.evidence + next.evidence, basis: basis)
                }
            }
            return kind == .collective ? companions(of: root, &visited) : nil
        case .group, .organisation:
            if !coreference.hasName(root), let found = companions(of: root, &visited) { return found }
            return top(root, &visited)
        case .outlet, .place: return nil
        }
    }

    private static func rule(_ relation: Actor.Role.Relation) -> String {
        switch relation {
        case .speaksFor: "spokesman-for-body"
        case .office: "office-holder-for-body"
        case .leads: "leader-for-body"
        case .belongsTo, .partOf: "member-for-body"
        }
    }

    /// The party above a body: the lexicon's side of a group, the state of a ministry; else the body.
    private func top(_ root: Int, _ visited: inout Set<Int>) -> Found? {
        let kind = coreference.kind(of: root)
        if kind == .person || kind == .collective || (kind == .group && !coreference.hasName(root)) {
            return party(of: root, &visited)
        }
        if let above = above(root), above != root {
            return Found(root: above, evidence: [], basis: .inferred(rule: "lexicon-side"))
        }
        if coreference.kind(of: root) == .place, let state = stateOfPlace(root) {
            return Found(root: state, evidence: [], basis: .inferred(rule: "country-of-place"))
        }
        return Found(root: root, evidence: [], basis: .stated)
    }

    private func stateOfPlace(_ root: Int) -> Int? {
        guard let entry = coreference.entry(of: root) else { return nil }
        switch entry.kind {
        case .place: return coreference.cluster(ofState: lexicon.places[entry.row].country)
        case .state: return coreference.cluster(ofState: lexicon.states[entry.row].code)
        default: return nil
        }
    }

    /// The party above a body by the lexicon, if it is an actor of this report.
    func above(_ root: Int) -> Int? {
        guard let entry = coreference.entry(of: root) else { return nil }
        switch entry.kind {
        case .group:
            let group = lexicon.groups[entry.row]
            return cluster(named: group.standing(on: date)?.side ?? "") ?? cluster(named: group.parent)
        case .organisation:
            let body = lexicon.organisations[entry.row]
            if let parent = cluster(named: body.parent) { return above(parent) ?? parent }
            return body.kind == .body ? coreference.cluster(ofState: body.country) : nil
        default: return nil
        }
    }

    /// The cluster of a name or code as tables write them.
    func cluster(named name: String) -> Int? {
        guard !name.isEmpty else { return nil }
        if let state = coreference.cluster(ofState: name) { return state }
        let key = Names.key(name)
        return coreference.roots.first { root in
            guard let entry = coreference.entry(of: root), entry.form != .demonym, entry.form != .capital else {
                return false
            }
            return Names.key(lexicon.name(of: entry)) == key
        }
    }

    /// Unnamed people "of" somebody stand with that one's party.
    private func companions(of root: Int, _ visited: inout Set<Int>) -> Found? {
        for (phrase, description) in coreference.descriptions(of: root) {
            guard HeadNoun.followers.contains(description.noun) else { continue }
            for other in coreference.affiliations(of: description) where other != root {
                guard let found = party(of: other, &visited) ?? top(other, &visited) else { continue }
                let evidence = coreference.analysis.evidence(coreference.phrases[phrase].tokens)
                return Found(root: found.root, evidence: [evidence], basis: .inferred(rule: "companions-for-party"))
            }
        }
        return nil
    }

    // MARK: Codes

    func code(of root: Int) -> Actor.Code? {
        var visited: Set<Int> = []
        let known = code(of: root, &visited)
        let words = codeOfWords(root)
        guard known != nil || words != nil else { return nil }
        // The words may add what the tables do not know, but not the sector of another country's actor.
        let isSame = known?.country == nil || words?.country == nil || known?.country == words?.country
        let sector = known?.sector ?? (isSame ? words?.sector : nil)
        if let country = known?.country ?? words?.country {
            return Actor.Code(country: country, sector: sector, basis: (known ?? words)!.basis)
        }
        // Whose rebels or president they are goes without saying where only one country is spoken of.
        if let country = onlyCountry, sector != nil, coreference.kind(of: root) != .organisation {
            return Actor.Code(country: country, sector: sector, basis: .inferred(rule: "only-country-named"))
        }
        return Actor.Code(country: nil, sector: sector, basis: (known ?? words)!.basis)
    }

    /// The only country that the report names, if it is one.
    private static func onlyCountry(_ coreference: Coreference, _ knowledge: ActorKnowledge) -> String? {
        let analysis = coreference.analysis
        let reader = PhraseCode(analysis: analysis, knowledge: knowledge)
        var found: String?
        for token in analysis.tokens.indices {
            guard let country = reader.state(at: token) else { continue }
            if let found, found != country { return nil }
            found = country
        }
        return found
    }

    /// By the words of the fullest phrase that is no pronoun.
    private func codeOfWords(_ root: Int) -> Actor.Code? {
        guard [.person, .group, .organisation, .collective].contains(coreference.kind(of: root)) else { return nil }
        let reader = PhraseCode(analysis: coreference.analysis, knowledge: knowledge)
        var country: String?
        var sector: String?
        for member in coreference.phrases(of: root) where coreference.phrases[member].form != .pronoun {
            let head = coreference.phrases[member].head
            country = country ?? reader.country(of: head)
            sector = sector ?? reader.sector(of: head)?.rawValue
        }
        guard country != nil || sector != nil else { return nil }
        return Actor.Code(country: country, sector: sector, basis: .inferred(rule: "words-of-the-phrase"))
    }

    private func code(of root: Int, _ visited: inout Set<Int>) -> Actor.Code? {
        guard visited.insert(root).inserted else { return nil }
        switch coreference.kind(of: root) {
        case .state:
            guard let code = state(root) else { return nil }
            return Actor.Code(
                country: code, sector: Sector.government.rawValue, basis: .inferred(rule: "lexicon-state"))
        case .group, .organisation, .outlet: return bodyCode(root)
        case .place:
            // A capital that acts stands for the government.
            let isCapital = coreference.entry(of: root)?.form == .capital
            return country(root).map {
                Actor.Code(
                    country: $0, sector: isCapital ? Sector.government.rawValue : nil,
                    basis: .inferred(rule: isCapital ? "capital-for-government" : "country-of-place"))
            }
        case .person, .collective: return personCode(root, &visited)
        }
    }

    private func state(_ root: Int) -> String? {
        guard let entry = coreference.entry(of: root), entry.kind == .state else { return nil }
        return lexicon.states[entry.row].codedAs
    }

    private func bodyCode(_ root: Int) -> Actor.Code? {
        guard let entry = coreference.entry(of: root) else { return nil }
        func code(_ country: String, _ sector: Sector?, _ rule: String) -> Actor.Code {
            Actor.Code(
                country: country.isEmpty ? nil : country, sector: sector?.rawValue, basis: .inferred(rule: rule))
        }
        switch entry.kind {
        case .group:
            let group = lexicon.groups[entry.row]
            return code(group.country, group.standing(on: date)?.sector, "lexicon-group")
        case .organisation:
            let body = lexicon.organisations[entry.row]
            return code(body.country, body.sector, "lexicon-organisation")
        case .outlet: return code(lexicon.outlets[entry.row].country, .journalism, "lexicon-outlet")
        case .state: return code(lexicon.states[entry.row].codedAs, .government, "lexicon-state")
        default: return nil
        }
    }

    private func country(_ root: Int) -> String? {
        guard let entry = coreference.entry(of: root) else { return nil }
        switch entry.kind {
        case .place: return lexicon.places[entry.row].country
        case .state: return lexicon.states[entry.row].codedAs
        default: return nil
        }
    }

    /// The sector of the first group or organisation that someone belongs to, leads or speaks for.
    private func bodySector(_ root: Int, _ visited: inout Set<Int>) -> String? {
        for role in roles[root] ?? [] where !role.isFormer && role.relation != .office {
            guard let body = role.of.flatMap({ rootOfID[$0] }) else { continue }
            let kind = coreference.kind(of: body)
            guard kind == .group || kind == .organisation else { continue }
            var seen: Set<Int> = []
            if let sector = code(of: body, &seen)?.sector { return sector }
        }
        return nil
    }

    private func personCode(_ root: Int, _ visited: inout Set<Int>) -> Actor.Code? {
        var country: String?
        var sector: String?
        var rule = "title"
        for (_, description) in coreference.descriptions(of: root) {
            let title = knowledge.longestTitle(endingIn: description.title) ?? knowledge.title(description.noun)
            for body in coreference.affiliations(of: description) {
                guard let code = code(of: body, &visited) else { continue }
                country = country ?? code.country
                if sector == nil, !description.isFormer,
                    HeadNoun.followers.contains(description.noun)
                        || HeadNoun.leaders.contains(description.noun) || HeadNoun.speakers.contains(description.noun)
                {
                    sector =
                        title?.sector?.rawValue
                        ?? (coreference.kind(of: body) == .state
                            ? PhraseCode(analysis: coreference.analysis, knowledge: knowledge)
                                .sector(of: description.head)?.rawValue : nil) ?? code.sector
                    rule = "sector-of-body"
                }
            }
            for token in description.affiliations where country == nil {
                country = knowledge.state(demonym: coreference.analysis.tokens[token])?.codedAs
            }
            guard let found = title?.sector, sector == nil else { continue }
            // PLOVER: who has left office is of the elite.
            sector = description.isFormer ? Sector.elite.rawValue : found.rawValue
        }
        if sector == nil, coreference.kind(of: root) == .collective || country != nil {
            sector = bodySector(root, &visited)
        }
        if let entry = coreference.entry(of: root), entry.kind == .person {
            let person = lexicon.people[entry.row]
            if country == nil { country = person.country }
            if sector == nil, let role = person.roles(on: date).first {
                sector = role.sector?.rawValue
                rule = "lexicon-person"
            }
        }
        guard country != nil || sector != nil else { return nil }
        return Actor.Code(country: country, sector: sector, basis: .inferred(rule: rule))
    }
}
