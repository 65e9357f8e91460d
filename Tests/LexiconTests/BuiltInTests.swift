import Reports
import Testing

@testable import Lexicon

/// The folder of built-in tables in the checkout that this file stands in.
func builtInFolder(_ file: String = #filePath) -> String {
    file.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Lexicons"
}

/// The tables that ship with Hearsay.
struct BuiltInTests {
    static let loaded = Result { try Lexicon.load(from: builtInFolder()) }

    @Test func lintFindsNothing() throws {
        let findings = LexiconLint.findings(in: try Self.loaded.get())
        #expect(findings.isEmpty, "\(findings.prefix(40).map(\.description).joined(separator: "\n"))")
    }

    @Test func coverTheWorld() throws {
        let lexicon = try Self.loaded.get()
        #expect(lexicon.states.filter { $0.kind == .state }.count >= 195)
        #expect(lexicon.organisations.count >= 300)
        #expect(lexicon.groups.count >= 400)
        #expect(lexicon.outlets.count >= 400)
        #expect(lexicon.eventPatterns.count >= 600)
        #expect(lexicon.places.count >= 1500)
        for state in lexicon.states where state.kind == .state {
            #expect(state.coordinates != nil, "\(state.name)")
        }
    }

    @Test func everyEventTypeHasVerbsAndNouns() throws {
        let lexicon = try Self.loaded.get()
        for type in EventType.allCases {
            for part in EventPattern.PartOfSpeech.allCases {
                #expect(
                    lexicon.eventPatterns.contains { $0.type == type && $0.partOfSpeech == part },
                    "\(type.rawValue) \(part.rawValue)")
            }
        }
    }

    @Test func everySpeechActHasACue() throws {
        let lexicon = try Self.loaded.get()
        for act in SpeechAct.allCases {
            #expect(lexicon.cues.contains { $0.act == act }, "\(act.rawValue)")
        }
    }

    @Test func everyTalksSlotHasATerm() throws {
        let lexicon = try Self.loaded.get()
        for slot in TalksTerm.Slot.allCases {
            #expect(lexicon.talksTerms.contains { $0.slot == slot }, "\(slot.rawValue)")
        }
    }

    @Test func aGroupChangesItsSectorOnADay() throws {
        let lexicon = try Self.loaded.get()
        let taliban = try #require(lexicon.groups.first { $0.name == "Taliban" })
        #expect(taliban.standing(on: PartialDate("2021-08-14"))?.sector == .rebel)
        #expect(taliban.standing(on: PartialDate("2021-08-15"))?.sector == .government)
        #expect(taliban.standing(on: PartialDate("1999"))?.sector == .government)
        #expect(taliban.standing()?.sector == .government)
    }

    @Test func aDenialIsNegative() throws {
        let deny = try #require(try Self.loaded.get().cue(lemma: "deny", partOfSpeech: .verb))
        #expect(deny.polarity == .negative)
        #expect(deny.act == .deny)
    }
}
