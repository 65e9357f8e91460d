import Reports
import Testing

@testable import Lexicon

/// The folder of built-in tables in the checkout that this file stands in.
func builtInFolder(_ file: String = #filePath) -> String {
    file.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Lexicons"
}

struct BuiltInTests {
    static let lexicon = Result { try Lexicon.load(from: builtInFolder()) }

    @Test func loads() throws {
        let lexicon = try Self.lexicon.get()
        #expect(lexicon.states.count > 200)
        #expect(lexicon.country(code: "AFG")?.name == "Afghanistan")
        #expect(lexicon.demonym("Afghan")?.code == "AFG")
        #expect(lexicon.cue(lemma: "deny", partOfSpeech: .verb)?.polarity == .negative)
    }
}
