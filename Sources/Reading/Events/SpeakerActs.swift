import Language
import Lexicon
import Reports

/// Events that a source does by the way it says something: what "must" be done is demanded, what is called a lie is
/// an accusation.
struct SpeakerActs {
    let analysis: Analysis
    let matcher: PatternMatcher
    let finder: ParticipantFinder
    private let clauses: ClauseView

    init(_ analysis: Analysis, _ matcher: PatternMatcher, _ finder: ParticipantFinder) {
        self.analysis = analysis
        self.matcher = matcher
        self.finder = finder
        clauses = ClauseView(analysis)
    }

    func acts(
        in statements: [Statement], _ statementFinder: StatementFinder, besides known: [EventCandidate]
    ) -> [EventCandidate] {
        let taken = Set(known.filter { $0.governor == nil && !$0.parties.actors.isEmpty }.map(\.words.trigger))
        var found: [EventCandidate] = []
        for token in analysis.tokens.indices where !taken.contains(token) {
            guard let draft = demand(at: token) ?? denunciation(at: token),
                let statement = statementFinder.innermost(holding: token, in: analysis), statement.depth > 0,
                let source = statement.source.actor
            else { continue }
            let recipients = draft.heads.flatMap { clauses.conjuncts(of: $0) }.compactMap { finder.participant(at: $0) }
                .filter { $0.actor != source }
            guard !recipients.isEmpty else { continue }
            let mention = statement.source.mention ?? statement.evidence[0]
            found.append(
                EventCandidate(
                    words: EventWords(trigger: token), kind: draft.kind, mode: draft.mode, contexts: [],
                    isMutual: false, isVerbal: true,
                    parties: .init(actors: [.init(actor: source, at: mention)], recipients: recipients),
                    reality: RealityReader.Finding(), rule: draft.rule))
        }
        return found
    }

    private struct Draft {
        var kind: Event.Kind
        var mode: String
        var rule: String
        /// Heads of the phrases of those whom it is aimed at.
        var heads: [Int]
    }

    /// "said that the army must withdraw"
    private func demand(at token: Int) -> Draft? {
        guard clauses.isVerb(token) || analysis.child(of: token, .copula) != nil else { return nil }
        let isObliged = analysis.children(of: token).contains {
            analysis.tokens[$0].upos == .aux && ["must", "ought"].contains(analysis.tokens[$0].lemma)
        }
        guard isObliged, analysis.children(of: token, .marker).allSatisfy({ analysis.tokens[$0].lemma == "that" })
        else {
            return nil
        }
        let kind = matcher.match(at: token).flatMap { Event.Kind(rawValue: $0.pattern.type.rawValue) }
        let mode =
            switch kind {
            case .aid, .support, .cooperate: "assist"
            case .retreat, .concede: "yield"
            case .consult: "meet"
            default: "change"
            }
        return Draft(
            kind: .request, mode: mode, rule: "obligation-put-by-the-source",
            heads: clauses.surfaceSubjects(of: token, depth: 0))
    }

    /// "their false claims", "his promises were a lie"
    private func denunciation(at token: Int) -> Draft? {
        let word = analysis.tokens[token]
        guard word.upos == .noun else { return nil }
        let owners = analysis.children(of: token, .possessive)
        let isFalse = analysis.children(of: token, .adjective).contains {
            Self.falsehoods.contains(analysis.tokens[$0].lemma.lowercased())
        }
        guard isFalse, Self.assertions.contains(word.lemma), !owners.isEmpty else { return nil }
        return Draft(kind: .accuse, mode: "disapprove", rule: "evaluation-by-the-source", heads: owners)
    }

    private static let falsehoods: Set<String> = [
        "false", "baseless", "empty", "bogus", "hollow", "broken", "deceitful", "fake", "dishonest", "unfounded",
    ]

    private static let assertions: Set<String> = [
        "claim", "promise", "assurance", "pledge", "statement", "allegation", "accusation", "assertion", "pretext",
        "commitment", "propaganda", "narrative",
    ]
}
