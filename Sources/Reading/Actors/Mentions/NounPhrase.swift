import Language

/// Extents of noun phrases in a tree.
struct NounPhrase {
    let analysis: Analysis
    /// Whether a token belongs to a person's name.
    var isPersonName: (Int) -> Bool = { _ in false }

    /// The words of the phrase that a noun heads: modifiers and appositions, without prepositions, conjuncts, the
    /// clause that it is the predicate of, and relative clauses set off by commas.
    func extent(of head: Int) -> Range<Int> {
        var tokens = analysis.subtree(of: head) { child in
            let parent = analysis.tokens[child].head
            return isOutside(child, of: parent, top: head)
        }
        // The stretch around the head that has no gaps but punctuation.
        tokens = contiguous(tokens, around: head)
        return trimmed(tokens[0]..<tokens[tokens.count - 1] + 1, keeping: head)
    }

    private func isOutside(_ child: Int, of parent: Int?, top: Int) -> Bool {
        let token = analysis.tokens[child]
        let base = token.relation.base
        if parent == top {
            switch base {
            case "case", "conj", "cc", "cop", "nsubj", "csubj", "aux", "mark", "advcl", "ccomp", "xcomp", "parataxis",
                "discourse", "list", "obl", "orphan", "dislocated", "obj", "vocative", "expl":
                return true
            case "advmod": return child > top
            case "dep": return child > top
            default: break
            }
        }
        if base == "nmod", child > top, parent == top, let preposition = analysis.child(of: child, .caseMarker) {
            // Other prepositions belong to the clause more often than to the noun.
            let word = analysis.tokens[preposition].lemma
            let isTie = word == "to" && Self.tied.contains(analysis.tokens[top].lemma)
            if Self.adverbial.contains(word), !isTie { return true }
        }
        let isBare = base == "nmod" && child > top && analysis.child(of: child, .caseMarker) == nil
        if base == "appos" || isBare, parent == top, !isApposition(child, of: top) { return true }
        if let parent, ["flat", "compound"].contains(base) || analysis.tokens[child].relation.name == "nmod:desc",
            (min(child, parent)..<max(child, parent)).contains(where: { analysis.tokens[$0].form == "," })
        {
            return true
        }
        if base == "acl" {
            let clause = analysis.extent(of: child)
            if clause.count > 8 { return true }
            if analysis.tokens[child].relation.name == "acl", analysis.child(of: child, .marker) != nil { return true }
            if clause.lowerBound > 0, analysis.tokens[clause.lowerBound - 1].form == "," { return true }
            if analysis.tokens[clause.lowerBound].form == "," { return true }
        }
        return base == "parataxis"
    }

    private static let adverbial: Set<String> = [
        "to", "by", "during", "after", "before", "since", "about", "as", "than", "until", "over", "amid", "despite",
        "because", "on", "through", "per", "except",
    ]

    /// Nouns that take "to": "aides to the premier".
    private static let tied: Set<String> = [
        "aide", "adviser", "advisor", "envoy", "ambassador", "delegate", "representative", "heir", "successor",
        "witness", "party", "secretary", "counsel", "emissary", "assistant", "delegation",
    ]

    /// A person's name after a comma stands for a noun for one person, and for nothing else: parsers hang the subject
    /// of a clause on what stands before it ("According to the clerks, Osei left").
    private func isApposition(_ child: Int, of top: Int) -> Bool {
        let between = top + 1..<max(top + 1, child)
        guard between.contains(where: { analysis.tokens[$0].form == "," }) else { return true }
        guard extentHasPersonName(child) else { return true }
        if isPersonName(top) || ["NNS", "NNPS"].contains(analysis.tokens[top].xpos) { return false }
        // "According to the clerk, Osei left" against "According to the clerk, Osei, he left".
        let isOpening = analysis.child(of: top, .caseMarker) != nil
        guard isOpening else { return true }
        var end = child
        while end < analysis.tokens.count, isPersonName(end) || end == child { end += 1 }
        return end < analysis.tokens.count && analysis.tokens[end].form == ","
    }

    private func extentHasPersonName(_ child: Int) -> Bool {
        isPersonName(child) || analysis.children(of: child).contains { isPersonName($0) && $0 > child }
    }

    private func contiguous(_ tokens: [Int], around head: Int) -> [Int] {
        guard let at = tokens.firstIndex(of: head) else { return tokens }
        func isGap(_ low: Int, _ high: Int) -> Bool {
            guard high - low > 1 else { return false }
            return (low + 1..<high).contains { analysis.tokens[$0].upos != .punct }
        }
        var low = at
        while low > 0, !isGap(tokens[low - 1], tokens[low]) { low -= 1 }
        var high = at
        while high + 1 < tokens.count, !isGap(tokens[high], tokens[high + 1]) { high += 1 }
        return Array(tokens[low...high])
    }

    /// Without punctuation at its ends, but for quotation marks and brackets that open or close inside.
    func trimmed(_ range: Range<Int>, keeping head: Int) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < head, isEdge(low, in: low..<high) { low += 1 }
        while high - 1 > head, isEdge(high - 1, in: low..<high) { high -= 1 }
        return low..<high
    }

    private func isEdge(_ token: Int, in range: Range<Int>) -> Bool {
        let form = analysis.tokens[token].form
        switch form {
        case ",", ".", ";", ":", "-", "–", "—", "!", "?", "...", "…", "’", "‘": return true
        case "\"", "''", "``", "”", "“":
            let quotes = range.filter { ["\"", "''", "``", "”", "“"].contains(analysis.tokens[$0].form) }
            return quotes.count % 2 == 1
        case "(", "[": return !range.contains { [")", "]"].contains(analysis.tokens[$0].form) && $0 > token }
        case ")", "]": return !range.contains { ["(", "["].contains(analysis.tokens[$0].form) && $0 < token }
        case "and", "or", "&", "but": return true
        default: return analysis.tokens[token].upos == .punct
        }
    }
}
