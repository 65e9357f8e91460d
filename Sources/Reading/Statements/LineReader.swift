import Language
import Lexicon
import Reports

/// Attributions that the layout of a paragraph makes, without a verb: "SPEAKER: …" as in transcripts and headlines, and
/// a quotation with its speaker behind a dash.
struct LineReader {
    let analysis: Analysis
    let lexicon: Lexicon
    let quotations: Quotations

    func proposals() -> [Proposal] {
        analysis.paragraphs.compactMap { paragraph in
            guard paragraph.tokens.count > 3 else { return nil }
            return labelled(paragraph) ?? signed(paragraph) ?? closing(paragraph)
        }
    }

    /// "“…” — Name": the speaker of a quotation that stands by itself.
    private func signed(_ paragraph: Paragraph) -> Proposal? {
        let index = quotations.innermost[paragraph.tokens.lowerBound]
        guard index >= 0, quotations.all[index].parent == nil else { return nil }
        let quotation = quotations.all[index].tokens
        let dash = quotation.upperBound
        guard quotation.lowerBound == paragraph.tokens.lowerBound, quotation.count > 3,
            dash + 1 < paragraph.tokens.upperBound, isDash(dash), isName(dash + 1)
        else { return nil }
        let source = analysis.trimmed(dash + 1..<paragraph.tokens.upperBound)
        guard source.count <= 14, !source.contains(where: { quotations.innermost[$0] >= 0 }) else { return nil }
        return proposal(source, cue: dash..<dash + 1, content: quotation, rule: "signed-quotation")
    }

    /// "Talks near collapse claims rebel front": a headline that ends with a cue of saying and its source.
    private func closing(_ paragraph: Paragraph) -> Proposal? {
        guard paragraph.region == .headline else { return nil }
        let tokens = paragraph.tokens
        guard
            let verb = tokens.last(where: {
                analysis.tokens[$0].xpos == "VBZ" || analysis.tokens[$0].xpos == "VBP"
                    || analysis.tokens[$0].xpos == "VBD"
            }),
            verb + 1 < tokens.upperBound, tokens.upperBound - verb <= 9, verb - tokens.lowerBound >= 4,
            let cue = CueLookup(lexicon: lexicon, analysis: analysis).cue(verb, .verb), cue.class == .speech,
            cue.frames.contains(.that), !cue.frames.contains(.content), !cue.frames.contains(.addressee)
        else { return nil }
        let source = verb + 1..<tokens.upperBound
        guard source.allSatisfy({ isNounLike($0) }), source.contains(where: { analysis.isNoun($0) }),
            (tokens.lowerBound..<verb).contains(where: { analysis.isVerb($0) || analysis.tokens[$0].upos == .aux })
        else { return nil }
        let content = analysis.trimmed(tokens.lowerBound..<verb)
        var proposal = proposal(source, cue: verb..<verb + 1, content: content, rule: "headline")
        proposal.cue = cue
        return proposal
    }

    private func isNounLike(_ token: Int) -> Bool {
        switch analysis.tokens[token].upos {
        case .noun, .propn, .adj, .det, .num, .punct: !analysis.isQuotationMark(token) && !analysis.isComma(token)
        default: analysis.tokens[token].lemma == "of" || analysis.tokens[token].xpos == "POS"
        }
    }

    /// "NAME: …": in capitals as transcripts write it, or in a headline.
    private func labelled(_ paragraph: Paragraph) -> Proposal? {
        var start = paragraph.tokens.lowerBound
        if analysis.isQuotationMark(start) { start += 1 }
        var end = start
        while end < paragraph.tokens.upperBound, end - start < 6, isName(end) { end += 1 }
        guard end > start, end + 2 < paragraph.tokens.upperBound, analysis.tokens[end].form == ":" else { return nil }
        let isHeadline = paragraph.region == .headline || analysis.paragraphs.count == 1
        let source = start..<end
        guard isHeadline || source.contains(where: { isCapitals($0) }) else { return nil }
        let content = end + 1..<paragraph.tokens.upperBound
        guard content.contains(where: { analysis.isVerb($0) || analysis.tokens[$0].upos == .aux }) else { return nil }
        return proposal(source, cue: end..<end + 1, content: content, rule: "speaker-label")
    }

    private func proposal(_ source: Range<Int>, cue: Range<Int>, content: Range<Int>, rule: String) -> Proposal {
        Proposal(
            head: cue.lowerBound, cue: nil, join: .quotation, cues: [cue], source: source,
            sourceHead: analysis.head(of: source), contents: [content], contentHead: nil, rule: rule, confidence: 0.8)
    }

    private func isName(_ token: Int) -> Bool {
        analysis.tokens[token].upos == .propn || analysis.tokens[token].xpos == "NNP"
    }

    /// At least three letters, all capitals.
    private func isCapitals(_ token: Int) -> Bool {
        let form = analysis.tokens[token].form.utf8
        return form.count >= 3 && form.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 }
    }

    private func isDash(_ token: Int) -> Bool {
        switch analysis.tokens[token].form {
        case "-", "--", "–", "—", "―": true
        default: false
        }
    }
}
