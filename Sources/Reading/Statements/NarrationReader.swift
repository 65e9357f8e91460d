import Language
import Reports

/// What the outlet says in its own voice: of each sentence whatever stands outside of attributions.
struct NarrationReader {
    let analysis: Analysis

    func statements(besides attributions: [Attribution], voice: Link) -> [Statement] {
        var taken = [Bool](repeating: false, count: analysis.tokens.count)
        for attribution in attributions where attribution.parent == nil { cover(attribution, &taken) }
        return analysis.sentences.compactMap { sentence in
            let pieces = pieces(of: sentence, taken)
            return pieces.isEmpty ? nil : statement(pieces, of: sentence, voice: voice)
        }
    }

    /// Marks the words of an attribution: source, cue, content, those told and the medium, and what stands between a
    /// source and its cue.
    private func cover(_ attribution: Attribution, _ taken: inout [Bool]) {
        var ranges = attribution.cues + attribution.contents + attribution.addressees
        if let medium = attribution.medium { ranges.append(medium.tokens) }
        if let source = attribution.source {
            ranges.append(source)
            for cue in attribution.cues {
                let low = min(source.upperBound, cue.upperBound)
                let high = max(source.lowerBound, cue.lowerBound)
                if low < high, high - low <= 12, isSameSentence(low - 1, high) { ranges.append(low..<high) }
            }
        }
        for range in ranges {
            for token in range { taken[token] = true }
        }
    }

    private func isSameSentence(_ one: Int, _ other: Int) -> Bool {
        analysis.sentenceOfToken[one] == analysis.sentenceOfToken[other]
    }

    /// The stretches of a sentence that no attribution takes, if they say something: a clause, or a whole heading.
    private func pieces(of sentence: Sentence, _ taken: [Bool]) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start: Int?
        for token in sentence.tokens.lowerBound...sentence.tokens.upperBound {
            let isFree = token < sentence.tokens.upperBound && !taken[token]
            if isFree, start == nil { start = token }
            if !isFree, let low = start {
                let piece = analysis.trimmed(low..<token)
                if says(piece, whole: low == sentence.tokens.lowerBound && token == sentence.tokens.upperBound) {
                    pieces.append(
                        low == sentence.tokens.lowerBound && token == sentence.tokens.upperBound ? low..<token : piece)
                }
                start = nil
            }
        }
        return pieces
    }

    /// Whether a stretch says something of its own: it is a whole sentence, or holds a finite verb.
    private func says(_ piece: Range<Int>, whole: Bool) -> Bool {
        let words = piece.filter { !analysis.isPunctuation($0) }
        if whole { return !words.isEmpty }
        guard words.count >= 3 else { return false }
        return words.contains { token in
            (analysis.isVerb(token) || analysis.tokens[token].upos == .aux) && !analysis.isNonfinite(token)
        }
    }

    private func statement(_ pieces: [Range<Int>], of sentence: Sentence, voice: Link) -> Statement {
        let content = pieces.map { analysis.evidence($0) }
        let report = analysis.report.id
        var parts = [report.rawValue, "", Statement.Kind.narration.rawValue]
        for item in content { parts.append("\(item.span.start)-\(item.span.end)") }
        let predicate = pieces.lazy.map { analysis.head(of: $0) }.first
        return Statement(
            id: Identifier(.statement, parts), report: report, parent: nil, kind: .narration, act: .say,
            chain: [voice], content: content,
            polarity: predicate.map { analysis.isNegated($0) } ?? false ? .negative : .positive,
            certainty: predicate.map { Stance.certainty(of: $0, in: analysis) } ?? .certain, evidence: content,
            rule: "own-voice")
    }
}
