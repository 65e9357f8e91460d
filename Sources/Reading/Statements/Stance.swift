import Language
import Lexicon
import Reports

/// What a source does by saying something, and how it stands to what it says: the values of FactBank (Saurí and
/// Pustejovsky 2009) for a pair of source and content, read from the cue, negation, modality and mood.
struct Stance {
    var act: Statement.Act
    var polarity: Polarity
    var certainty: Certainty

    init(_ proposal: Proposal, in analysis: Analysis) {
        let cue = proposal.cue
        act = cue.flatMap { Statement.Act(rawValue: $0.act.rawValue) } ?? (proposal.join == .quotation ? .say : .other)
        polarity = .positive
        certainty = cue?.certainty ?? .certain
        let own =
            proposal.cues.first.map { range in
                range.contains { analysis.isNegator($0) } || analysis.isNegated(proposal.head)
            } ?? false
        let predicate = proposal.contentHead ?? proposal.contents.first.map { analysis.head(of: $0) }
        let contentIsClause = proposal.join != .object && proposal.join != .oblique
        let contentNegated = contentIsClause && predicate.map { Self.isNegative($0, in: analysis) } ?? false
        polarity = cue?.polarity ?? .positive
        if own {
            // "did not deny" commits to nothing; "will not say" keeps it back.
            if act.isRefusable { act = .refuse }
            certainty = .unknown
            polarity = .negative
        }
        if contentNegated { polarity = .negative }
        if act.leavesOpen { certainty = .unknown }
        if certainty == .certain, contentIsClause, let predicate {
            certainty = Self.certainty(of: predicate, in: analysis)
        }
    }

    /// Whether a clause is negated: its predicate, or a subject or object with "no".
    private static func isNegative(_ predicate: Int, in analysis: Analysis) -> Bool {
        if analysis.isNegated(predicate) { return true }
        return analysis.children(of: predicate).contains { child in
            let base = analysis.tokens[child].relation.base
            guard base == "nsubj" || base == "obj" else { return base == "expl" && false }
            return isNobody(child, in: analysis)
                || analysis.children(of: child).contains { analysis.tokens[$0].lemma == "no" }
        }
    }

    private static func isNobody(_ token: Int, in analysis: Analysis) -> Bool {
        switch analysis.tokens[token].lemma.lowercased() {
        case "nobody", "nothing", "none", "neither": true
        default: false
        }
    }

    /// How sure a clause is put, by its modal verbs and adverbs.
    static func certainty(of predicate: Int, in analysis: Analysis) -> Certainty {
        var least = Certainty.certain
        func lower(_ value: Certainty) {
            if value.rank < least.rank { least = value }
        }
        for child in analysis.children(of: predicate) {
            let token = analysis.tokens[child]
            switch token.lemma.lowercased() {
            case "may", "might", "could": lower(.possible)
            case "can":
                // "can come back" gives leave; "can turn out" is a chance.
                if token.relation.base == "aux", isEventless(predicate, in: analysis) { lower(.possible) }
            case "would", "should": if token.relation.base == "aux" { lower(.probable) }
            case "likely", "probably", "presumably", "expectedly": lower(.probable)
            case "perhaps", "possibly", "maybe", "potentially", "conceivably": lower(.possible)
            case "if", "whether", "unless": if token.relation == .marker { lower(.unknown) }
            default: break
            }
        }
        switch analysis.tokens[predicate].lemma {
        case "seem", "appear": lower(.probable)
        case "likely": lower(.probable)
        case "possible": lower(.possible)
        default: break
        }
        return least
    }

    /// Verbs of turning out, being and becoming, of which "can" states a chance.
    private static func isEventless(_ predicate: Int, in analysis: Analysis) -> Bool {
        switch analysis.tokens[predicate].lemma {
        case "turn", "prove", "become", "happen", "lead", "result", "occur", "be", "arise", "end": true
        default: analysis.child(of: predicate, .copula) != nil
        }
    }
}

extension Certainty {
    fileprivate var rank: Int {
        switch self {
        case .certain: 3
        case .probable: 2
        case .possible: 1
        case .unknown: 0
        }
    }
}

extension Statement.Act {
    /// Acts by which a source leaves open whether what it speaks of is so.
    fileprivate var leavesOpen: Bool {
        switch self {
        case .demand, .request, .offer, .ask, .urge: true
        default: false
        }
    }

    fileprivate var isRefusable: Bool { self == .say || self == .accept || self == .tell }
}
