import Language
import Lexicon

/// An attribution that one cue proposes, before it is weighed against the others.
struct Proposal {
    /// How the content hangs on the cue.
    enum Join: Int, Comparable {
        case object, oblique, infinitive, adverb, beside, parataxis, clause, quotation

        static func < (a: Join, b: Join) -> Bool { a.rawValue < b.rawValue }
    }

    /// The word that carries the cue.
    var head: Int
    var cue: Cue?
    var join: Join
    var cues: [Range<Int>]
    var source: Range<Int>?
    var sourceHead: Int?
    var contents: [Range<Int>]
    /// The predicate of the content, where a clause is the content.
    var contentHead: Int?
    var addressees: [Range<Int>] = []
    var medium: Attribution.Medium?
    var rule: String
    var confidence: Float
    /// Whether the network gave its parts.
    var isProposedByNetwork = false
    /// Index of the proposal whose source speaks on here.
    var inherits: Int?
    /// Set when another proposal has taken it up.
    var isDropped = false

    /// First to last token of all contents.
    var hull: Range<Int> {
        contents.map(\.lowerBound).min()!..<contents.map(\.upperBound).max()!
    }

    /// Whether the layout of a line makes the attribution.
    var isLine: Bool { rule == "signed-quotation" || rule == "speaker-label" || rule == "headline" }

    /// "…, the envoy said, …": a cue of speaking with its subject, between commas amid its content.
    func isParenthesis(in analysis: Analysis) -> Bool {
        guard contents.count == 2, cue?.class != .wish, cue?.class != .plan, let source, let cue = cues.first,
            join == .parataxis || join == .clause || join == .quotation
        else { return false }
        let block = min(source.lowerBound, cue.lowerBound)..<max(source.upperBound, cue.upperBound)
        guard contents[0].upperBound <= block.lowerBound, block.upperBound <= contents[1].lowerBound,
            block.count <= source.count + cue.count + 1
        else { return false }
        return analysis.isComma(block.lowerBound - 1)
            && (block.upperBound..<contents[1].lowerBound).contains { analysis.isComma($0) }
    }

    func contains(_ token: Int) -> Bool { contents.contains { $0.contains(token) } }
}
