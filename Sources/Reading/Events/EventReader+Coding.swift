package import Language
package import Lexicon
import Reports

/// An event with its parties as words and codes, for comparison with coded collections.
package struct CodedEvent: Sendable {
    package struct Party: Sendable {
        package var words: String
        /// Country, then sector: "NOR GOV".
        package var code: String?
    }

    /// PLOVER type.
    package var type: String
    package var reality: String
    package var actors: [Party]
    package var recipients: [Party]
    /// The words of the event.
    package var words: String

    /// The events of a report, as a reader of reports gives them.
    package static func events(in analysis: Analysis, _ lexicon: Lexicon) -> [CodedEvent] {
        let reading = Reader(lexicon: lexicon).read(analysis)
        var codes: [Identifier: Actor.Code] = [:]
        for actor in reading.actors { codes[actor.id] = actor.code }
        func party(_ participant: Event.Participant) -> Party {
            let code = codes[participant.actor]
            let text = [code?.country, code?.sector].compactMap { $0 }.joined(separator: " ")
            return Party(words: analysis.report.words(participant.at.span), code: code?.country == nil ? nil : text)
        }
        return reading.events.map { event in
            CodedEvent(
                type: event.kind.rawValue, reality: event.reality.rawValue, actors: event.actors.map(party),
                recipients: event.recipients.map(party), words: analysis.report.words(event.evidence[0].span))
        }
    }
}
