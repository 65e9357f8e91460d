import Language
import Reports

/// Finds limits that are set by a happening and not by a date: "until the siege is lifted".
struct ConditionFinder {
    let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    func conditions() -> [TimeMention] {
        var found: [TimeMention] = []
        for (index, token) in analysis.tokens.enumerated() {
            guard token.relation == .marker, ["until", "till", "til", "unless"].contains(token.lemma),
                let verb = token.head, analysis.tokens[verb].relation == .adverbClause, index < verb,
                analysis.child(of: verb, .subject, .passiveSubject) != nil
            else { continue }
            // The clause without what hangs on it loosely.
            let extent =
                index..<analysis.extent(of: verb) {
                    [.punctuation, .parataxis, .adverbClause].contains(analysis.tokens[$0].relation)
                }.upperBound
            let evidence = analysis.evidence(extent)
            let expression = TimeExpression(
                id: Identifier(.time, analysis.report.id.rawValue, "condition", "\(evidence.span.start)"),
                at: evidence, value: nil, earliest: nil, latest: nil, kind: .reference, direction: .future,
                role: .condition, basis: .stated)
            found.append(
                TimeMention(
                    expression: expression, tokens: extent, value: .reference(.future), lead: token.lemma))
        }
        return found
    }
}
