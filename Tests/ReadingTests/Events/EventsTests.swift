import Language
import Lexicon
import Reports
import Testing

@testable import Reading

/// The events of hand-parsed sentences as "KIND/mode reality: actors > recipients".
private func events(_ rows: String) throws -> [String] {
    let reading = Reader(lexicon: try Lexicon.load(from: LexiconLocator.folder())).read(try parsed(rows))
    var names: [Identifier: String] = [:]
    for actor in reading.actors { names[actor.id] = actor.name }
    return reading.events.map { event in
        let actors = event.actors.map { names[$0.actor]! }.joined(separator: " + ")
        let recipients = event.recipients.map { names[$0.actor]! }.joined(separator: " + ")
        let mode = event.mode.map { "/" + $0 } ?? ""
        return "\(event.kind.rawValue)\(mode) \(event.reality.rawValue): \(actors) > \(recipients)"
    }
}

@Suite("Events: who did what to whom, where a frame says so")
struct EventsTests {
    @Test("A verb with its subject and object, and its passive")
    func voices() throws {
        let active = """
            Kenya Kenya NNP 2 nsubj
            condemned condemn VBD 0 root
            Chad Chad NNP 2 obj
            . . . 2 punct
            """
        let passive = """
            Chad Chad NNP 3 nsubj:pass
            was be VBD 3 aux:pass
            condemned condemn VBN 0 root
            by by IN 5 case
            Kenya Kenya NNP 3 obl:agent
            . . . 3 punct
            """
        #expect(try events(active) == ["ACCUSE/disapprove actual: Kenya > Chad"])
        #expect(try events(passive) == ["ACCUSE/disapprove actual: Kenya > Chad"])
    }

    @Test("All who meet are actors, whether joined by a conjunction or by a preposition")
    func mutual() throws {
        let joined = """
            Norway Norway NNP 4 nsubj
            and and CC 3 cc
            Chad Chad NNP 1 conj
            held hold VBD 0 root
            talks talk NNS 4 obj
            . . . 4 punct
            """
        let with = """
            Norway Norway NNP 2 nsubj
            held hold VBD 0 root
            talks talk NNS 2 obj
            with with IN 5 case
            Chad Chad NNP 3 nmod
            . . . 2 punct
            """
        let noun = """
            Talks talk NNS 5 nsubj
            between between IN 3 case
            Norway Norway NNP 1 nmod
            and and CC 6 cc
            collapsed collapse VBD 0 root
            Chad Chad NNP 3 conj
            . . . 5 punct
            """
        #expect(try events(joined) == ["CONSULT actual: Norway + Chad > "])
        #expect(try events(with) == ["CONSULT actual: Norway + Chad > "])
        #expect(try events(noun) == ["CONSULT actual: Norway + Chad > "])
    }

    @Test("A future meeting is an agreement; one refused is a rejection; neither is a meeting")
    func futures() throws {
        let future = """
            Norway Norway NNP 3 nsubj
            will will MD 3 aux
            meet meet VB 0 root
            Chad Chad NNP 3 obj
            . . . 3 punct
            """
        let refused = """
            Norway Norway NNP 4 nsubj
            will will MD 4 aux
            not not RB 4 advmod
            meet meet VB 0 root
            Chad Chad NNP 4 obj
            . . . 4 punct
            """
        #expect(try events(future) == ["AGREE future: Norway + Chad > "])
        #expect(try events(refused) == ["REJECT/meet actual: Norway > Chad"])
    }

    @Test("What did not happen is negated, and a condition makes it hypothetical")
    func reality() throws {
        let negated = """
            Kenya Kenya NNP 4 nsubj
            did do VBD 4 aux
            not not RB 4 advmod
            attack attack VB 0 root
            Chad Chad NNP 4 obj
            . . . 4 punct
            """
        let condition = """
            If if IN 3 mark
            Kenya Kenya NNP 3 nsubj
            attacks attack VBZ 6 advcl
            Chad Chad NNP 3 obj
            , , , 6 punct
            markets market NNS 7 nsubj
            fall fall VBP 0 root
            . . . 7 punct
            """
        #expect(try events(negated) == ["ASSAULT negated: Kenya > Chad"])
        #expect(try events(condition) == ["ASSAULT hypothetical: Kenya > Chad"])
    }

    @Test("What is promised or demanded is no event beside the promise, and names the other side")
    func complements() throws {
        let offer = """
            Kenya Kenya NNP 2 nsubj
            offered offer VBD 0 root
            to to TO 4 mark
            help help VB 2 xcomp
            Chad Chad NNP 4 obj
            . . . 2 punct
            """
        #expect(try events(offer) == ["AGREE actual: Kenya > Chad"])
    }

    @Test("A subject is shared by coordinated verbs, and stands before a participle")
    func sharedSubjects() throws {
        let verbs = """
            Kenya Kenya NNP 2 nsubj
            condemned condemn VBD 0 root
            Chad Chad NNP 2 obj
            and and CC 5 cc
            expelled expel VBD 2 conj
            its its PRP$ 7 nmod:poss
            envoy envoy NN 5 obj
            . . . 2 punct
            """
        #expect(try events(verbs).contains("ACCUSE/disapprove actual: Kenya > Chad"))
        #expect(try events(verbs).contains { $0.contains("COERCE/deport actual: Kenya") })
    }

    @Test("Without an actor nothing is coded, and an object is no recipient by itself")
    func abstains() throws {
        let agentless = """
            Four four CD 2 nummod
            villagers villager NNS 4 nsubj:pass
            were be VBD 4 aux:pass
            killed kill VBN 0 root
            . . . 4 punct
            """
        let noFrame = """
            Kenya Kenya NNP 2 nsubj
            watched watch VBD 0 root
            Chad Chad NNP 2 obj
            . . . 2 punct
            """
        #expect(try events(agentless) == [])
        #expect(try events(noFrame) == [])
    }
}
