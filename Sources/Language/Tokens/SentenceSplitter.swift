import Reports

/// Finds sentences by rule, for use where no network predicts them.
///
/// A sentence ends at a full stop, a mark or dots when the next word can begin one; quotation marks and brackets that
/// close go with the sentence before them. A quotation over several sentences is divided like other text. No sentence
/// crosses a paragraph, and a headline is one sentence.
public struct SentenceSplitter: Sendable {
    public init() {}

    public func sentences(of words: Words) -> [Sentence] {
        var sentences: [Sentence] = []
        for (index, paragraph) in words.paragraphs.enumerated() {
            var start = paragraph.tokens.lowerBound
            var quote = QuoteState()
            var position = start
            while position < paragraph.tokens.upperBound {
                quote.read(words.tokens[position])
                let end =
                    paragraph.region == .headline ? nil : sentenceEnd(words.tokens, start, position, paragraph, &quote)
                position = max(position + 1, end ?? 0)
                guard end != nil || position == paragraph.tokens.upperBound else { continue }
                let span = Span(words.tokens[start].span.start, words.tokens[position - 1].span.end)
                sentences.append(
                    Sentence(tokens: start..<position, span: span, paragraph: index, region: paragraph.region))
                start = position
            }
        }
        return sentences
    }

    /// The index after the sentence, if the word at `position` ends one.
    private func sentenceEnd(
        _ tokens: [Token], _ start: Int, _ position: Int, _ paragraph: Paragraph, _ quote: inout QuoteState
    ) -> Int? {
        let limit = paragraph.tokens.upperBound
        let mark = Terminator(tokens[position].form)
        guard mark != .none, position > start, !(mark == .stop && isItemNumber(tokens[start..<position])) else {
            return nil
        }
        var next = position + 1
        var closesQuote = false
        var trial = quote
        while next < limit, Self.closes(tokens[next], trial) {
            closesQuote = closesQuote || !tokens[next].form.utf8.elementsEqual(")".utf8)
            trial.read(tokens[next])
            next += 1
        }
        guard next < limit, begins(tokens, next, limit, after: mark, closesQuote) else { return nil }
        quote = trial
        return next
    }

    /// `3.` before the item of a list.
    private func isItemNumber(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.count == 1 && tokens.first!.form.utf8.count <= 2
            && CharacterClass.first(of: tokens.first!.form) == .digit
    }

    /// A bracket, or a quotation mark that stands close to the word before it or ends an open quotation.
    private static func closes(_ token: Token, _ quote: QuoteState) -> Bool {
        switch token.form {
        case ")", "]", "”", "’’", "»": true
        case "\"", "''", "'", "’":
            !token.spaceBefore && quote.isOpen(token.form) || !token.spaceBefore && token.form == "’"
        default: false
        }
    }

    private func begins(_ tokens: [Token], _ next: Int, _ limit: Int, after mark: Terminator, _ closesQuote: Bool)
        -> Bool
    {
        var first = next
        while first < limit, Self.opens(tokens[first]) { first += 1 }
        guard first < limit else { return false }
        let kind = CharacterClass.first(of: tokens[first].form)
        switch mark {
        case .abbreviation:
            guard kind == .upper || kind == .letter, let word = ShortWord(text: tokens[first].form) else {
                return false
            }
            return WordTables.sentenceStarters.contains(word)
        case .stop:
            if kind == .lower { return tokens[first].form == "i" && !closesQuote }
            return kind?.isWord == true || kind == .currency || first > next
        case .mark, .dots:
            guard
                kind == .upper || kind == .letter || (mark == .mark && kind == .digit) || first > next && kind != .lower
            else { return false }
            return !(closesQuote && isReportingClause(tokens, first, limit))
        case .none:
            return false
        }
    }

    /// `“Why?” Ahmed Noor asked`: the clause after the quotation belongs to it.
    private func isReportingClause(_ tokens: [Token], _ first: Int, _ limit: Int) -> Bool {
        for token in tokens[first..<min(first + 4, limit)] {
            if let word = ShortWord(text: token.form), WordTables.reportingVerbs.contains(word) { return true }
        }
        return false
    }

    private static func opens(_ token: Token) -> Bool {
        switch token.form {
        case "\"", "“", "‘", "``", "‘‘", "''", "‘’", "'", "(", "[", "«", "-", "–", "—", "--", "*", "•": true
        default: false
        }
    }
}

/// What kind of end a word may be.
private enum Terminator {
    case none, stop, mark, dots, abbreviation

    init(_ form: String) {
        var stops = 0
        var marks = 0
        var others = 0
        for scalar in form.unicodeScalars {
            switch scalar {
            case ".": stops += 1
            case "!", "?": marks += 1
            case "…": stops += 3
            default: others += 1
            }
        }
        if others > 0 {
            let isOne = form.utf8.last == UInt8(ascii: ".") && form.utf8.count > 2
            self = isOne && Self.mayEnd(form, stops) ? .abbreviation : .none
        } else if marks > 0 {
            self = .mark
        } else {
            self = stops == 1 ? .stop : stops > 1 ? .dots : .none
        }
    }

    private static func mayEnd(_ form: String, _ stops: Int) -> Bool {
        guard let word = ShortWord(text: form) else { return false }
        return stops > 1 || WordTables.mayEndSentence.contains(word)
    }
}

/// Which quotation marks are open, as far as one pass from the paragraph's start tells.
private struct QuoteState {
    private var double = false
    private var single = false

    mutating func read(_ token: Token) {
        switch token.form {
        case "\"", "''": double.toggle()
        case "“", "``": double = true
        case "”": double = false
        case "'": if single || token.spaceBefore { single.toggle() }
        case "‘": single = true
        case "’": single = false
        default: break
        }
    }

    func isOpen(_ mark: String) -> Bool { mark == "\"" || mark == "''" ? double : single }
}

extension CharacterClass {
    static func first(of form: String) -> CharacterClass? { form.unicodeScalars.first.map { of($0.value) } }
}

extension ShortWord {
    init?(text: String) {
        let utf8 = text.utf8
        guard utf8.count <= 8, !utf8.isEmpty else { return nil }
        let glyphs = utf8.map { Glyph(scalar: UInt32($0), offset: 0, kind: .letter) }
        guard glyphs.allSatisfy({ $0.scalar < 128 }) else { return nil }
        self.init(glyphs[...])
    }
}
