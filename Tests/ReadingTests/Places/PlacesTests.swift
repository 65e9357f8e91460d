import Language
import Lexicon
import Testing

@testable import Reading

/// Uses of places in hand-parsed sentences as "name country role".
private func uses(_ rows: String) throws -> [String] {
    let reader = PlaceReader(try Lexicon.load(from: LexiconLocator.folder()))
    let (places, mentions) = reader.read(try parsed(rows))
    return mentions.map { mention in
        let place = places.first { $0.id == mention.place }!
        return "\(place.name) \(place.country ?? "?") \(mention.use.role.rawValue)"
    }
}

@Suite("Places: where, and what for")
struct PlacesTests {
    @Test("Where something happened, where it led, and whose office it is")
    func roles() throws {
        let event = """
            They they PRP 2 nsubj
            met meet VBD 0 root
            in in IN 4 case
            Nairobi Nairobi NNP 2 obl
            . . . 2 punct
            """
        let destination = """
            Convoys convoy NNS 2 nsubj
            travelled travel VBD 0 root
            to to IN 4 case
            Nairobi Nairobi NNP 2 obl
            . . . 2 punct
            """
        let office = """
            The the DT 2 det
            government government NN 5 nsubj
            in in IN 4 case
            Nairobi Nairobi NNP 2 nmod
            resigned resign VBD 0 root
            . . . 5 punct
            """
        #expect(try uses(event) == ["Nairobi KEN event"])
        #expect(try uses(destination) == ["Nairobi KEN destination"])
        #expect(try uses(office) == ["Nairobi KEN attribute"])
    }

    @Test("What is asked for a place is about it, and does not happen there")
    func scope() throws {
        let demand = """
            Rebels rebel NNS 2 nsubj
            wanted want VBD 0 root
            a a DT 4 det
            ceasefire ceasefire NN 2 obj
            in in IN 6 case
            Nairobi Nairobi NNP 4 nmod
            . . . 2 punct
            """
        #expect(try uses(demand) == ["Nairobi KEN scope"])
    }

    @Test("A state that acts is no place")
    func actors() throws {
        let subject = """
            Kenya Kenya NNP 2 nsubj
            protested protest VBD 0 root
            . . . 2 punct
            """
        #expect(try uses(subject) == [])
    }
}
