import Language
import Reports

/// Reads quantities: how many of what, in which unit. Times, ordinals, and numbers inside names are none.
struct QuantityReader: Sendable {
    init() {}

    /// Quantities in text order; `times` are left out.
    func read(_ analysis: Analysis, times: [TimeMention]) -> [Quantity] {
        var taken = [Bool](repeating: false, count: analysis.tokens.count)
        for time in times where time.expression.role != .condition {
            for token in time.tokens { taken[token] = true }
        }
        for name in analysis.names {
            for token in name.tokens { taken[token] = true }
        }
        var found: [Quantity] = []
        var index = 0
        while index < analysis.tokens.count {
            guard !taken[index], let number = number(analysis, at: index) else {
                index += 1
                continue
            }
            if let quantity = quantity(analysis, number, taken) { found.append(quantity) }
            index = number.tokens.upperBound
        }
        return found
    }

    private struct Number {
        var value: Double
        var most: Double?
        var tokens: Range<Int>
        var isVague: Bool
    }

    /// "50,000", "two and a half million", "10 to 15", "dozens".
    private func number(_ analysis: Analysis, at start: Int) -> Number? {
        let limit = analysis.sentence(of: start).tokens.upperBound
        guard var (value, end, isVague) = single(analysis, start, limit) else { return nil }
        var most: Double?
        if end + 1 < limit, ["to", "-", "–", "or", "and"].contains(lower(analysis, end)),
            let (upper, after, _) = single(analysis, end + 1, limit), upper > value,
            lower(analysis, end) != "and" || start > 0 && lower(analysis, start - 1) == "between"
        {
            // "10 to 15 million" counts both in millions.
            if upper >= 1e3, value < 1000, upper / value > 500 { value *= scale(upper) }
            (most, end, isVague) = (upper, after, true)
        }
        return Number(value: value, most: most, tokens: start..<end, isVague: isVague)
    }

    private func scale(_ value: Double) -> Double { value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3 }

    private func single(_ analysis: Analysis, _ start: Int, _ limit: Int) -> (Double, Int, Bool)? {
        guard start < limit else { return nil }
        let word = lower(analysis, start)
        var end = start + 1
        var isVague = false
        var value: Double
        if let first = word.utf8.first, (0x30...0x39).contains(first) {
            guard let digits = Numerals.value(ofDigits: word) else { return nil }
            value = digits
        } else if let cardinal = Numerals.cardinals[word] {
            value = cardinal
            let next = end < limit && lower(analysis, end) == "-" ? end + 1 : end
            if value >= 20, next < limit, let ones = Numerals.cardinals[lower(analysis, next)], 1..<10 ~= ones {
                value += ones
                end = next + 1
            }
        } else if word == "dozens" || word == "hundreds" || word == "thousands" || word == "millions" {
            guard let base = Numerals.scales[String(word.dropLast())] else { return nil }
            return (base, end, true)
        } else if word == "a" || word == "an", end < limit, let base = Numerals.scales[lower(analysis, end)], base > 10,
            lower(analysis, end).utf8.count > 2
        {
            (value, end) = (base, end + 1)
        } else {
            return nil
        }
        if end + 2 < limit, lower(analysis, end) == "and", lower(analysis, end + 1) == "a",
            lower(analysis, end + 2) == "half"
        {
            (value, end) = (value + 0.5, end + 3)
        }
        while end < limit, let base = Numerals.scales[lower(analysis, end)],
            lower(analysis, end).utf8.count > 2 || !analysis.tokens[end].spaceBefore
        {
            (value, end) = (value * base, end + 1)
            isVague = isVague || base == 12
        }
        return (value, end, isVague)
    }

    private func quantity(_ analysis: Analysis, _ number: Number, _ taken: [Bool]) -> Quantity? {
        let first = number.tokens.lowerBound
        let last = number.tokens.upperBound - 1
        guard !isLabel(analysis, first), !taken[number.tokens].contains(true) else { return nil }
        var extent = number.tokens
        var unit: String?
        if first > 0, !analysis.tokens[first].spaceBefore || analysis.tokens[first - 1].form == "$",
            let sign = Measures.units[lower(analysis, first - 1)],
            analysis.sentenceOfToken[first - 1] == analysis.sentenceOfToken[first]
        {
            unit = sign
            extent = first - 1..<extent.upperBound
        }
        let counted = counted(analysis, number.tokens)
        var of: String?
        if let counted {
            extent = min(extent.lowerBound, counted)..<max(extent.upperBound, counted + 1)
            let lemma = lemma(analysis, counted)
            if unit == nil, let measure = Measures.units[lemma] {
                unit = measure
                if let matter = matter(analysis, of: counted) {
                    of = analysis.tokens[matter].form
                    extent = extent.lowerBound..<max(extent.upperBound, matter + 1)
                }
            } else if unit == nil {
                of = phrase(analysis, number.tokens, counted)
            }
        }
        // A bare number counts nothing that could be told, but money and percentages stand by themselves.
        guard unit != nil || of != nil else { return nil }
        // "one" is a pronoun or an article more often than a count.
        if number.value == 1, number.most == nil, lower(analysis, last) == "one", unit == nil { return nil }
        let span = analysis.span(of: extent)
        return Quantity(
            id: Identifier(.number, analysis.report.id.rawValue, "\(span.start)-\(span.end)"), value: number.value,
            most: number.most, unit: unit, of: of,
            isApproximate: number.isVague || isInexact(analysis, extent.lowerBound),
            at: analysis.report.evidence(span))
    }

    /// "No. 10", "Article 5", "B-52", "3-1": a name or a score.
    private func isLabel(_ analysis: Analysis, _ index: Int) -> Bool {
        let token = analysis.tokens[index]
        let sentence = analysis.sentence(of: index).tokens
        if index > sentence.lowerBound {
            let before = analysis.tokens[index - 1]
            if before.upos == .propn, before.head == token.head || token.head == index - 1,
                Measures.units[before.form] == nil
            {
                return true
            }
            switch lower(analysis, index - 1) {
            case "no.", "no", "number", "article", "resolution", "section", "chapter", "page", "aged", "phase", "#":
                return true
            case "-", "/": return !token.spaceBefore
            default: break
            }
        }
        return token.upos == .adj || token.upos == .propn
    }

    /// The noun that the number counts.
    private func counted(_ analysis: Analysis, _ tokens: Range<Int>) -> Int? {
        for token in tokens.reversed() {
            guard let head = analysis.tokens[token].head, !tokens.contains(head) else { continue }
            let noun = analysis.tokens[head]
            switch analysis.tokens[token].relation.base {
            case "nummod", "det", "amod", "compound": return noun.upos == .verb ? nil : head
            default: break
            }
            // "dozens of fighters"
            if let child = analysis.child(of: token, .nounModifier), child > token { return child }
        }
        // Without a tree the next noun.
        let next = tokens.upperBound
        guard analysis.tokens[tokens.lowerBound].relation == .unspecified, next < analysis.tokens.count,
            [.noun, .sym].contains(analysis.tokens[next].upos) || Measures.units[lemma(analysis, next)] != nil
        else { return nil }
        return next
    }

    /// "tonnes of WHEAT".
    private func matter(_ analysis: Analysis, of measure: Int) -> Int? {
        if let child = analysis.child(of: measure, .nounModifier), child > measure,
            let marker = analysis.child(of: child, .caseMarker), analysis.tokens[marker].lemma == "of"
        {
            return child
        }
        let next = measure + 2
        guard next < analysis.tokens.count, analysis.tokens[measure].relation == .unspecified,
            lower(analysis, measure + 1) == "of"
        else { return nil }
        return next
    }

    /// The counted noun with the adjectives and nouns between it and its number.
    private func phrase(_ analysis: Analysis, _ tokens: Range<Int>, _ counted: Int) -> String {
        guard counted >= tokens.upperBound, counted - tokens.upperBound < 5 else {
            return analysis.tokens[counted].form
        }
        let first = (tokens.upperBound...counted).first { ![.adp, .det].contains(analysis.tokens[$0].upos) } ?? counted
        return analysis.words(first..<counted + 1)
    }

    private func isInexact(_ analysis: Analysis, _ first: Int) -> Bool {
        guard first > analysis.sentence(of: first).tokens.lowerBound else { return false }
        let before = lower(analysis, first - 1)
        guard Measures.approximators.contains(before) else { return false }
        guard before == "to" || before == "than" || before == "least" || before == "most" else { return true }
        guard first > 1 else { return false }
        return ["up", "close", "more", "less", "fewer", "at"].contains(lower(analysis, first - 2))
    }

    private func lower(_ analysis: Analysis, _ index: Int) -> String { analysis.tokens[index].form.lowercased() }

    private func lemma(_ analysis: Analysis, _ index: Int) -> String {
        let lemma = analysis.tokens[index].lemma
        guard lemma.isEmpty || Measures.units[lemma] == nil else { return lemma }
        let form = lower(analysis, index)
        if Measures.units[form] != nil { return form }
        return form.utf8.last == UInt8(ascii: "s") ? String(form.dropLast()) : form
    }
}
