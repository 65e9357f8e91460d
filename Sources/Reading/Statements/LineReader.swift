import Language
import Lexicon
import Reports

/// Attributions that the layout of a paragraph makes, without a verb: "SPEAKER: …" as in transcripts and headlines, and
/// a quotation with its speaker behind a dash.
struct LineReader {
    let analysis: Analysis
    let quotations: Quotations

    func proposals() -> [Proposal] {
        analysis.paragraphs.compactMap { paragraph in
            guard paragraph.tokens.count > 3 else { return nil }
            return labelled(paragraph) ?? signed(paragraph)
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
