/// Finds time expressions in a sentence's words: at each word the longest expression that begins there.
struct TimeGrammar {
    typealias Match = (meaning: TimeMeaning, end: Int)

    let words: [TimeWord]

    init(_ words: [TimeWord]) { self.words = words }

    func phrases() -> [TimePhrase] {
        var found: [TimePhrase] = []
        var index = 0
        while index < words.count {
            guard canBegin(index), let match = longest(at: index) else {
                index += 1
                continue
            }
            found.append(TimePhrase(core: index..<match.end, meaning: match.meaning, lead: lead(before: index)))
            index = match.end
        }
        return found
    }

    private func longest(at index: Int) -> Match? {
        var best: Match?
        for rule in [explicitDate, monthDate, weekday, day, period, amount, frequency, clock, reference] {
            if let match = rule(index), match.end > best?.end ?? index { best = match }
        }
        return best
    }

    /// Whether a word can begin an expression at all: spares most words the rules.
    private func canBegin(_ index: Int) -> Bool {
        let word = words[index]
        if word.meaning != nil || word.kind == .digits { return true }
        switch word.text {
        case "the", "a", "an", "about", "around", "nearly", "almost", "over", "roughly", "more", "less", "at", "up",
            "half", "several", "few", "couple", "many", "some", "every", "each", "per", "same", "that", "these", "in",
            "beginning", "start", "end", "middle", "fiscal", "fy", "q", "then", "then-", "once", "twice", "later",
            "earlier", "long", "near", "under", "just", "only", "dozens", "midnight", "new", "by", "day", "single":
            return true
        default: return false
        }
    }

    private func lead(before index: Int) -> String? {
        guard let word = word(index - 1), word.kind == .letters else { return nil }
        switch word.text {
        case "by", "until", "till", "til", "before", "since", "after", "from", "within", "in", "on", "for", "during":
            return word.text
        case "the" where index >= 2: return lead(before: index - 1)
        default: return nil
        }
    }

    // MARK: Looking at words

    func word(_ index: Int) -> TimeWord? { words.indices.contains(index) ? words[index] : nil }

    func text(_ index: Int) -> String { word(index)?.text ?? "" }

    func meaning(_ index: Int) -> TimeWords.Meaning? { word(index)?.meaning }

    /// The index after a word if it is one of the given ones, else the same index.
    func skip(_ index: Int, _ options: String...) -> Int { options.contains(text(index)) ? index + 1 : index }

    /// A hyphen between two words: "mid-June".
    func skipHyphen(_ index: Int) -> Int { text(index) == "-" ? index + 1 : index }

    func unit(_ index: Int) -> (unit: TimeUnit, plural: Bool)? {
        if case .unit(let unit, let plural)? = meaning(index) { return (unit, plural) }
        return nil
    }

    /// A year in four digits: 1900 to 2099.
    func year(_ index: Int) -> Int? {
        guard let word = word(index), word.text.utf8.count == 4, let year = word.number, 1900...2099 ~= year else {
            return nil
        }
        return year
    }

    /// "2022", "'22", "of 2022", ", 2022".
    func yearAfter(_ index: Int) -> (year: Int, end: Int)? {
        if let year = year(index) { return (year, index + 1) }
        if text(index) == "'", let two = word(index + 1), two.isGlued, two.text.utf8.count == 2, let year = two.number {
            return (year + (year < 50 ? 2000 : 1900), index + 2)
        }
        guard ["of", ","].contains(text(index)), let year = year(index + 1), !isQuantity(index + 1) else { return nil }
        return (year, index + 2)
    }

    /// "last year", "this year", "next year", "of last year", "the previous year".
    func yearShift(_ index: Int) -> (shift: Int, end: Int)? {
        var here = skip(index, "of")
        here = skip(here, "the")
        guard case .shift(let shift)? = meaning(here), case (.year, false)? = unit(here + 1) else { return nil }
        return (shift, here + 2)
    }

    /// A day of the month: "8", "8th", "eighth", "twenty-first".
    func dayNumber(_ index: Int) -> (day: Int, end: Int)? {
        if let day = word(index)?.number, 1...31 ~= day, text(index).utf8.count <= 2 {
            if let suffix = word(index + 1), suffix.isGlued, ["st", "nd", "rd", "th"].contains(suffix.text) {
                return (day, index + 2)
            }
            // "12-storey", "3rd", "5%", "10:30" are no days.
            if let next = word(index + 1), next.isGlued, next.kind == .letters || next.text == "%" || next.text == ":" {
                return nil
            }
            return (day, index + 1)
        }
        if case .ordinal(let day)? = meaning(index) { return (day, index + 1) }
        if case .cardinal(let tens)? = meaning(index), tens == 20 || tens == 30 {
            let next = skipHyphen(index + 1)
            if case .ordinal(let ones)? = meaning(next), ones < 10 { return (Int(tens) + ones, next + 1) }
        }
        return nil
    }

    /// Whether the words around a four-digit number make it a count.
    func isQuantity(_ index: Int) -> Bool {
        if TimeWords.quantifiers.contains(text(index - 1)) { return true }
        if let next = word(index + 1), next.text == "%" || next.isGlued && next.kind == .letters && next.text != "s" {
            return true
        }
        return TimeWords.countedNouns.contains(text(index + 1))
    }

    /// The month at a word, if it is one here and not "may" or a person's name.
    func month(_ index: Int) -> (month: Int, end: Int)? {
        guard let word = word(index), case .month(let month)? = word.meaning, word.isCapitalised else { return nil }
        var end = index + 1
        if TimeWords.shortForms.contains(word.text) {
            if text(end) == "." { end += 1 }
            guard end > index + 1 || isBesideNumber(index, end) || TimeWords.leads.contains(text(index - 1)) else {
                return nil
            }
        }
        if TimeWords.doubtfulMonths.contains(word.text), !isBesideNumber(index, end) {
            guard TimeWords.leads.contains(text(index - 1)) || yearShift(end) != nil || text(index - 1) == "-",
                !(self.word(end)?.isCapitalised ?? false && self.word(end)?.meaning == nil)
            else { return nil }
        }
        return (month, end)
    }

    private func isBesideNumber(_ index: Int, _ end: Int) -> Bool {
        if dayNumber(end) != nil || yearAfter(end) != nil { return true }
        var before = index - 1
        if text(before) == "of" { before -= 1 }
        if ["st", "nd", "rd", "th"].contains(text(before)) { before -= 1 }
        guard let word = word(before) else { return false }
        if case .ordinal? = word.meaning { return true }
        return word.number.map { 1...31 ~= $0 } ?? false
    }
}
