import Reading
import Testing

@testable import Stories

@Suite struct FactClaimTests {
    private let opened =
        """
        two/two/NUM/2/nummod sluice/sluice/NOUN/3/compound gates/gate/NOUN/5/nsubj:pass
        were/be/AUX/5/aux:pass opened/open/VERB/0/root
        """
    private let sluice =
        """
        the/the/DET/3/det sluice/sluice/NOUN/3/compound gates/gate/NOUN/5/nsubj:pass
        were/be/AUX/5/aux:pass opened/open/VERB/0/root
        """

    private func counted(_ number: String, _ before: String = "") -> String {
        let shift = before.isEmpty ? 0 : 1
        let lead = before.isEmpty ? "" : "\(before)/\(before)/ADV/2/advmod "
        return lead
            + """
            \(number)/\(number)/NUM/\(2 + shift)/nummod miners/miner/NOUN/\(3 + shift)/nsubj
            blocked/block/VERB/0/root
            the/the/DET/\(5 + shift)/det viaduct/viaduct/NOUN/\(3 + shift)/obj
            """
    }

    @Test("Two sources that say the same corroborate each other")
    func corroborated() throws {
        let found = try claims(Account("Post", .init("Ana Ruiz", opened)), Account("Mail", .init("Bo Lind", sluice)))
        #expect(found.map(\.status) == [.corroborated])
        #expect(found[0].origins.count == 2)
        #expect(found[0].supports.count == 2)
    }

    @Test("One source in two reports is one origin")
    func recycled() throws {
        let found = try claims(Account("Post", .init("Ana Ruiz", opened)), Account("Mail", .init("Ana Ruiz", sluice)))
        #expect(found.map(\.status) == [.recycled])
        #expect(found[0].origins.count == 1)
    }

    @Test("A denial contests, and the claim says who denies")
    func denied() throws {
        let found = try claims(
            Account("Post", .init("Ana Ruiz", opened)), Account("Mail", .init("Bo Lind", .deny, sluice)))
        #expect(found.map(\.status) == [.contested])
        #expect(found[0].supports.map(\.stance) == [.asserts, .denies])
    }

    @Test("\"No gate was opened\" denies that gates were opened")
    func negated() throws {
        let none =
            """
            no/no/DET/3/det sluice/sluice/NOUN/3/compound gate/gate/NOUN/5/nsubj:pass
            was/be/AUX/5/aux:pass opened/open/VERB/0/root
            """
        let found = try claims(Account("Post", .init("Ana Ruiz", opened)), Account("Mail", .init("Bo Lind", none)))
        #expect(found.map(\.status) == [.contested])
    }

    @Test("Two who deny the same do not contradict each other")
    func bothDeny() throws {
        let found = try claims(
            Account("Post", .init("Ana Ruiz", .deny, opened)), Account("Mail", .init("Bo Lind", .deny, sluice)))
        #expect(found.map(\.status) == [.corroborated])
    }

    @Test("Different exact numbers of one thing are contested, and both stand in the claim")
    func numbers() throws {
        let found = try claims(
            Account("Post", .init("Ana Ruiz", counted("70"))), Account("Mail", .init("Bo Lind", counted("90"))))
        #expect(found.map(\.status) == [.contested])
        #expect(found[0].compares == .slot)
        #expect(found[0].values.count == 2)
        #expect(found[0].supports.map(\.value) == [0, 1])
    }

    @Test("\"About seventy\" beside seventy-two is coarser, not contested")
    func granularity() throws {
        let found = try claims(
            Account("Post", .init("Ana Ruiz", counted("72"))),
            Account("Mail", .init("Bo Lind", counted("70", "about"))))
        #expect(found.map(\.status) == [.corroborated])
        #expect(found[0].flags == [.granularityDiffers])
    }

    @Test("A demand and its refusal are no contradiction")
    func demandAndRefusal() throws {
        let found = try claims(
            Account("Post", .init("Ana Ruiz", .demand, sluice)), Account("Mail", .init("Bo Lind", .refuse, sluice)))
        #expect(found.allSatisfy { $0.status != .contested })
    }

    @Test("Inside and outside of one place exclude each other")
    func outside() throws {
        func ship(_ preposition: String) -> String {
            """
            the/the/DET/2/det freighter/freighter/NOUN/6/nsubj was/be/AUX/6/cop
            \(preposition)/\(preposition)/ADP/6/case Varnian/varnian/ADJ/6/amod waters/water/NOUN/0/root
            """
        }
        let found = try claims(
            Account("Post", .init("Ana Ruiz", ship("in"))), Account("Mail", .init("Bo Lind", ship("outside"))))
        #expect(found.map(\.status) == [.contested])
    }

    @Test("Unlike statements of one speaker stay apart")
    func apart() throws {
        let other =
            "the/the/DET/2/det harvest/harvest/NOUN/4/nsubj was/be/AUX/4/cop poor/poor/ADJ/0/root"
        let found = try claims(Account("Post", .init("Ana Ruiz", opened)), Account("Mail", .init("Ana Ruiz", other)))
        #expect(found.map(\.status) == [.single, .single])
    }

    @Test("What one outlet tells by itself, without number or negation, is no claim")
    func narration() throws {
        #expect(try claims(Account("Post", .init(nil, sluice))).isEmpty)
    }
}
