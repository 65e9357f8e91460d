public import Lexicon
public import Reading
import Reports

/// Tells the stories of a record: what is shared, agreed, contested, and what nobody says.
public struct StoryTeller: Sendable {
    private let lexicon: Lexicon

    public init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// One story for each group of reports, in the order of their first reports.
    public func tell(_ record: Record, groups: [StoryGroup]) -> [Story] {
        groups.map { tell($0, record) }
    }

    private func tell(_ group: StoryGroup, _ record: Record) -> Story {
        let scene = Scene(record, reports: group.reports)
        let id = Identifier(.story, group.reports.map(\.rawValue))
        let passages = Passage.find(in: scene)
        let tracer = OriginTracer(scene, passages: passages)
        let sides = PartySides(scene, actors: record.actors)
        let sightings = Sighting.collect(scene, tracer, sides: sides)
        let builder = ClaimBuilder(scene: scene, sides: sides, passages: passages)
        var (claims, claimOfSighting) = builder.build(sightings)
        let facts = scene.readings.flatMap { FactReader($0).facts() }.filter { !Self.isTold($0, by: sightings) }
        let matcher = FactMatcher(facts, scene, passages: passages, lexicon: lexicon)
        claims += builder.build(FactClusters(matcher: matcher), tracer)
        let talks = TalksBuilder(scene: scene, sides: sides)
            .build(id, sightings, claims: claims, claimOfSighting: claimOfSighting)
        let positions = talks.map { PositionBoard(scene: scene, sides: sides).rows($0, sightings: sightings) } ?? []
        return Story(
            id: id, reports: group.reports, basis: group.basis, passages: passages, origins: tracer.origins,
            claims: claims, talks: talks.map { [$0] } ?? [], positions: positions,
            timeline: Moment.timeline(scene, record),
            notStated: talks.map { Silence.list($0, positions: positions) } ?? [],
            aside: talks == nil ? [] : Aside.list(scene, sides, sightings))
    }

    /// Whether most words of a fact already stand in the talks record.
    private static func isTold(_ fact: Fact, by sightings: [Sighting]) -> Bool {
        let places = sightings.filter { $0.finding.slot.holdsClauses }.flatMap(\.finding.evidence)
            .filter { $0.report == fact.report }
        let covered = places.reduce(0) { $0 + ($1.span.intersection(fact.evidence.span)?.length ?? 0) }
        return 2 * covered > fact.evidence.span.length
    }
}

extension Slot {
    /// Whether its values are what somebody says, and not who or where somebody is.
    fileprivate var holdsClauses: Bool {
        switch self {
        case .parties, .delegations, .host, .place, .venue, .dates: false
        default: true
        }
    }
}

extension Moment {
    /// All times with bounds that the reports' events and statements have, and the days of publication.
    static func timeline(_ scene: Scene, _ record: Record) -> [Moment] {
        let reports = Set(scene.readings.map(\.report.id))
        var whatOf: [Identifier: Identifier] = [:]
        for reading in scene.readings {
            for statement in reading.statements {
                if let time = statement.time, whatOf[time] == nil { whatOf[time] = statement.id }
            }
            for event in reading.events {
                if let time = event.time { whatOf[time] = event.id }
            }
        }
        let dated = record.times.filter { time in
            guard time.earliest != nil || time.latest != nil, time.kind != .duration, time.kind != .set else {
                return false
            }
            return time.at.map { reports.contains($0.report) } ?? false
        }
        let moments = dated.map { time in
            Moment(
                time: time.id,
                what: time.role == .publication || time.role == .dateline ? time.at?.report : whatOf[time.id],
                evidence: time.at.map { [$0] } ?? [])
        }
        func bounds(_ moment: Moment) -> (String, String) {
            let time = scene.time(moment.time)
            // A deadline without a beginning stands where it ends.
            return (time?.earliest ?? time?.latest ?? "", time?.latest ?? "9999")
        }
        return moments.enumerated()
            .sorted { a, b in
                let (x, y) = (bounds(a.element), bounds(b.element))
                return x == y ? a.offset < b.offset : x < y
            }
            .map(\.element)
    }
}

extension Aside {
    /// Runs of sentences that tell of events without any party of the talks.
    static func list(_ scene: Scene, _ sides: PartySides, _ sightings: [Sighting]) -> [Aside] {
        var found: [Aside] = []
        let used = sightings.filter { $0.finding.slot.isInTalksRecord }.flatMap(\.finding.evidence)
        for reading in scene.readings {
            let events = reading.events.filter { event in
                let people = (event.actors + event.recipients).map(\.actor)
                guard !people.isEmpty, !people.contains(where: { sides.party($0) != nil }) else { return false }
                return !event.evidence.contains { place in
                    used.contains { $0.report == place.report && $0.span.overlaps(place.span) }
                }
            }
            guard !events.isEmpty else { continue }
            found.append(
                Aside(
                    events: events.map(\.id), evidence: events.flatMap(\.evidence),
                    reason: "no party of the talks takes part"))
        }
        return found
    }
}
