import Language
import Reports

/// Tells from the tree what the use of a place is for.
struct PlaceRoles {
    let analysis: Analysis
    private let clauses: ClauseView

    init(_ analysis: Analysis) {
        self.analysis = analysis
        clauses = ClauseView(analysis)
    }

    /// Nil where the name is no place but stands for those who govern it.
    func role(of head: Int, isState: Bool) -> (Place.Role, Basis)? {
        let top = top(of: head)
        let relation = analysis.tokens[top].relation
        guard let preposition = clauses.preposition(of: top) else {
            switch relation.base {
            case "nsubj", "iobj", "agent": return isState ? nil : (.mentioned, .stated)
            case "obj": return isState ? nil : (.mentioned, .stated)
            case "compound", "amod", "flat": return isState ? nil : (.attribute, .stated)
            case "nmod":
                if relation == .possessive { return isState && !isOfPlace(top) ? nil : (.mentioned, .stated) }
                return isState ? nil : (.attribute, .stated)
            case "obl", "root", "appos", "list", "parataxis", "dep": return isState ? nil : (.mentioned, .stated)
            default: return isState ? nil : (.mentioned, .stated)
            }
        }
        guard let host = analysis.tokens[top].head else { return (.mentioned, .stated) }
        switch preposition {
        case "in", "at", "near", "inside", "outside", "within", "around", "across", "throughout", "on", "off":
            return (located(at: host), .stated)
        case "from": return isActorNoun(host) ? (.attribute, .stated) : (.origin, .stated)
        case "to", "into", "toward", "towards", "for":
            guard clauses.isVerb(host) || Self.movements.contains(analysis.tokens[host].lemma) || !isState else {
                return isDelivery(host) ? (.destination, .stated) : nil
            }
            // "Told to Tehran", "offered to Norway": a state that is addressed is an actor.
            if preposition == "for" { return isState ? nil : (.mentioned, .stated) }
            let verb = analysis.tokens[host].lemma
            if isState, !Self.movements.contains(verb) { return nil }
            return (.destination, .stated)
        case "of":
            if isActorNoun(host) { return (.attribute, .stated) }
            if Self.areaNouns.contains(analysis.tokens[host].lemma), let outer = analysis.tokens[host].head,
                let word = clauses.preposition(of: host), word != "of"
            {
                return (word == "to" ? .destination : located(at: outer), .stated)
            }
            return isState ? nil : (.scope, .stated)
        case "between", "with", "by", "against", "over", "about", "on behalf of", "like", "than", "as":
            return isState ? nil : (.mentioned, .stated)
        default: return isState ? nil : (.mentioned, .stated)
        }
    }

    /// The noun that carries the place's preposition: "the city of X", "X province".
    private func top(of head: Int) -> Int {
        var here = head
        while clauses.preposition(of: here) == nil, let parent = analysis.tokens[here].head,
            ["compound", "flat", "nmod", "appos", "conj", "amod"].contains(analysis.tokens[here].relation.base),
            Self.areaNouns.contains(analysis.tokens[parent].lemma.lowercased())
                || analysis.tokens[here].relation == .conjunct || analysis.tokens[here].relation == .flat,
            analysis.tokens[here].relation != .possessive
        {
            here = parent
        }
        return here
    }

    /// What a locative says by what it hangs on: a happening, a party, or what is asked for or fought over.
    private func located(at host: Int) -> Place.Role {
        if clauses.isVerb(host) { return isUnreal(host) ? .scope : .event }
        // "The dispute between A's forces and B's in the valley": the dispute is about the valley.
        if !Self.seated.contains(analysis.tokens[host].lemma), isPartyTo(host) { return .scope }
        if isActorNoun(host), !isInEventClause(host) { return .attribute }
        if Self.states.contains(analysis.tokens[host].lemma) { return .scope }
        if isUnreal(host) { return .scope }
        return .event
    }

    private func isPartyTo(_ noun: Int) -> Bool {
        var here = noun
        while let head = analysis.tokens[here].head,
            ["nmod", "conj"].contains(analysis.tokens[here].relation.base),
            analysis.tokens[here].relation != .possessive
        {
            here = head
            if Self.states.contains(analysis.tokens[here].lemma) { return true }
        }
        return false
    }

    /// "Leaders in Geneva" whom somebody met: where the party was when it happened.
    private func isInEventClause(_ noun: Int) -> Bool {
        guard !Self.bodies.contains(analysis.tokens[noun].lemma) else { return false }
        let relation = analysis.tokens[noun].relation.base
        return relation == "obj" || relation == "obl" || relation == "nmod"
    }

    /// Whether what the words tell of is demanded, planned or denied.
    private func isUnreal(_ token: Int) -> Bool {
        var here = token
        for _ in 0..<6 {
            guard let head = analysis.tokens[here].head else { return false }
            let isInfinitive = analysis.children(of: here, .marker).contains { analysis.tokens[$0].lemma == "to" }
            if isInfinitive, clauses.isVerb(here) || analysis.tokens[here].upos == .aux {
                return !["help", "begin", "start", "continue", "manage", "come", "have"].contains(
                    analysis.tokens[head].lemma)
            }
            here = head
        }
        return false
    }

    private func isOfPlace(_ token: Int) -> Bool {
        guard let head = analysis.tokens[token].head else { return false }
        return analysis.tokens[head].upos == .propn
    }

    private func isActorNoun(_ token: Int) -> Bool {
        let lemma = analysis.tokens[token].lemma.lowercased()
        return Self.bodies.contains(lemma) || Self.people.contains(lemma)
            || analysis.names.contains { $0.tokens.contains(token) && ($0.kind == .person || $0.kind == .organisation) }
    }

    private func isDelivery(_ token: Int) -> Bool {
        [
            "aid", "wheat", "supply", "shipment", "convoy", "food", "delivery", "export", "arm", "troop", "flight",
            "visit",
            "trip", "journey", "tour", "envoy", "mission",
        ].contains(analysis.tokens[token].lemma)
    }

    private static let areaNouns: Set<String> = [
        "province", "city", "town", "village", "district", "region", "area", "capital", "port", "part", "north",
        "south",
        "east", "west", "outskirt", "suburb", "state", "governorate", "county", "valley", "border", "side", "airport",
        "neighbourhood", "neighborhood", "camp", "island", "territory", "coast",
    ]

    private static let bodies: Set<String> = [
        "government", "regime", "authority", "parliament", "court", "embassy", "office", "ministry", "army", "force",
        "movement", "party", "group", "council", "university", "mission", "branch", "bureau", "consulate", "rule",
    ]

    /// Bodies that have a seat: where they are is part of what they are.
    private static let seated: Set<String> = [
        "government", "regime", "authority", "administration", "parliament", "court", "embassy", "office", "ministry",
        "consulate", "headquarters", "council",
    ]

    private static let people: Set<String> = [
        "leader", "official", "minister", "president", "governor", "ambassador", "envoy", "spokesman", "spokesperson",
        "spokeswoman", "commander", "chief", "rebel", "resident", "people", "citizen", "national", "diplomat",
        "journalist", "correspondent", "refugee", "troop", "soldier", "fighter", "mayor", "king", "head", "community",
    ]

    /// States of affairs: where they hold is what they are about.
    private static let states: Set<String> = [
        "ceasefire", "truce", "peace", "war", "conflict", "contention", "situation", "crisis", "stability", "violence",
        "security", "power", "settlement", "solution", "election", "democracy", "interest", "influence", "resistance",
        "opposition", "tension", "dispute", "reform", "hostility", "insurgency", "fighting", "unrest", "order", "role",
        "investment", "presence", "policy", "operation", "withdrawal", "resolution", "future", "change",
    ]

    private static let movements: Set<String> = [
        "go", "travel", "fly", "come", "return", "arrive", "move", "send", "deploy", "flee", "drive", "head", "visit",
        "transport", "ship", "deliver", "take", "bring", "export", "transfer", "withdraw", "escape", "march", "advance",
        "dispatch", "carry", "airlift", "evacuate", "deport", "extradite", "trip", "visit", "journey", "tour", "flight",
        "give", "provide", "supply", "way", "route", "road",
    ]
}
