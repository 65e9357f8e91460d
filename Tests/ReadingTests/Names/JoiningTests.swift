import Language
import Lexicon
import Reports
import Testing

@testable import Reading

/// Actors of several reports become one where their names, offices or the lexicon say so.
@Suite struct JoiningTests {
    private func lexicon() throws -> Lexicon { try Lexicon.load(from: LexiconLocator.folder()) }

    private func reading(_ name: String, _ actors: [Actor], _ statements: [Statement] = []) -> Reading {
        let report = Report(
            id: Identifier(.report, name), source: Report.Source(name: name, sha256: ""), text: "", regions: [])
        let analysis = Analysis(
            report: report, tokens: [], sentences: [], paragraphs: [], names: [], attributions: [])
        return Reading(
            analysis: analysis, actors: actors, statements: statements, events: [], times: [], places: [], numbers: [],
            marks: [], findings: [])
    }

    private func actor(
        _ id: String, _ names: String..., kind: Actor.Kind = .person, roles: [Actor.Role] = [], anonymous: Bool = false
    ) -> Actor {
        Actor(
            id: Identifier(rawValue: id), name: names[0], kind: kind, isAnonymous: anonymous, names: names,
            mentions: [
                Actor.Mention(at: Evidence(Identifier(rawValue: "r-" + id), Span(0, names[0].utf8.count)), form: .name)
            ], roles: roles)
    }

    private func office(_ title: String, of: String) -> Actor.Role {
        Actor.Role(relation: .office, title: title, of: Identifier(rawValue: of), evidence: [], basis: .stated)
    }

    @Test func `spellings of one name become one actor with all its names and mentions`() throws {
        let record = Record(
            joining: [
                reading("one", [actor("a-1", "Yusuf Karimi")]), reading("two", [actor("a-2", "Yousef Kareemi")]),
            ], lexicon: try lexicon())
        #expect(record.actors.count == 1)
        #expect(record.actors[0].id.rawValue == "a-1")
        #expect(record.actors[0].names == ["Yusuf Karimi", "Yousef Kareemi"])
        #expect(record.actors[0].mentions.count == 2)
    }

    @Test func `the order of the reports changes no id`() throws {
        let readings = [
            reading("one", [actor("a-4", "Northern Harbour Front", "NHF", kind: .group)]),
            reading("two", [actor("a-2", "NHF", kind: .group), actor("a-7", "Tunde Okafor")]),
            reading(
                "three", [actor("a-3", "Northern Harbour Front of Velen", kind: .group), actor("a-8", "T. Okafor")]),
        ]
        let forward = Record(joining: readings, lexicon: try lexicon())
        let backward = Record(joining: readings.reversed(), lexicon: try lexicon())
        #expect(Set(forward.actors.map(\.id)) == Set(backward.actors.map(\.id)))
        #expect(Set(forward.actors.map(\.id.rawValue)) == ["a-2", "a-7"])
        #expect(forward.actors.map(\.id.rawValue) == ["a-2", "a-7"])
    }

    @Test func `people who share one name stay two`() throws {
        let record = Record(
            joining: [
                reading("one", [actor("a-1", "Amir Zadran")]), reading("two", [actor("a-2", "Amir-Hossein Karimi")]),
            ], lexicon: try lexicon())
        #expect(record.actors.count == 2)
    }

    @Test func `two people of one report are not made one by a third report`() throws {
        let record = Record(
            joining: [
                reading("one", [actor("a-1", "Yusuf Karimi"), actor("a-2", "Yousef Karimi")]),
                reading("two", [actor("a-3", "Yusuf Karimi")]),
            ], lexicon: try lexicon())
        #expect(record.actors.count == 2)
        #expect(record.actors[0].possiblySame.map(\.actor.rawValue) == ["a-2"])
    }

    @Test func `a surname alone is the same person only with the same office`() throws {
        let state = actor("a-9", "Velen", kind: .state)
        let full = actor("a-1", "Lidia Marwan", roles: [office("trade minister", of: "a-9")])
        let same = actor("a-2", "Marwan", roles: [office("trade minister", of: "a-8")])
        let bare = actor("a-3", "Marwan")
        let other = actor("a-8", "Velen", kind: .state)
        let joined = Record(
            joining: [reading("one", [full, state]), reading("two", [same, other])], lexicon: try lexicon())
        #expect(joined.actors.map(\.id.rawValue) == ["a-1", "a-8"])
        let apart = Record(joining: [reading("one", [full, state]), reading("two", [bare])], lexicon: try lexicon())
        #expect(apart.actors.count == 3)
        #expect(apart.actors[0].possiblySame.map(\.reason) == ["shares one name only"])
    }

    @Test func `sources without a name are never joined`() throws {
        let record = Record(
            joining: [
                reading("one", [actor("a-1", "sources", kind: .collective, anonymous: true)]),
                reading("two", [actor("a-2", "sources", kind: .collective, anonymous: true)]),
            ], lexicon: try lexicon())
        #expect(record.actors.count == 2)
    }

    @Test func `roles that differ between reports stay side by side`() throws {
        var acting = office("acting trade minister", of: "a-9")
        acting.isActing = true
        let record = Record(
            joining: [
                reading("one", [actor("a-1", "Lidia Marwan", roles: [office("trade minister", of: "a-9")])]),
                reading("two", [actor("a-2", "Lidia Marwan", roles: [acting])]),
            ], lexicon: try lexicon())
        #expect(record.actors[0].roles.map(\.title) == ["trade minister", "acting trade minister"])
    }

    @Test func `statements speak of the joined actor`() throws {
        let link = Link(kind: .actor, actor: Identifier(rawValue: "a-2"), mention: nil, cues: [])
        let statement = Statement(
            id: Identifier(rawValue: "s-1"), report: Identifier(.report, "two"), parent: nil, kind: .indirect,
            act: .say,
            chain: [link], content: [], evidence: [], rule: "test")
        let record = Record(
            joining: [
                reading("one", [actor("a-1", "Yusuf Karimi")]),
                reading("two", [actor("a-2", "Yousef Karimi")], [statement]),
            ], lexicon: try lexicon())
        #expect(record.readings[1].statements[0].source.actor == Identifier(rawValue: "a-1"))
    }
}
