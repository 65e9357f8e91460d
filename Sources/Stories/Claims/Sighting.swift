import Language
import Reading
import Reports

/// One finding with where it comes from: the raw support of a claim.
struct Sighting: Sendable {
    var finding: Finding
    var statement: Statement
    var origin: Identifier
    /// The party that the origin stands with.
    var side: Identifier?
    /// Content lemmas of the evidence, sorted, for comparing wordings.
    var lemmas: [String]

    var report: Identifier { statement.report }
    /// Whether the outlet says it without a source.
    var isUnsourced: Bool { statement.depth == 0 || statement.isNarratedAct }
}

extension Statement {
    /// Whether the outlet itself tells that a party demanded, wants, offered or refused something, without saying how
    /// it knows: the party's act or mind is told, not its word quoted.
    var isNarratedAct: Bool {
        guard depth == 1, kind == .indirect, medium == nil else { return false }
        switch act {
        case .demand, .request, .offer, .reject, .refuse, .accept, .ask, .urge, .hope: return true
        default: return false
        }
    }
}

extension Sighting {
    /// All sightings of a story, in text order; findings whose statement is unknown are left out.
    static func collect(_ scene: Scene, _ tracer: OriginTracer, sides: PartySides) -> [Sighting] {
        var found: [Sighting] = []
        for reading in scene.readings {
            for finding in reading.findings {
                guard let statement = scene.statement(finding.statement),
                    let origin = tracer.origin(of: finding.statement)
                else { continue }
                var finding = finding
                if finding.slot == .parties {
                    if let seat = sides.seat(finding), sides.parties.contains(seat) {
                        finding.actor = seat
                    } else if finding.actor.flatMap(scene.actor)?.kind == .person {
                        // Someone who was there, and no party of the talks as a whole.
                        finding.slot = .delegations
                    } else {
                        continue
                    }
                }
                found.append(
                    Sighting(
                        finding: finding, statement: statement, origin: origin.id,
                        side: origin.actor.flatMap(sides.side),
                        lemmas: lemmas(finding.evidence, reading.analysis)))
            }
        }
        return found
    }

    private static func lemmas(_ evidence: [Evidence], _ analysis: Analysis) -> [String] {
        var found: Set<String> = []
        for place in evidence where place.report == analysis.report.id {
            for token in analysis.tokens[analysis.tokens(in: place.span)]
            where token.upos.isContent || token.upos == .propn {
                found.insert(token.lemma.lowercased())
            }
        }
        return found.sorted()
    }

    /// Overlap of two sets of lemmas: common ones by the smaller set.
    static func overlap(_ a: [String], _ b: [String]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let common = Set(a).intersection(b).count
        return Double(common) / Double(min(a.count, b.count))
    }
}

/// The parties of a story's talks and who stands with them.
struct PartySides: Sendable {
    let parties: [Identifier]
    private let sideOf: [Identifier: Identifier]
    /// People by the words that name them.
    private let delegates: [Evidence: Identifier]

    init(_ scene: Scene, actors: [Actor]) {
        var sides: [Identifier: Identifier] = [:]
        let places = Set(actors.filter { $0.kind == .place }.map(\.id))
        for actor in actors {
            // The province that a man governs does not sit at the table for him.
            if let side = actor.side?.actor, !places.contains(side) { sides[actor.id] = side }
        }
        sideOf = sides
        var delegates: [Evidence: Identifier] = [:]
        for actor in actors where actor.kind == .person {
            for mention in actor.mentions { delegates[mention.at] = actor.id }
        }
        self.delegates = delegates
        var parties: [Identifier] = []
        for finding in scene.readings.flatMap(\.findings) where finding.slot == .parties {
            guard let actor = Self.seat(finding, delegates, sides) else { continue }
            if !parties.contains(actor) { parties.append(actor) }
        }
        self.parties = Self.seated(parties, scene, actors)
    }

    /// The party that a finding gives a seat to. Where it was concluded from a delegate, the delegate's side as all reports
    /// together tell it goes before the one report's.
    private static func seat(
        _ finding: Finding, _ delegates: [Evidence: Identifier], _ sides: [Identifier: Identifier]
    ) -> Identifier? {
        if finding.basis.rule == "party-of-its-delegate", let at = finding.evidence.first, let person = delegates[at],
            let side = sides[person]
        {
            return side
        }
        return finding.actor.map { sides[$0] ?? $0 }
    }

    func seat(_ finding: Finding) -> Identifier? { Self.seat(finding, delegates, sideOf) }

    /// Those that sit at the table in the story as a whole: named in half of the reports at least, and bodies rather
    /// than people. Where that leaves fewer than two, all stay.
    private static func seated(_ parties: [Identifier], _ scene: Scene, _ actors: [Actor]) -> [Identifier] {
        var kinds: [Identifier: Actor.Kind] = [:]
        var reports: [Identifier: Int] = [:]
        for actor in actors where parties.contains(actor.id) {
            kinds[actor.id] = actor.kind
            reports[actor.id] = scene.readings.count { reading in
                actor.mentions.contains { $0.at.report == reading.report.id }
            }
        }
        let known = parties.filter { 2 * reports[$0, default: 0] >= scene.readings.count }
        let bodies = known.filter { kinds[$0] != .person }
        return bodies.count > 1 ? bodies : known.count > 1 ? known : parties
    }

    /// The party that an actor stands with; a party stands with itself.
    func side(_ actor: Identifier) -> Identifier? {
        if parties.contains(actor) { return actor }
        return sideOf[actor]
    }

    /// The same, if it is a party of these talks.
    func party(_ actor: Identifier) -> Identifier? {
        side(actor).flatMap { parties.contains($0) ? $0 : nil }
    }
}
