import Language
import Lexicon
import Reports

/// Reads who is who in a report: phrases, the actors that they stand for, roles, sides and codes.
struct ActorReader: Sendable {
    private let knowledge: ActorKnowledge

    init(_ lexicon: Lexicon) {
        knowledge = ActorKnowledge(lexicon)
    }

    func read(_ analysis: Analysis, attributions: [Attribution]) -> ActorTable {
        let sources = attributions.compactMap(\.source)
        let phrases = MentionFinder(analysis, knowledge).find(sources: sources)
        var coreference = Coreference(analysis, knowledge, phrases, attributions)
        coreference.resolve()
        return ActorBuilder(coreference, knowledge).build()
    }
}
