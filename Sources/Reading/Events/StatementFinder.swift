import Language
import Reports

/// Finds the innermost statement that tells of an event.
struct StatementFinder {
    private let report: Report
    private let statements: [Statement]

    init(_ report: Report, _ statements: [Statement]) {
        self.report = report
        self.statements = statements
    }

    /// The statement whose content holds the event's word. An event that is itself told by the words of an attribution
    /// ("Arvia rejected the plan, saying …") belongs to whatever that attribution stands in: its parent, or the outlet.
    func statement(telling candidate: EventCandidate, in analysis: Analysis) -> Identifier {
        if let innermost = innermost(holding: candidate.words.trigger, in: analysis) { return innermost.id }
        let sentence = analysis.sentence(of: candidate.words.trigger).span
        let own = statements.filter { $0.kind == .narration }
        let near =
            own.first { $0.evidence.contains { $0.span.overlaps(sentence) } }
            ?? own.last {
                $0.evidence.contains { $0.span.start < sentence.start }
            }
        return (near ?? own.first)?.id ?? Identifier(.statement, report.id.rawValue, "own-voice")
    }

    /// The deepest statement that has a word in its content.
    func innermost(holding token: Int, in analysis: Analysis) -> Statement? {
        let span = analysis.tokens[token].span
        var best: Statement?
        for statement in statements where statement.content.contains(where: { $0.span.contains(span) }) {
            if statement.depth >= best?.depth ?? 0 { best = statement }
        }
        return best
    }
}
