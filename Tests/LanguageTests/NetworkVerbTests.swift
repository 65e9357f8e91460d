import Testing

@testable import Language

@Suite("Base forms of verbs that training did not show")
struct NetworkVerbTests {
    /// A table that knows nothing: spelling alone decides.
    private static let empty = LemmaTable(UnsafeRawBufferPointer(start: nil, count: 0))

    @Test(
        "Spelling says whether a silent e was cut",
        arguments: [
            ("rejected", "VBN", "rejecte", "reject"), ("mediated", "VBN", "mediat", "mediate"),
            ("organizing", "VBG", "organiz", "organize"), ("repeated", "VBD", "repeat", "repeat"),
            ("resolving", "VBG", "resolv", "resolve"), ("marches", "VBZ", "marche", "march"),
        ])
    func spelling(form: String, tag: String, made: String, lemma: String) {
        #expect(RegularVerb(form: form, tag: tag).lemma(insteadOf: made, Self.empty) == lemma)
    }

    @Test("A base form that is known is taken before the spelling is asked")
    func known() {
        let text = "ferry\tVERB\tVB\tferry\nrace\tVERB\tVB\trace\n"
        var copy = text
        copy.withUTF8 { bytes in
            let table = LemmaTable(UnsafeRawBufferPointer(bytes))
            #expect(RegularVerb(form: "raced", tag: "VBD").lemma(insteadOf: "rac", table) == "race")
            #expect(RegularVerb(form: "went", tag: "VBD").lemma(insteadOf: "go", table) == "go")
            #expect(RegularVerb(form: "ferried", tag: "VBD").lemma(insteadOf: "ferri", table) == "ferry")
            #expect(table.lemma(of: "race", .verb, "VB") == "race")
            #expect(table.lemma(of: "rac", .verb, "VB") == nil)
        }
    }
}
