import Reading
import Reports

/// One clause of what a statement says: the smallest piece on which reports agree or differ.
struct Fact: Sendable {
    var statement: Statement
    /// The words of the clause.
    var evidence: Evidence
    /// What the clause speaks of, sorted, each once: stems of content words, actors, numbers.
    var terms: [String]
    /// Stem of the predicate.
    var predicate: String
    /// Stems of what the source holds untrue: of "no gate was opened" the gate and the opening.
    var negated: Set<String>
    var mode: Mode
    var counts: [Count]
    /// Stems of places that something was outside of.
    var outside: Set<String>

    /// What its source does with it (Searle's classes, as far as they keep facts apart): a demand and its refusal do
    /// not contradict each other, and neither says that anything is so.
    enum Mode: Hashable, Sendable {
        case told, demanded, offered, refused
    }

    /// A number with what it counts.
    struct Count: Hashable, Sendable {
        /// Nil for a number that stands alone ("38 in one direction").
        var number: Identifier?
        var value: Double
        /// Stem of what is counted.
        var of: String
        /// Whether the report leaves room: "about", "at least", a range.
        var isOpen: Bool
    }

    var report: Identifier { statement.report }
    var isNegated: Bool { !negated.isEmpty }
    /// Whether it tells more than that something goes on: a number, or that something is not so.
    var isSpecific: Bool { isNegated || !counts.isEmpty }
}
