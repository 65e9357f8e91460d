import Language
import Lexicon

/// PLOVER's country and sector as the words of a phrase give them: "Corvian rebel leaders", "the parliament of Corvia".
struct PhraseCode {
    let analysis: Analysis
    let knowledge: ActorKnowledge

    /// The country that the phrase names: by adjective, possessor, "of" or "in".
    func country(of head: Int) -> String? {
        var later: [Int] = []
        var here = analysis.children(of: head).filter { $0 < head }
        here.append(head)
        for token in here {
            if let state = state(at: token) { return state }
            // "Corvia's army", "the Corvian army chief's men": one step further.
            for child in analysis.children(of: token) where child < token && token != head {
                if let state = state(at: child) { return state }
            }
        }
        for child in analysis.children(of: head, .nounModifier) where child > head {
            guard let marker = analysis.child(of: child, .caseMarker),
                ["of", "in", "from", "throughout", "across"].contains(analysis.tokens[marker].lemma)
            else { continue }
            later.append(child)
        }
        for token in later {
            if let state = state(at: token) ?? country(of: token) { return state }
        }
        return nil
    }

    /// What the head noun is in PLOVER; where it says little, the word before it: "rebel leaders", "army spokesman".
    func sector(of head: Int) -> Sector? {
        let lemma = knowledge.lemma(analysis.tokens[head])
        if knowledge.state(demonym: analysis.tokens[head]) != nil {
            // "2,000 Corvians", "ethnic Corvians" are people; "the Corvians" may be their state.
            let isCounted =
                analysis.children(of: head, .number, .adjective).contains { $0 < head }
                || analysis.child(of: head, .adnominalClause, .relativeClause) != nil
            return isCounted && knowledge.isPlural(analysis.tokens[head]) ? .civilian : nil
        }
        let modifiers = analysis.children(of: head, .compound, .adjective, .nounModifier, .possessive)
        let before = modifiers.filter { $0 < head }.compactMap { Self.sectors[knowledge.lemma(analysis.tokens[$0])] }
        if lemma == "force" || lemma == "agent" || lemma == "service" {
            let isSecurity = modifiers.contains {
                ["security", "border"].contains(knowledge.lemma(analysis.tokens[$0]))
            }
            return before.last ?? (isSecurity ? .police : lemma == "force" ? .military : nil)
        }
        if Self.general.contains(lemma) {
            let whole = analysis.children(of: head, .nounModifier).first { child in
                child > head
                    && analysis.child(of: child, .caseMarker).map {
                        ["of", "from"].contains(analysis.tokens[$0].lemma)
                    } ?? false
            }
            return before.last ?? whole.flatMap { sector(of: $0) } ?? Self.sectors[lemma]
        }
        return Self.sectors[lemma] ?? before.last
    }

    /// The country that a word names, or is in.
    func state(at token: Int) -> String? {
        let word = analysis.tokens[token]
        guard word.form.utf8.first.map({ (0x41...0x5A).contains($0) }) ?? false else { return nil }
        if let state = knowledge.state(demonym: word) { return state.codedAs }
        let sentence = analysis.sentence(of: token).tokens
        // A name of several words has its head first or last.
        for start in [token, token - 1, token - 2] where sentence.contains(start) {
            let matches = knowledge.lexicon.longestMatches(
                at: start, count: sentence.upperBound, kinds: [.state, .place]
            ) {
                analysis.tokens[$0].form
            }
            guard let match = matches.first, match.words.contains(token) else { continue }
            if match.entry.kind == .state { return knowledge.lexicon.states[match.entry.row].codedAs }
            let countries = Set(matches.map { country(of: $0.entry) })
            if countries.count == 1, let country = countries.first, !country.isEmpty { return country }
        }
        return nil
    }

    private static let kinds: EntryKinds = [.state, .place, .organisation, .group]

    private func country(of entry: Entry) -> String {
        switch entry.kind {
        case .place: knowledge.lexicon.places[entry.row].country
        case .organisation: knowledge.lexicon.organisations[entry.row].country
        case .group: knowledge.lexicon.groups[entry.row].country
        default: ""
        }
    }

    /// Nouns whose sector is that of whom they lead, speak for or belong to.
    private static let general: Set<String> = [
        "leader", "official", "chief", "head", "member", "spokesman", "spokeswoman", "spokesperson", "candidate",
        "group", "movement", "faction", "commander", "source", "representative", "negotiator", "delegation", "team",
        "camp", "side", "figure", "adviser", "aide", "man", "woman", "unit", "wing", "ally", "deputy", "leadership",
        "coalition", "alliance", "bloc", "network", "organisation", "organization", "front", "cell", "crowd", "camp",
    ]

    private static let sectors: [String: Sector] = {
        var table: [String: Sector] = [:]
        func add(_ sector: Sector, _ words: String) {
            for word in words.split(separator: " ") { table[String(word)] = sector }
        }
        add(.government, "government administration authority authorities ministry regime cabinet minister premier")
        add(
            .government, "president chancellor king queen emir sultan official envoy ambassador diplomat governor mayor"
        )
        add(.government, "embassy consulate leadership state leader junta")
        add(
            .legislature,
            "parliament congress senate assembly lawmaker legislator parliamentarian legislature mp senator")
        add(.judiciary, "court judge prosecutor tribunal judiciary magistrate justice")
        add(
            .military, "army military troop troops soldier navy warship aircraft jet tank airman serviceman peacekeeper"
        )
        add(
            .military,
            "general colonel brigade battalion regiment gunboat helicopter warplane officer garrison marine gunship bulldozer"
        )
        add(.police, "police policeman policewoman gendarme gendarmerie cop constable patrol")
        add(
            .rebel,
            "rebel guerrilla insurgent militant terror terrorist extremist separatist fighter jihadist insurgency")
        add(.paramilitary, "militia militiaman paramilitary vigilante")
        add(.unidentifiedArmed, "gunman attacker assailant bomber kidnapper")
        add(.intelligence, "spy intelligence")
        add(.opposition, "opposition dissident activist protester demonstrator campaigner")
        add(.party, "party")
        add(.education, "student teacher university academic professor school scholar")
        add(.labour, "worker union miner labourer driver striker")
        add(.agriculture, "farmer peasant herder fisherman")
        add(.business, "company businessman firm bank trader corporation investor businesswoman industry")
        add(.medicine, "doctor nurse hospital medic physician")
        add(.religion, "cleric imam priest bishop church monk archbishop ayatollah mullah rabbi")
        add(.refugee, "refugee migrant asylum-seeker displaced")
        add(.journalism, "journalist newspaper reporter media editor broadcaster correspondent")
        add(.crime, "criminal smuggler trafficker hacker gang cartel prisoner inmate pirate")
        add(
            .civilian, "civilian villager resident citizen people settler national inhabitant youth woman child tourist"
        )
        return table
    }()
}
