/// Amounts of time, what recurs, the clock, and references without a date.
extension TimeGrammar {
    /// "two and a half years", "five-year", "several weeks ago", "a day after", "60 to 90 days", "years".
    func amount(_ start: Int) -> Match? {
        var index = start
        switch text(index) {
        case "about", "around", "nearly", "almost", "over", "roughly", "some", "under": index += 1
        case "more" where text(index + 1) == "than", "less" where text(index + 1) == "than",
            "at" where text(index + 1) == "least", "up" where text(index + 1) == "to":
            index += 2
        default: break
        }
        guard let (amount, end) = plainAmount(index) ?? bareUnits(index, start) else { return nil }
        // Ages are no times: "a 16-year-old", "20 years old".
        let next = skipHyphen(end)
        if text(next) == "old" || text(next) == "olds" { return nil }
        if text(next) == "long", next > end { return tail(amount, next + 1) }
        return tail(amount, end)
    }

    /// What follows an amount decides what it is counted from.
    private func tail(_ amount: TimeAmount, _ end: Int) -> Match? {
        switch text(end) {
        case "ago": return (.fromNow(amount, -1), end + 1)
        case "from" where text(end + 1) == "now": return (.fromNow(amount, 1), end + 2)
        case "hence": return (.fromNow(amount, 1), end + 1)
        case "earlier", "previously", "beforehand": return (.fromFocus(amount, -1), end + 1)
        case "later", "afterwards", "afterward": return (.fromFocus(amount, 1), end + 1)
        case "after": return endsClause(end + 1) ? (.fromFocus(amount, 1), end + 1) : (.fromEvent(amount, 1), end + 1)
        case "following": return (.fromEvent(amount, 1), end + 1)
        case "before":
            return endsClause(end + 1) ? (.fromFocus(amount, -1), end + 1) : (.fromEvent(amount, -1), end + 1)
        case "since" where amount.count != nil: return (.fromEvent(amount, 1), end + 1)
        default: return (.value(.duration(amount)), end)
        }
    }

    private func endsClause(_ index: Int) -> Bool {
        guard let word = word(index) else { return true }
        return word.kind == .mark && word.text != "\u{0}" && word.text != "'"
    }

    /// A count and a unit.
    func plainAmount(_ start: Int) -> (TimeAmount, Int)? {
        if text(start) == "single", unit(skipHyphen(start + 1))?.plural == false {
            return unitAfter(start + 1, count: 1, most: nil)
        }
        guard let (count, next) = count(start) else { return nil }
        var end = next
        var most: Double?
        if ["-", "to", "or", "and"].contains(text(end)), let (upper, after) = self.count(end + 1), let count, let upper,
            upper > count, unit(skipHyphen(after)) != nil
        {
            (most, end) = (upper, after)
        }
        return unitAfter(end, count: count, most: most)
    }

    private func unitAfter(_ start: Int, count: Double?, most: Double?) -> (TimeAmount, Int)? {
        var end = skipHyphen(start)
        switch text(end) {
        case "full", "whole", "more", "consecutive", "straight", "long", "short", "trading", "working", "business",
            "calendar", "additional", "further", "successive", "entire":
            end += 1
        default: break
        }
        guard let (unit, plural) = unit(end) else { return nil }
        // "one day" is an amount, "a seventh day" and "5 day" (a list) are not; "four-day", "four day rally" are.
        if !plural, let count, count > 1, text(end + 1) == "" { return nil }
        var total = count
        var after = end + 1
        if text(after) == "and", text(after + 1) == "a", text(after + 2) == "half" {
            total = total.map { $0 + 0.5 }
            after += 3
        }
        var amount = TimeAmount(count: total, most: most, unit: unit)
        if text(end) == "fortnight" { amount.count = total.map { $0 * 2 } }
        return (amount, after)
    }

    /// How many; nil inside for "several".
    private func count(_ index: Int) -> (Double?, Int)? {
        switch text(index) {
        case "a", "an":
            if ["few", "couple"].contains(text(index + 1)) { return (nil, skip(index + 2, "of")) }
            if text(index + 1) == "dozen" { return (12, index + 2) }
            if text(index + 1) == "hundred" { return (100, index + 2) }
            if text(index + 1) == "half" { return (0.5, skipHyphen(index + 2)) }
            return (1, index + 1)
        case "half":
            let next = skipHyphen(index + 1)
            return ["a", "an"].contains(text(next)) || unit(next) != nil ? (0.5, skip(next, "a", "an")) : nil
        case "several", "few", "many": return (nil, index + 1)
        case "couple", "dozens", "hundreds": return text(index + 1) == "of" ? (nil, index + 2) : nil
        default: break
        }
        guard let word = word(index) else { return nil }
        var value: Double
        var end = index + 1
        if word.kind == .digits {
            guard let number = Numerals.value(ofDigits: word.text), !isPrice(index) else { return nil }
            value = number
        } else if case .cardinal(let number)? = word.meaning {
            value = number
            let next = skipHyphen(end)
            if value >= 20, case .cardinal(let ones)? = meaning(next), ones < 10, ones > 0 {
                value += ones
                end = next + 1
            } else if text(end) == "hundred" {
                value *= 100
                end += 1
            }
        } else {
            return nil
        }
        if text(end) == "and", text(end + 1) == "a", text(end + 2) == "half" { return (value + 0.5, end + 3) }
        return (value, end)
    }

    private func isPrice(_ index: Int) -> Bool {
        guard let before = word(index - 1), word(index)?.isGlued == true else { return false }
        return before.kind == .mark && before.text != "-" && before.text != "(" && before.text != "\u{0}"
            || before.kind == .letters
    }

    /// "years", "recent weeks", "decades-long": no count at all, which only some surroundings allow.
    private func bareUnits(_ index: Int, _ start: Int) -> (TimeAmount, Int)? {
        guard let (unit, plural) = unit(index) else { return nil }
        let amount = TimeAmount(count: nil, unit: unit)
        let next = skipHyphen(index + 1)
        if !plural {
            guard next > index + 1, text(next) == "long" else { return nil }
            return (TimeAmount(count: 1, unit: unit), index + 1)
        }
        if next > index + 1 { return text(next) == "long" ? (amount, index + 1) : nil }
        switch text(index + 1) {
        case "ago", "later", "earlier", "after", "before", "afterwards": return (amount, index + 1)
        case "of": return unit == .second || unit == .minute ? nil : (amount, index + 1)
        default: break
        }
        switch text(index - 1) {
        case "for", "in", "within", "recent", "just", "over": return (amount, index + 1)
        case "the" where ["over", "in", "through", "for"].contains(text(index - 2)): return (amount, index + 1)
        default: return start < index ? (amount, index + 1) : nil
        }
    }

    /// "daily", "every two weeks", "each year", "15 a year", "twice a week", "per day", "Mondays".
    func frequency(_ index: Int) -> Match? {
        if case .frequency(let unit)? = meaning(index) {
            guard word(index)?.isCapitalised == false else { return nil }
            return (.value(.set(TimeAmount(count: 1, unit: unit))), index + 1)
        }
        switch text(index) {
        case "every", "each", "per":
            if case .weekday? = meaning(index + 1), text(index) != "per" {
                return (.value(.set(TimeAmount(count: 1, unit: .week))), index + 2)
            }
            if case .dayPart? = meaning(index + 1), text(index) == "every" {
                return (.value(.set(TimeAmount(count: 1, unit: .day))), index + 2)
            }
            if let (unit, plural) = unit(index + 1), !plural {
                return (.value(.set(TimeAmount(count: 1, unit: unit))), index + 2)
            }
            guard text(index) == "every", let (amount, end) = plainAmount(index + 1) else { return nil }
            return (.value(.set(amount)), end)
        case "a", "an":
            guard let (unit, plural) = unit(index + 1), !plural, isRate(index),
                !["ago", "earlier", "later", "after", "before", "when"].contains(text(index + 2))
            else { return nil }
            return (.value(.set(TimeAmount(count: 1, unit: unit))), index + 2)
        default: break
        }
        guard case .weekday? = meaning(index), word(index)?.isCapitalised == true, text(index + 1) == "s",
            word(index + 1)?.isGlued == true
        else { return nil }
        return (.value(.set(TimeAmount(count: 1, unit: .week))), index + 2)
    }

    /// Whether "a year" after this word counts occurrences.
    private func isRate(_ index: Int) -> Bool {
        guard let before = word(index - 1) else { return false }
        if ["times", "once", "twice", "hours", "days", "barrels", "dollars", "euros", "tonnes", "tons", "people"]
            .contains(before.text)
        {
            return true
        }
        return before.kind == .digits || Numerals.scales[before.text] != nil && before.kind == .letters
    }

    /// "18:00 UTC", "0800 GMT", "3 p.m.", "10:30am", "noon", "10 o'clock".
    func clock(_ index: Int) -> Match? {
        if text(index) == "noon", word(index)?.isCapitalised == false {
            return (.clock(hour: 12, minute: 0, on: nil), index + 1)
        }
        if text(index) == "midnight" { return (.clock(hour: 0, minute: 0, on: nil), index + 1) }
        guard let word = word(index), let first = word.number else { return nil }
        var (hour, minute, end) = (first, 0, index + 1)
        var isMarked = false
        if [":", "."].contains(text(end)), let next = self.word(end + 1), next.isGlued, next.text.utf8.count == 2,
            let value = next.number, value < 60
        {
            (minute, end, isMarked) = (value, end + 2, text(end) == ":")
            if text(end) == ":", let seconds = self.word(end + 1), seconds.isGlued, seconds.number != nil { end += 2 }
        } else if word.text.utf8.count == 4, first / 100 < 24, first % 100 < 60, isZone(end) {
            (hour, minute) = (first / 100, first % 100)
        }
        if let half = halfOfDay(end) {
            guard hour <= 12 else { return nil }
            hour = hour % 12 + (half.isAfternoon ? 12 : 0)
            (end, isMarked) = (half.end, true)
        } else if text(end) == "o'clock" {
            (end, isMarked) = (end + 1, true)
        }
        if isZone(end) {
            end = text(end) == "local" ? end + 2 : end + 1
            isMarked = true
        }
        guard isMarked, hour < 24, !isPrice(index) else { return nil }
        let beside = skip(skip(end, ","), "on")
        let date = monthDate(beside) ?? weekday(beside) ?? day(beside)
        return (.clock(hour: hour, minute: minute, on: date?.meaning), end)
    }

    private func isZone(_ index: Int) -> Bool {
        switch text(index) {
        case "utc", "gmt", "est", "edt", "pst", "pdt", "cet", "cest", "bst", "ist", "msk", "eet", "hrs", "hours":
            true
        case "local": text(index + 1) == "time"
        default: false
        }
    }

    /// "am", "p.m." and the index after it.
    private func halfOfDay(_ index: Int) -> (isAfternoon: Bool, end: Int)? {
        switch text(index) {
        case "am": return (false, index + 1)
        case "pm": return (true, index + 1)
        case "a", "p":
            guard text(index + 1) == ".", text(index + 2) == "m" else { return nil }
            return (text(index) == "p", skip(index + 3, "."))
        default: return nil
        }
    }

    /// "now", "in the past", "in future", "recently", "at one point", "by then".
    func reference(_ index: Int) -> Match? {
        func reference(_ direction: TimeExpression.Direction, _ end: Int) -> Match {
            (.value(.reference(direction)), end)
        }
        if case .reference(let direction)? = meaning(index) {
            // "now that" and "recent" as part of a name do not point anywhere.
            guard !(text(index) == "now" && text(index + 1) == "that") else { return nil }
            if text(index) == "recent", let (unit, plural) = unit(index + 1), plural {
                return (.window(TimeAmount(count: nil, unit: unit), -1), index + 2)
            }
            return reference(direction, index + 1)
        }
        switch text(index) {
        case "more" where text(index + 1) == "recently": return reference(.past, index + 2)
        case "current": return reference(.present, index + 1)
        case "in":
            let next = skip(index + 1, "the")
            if text(next) == "past", isAlone(next + 1) { return reference(.past, next + 1) }
            if text(next) == "future", isAlone(next + 1) { return reference(.future, next + 1) }
            if ["near", "foreseeable", "distant"].contains(text(next)), text(next + 1) == "future" {
                return reference(.future, next + 2)
            }
        case "the":
            if ["near", "long", "short", "medium"].contains(text(index + 1)),
                ["term", "future", "run"].contains(text(skipHyphen(index + 2)))
            {
                return reference(.future, skipHyphen(index + 2) + 1)
            }
            if text(index + 1) == "future", isAlone(index + 2) { return reference(.future, index + 2) }
            // "ended the day", "later in the week": the stretch last spoken of.
            if let (unit, plural) = unit(index + 1), !plural, unit == .day || unit == .week, isWholeOf(index) {
                return (.focus(unit), index + 2)
            }
        case "at":
            if text(index + 1) == "one", text(index + 2) == "point" { return reference(.past, index + 3) }
            if text(index + 1) == "present" { return reference(.present, index + 2) }
            if text(index + 1) == "that" || text(index + 1) == "the", text(index + 2) == "time", isAlone(index + 3) {
                return (.then, index + 3)
            }
        case "these":
            if text(index + 1) == "days" { return reference(.present, index + 2) }
        case "by", "since", "until", "till":
            if text(index + 1) == "then" { return (.then, index + 2) }
            if text(index + 1) == "now" { return reference(.present, index + 2) }
        case "later":
            guard isAlone(index + 1) || word(index + 1)?.meaning == nil, text(index + 1) != "than",
                text(index - 1) != "sooner", !["no", "much", "or"].contains(text(index - 1))
            else { return nil }
            return reference(.future, index + 1)
        default: break
        }
        return nil
    }

    /// Whether "the day" after this word is a known one.
    private func isWholeOf(_ index: Int) -> Bool {
        switch text(index - 1) {
        case "end", "ended", "ending", "finish", "finished", "finishing", "closed", "closing", "started", "began": true
        case "in": ["later", "earlier", "late", "early"].contains(text(index - 2))
        case "of": ["rest", "remainder", "most", "course"].contains(text(index - 2))
        default: false
        }
    }

    /// Whether no noun can follow: the end of the sentence, a mark, or a small word.
    private func isAlone(_ index: Int) -> Bool {
        guard let word = word(index), word.kind == .letters else { return true }
        switch word.text {
        case "and", "but", "or", "to", "for", "by", "with", "on", "in", "at", "as", "if", "when", "was", "were", "is",
            "had", "has", "have", "that", "because", "he", "she", "it", "they", "we", "who", "will", "would", "after",
            "of":
            return word.text != "of"
        default: return false
        }
    }
}
