import Reports
import Testing

@Suite struct IdentityTests {
    @Test("SHA-256 gives the digests of FIPS 180-4's examples")
    func sha256() {
        #expect(SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256.hex(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(SHA256.hex(of: million) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("Ids depend on each part and on where the parts are cut")
    func identifiers() {
        #expect(Identifier(.claim, "a", "b") == Identifier(.claim, "a", "b"))
        #expect(Identifier(.claim, "a", "b") != Identifier(.claim, "ab", ""))
        #expect(Identifier(.claim, "a").rawValue.hasPrefix("c-"))
        #expect(Identifier(.claim, "a").rawValue.utf8.count == 10)
    }

    @Test("Ten thousand ids do not collide") func spread() {
        #expect(Set((0..<10_000).map { Identifier(.statement, "\($0)") }).count == 10_000)
    }

    @Test("Spans order the outer before the inner") func order() {
        #expect([Span(2, 4), Span(0, 3), Span(0, 9)].sorted() == [Span(0, 9), Span(0, 3), Span(2, 4)])
        #expect(Span(0, 3).intersection(Span(3, 5)) == nil)
        #expect(Span(0, 4).intersection(Span(3, 5)) == Span(3, 4))
    }
}
