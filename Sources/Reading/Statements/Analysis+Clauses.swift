import Language
import Reports

/// What the finder asks of the trees: clauses, their subjects, and phrases.
extension Analysis {
    func isVerb(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case .verb: true
        case .aux: false
        case .other: tokens[token].xpos.utf8.starts(with: "VB".utf8)
        default: false
        }
    }

    func isNoun(_ token: Int) -> Bool {
        switch tokens[token].upos {
        case .noun, .propn: true
        case .other: tokens[token].xpos.utf8.starts(with: "NN".utf8)
        default: false
        }
    }

    func isNominal(_ token: Int) -> Bool {
        isNoun(token) || tokens[token].upos == .pron || tokens[token].xpos.utf8.starts(with: "PRP".utf8)
            || tokens[token].upos == .num || tokens[token].xpos == "DT"
    }

    func isAdjective(_ token: Int) -> Bool {
        tokens[token].upos == .adj || tokens[token].upos == .other && tokens[token].xpos.utf8.starts(with: "JJ".utf8)
    }

    /// A full stop, comma, dash, bracket or the like; quotation marks too.
    func isPunctuation(_ token: Int) -> Bool {
        if tokens[token].upos == .punct { return true }
        guard tokens[token].upos == .other || tokens[token].upos == .sym else { return false }
        return !tokens[token].form.utf8.contains {
            $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 > 0x7F
        }
    }

    func isQuotationMark(_ token: Int) -> Bool {
        switch tokens[token].form {
        case "\"", "“", "”", "„", "«", "»", "''", "``", "‘", "'": true
        case "’": tokens[token].upos == .punct || tokens[token].xpos == "''"
        default: false
        }
    }

    func isComma(_ token: Int) -> Bool { tokens[token].form == "," }

    /// A verb form without a tense of its own: "saying", "to say".
    func isNonfinite(_ verb: Int) -> Bool {
        let hasAuxiliary = children(of: verb).contains { tokens[$0].relation.base == "aux" && !isInfinitiveMark($0) }
        if hasAuxiliary { return false }
        switch tokens[verb].xpos {
        case "VBG", "VBN": return true
        case "VB": return children(of: verb).contains { isInfinitiveMark($0) }
        default: return false
        }
    }

    func isInfinitiveMark(_ token: Int) -> Bool {
        (tokens[token].relation == .marker || tokens[token].relation == .auxiliary)
            && (tokens[token].xpos == "TO" || tokens[token].form == "to")
    }

    func isInfinitive(_ verb: Int) -> Bool { children(of: verb).contains { isInfinitiveMark($0) } }

    func isPassive(_ verb: Int) -> Bool {
        let auxiliaries = children(of: verb).filter { tokens[$0].relation.base == "aux" && !isInfinitiveMark($0) }
        // A passive has a form of "be" or "get"; with "have" alone a verb is active, whatever its subject is labelled.
        if let last = auxiliaries.last(where: { $0 < verb }), tokens[last].lemma == "have" { return false }
        if child(of: verb, .passiveAuxiliary, .passiveSubject) != nil { return true }
        return tokens[verb].xpos == "VBN"
            && !children(of: verb).contains { tokens[$0].relation.base == "aux" || tokens[$0].relation == .subject }
            && (tokens[verb].relation == .adnominalClause || tokens[verb].relation == .adverbClause)
    }

    func isNegated(_ token: Int) -> Bool {
        children(of: token).contains { isNegator($0) }
    }

    func isNegator(_ token: Int) -> Bool {
        switch tokens[token].lemma {
        case "not", "n't", "never", "no", "neither", "nor", "hardly", "scarcely": tokens[token].upos != .intj
        case "n’t": true
        default: tokens[token].form == "n't" || tokens[token].form == "n’t"
        }
    }

    /// The subject that a verb or a predicate shows, active or passive.
    func subject(of verb: Int) -> Int? {
        children(of: verb).first { tokens[$0].relation.base == "nsubj" }
    }

    /// The agent of a passive: "by the council".
    func agent(of verb: Int) -> Int? {
        if let agent = child(of: verb, .agent) { return agent }
        return children(of: verb).first { child in
            (tokens[child].relation == .oblique || tokens[child].relation == .nounModifier)
                && preposition(of: child) == "by" && isNominal(child)
        }
    }

    /// The preposition of a phrase, by its lemma: its first case marker, or the mark of a clause.
    func preposition(of token: Int) -> String? {
        children(of: token).first {
            tokens[$0].relation == .caseMarker || (tokens[$0].relation == .marker && tokens[$0].upos != .part)
        }.map { tokens[$0].lemma }
    }

    func isRelativePronoun(_ token: Int) -> Bool {
        switch tokens[token].xpos {
        case "WDT", "WP", "WP$": return true
        default:
            return tokens[token].lemma == "that" && tokens[token].upos == .pron
                && tokens[token].relation.base == "nsubj"
                && tokens[token].head.map { tokens[$0].relation == .relativeClause } ?? false
        }
    }

    /// A phrase with all its modifiers, but without a clause set off by a comma, what is coordinated as a clause, and
    /// the preposition that leads it.
    func phrase(of head: Int) -> Range<Int> {
        let all = subtree(of: head) { child in
            guard tokens[child].head == head else { return false }
            let relation = tokens[child].relation
            if relation == .caseMarker || relation == .parataxis || relation == .marker || relation == .discourse
                || relation == .copula || relation.base == "aux"
            {
                return true
            }
            if relation == .relativeClause || relation == .adnominalClause || relation == .adverbClause {
                return followsComma(child, under: head)
            }
            return isPunctuation(child) && child < head
        }
        return trimmed(all[0]..<all[all.count - 1] + 1)
    }

    /// Whether a comma or dash stands before the extent of a dependent.
    private func followsComma(_ child: Int, under head: Int) -> Bool {
        let start = extent(of: child).lowerBound
        guard start > head + 1 else { return false }
        return isPunctuation(start) || isPunctuation(start - 1)
    }

    /// A range without commas, colons and other punctuation at its edges; quotation marks and brackets stay.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isEdge(low) { low += 1 }
        while high > low, isEdge(high - 1) { high -= 1 }
        return low..<high
    }

    private func isEdge(_ token: Int) -> Bool {
        switch tokens[token].form {
        case ",", ";", ":", ".", "-", "--", "–", "—", "...", "…": true
        default: false
        }
    }
}
