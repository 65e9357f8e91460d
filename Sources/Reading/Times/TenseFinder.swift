import Language
import Reports

/// Tells whether the clause around a time expression speaks of the past or of what is to come.
struct TenseFinder {
    let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    /// The tense at a token: of the nearest verb above it in the tree, or of the words before it where there is no tree.
    ///
    /// - Parameter lead: the preposition before the expression. A limit ("by", "until") lies ahead, unless something had
    ///   already happened by then.
    func tense(at token: Int, after lead: String?) -> TimeResolver.Tense {
        if let lead, ["by", "until", "till"].contains(lead), !hasPluperfect(around: token) { return .future }
        return tense(at: token)
    }

    private func hasPluperfect(around token: Int) -> Bool {
        guard analysis.tokens.indices.contains(token) else { return false }
        return analysis.sentence(of: token).tokens.contains { analysis.tokens[$0].form.lowercased() == "had" }
    }

    private func tense(at token: Int) -> TimeResolver.Tense {
        let tokens = analysis.tokens
        guard tokens.indices.contains(token) else { return .unknown }
        var current: Int? = token
        var steps = 0
        var isInTree = false
        while let here = current, steps < 40 {
            if tokens[here].head != nil { isInTree = true }
            if here != token || tokens[here].upos == .verb, let tense = verbTense(here) { return tense }
            current = tokens[here].head
            steps += 1
        }
        return isInTree ? .unknown : tenseOfWords(before: token)
    }

    private func verbTense(_ token: Int) -> TimeResolver.Tense? {
        let word = analysis.tokens[token]
        guard word.upos == .verb || hasAuxiliary(token) else { return nil }
        for child in analysis.children(of: token) {
            let dependent = analysis.tokens[child]
            if dependent.upos == .aux {
                switch dependent.lemma {
                case "will", "shall", "may", "might", "can", "must", "should", "'ll": return .future
                case "would", "could": return .future
                case "have": return .past
                case "be" where ["VBD"].contains(dependent.xpos): return .past
                case "do" where dependent.xpos == "VBD": return .past
                default: break
                }
            }
            if dependent.upos == .part, dependent.lemma == "to", dependent.relation == .marker {
                // "is set to begin", "agreed to meet": what an infinitive tells is still to come.
                return .future
            }
        }
        switch word.xpos {
        case "VBD": return .past
        case "VBN": return .past
        case "VBZ", "VBP", "VBG", "VB":
            let region = analysis.sentence(of: token).region
            return region == .headline || region == .subheading ? .unknown : nil
        default: return nil
        }
    }

    private func hasAuxiliary(_ token: Int) -> Bool {
        analysis.children(of: token).contains { analysis.tokens[$0].upos == .aux }
    }

    /// Signs of the future among the words before a token, back to the sentence's beginning.
    private func tenseOfWords(before token: Int) -> TimeResolver.Tense {
        let sentence = analysis.sentence(of: token).tokens
        var index = token + 2
        while index >= sentence.lowerBound {
            defer { index -= 1 }
            guard index < sentence.upperBound else { continue }
            switch analysis.tokens[index].form.lowercased() {
            case "will", "shall", "would", "'ll", "due", "scheduled", "set", "expected", "expects", "plans", "planned",
                "deadline", "upcoming":
                return .future
            case "said", "was", "were", "had", "announced", "told": if index < token { return .past }
            default: break
            }
        }
        return .unknown
    }
}
