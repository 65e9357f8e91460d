import Language
import Lexicon
import Reports

/// Cues set off by commas amid what they attribute: "The road, the envoy said on Friday, is open."
extension ClauseReader {
    /// The attribution of a verb that stands with its subject between two commas; told by words more than by the tree,
    /// which hangs what follows such an aside on it as often as not.
    func aside(_ verb: Int) -> Proposal? {
        guard let cue = cue(verb, .verb), cue.class == .speech || cue.class == .belief, cue.rate ?? 0 >= 300,
            let subject = analysis.subject(of: verb), !analysis.isRelativePronoun(subject)
        else { return nil }
        let words = cueRange(verb)
        let source = sourcePhrase(subject, beside: words)
        let sentence = limits(of: verb)
        let start = min(source.lowerBound, words.lowerBound)
        guard start - 1 > sentence.lowerBound, analysis.isComma(start - 1),
            max(source.upperBound, words.upperBound) - start <= source.count + words.count + 1,
            let end = closingComma(after: max(source.upperBound, words.upperBound), before: sentence.upperBound)
        else { return nil }
        let before = content(sentence.lowerBound..<start - 1)
        let after = content(end + 1..<sentence.upperBound)
        guard before.count > 1 || holdsVerb(after.prefix(1)), after.count > 1, isClauseLike(before, after) else {
            return nil
        }
        // "… at which, he says, …": inside a clause that has just begun, only what follows is attributed.
        let isInner = isOpening(start - 2)
        var proposal = Proposal(
            head: verb, cue: cue, join: .parataxis, cues: [words], source: source, sourceHead: subject,
            contents: isInner ? [after] : [before, after], contentHead: nil, rule: isInner ? "inner-aside" : "aside",
            confidence: 0.9)
        addCircumstances(of: verb, to: &proposal)
        proposal.addressees.removeAll { !(start..<end).contains($0.lowerBound) }
        return proposal
    }

    private func isOpening(_ token: Int) -> Bool {
        switch analysis.tokens[token].xpos {
        case "WDT", "WP", "WRB": true
        default: analysis.tokens[token].upos == .sconj
        }
    }

    /// The sentence, or what of it lies in the same quotation.
    private func limits(of verb: Int) -> Range<Int> {
        let sentence = analysis.sentence(of: verb).tokens
        let index = quotations.innermost[verb]
        return index < 0 ? sentence : sentence.clamped(to: quotations.all[index].tokens)
    }

    /// The comma that closes an aside: no verb stands before it.
    private func closingComma(after start: Int, before end: Int) -> Int? {
        for token in start..<max(start, min(end, start + 9)) {
            if analysis.isComma(token) { return token }
            if analysis.isVerb(token) || analysis.tokens[token].upos == .sconj || analysis.isQuotationMark(token) {
                return nil
            }
        }
        return nil
    }

    /// Both sides together say something: one of them has a verb, and the first is no "according to".
    private func isClauseLike(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
        guard let first = before.first, analysis.tokens[first].upos != .sconj, analysis.tokens[first].lemma != "accord",
            analysis.tokens[first].upos != .cconj
        else { return false }
        // "…, he said, adding that …", "…, he said, and left": what follows is no content.
        let next = analysis.tokens[after.lowerBound]
        if next.upos == .cconj || next.xpos == "VBG" || next.xpos == "WP" || next.xpos == "WDT" { return false }
        return holdsVerb(before) || holdsVerb(after.prefix(3))
    }

    private func holdsVerb(_ range: some Sequence<Int>) -> Bool {
        range.contains { analysis.isVerb($0) || analysis.tokens[$0].upos == .aux }
    }

    /// The attribution whose clause an aside cuts off: "She told the court, a clerk said, that …".
    func resumed(after aside: Proposal) -> Proposal? {
        let (before, after) = (aside.contents[0], aside.contents[1])
        guard analysis.tokens[after.lowerBound - 1].lemma == "that",
            let verb = before.last(where: { analysis.isVerb($0) }), let cue = cue(verb, .verb),
            cue.frames.contains(.that) || cue.frames.contains(.addressee), let source = source(of: verb)
        else { return nil }
        let words = cueRange(verb)
        var proposal = Proposal(
            head: verb, cue: cue, join: .clause, cues: [words], source: sourcePhrase(source, beside: words),
            sourceHead: source, contents: [after], contentHead: analysis.head(of: after), rule: "verb-clause",
            confidence: 0.7)
        addCircumstances(of: verb, to: &proposal)
        addTold(to: &proposal)
        return proposal
    }
}
