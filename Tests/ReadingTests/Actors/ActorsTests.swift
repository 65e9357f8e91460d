import Language
import Lexicon
import Reports
import Testing

@testable import Reading

/// Who is who in one report: phrases become actors with roles and sides.
@Suite struct ActorsTests {
    /// The states of the built-in tables, and nothing else: all people and groups here are invented.
    private func read(_ rows: String, _ attributions: (Analysis) -> [Attribution] = { _ in [] }) throws -> ActorTable {
        let analysis = try parsed(rows)
        let lexicon = try Lexicon.load(from: LexiconLocator.folder())
        return ActorReader(lexicon).read(analysis, attributions: attributions(analysis))
    }

    private func actor(_ table: ActorTable, named name: String) throws -> Actor {
        try #require(table.actors.first { $0.names.contains(name) }, "no actor is called \(name)")
    }

    private func words(_ actor: Actor, _ rows: String) throws -> [String] {
        let report = try parsed(rows).report
        return actor.mentions.map { report.words($0.at.span) }
    }

    private static let meeting = """
        The the DT 4 det
        Orlan Orlan NNP 4 compound
        trade trade NN 4 compound
        minister minister NN 5 nmod:desc
        Petra Petra NNP 7 nsubj
        Lindqvist Lindqvist NNP 5 flat
        met meet VBD 0 root
        envoys envoy NNS 7 obj
        of of IN 12 case
        the the DT 12 det
        Harbour Harbour NNP 12 compound
        Front Front NNP 8 nmod
        . . . 7 punct

        Lindqvist Lindqvist NNP 2 nsubj
        said say VBD 0 root
        the the DT 4 det
        group group NN 5 nsubj
        lied lie VBD 2 ccomp
        . . . 2 punct
        """

    @Test func `a title before a name is part of the phrase and an office of the person`() throws {
        let table = try read(Self.meeting)
        let minister = try actor(table, named: "Petra Lindqvist")
        #expect(try words(minister, Self.meeting)[0] == "The Orlan trade minister Petra Lindqvist")
        #expect(minister.kind == .person)
        let role = try #require(minister.roles.first)
        #expect(role.title == "trade minister")
        #expect(role.relation == .office)
        #expect(role.basis == .stated)
    }

    @Test func `a surname alone is the person named before`() throws {
        let table = try read(Self.meeting)
        let minister = try actor(table, named: "Petra Lindqvist")
        #expect(minister.names == ["Petra Lindqvist", "Lindqvist"])
    }

    @Test func `the group is the last group named`() throws {
        let table = try read(Self.meeting)
        let front = try actor(table, named: "Harbour Front")
        #expect(front.kind == .group)
        #expect(try words(front, Self.meeting).contains("the group"))
    }

    @Test func `unnamed people of a group stand on its side`() throws {
        let table = try read(Self.meeting)
        let envoys = try #require(table.actors.first { $0.names.contains("envoys of the Harbour Front") })
        #expect(envoys.isAnonymous)
        #expect(envoys.kind == .collective)
        #expect(table.side(of: envoys.id) == (try actor(table, named: "Harbour Front")).id)
    }

    private static let spokesman = """
        The the DT 2 det
        spokesman spokesman NN 9 nsubj
        of of IN 5 case
        the the DT 5 det
        Salt Salt NNP 2 nmod
        Union Union NNP 5 flat
        , , , 2 punct
        Jonas Jonas NNP 2 appos
        said say VBD 0 root
        that that IN 12 mark
        they they PRP 12 nsubj
        agreed agree VBD 9 ccomp
        . . . 9 punct
        """

    @Test func `a name after a comma and the description before it are one person who speaks for the body`() throws {
        let rows = Self.spokesman
        let table = try read(rows)
        let speaker = try actor(table, named: "Jonas")
        let role = try #require(speaker.roles.first { $0.relation == .speaksFor })
        #expect(role.of == (try actor(table, named: "Salt Union")).id)
        #expect(table.side(of: speaker.id) == (try actor(table, named: "Salt Union")).id)
        #expect(try words(speaker, rows)[0] == "The spokesman of the Salt Union, Jonas")
    }

    private static let sources = """
        Sources source NNS 2 nsubj
        said say VBD 0 root
        talks talk NNS 4 nsubj
        failed fail VBD 2 ccomp
        . . . 2 punct

        The the DT 2 det
        sources source NNS 3 nsubj
        added add VBD 0 root
        that that IN 6 mark
        nobody nobody NN 6 nsubj
        left leave VBD 3 ccomp
        . . . 3 punct
        """

    @Test func `sources without a name are one pool in a report`() throws {
        let table = try read(Self.sources)
        let pools = table.actors.filter { $0.isAnonymous && $0.kind == .collective }
        #expect(pools.count == 1)
        #expect(pools.first?.mentions.count == 2)
    }

    private static let namesakes = """
        Ada Ada NNP 6 nsubj
        Okoro Okoro NNP 1 flat
        and and CC 4 cc
        Ben Ben NNP 1 conj
        Okoro Okoro NNP 4 flat
        met meet VBD 0 root
        . . . 6 punct

        Okoro Okoro NNP 2 nsubj
        left leave VBD 0 root
        . . . 2 punct
        """

    @Test func `a surname that two people bear joins neither and says so`() throws {
        let table = try read(Self.namesakes)
        #expect(table.actors.count == 3)
        let bare = try #require(table.actors.first { $0.names == ["Okoro"] })
        #expect(bare.possiblySame.count == 2)
        #expect(bare.mentions.map(\.alternatives.count) == [2])
    }

    private static let counterpart = """
        The the DT 3 det
        Dutch Dutch JJ 3 amod
        premier premier NN 4 nmod:desc
        Osei Osei NNP 5 nsubj
        called call VBD 0 root
        his his PRP$ 8 nmod:poss
        Danish Danish JJ 8 amod
        counterpart counterpart NN 9 nmod:desc
        Juhl Juhl NNP 5 obj
        . . . 5 punct
        """

    @Test func `a counterpart holds the same office in the other country`() throws {
        let table = try read(Self.counterpart)
        let other = try actor(table, named: "Juhl")
        let role = try #require(other.roles.first { $0.relation == .office })
        #expect(role.title == "premier")
        #expect(role.basis == .inferred(rule: "counterpart"))
        #expect(role.of.flatMap { table[$0]?.code?.country } == "DNK")
    }

    @Test func `we in a quotation is the body that its source speaks for`() throws {
        let rows = Self.speech
        let table = try read(rows) { analysis in
            let source = analysis.tokens.firstIndex { $0.form == "Osei" }!
            let we = analysis.tokens.firstIndex { $0.form == "We" }!
            return [
                Attribution(
                    source: source - 4..<source + 1, cues: [source + 1..<source + 2], contents: [we..<we + 3],
                    kind: .direct, act: .say, rule: "test")
            ]
        }
        let body = try actor(table, named: "Salt Union")
        #expect(try words(body, rows).contains("We"))
    }

    private static let speech = """
        “ “ `` 3 punct
        We we PRP 3 nsubj
        want want VBP 11 ccomp
        peace peace NN 3 obj
        , , , 11 punct
        ” ” '' 3 punct
        Salt Salt NNP 8 compound
        Union Union NNP 9 compound
        spokesman spokesman NN 10 nmod:desc
        Osei Osei NNP 11 nsubj
        said say VBD 0 root
        . . . 11 punct
        """
}
