import Language
import Lexicon

/// A phrase that may stand for an actor, before it is known for which.
struct Phrase: Hashable, Sendable {
    enum Number: Hashable, Sendable {
        case one, many, unknown
    }

    enum Gender: Hashable, Sendable {
        case female, male, unknown
    }

    enum Pronoun: Hashable, Sendable {
        case first(plural: Bool)
        case second
        case third(plural: Bool, thing: Bool)
        /// "who", "which": stands for the noun that its clause modifies.
        case relative
    }

    /// With titles, modifiers and appositions.
    var tokens: Range<Int>
    /// The token that the whole phrase hangs on.
    var head: Int
    /// All tokens of the phrase that stand for the actor: head, name, title, apposition.
    var heads: [Int]
    var form: Actor.Mention.Form
    /// The words of the proper name alone.
    var name: Range<Int>?
    /// A short form in brackets after the name.
    var acronym: Int?
    var kind: Actor.Kind
    /// Whether the kind is certain enough to forbid joining.
    var isKindSure = true
    var noun: HeadNoun?
    var number: Number = .unknown
    var gender: Gender = .unknown
    var pronoun: Pronoun?
    var isDefinite = false
    var isPossessive = false
    /// "sources", "the reports": stands in for a source without a name.
    var descriptions: [Description] = []
    /// What the lexicon has under the name.
    var entry: Entry?
}

/// What a phrase says that an actor is: an office, a tie, or just a noun.
struct Description: Hashable, Sendable {
    /// The noun: "minister", "leader".
    var head: Int
    /// Lower case, without "acting" and "former": "foreign minister".
    var title: String
    /// Lemma of the noun.
    var noun: String
    /// The noun with its modifiers.
    var tokens: Range<Int>
    var isActing = false
    var isFormer = false
    /// Head tokens of the phrases that say what the office is in: "of the group", "Taliban", "Iran's".
    var affiliations: [Int] = []
    /// Whether a possessive pronoun or name stands before it: "his deputy".
    var possessor: Int?
}
