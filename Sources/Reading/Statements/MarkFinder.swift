import Language
import Lexicon
import Reports

/// Finds words that look like speech or fact and are neither: scare quotes, epithets, titles, an editor's insertions,
/// and the outlet's own judgements.
struct MarkFinder {
    let analysis: Analysis
    let lexicon: Lexicon
    let quotations: Quotations

    /// In text order.
    func marks(besides attributions: [Attribution]) -> [Mark] {
        var inContent = [Bool](repeating: false, count: analysis.tokens.count)
        for attribution in attributions {
            for token in attribution.contents.joined() { inContent[token] = true }
        }
        var marks = quotations.all.enumerated().compactMap { index, quotation in
            label(quotation, isInContent: quotation.tokens.first.map { inContent[$0] } ?? false, attributions).map {
                Mark(label: $0, at: analysis.report.evidence(quotation.span))
            }
        }
        marks += insertions()
        marks += evaluations(besides: inContent)
        return marks.sorted { ($0.at, $0.label.rawValue) < ($1.at, $1.label.rawValue) }
    }

    // MARK: Quotation marks without speech

    private func label(_ quotation: Quotation, isInContent: Bool, _ attributions: [Attribution]) -> Mark.Label? {
        let words = quotation.tokens.filter { !analysis.isPunctuation($0) }
        guard !words.isEmpty, words.count <= 8, quotation.isClosed,
            !words.contains(where: {
                analysis.isVerb($0) && !analysis.isNonfinite($0) && analysis.subject(of: $0) != nil
            })
        else { return nil }
        if isEpithet(quotation, words) { return .epithet }
        let isTitle = words.count > 1 && words.allSatisfy { isCapitalised($0) || isSmall($0) }
        if isTitle, !isInContent || words.count > 2 { return .title }
        return isInContent ? nil : .scareQuotes
    }

    /// A quoted name beside a name: “Old Fox” Dara Venn, Dara “the Fox” Venn.
    private func isEpithet(_ quotation: Quotation, _ words: [Int]) -> Bool {
        let after = quotation.tokens.upperBound
        let before = quotation.tokens.lowerBound - 1
        let followsName = before >= 0 && isName(before)
        let leadsName = after < analysis.tokens.count && isName(after)
        guard leadsName || followsName && words.count <= 3, words.contains(where: { isCapitalised($0) }) else {
            return false
        }
        guard words.allSatisfy({ isCapitalised($0) || isSmall($0) }) else { return false }
        return leadsName && (words.count > 1 || followsName) || leadsName && isPerson(after)
            || followsName && leadsName
    }

    private func isName(_ token: Int) -> Bool {
        (analysis.tokens[token].upos == .propn || analysis.tokens[token].xpos == "NNP") && isCapitalised(token)
    }

    private func isPerson(_ token: Int) -> Bool {
        analysis.names.contains { $0.kind == .person && $0.tokens.contains(token) }
    }

    private func isCapitalised(_ token: Int) -> Bool {
        guard let first = analysis.tokens[token].form.utf8.first else { return false }
        return first >= 0x41 && first <= 0x5A || first >= 0xC3 || first >= 0x30 && first <= 0x39
    }

    /// Words that titles write small.
    private func isSmall(_ token: Int) -> Bool {
        switch analysis.tokens[token].upos {
        case .adp, .det, .cconj, .part: true
        default:
            switch analysis.tokens[token].xpos {
            case "IN", "DT", "CC", "TO", "POS": true
            default: false
            }
        }
    }

    // MARK: Insertions

    /// Square brackets inside a quotation; round ones after a pronoun or around a bare name for what was said.
    private func insertions() -> [Mark] {
        var marks: [Mark] = []
        var open: Int?
        for (index, token) in analysis.tokens.enumerated() where quotations.innermost[index] >= 0 {
            switch token.form {
            case "[", "(", "-LSB-", "-LRB-": open = index
            case "]", ")", "-RSB-", "-RRB-":
                guard let start = open, quotations.innermost[start] == quotations.innermost[index], index - start <= 9
                else {
                    open = nil
                    continue
                }
                let isSquare = token.form == "]" || token.form == "-RSB-"
                let before = start > 0 ? analysis.tokens[start - 1] : nil
                let afterPronoun = before.map { $0.upos == .pron || $0.xpos.utf8.starts(with: "PRP".utf8) } ?? false
                if isSquare || afterPronoun {
                    marks.append(Mark(label: .insertion, at: analysis.evidence(start..<index + 1)))
                }
                open = nil
            default: break
            }
        }
        return marks
    }

    // MARK: Evaluations

    /// "Interestingly, …", "in a stunning turn": what the outlet thinks of what it tells.
    private func evaluations(besides inContent: [Bool]) -> [Mark] {
        var marks: [Mark] = []
        for sentence in analysis.sentences {
            for token in sentence.tokens where !inContent[token] && quotations.innermost[token] < 0 {
                let lemma = analysis.tokens[token].lemma.lowercased()
                if Self.isJudgingAdverb(lemma), isSet(off: token, in: sentence) {
                    marks.append(Mark(label: .evaluation, at: analysis.evidence(token..<token + 1)))
                } else if Self.isTurn(lemma), analysis.isNoun(token) {
                    let adjectives = analysis.children(of: token).filter {
                        $0 < token && Self.isJudgingAdjective(analysis.tokens[$0].lemma.lowercased())
                    }
                    guard !adjectives.isEmpty else { continue }
                    var low = analysis.phrase(of: token).lowerBound
                    if let lead = analysis.child(of: token, .caseMarker), lead == low - 1,
                        lead == sentence.tokens.lowerBound
                    {
                        low = lead
                    }
                    marks.append(Mark(label: .evaluation, at: analysis.evidence(low..<token + 1)))
                }
            }
        }
        return marks
    }

    private func isSet(off token: Int, in sentence: Sentence) -> Bool {
        let next = token + 1
        return next < sentence.tokens.upperBound && analysis.isComma(next)
            && (token == sentence.tokens.lowerBound || analysis.isComma(token - 1)
                || analysis.tokens[token - 1].upos == .cconj || analysis.tokens[token - 1].upos == .adv)
    }

    private static func isJudgingAdverb(_ lemma: String) -> Bool {
        switch lemma {
        case "interestingly", "surprisingly", "unsurprisingly", "unfortunately", "sadly", "ironically", "remarkably",
            "notably", "importantly", "significantly", "curiously", "tellingly", "shockingly", "alarmingly",
            "worryingly",
            "fortunately", "thankfully", "strangely", "oddly", "predictably", "understandably", "regrettably",
            "astonishingly", "amazingly", "crucially", "disturbingly", "tragically", "hopefully", "mercifully":
            true
        default: false
        }
    }

    private static func isTurn(_ lemma: String) -> Bool {
        switch lemma {
        case "development", "move", "turn", "twist", "blow", "setback", "boost", "step", "breakthrough", "shift",
            "victory", "defeat", "surprise", "embarrassment", "milestone", "gesture", "coup", "reversal", "escalation",
            "revelation", "gamble", "success", "failure":
            true
        default: false
        }
    }

    private static func isJudgingAdjective(_ lemma: String) -> Bool {
        switch lemma {
        case "massive", "major", "huge", "big", "shocking", "stunning", "dramatic", "significant", "historic",
            "crucial",
            "important", "surprising", "remarkable", "startling", "bizarre", "bold", "welcome", "worrying", "alarming",
            "unprecedented", "rare", "sensational", "key", "great", "severe", "serious", "devastating", "unexpected",
            "extraordinary", "momentous", "humiliating", "spectacular", "astonishing", "stark":
            true
        default: false
        }
    }
}
