import Language
import Lexicon
import Reports

/// Finds attributions by their cues and the trees around them.
///
/// It knows neither levels nor the network: it says for each cue of a report what its source, content, addressees and
/// medium would be. The finder chooses among these proposals and nests them.
struct ClauseReader {
    let analysis: Analysis
    let lexicon: Lexicon
    let quotations: Quotations

    func proposals() -> [Proposal] {
        var found: [Proposal] = []
        for sentence in analysis.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                if let (proposal, end) = phrase(at: token, in: sentence) {
                    found.append(proposal)
                    token = end
                    continue
                }
                if let proposal = proposal(at: token) { found.append(proposal) }
                token += 1
            }
        }
        return found
    }

    private func proposal(at token: Int) -> Proposal? {
        if analysis.isVerb(token) { return verb(token) }
        if analysis.isNoun(token) { return noun(token) }
        if analysis.isAdjective(token) { return predicate(token, cue(token, .adj), cueStart: token) }
        if analysis.tokens[token].upos == .adv || analysis.tokens[token].xpos == "RB" { return adverb(token) }
        return nil
    }

    func cue(_ token: Int, _ partOfSpeech: Cue.PartOfSpeech) -> Cue? {
        CueLookup(lexicon: lexicon, analysis: analysis).cue(token, partOfSpeech)
    }

    // MARK: Pieces

    /// First to last of some tokens, without what an attribution in their midst takes.
    func pieces(_ tokens: [Int], without block: Range<Int>?) -> [Range<Int>] {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        let hull = first..<last + 1
        guard let block, block.overlaps(hull) else { return nonEmpty([hull]) }
        var low = block.lowerBound
        while low > hull.lowerBound, analysis.isComma(low - 1) { low -= 1 }
        return nonEmpty([
            hull.lowerBound..<max(hull.lowerBound, low), min(hull.upperBound, block.upperBound)..<hull.upperBound,
        ])
    }

    private func nonEmpty(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.map { content($0) }.filter { range in range.contains { isWord($0) } }
    }

    /// Whether a token says something: no punctuation and no mere joining word.
    private func isWord(_ token: Int) -> Bool {
        switch analysis.tokens[token].upos {
        case .punct, .sconj, .adp, .cconj: false
        default: !analysis.isPunctuation(token)
        }
    }

    /// A content that begins with its "that", where the tree has put words before it which belong to the verb: whom it is
    /// told, or an aside.
    func fromConjunction(_ ranges: [Range<Int>], head: Int) -> (ranges: [Range<Int>], before: Range<Int>?) {
        guard let first = ranges.first,
            let mark = analysis.children(of: head).first(where: {
                analysis.tokens[$0].relation == .marker && analysis.tokens[$0].lemma == "that"
            }), first.contains(mark), mark > first.lowerBound
        else { return (ranges, nil) }
        let subject = analysis.subject(of: head)
        if let subject, subject < mark {
            guard analysis.isVerb(head) else { return (ranges, nil) }
        }
        let rest = content(mark..<first.upperBound)
        return rest.isEmpty ? (ranges, nil) : ([rest] + ranges.dropFirst(), analysis.trimmed(first.lowerBound..<mark))
    }

    /// A content without the words that only join it: a leading "that", and punctuation at the edges.
    func content(_ range: Range<Int>) -> Range<Int> {
        var range = analysis.trimmed(range)
        while let first = range.first, range.count > 1, analysis.tokens[first].lemma == "that",
            analysis.tokens[first].relation == .marker || analysis.tokens[first].upos == .sconj
        {
            range = analysis.trimmed(first + 1..<range.upperBound)
        }
        return range
    }

    /// The words of a cue: auxiliaries, negation and adverbs directly before the verb, and what chain of verbs leads to
    /// it with the same subject ("is trying to convince").
    func cueRange(_ verb: Int) -> Range<Int> {
        var low = verb
        var current = verb
        while low > 0, analysis.sentenceOfToken[low - 1] == analysis.sentenceOfToken[verb] {
            let before = low - 1
            let token = analysis.tokens[before]
            if token.head == current,
                token.relation.base == "aux" || token.relation == .adverbModifier || token.relation == .copula
                    || analysis.isInfinitiveMark(before) && analysis.tokens[current].relation == .openComplement
            {
                low = before
            } else if analysis.tokens[current].head == before, analysis.tokens[current].relation == .openComplement,
                analysis.isVerb(before)
            {
                low = before
                current = before
            } else {
                break
            }
        }
        var high = verb + 1
        while high < analysis.tokens.count, analysis.tokens[high].head == verb,
            analysis.tokens[high].relation == .particle
        {
            high += 1
        }
        return low..<high
    }

    /// The cue, longer by a governed word that follows it directly: "to", a preposition, a colon.
    func extended(_ cue: Range<Int>, to contents: [Range<Int>]) -> (Range<Int>, [Range<Int>]) {
        guard let next = contents.map(\.lowerBound).filter({ $0 >= cue.upperBound }).min() else {
            return (cue, contents)
        }
        var contents = contents
        var cue = cue
        if next == cue.upperBound, let index = contents.firstIndex(where: { $0.lowerBound == next }) {
            let first = analysis.tokens[next]
            let isLead =
                analysis.isInfinitiveMark(next) || first.relation == .caseMarker
                || first.relation == .marker && first.lemma != "that" && first.upos == .adp
            if isLead, contents[index].count > 1 {
                cue = cue.lowerBound..<next + 1
                contents[index] = next + 1..<contents[index].upperBound
            }
        }
        if cue.upperBound < analysis.tokens.count, analysis.tokens[cue.upperBound].form == ":" {
            cue = cue.lowerBound..<cue.upperBound + 1
        }
        return (cue, contents)
    }
}
