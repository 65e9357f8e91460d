/// What an actor is in PLOVER: the primary and the other sector codes of the manual.
public enum Sector: String, Hashable, Sendable, CaseIterable {
    case police = "COP"
    case government = "GOV"
    case judiciary = "JUD"
    case legislature = "LEG"
    case military = "MIL"
    case paramilitary = "PRM"
    case party = "PTY"
    case rebel = "REB"
    case intelligence = "SPY"
    case unidentifiedArmed = "UAF"
    case unknown = "UNK"
    case agriculture = "AGR"
    case business = "BUS"
    case crime = "CRM"
    case civilian = "CVL"
    case education = "EDU"
    case elite = "ELI"
    case journalism = "JRN"
    case labour = "LAB"
    case medicine = "MED"
    case refugee = "REF"
    case opposition = "OPP"
    case pretender = "PRE"
    case religion = "REL"
    case social = "SOC"
}

/// One of the sixteen event types of the PLOVER manual.
public enum EventType: String, Hashable, Sendable, CaseIterable {
    case agree = "AGREE"
    case consult = "CONSULT"
    case support = "SUPPORT"
    case concede = "CONCEDE"
    case cooperate = "COOPERATE"
    case aid = "AID"
    case retreat = "RETREAT"
    case request = "REQUEST"
    case accuse = "ACCUSE"
    case reject = "REJECT"
    case threaten = "THREATEN"
    case protest = "PROTEST"
    case sanction = "SANCTION"
    case mobilize = "MOBILIZE"
    case coerce = "COERCE"
    case assault = "ASSAULT"

    /// The modes that the manual allows for the type.
    public var modes: [String] {
        switch self {
        case .agree, .support, .concede, .cooperate, .aid: []
        case .consult: ["visit", "third-party", "multilateral", "phone"]
        case .retreat: ["withdraw", "release", "disarm", "ceasefire", "access", "resign"]
        case .request, .reject: ["assist", "change", "yield", "meet"]
        case .accuse: ["disapprove", "investigate", "allege"]
        case .threaten: ["restrict", "arrest", "relations", "expel", "territory", "violence"]
        case .protest: ["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"]
        case .sanction: ["convict", "expel", "withdraw", "discontinue"]
        case .mobilize: ["troops", "weapons", "police", "militia"]
        case .coerce:
            [
                "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
                "misinformation", "cyber",
            ]
        case .assault:
            [
                "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
            ]
        }
    }
}

/// The 37 contexts of the PLOVER manual.
public enum EventContext: String, Hashable, Sendable, CaseIterable {
    case military, intelligence, executive, legislative, election
    case politicalInstitutions = "political_institutions"
    case proDemocracy = "pro_democracy"
    case proAutocracy = "pro_autocracy"
    case economic, legal, reparations
    case humanRights = "human_rights"
    case rightsFreedoms = "rights_freedoms"
    case repression
    case humanSecurity = "human_security"
    case gender, lgbt
    case religionEthnicity = "religion_ethnicity"
    case inequality, diplomatic, territory, peacekeeping, health, asylum, migration, disasters
    case naturalResource = "natural_resource"
    case environment, technology, terrorism, cbrn, cyber, misinformation, crime, corruption
    case illegalDrugs = "illegal_drugs"
    case trafficking
}

/// What somebody does by saying something.
public enum SpeechAct: String, Hashable, Sendable, CaseIterable {
    case say, tell, claim, confirm, deny, admit, reject, refuse, demand, request, offer, assure, promise, accept, accuse
    case threaten, warn, believe, hope, fear, announce, ask, urge, blame, apologise, other
}

/// Through what something is said.
public enum Medium: String, Hashable, Sendable, CaseIterable {
    case broadcaster
    case newsAgency = "news agency"
    case newspaper
    case socialNetwork = "social network"
    case video, letter
    case pressConference = "press conference"
    case interview, website, document, other
}

/// How a person or body stands to another.
public enum RoleRelation: String, Hashable, Sendable, CaseIterable {
    case office
    case speaksFor = "speaks for"
    case leads
    case belongsTo = "belongs to"
    case partOf = "part of"
}

public enum PlaceLevel: String, Hashable, Sendable, CaseIterable {
    case country, province, city, site, region
}

/// WGS 84 degrees.
public struct Coordinates: Hashable, Sendable {
    public var latitude: Double
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// The codes that stand where a country would for actors that belong to none (PLOVER).
public enum NonState {
    public static let codes: Set<String> = ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]
}
