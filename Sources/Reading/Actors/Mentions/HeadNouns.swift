/// What a common noun says of what it stands for.
///
/// The titles of the lexicon come on top of these lists; words in neither are judged by their ending.
enum HeadNoun: Hashable, Sendable {
    case person
    /// People under one will, who act under a name of their own: "party", "movement", "delegation".
    case group
    /// Several people without one: "villagers", "sources", "crowd".
    case collective
    /// A government or its seat; with the name of a state or group in front it stands for that one.
    case regime
    case country
    case outlet
    /// Words that report: "reports", "media reports".
    case text

    /// Nil for words that stand for no actor.
    static func of(_ lemma: String) -> HeadNoun? {
        if let known = listed(lemma) { return known }
        return isAgentive(singular(lemma) ?? lemma) || isAgentive(lemma) ? .person : nil
    }

    /// The same from the lists alone: a surname may end like a trade ("Lindqvist", "Newman").
    static func listed(_ lemma: String) -> HeadNoun? {
        table[lemma] ?? singular(lemma).flatMap { table[$0] }
    }

    /// The singular of a noun whose lemma was not taken off its plural.
    static func singular(_ word: String) -> String? {
        if let irregular = irregular[word] { return irregular }
        if word.hasSuffix("women") || word.hasSuffix("men") { return String(word.dropLast(2)) + "an" }
        if word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : nil
    }

    private static let irregular = ["children": "child", "wives": "wife", "thieves": "thief", "chiefs": "chief"]

    private static let table: [String: HeadNoun] = {
        var out: [String: HeadNoun] = [:]
        for (kind, words) in lists {
            for word in words.split(separator: " ") { out[String(word)] = kind }
        }
        return out
    }()

    private static let lists: [(HeadNoun, String)] = [
        (
            .person,
            """
            person man woman boy girl child baby kid teenager adult youth guy lady gentleman husband wife spouse \
            father mother parent son daughter brother sister uncle aunt cousin nephew niece grandfather \
            grandmother grandson relative friend neighbour neighbor colleague partner companion ally rival \
            archrival foe enemy opponent adversary counterpart critic supporter backer follower fan aide adviser \
            advisor confidant confidante associate deputy assistant successor predecessor heir member leader \
            head chief chairman chairwoman chairperson chair boss supremo founder co-founder commander general \
            colonel major captain lieutenant sergeant admiral marshal soldier fighter militant rebel insurgent \
            guerrilla gunman terrorist extremist jihadist warlord officer policeman policewoman cop guard \
            bodyguard spy agent detective inspector sheriff president vice-president minister premier chancellor \
            king queen prince princess emir sultan emperor monarch governor mayor senator congressman \
            congresswoman lawmaker legislator parliamentarian councillor politician official bureaucrat diplomat \
            ambassador envoy emissary negotiator mediator delegate representative consul secretary \
            undersecretary director manager executive CEO owner spokesman spokeswoman spokesperson speaker \
            candidate nominee incumbent contender frontrunner voter citizen resident villager inhabitant local \
            native refugee migrant immigrant asylum-seeker expatriate exile prisoner detainee inmate captive \
            hostage suspect defendant plaintiff victim survivor witness bystander casualty patient protester \
            demonstrator activist campaigner organizer organiser dissident reformer strategist pollster analyst \
            expert scholar researcher scientist academic professor teacher lecturer student pupil lawyer \
            attorney prosecutor judge justice barrister solicitor magistrate juror journalist reporter \
            correspondent editor columnist commentator anchor presenter host blogger writer author poet artist \
            actor actress singer musician filmmaker doctor nurse physician surgeon medic paramedic engineer \
            technician worker employee labourer laborer farmer fisherman herder trader merchant businessman \
            businesswoman entrepreneur investor banker economist accountant driver pilot sailor passenger \
            pedestrian cleric imam mullah priest bishop archbishop cardinal pope monk rabbi pastor preacher \
            ayatollah sheikh elder chieftain tribesman historian biographer veteran recruit volunteer donor \
            smuggler trafficker gangster criminal thief murderer killer attacker bomber assailant perpetrator \
            hacker peacekeeper observer monitor mercenary defector traitor hero legend insider source \
            whistleblower manufacturer producer supplier maker exporter provider grower schoolchild infant \
            colonist settler pilgrim inventor novelist pioneer admirer lover mistress spectator listener \
            archduke duke duchess baron lord knight noble ruler dictator despot moderator participant attendee \
            visitor guest tourist customer consumer user taxpayer newcomer figure individual somebody someone \
            anyone everyone nobody
            """
        ),
        (
            .group,
            """
            group movement party faction militia army force troop military navy brigade battalion regiment unit \
            division wing cell gang cartel syndicate alliance coalition bloc front camp delegation team mission \
            committee council commission parliament senate congress assembly legislature court tribunal police \
            judiciary warship warplane aircraft helicopter gunship gunboat tank jet bulldozer \
            organisation organization association federation union league society club charity \
            foundation institute institution agency department ministry office bureau authority body board panel \
            company firm corporation bank business university college school hospital church mosque tribe clan \
            family community cabinet leadership command administration staff crew opposition resistance \
            insurgency network ngo campaign embassy consulate secretariat taskforce side
            """
        ),
        (
            .collective,
            """
            people population public crowd audience electorate majority minority elite establishment confidants \
            sources authority circle media press personnel troops forces youth
            """
        ),
        (.regime, "government regime administration authorities rulers emirate junta side"),
        (.country, "country nation state republic kingdom"),
        (.outlet, "channel broadcaster newspaper daily weekly magazine outlet station website paper newswire portal"),
        (.text, "report account"),
    ]

    private static func isAgentive(_ lemma: String) -> Bool {
        let endings = ["ist", "man", "woman", "person", "men", "women", "crat", "eer", "ician", "ologist"]
        guard lemma.utf8.count > 5 else { return false }
        guard !notAgents.contains(lemma) else { return false }
        return endings.contains { lemma.hasSuffix($0) }
    }

    private static let notAgents: Set<String> = ["specimen", "career", "regimen", "abdomen", "checklist", "shortlist"]

    static let speakers: Set<String> = ["spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople"]

    static let leaders: Set<String> = [
        "leader", "head", "chief", "chairman", "chairwoman", "chairperson", "chair", "boss", "supremo", "founder",
        "co-founder", "commander", "warlord", "chieftain", "director", "president",
    ]

    static let kin: Set<String> = [
        "father", "mother", "son", "daughter", "brother", "sister", "uncle", "aunt", "cousin", "nephew", "niece",
        "husband", "wife", "grandson", "grandfather", "heir", "successor", "predecessor", "friend", "ally", "rival",
        "archrival", "foe", "enemy", "opponent", "adversary", "counterpart", "critic", "relative", "victim",
    ]

    /// People who stand with the one they are said to be of: "aides of", "supporters of", "fighters of".
    static let followers: Set<String> = [
        "confidant", "confidante", "aide", "adviser", "advisor", "ally", "associate", "supporter", "follower", "backer",
        "member", "fighter", "soldier", "militant", "official", "leader", "commander", "delegate", "representative",
        "delegation", "lawyer", "envoy", "negotiator", "source", "insider", "team", "force", "troop", "wing", "camp",
        "deputy", "officer", "diplomat", "lawmaker", "side", "rebel", "authority", "mediator", "loyalist", "figure",
    ]

    /// People of a country who are not of its government's side, or of none.
    static let opposed: Set<String> = [
        "rebel", "insurgent", "militant", "guerrilla", "opposition", "dissident", "separatist", "protester", "exile",
        "terrorist", "gunman", "jihadist", "extremist", "refugee", "resident", "villager", "citizen", "voter", "people",
        "militia", "warlord", "faction", "insurgency", "resistance", "prisoner", "hostage", "defector", "demonstrator",
        "reformer", "activist", "migrant", "survivor", "victim", "population", "civilian", "journalist", "reporter",
        "analyst", "expert", "critic", "opponent", "rival", "enemy", "foe",
    ]

    /// Nouns that say what kind of body a name before them is: "the Osei movement".
    static let bodyKinds: Set<String> = [
        "agency", "newspaper", "channel", "broadcaster", "website", "station", "magazine", "movement", "group", "party",
        "militia", "organisation", "organization", "network", "company", "front",
    ]

    static let female: Set<String> = [
        "woman", "girl", "lady", "wife", "mother", "daughter", "sister", "aunt", "niece", "queen", "princess",
        "actress",
        "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "policewoman", "grandmother", "mrs", "ms",
        "miss",
    ]

    static let male: Set<String> = [
        "man", "boy", "gentleman", "husband", "father", "son", "brother", "uncle", "nephew", "king", "prince", "actor",
        "spokesman", "chairman", "congressman", "businessman", "policeman", "grandfather", "grandson", "mr", "sheikh",
        "emir", "sultan", "mullah", "imam", "ayatollah", "pope", "priest", "bishop", "archbishop", "monk", "tribesman",
    ]
}
