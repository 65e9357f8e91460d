/// Dates: days, months, years, weekdays, seasons.
extension TimeGrammar {
    /// "2022-01-10", "7/8/07", "2014", "the 1990s", "fiscal 2022", "2014-15".
    func explicitDate(_ start: Int) -> Match? {
        var index = skip(start, "the")
        if text(index) == "year", year(index + 1) != nil { index += 1 }
        if let match = numericDate(index) { return match }
        if let match = fiscalYear(index) { return match }
        if case .part(let part)? = meaning(index) {
            let next = skip(skipHyphen(index + 1), "the")
            guard let match = decade(next) ?? plainYear(next) else { return nil }
            return (.part(part, match.meaning), match.end)
        }
        return decade(index) ?? plainYear(index)
    }

    private func numericDate(_ index: Int) -> Match? {
        guard let first = word(index)?.number, let mark = word(index + 1), mark.isGlued,
            mark.text == "-" || mark.text == "/", let second = word(index + 2), second.isGlued,
            let middle = second.number, text(index + 3) == mark.text, let third = word(index + 4), third.isGlued,
            let last = third.number
        else { return nil }
        if text(index).utf8.count == 4 {
            guard let day = CalendarDay(exactly: first, middle, last) else { return nil }
            return (.value(.day(day)), index + 5)
        }
        let digits = third.text.utf8.count
        guard 1...31 ~= first, 1...31 ~= middle, min(first, middle) <= 12, digits == 2 || digits == 4 else {
            return nil
        }
        let year = digits == 4 ? last : last + (last < 50 ? 2000 : 1900)
        return (.slashed(first, middle, year: year), index + 5)
    }

    private func fiscalYear(_ index: Int) -> Match? {
        var next: Int
        switch text(index) {
        case "fiscal": next = skip(index + 1, "year")
        case "fy": next = index + 1
        case "financial" where text(index + 1) == "year": next = index + 2
        default: return nil
        }
        if let year = year(next) { return (.value(.fiscalYear(year)), endOfYears(next)) }
        if text(index) == "fiscal", next == index + 2 { return (.value(.unresolved(.date)), next) }
        return nil
    }

    /// "the 1990s", "the 19th century", "the nineties".
    private func decade(_ index: Int) -> Match? {
        if let number = word(index)?.number, text(index).utf8.count == 4, number % 10 == 0, 1700...2090 ~= number,
            text(index + 1) == "s", word(index + 1)?.isGlued == true
        {
            return (.value(.decade(number)), index + 2)
        }
        if let (number, end) = dayNumber(index), number <= 21, end > index + 1 || word(index)?.kind == .letters {
            let next = skipHyphen(end)
            if text(next) == "century" { return (.value(.century((number - 1) * 100)), next + 1) }
        }
        return nil
    }

    private func plainYear(_ index: Int) -> Match? {
        guard let year = year(index), !isQuantity(index), !isPartOfNumber(index) else { return nil }
        let end = endOfYears(index)
        if end > index + 1 {
            let last = word(index + 2)?.number ?? 0
            let until = last < 100 ? year / 100 * 100 + last : last
            guard until > year, until <= year + 60 else { return (.value(.year(year)), index + 1) }
            return (.value(.interval(.year(year), .year(until))), end)
        }
        return (.value(.year(year)), end)
    }

    /// After "2014" the end of "2014-15", "2014/2015".
    private func endOfYears(_ index: Int) -> Int {
        guard ["-", "/"].contains(text(index + 1)), word(index + 1)?.isGlued == true, let next = word(index + 2),
            next.isGlued, next.number != nil, next.text.utf8.count == 2 || next.text.utf8.count == 4
        else { return index + 1 }
        return index + 3
    }

    private func isPartOfNumber(_ index: Int) -> Bool {
        guard let before = word(index - 1), word(index)?.isGlued == true else { return false }
        return before.kind == .letters || ["/", ":", "$", "£", "#", "\u{0}", ".", "_"].contains(before.text)
    }

    /// "January 8, 2022", "8 January", "the 8th of January", "early June", "August last year", "last September",
    /// "the last week of March", "10 Muharram 1443".
    func monthDate(_ start: Int) -> Match? {
        var index = skip(start, "the")
        if case .part(let part)? = meaning(index) {
            index = skip(skipHyphen(index + 1), "in")
            guard let match = monthDate(index), index > start else { return nil }
            return (.part(part, match.meaning), match.end)
        }
        if let match = edge(index) { return match }
        if let match = weekOfMonth(index) { return match }
        if case .shift(let shift)? = meaning(index), let (month, end) = month(index + 1) {
            return (.monthShift(month, shift), end)
        }
        if let (day, next) = dayNumber(index) {
            var end = next
            // "3-5 June", "3 and 5 June"
            var last: Int?
            if ["-", "to", "and"].contains(text(end)), let (other, after) = dayNumber(end + 1), other > day {
                last = other
                end = after
            }
            end = skip(end, "of")
            if let (month, after) = month(end) { return monthDay(month, day, last, after) }
            if case .namedMonth(let calendar, let month)? = meaning(end), word(end)?.isCapitalised == true {
                let year = word(end + 1)?.number.flatMap { 1300...1500 ~= $0 ? $0 : nil }
                return (.named(calendar, year: year, month: month, day: day), year == nil ? end + 1 : end + 2)
            }
            return nil
        }
        if case .namedMonth(let calendar, let month)? = meaning(index), word(index)?.isCapitalised == true {
            let year = word(index + 1)?.number.flatMap { 1300...1500 ~= $0 ? $0 : nil }
            guard year != nil || !NamedCalendar.needsNumber.contains(text(index)) else { return nil }
            return (.named(calendar, year: year, month: month, day: nil), year == nil ? index + 1 : index + 2)
        }
        guard index == start || text(start) == "the", let (month, next) = month(index) else { return nil }
        if let (day, end) = dayNumber(skip(next, "the")), !startsYear(next) {
            if ["-", "to", "and"].contains(text(end)), let (last, after) = dayNumber(end + 1), last > day,
                unit(after) == nil
            {
                return monthDay(month, day, last, after)
            }
            return monthDay(month, day, nil, end)
        }
        if let (year, end) = yearAfter(next) { return (.value(.month(year: year, month)), end) }
        if let (shift, end) = yearShift(next) { return (.monthOfYear(month, shift: shift), end) }
        return (.month(month), next)
    }

    private func startsYear(_ index: Int) -> Bool { year(index) != nil }

    private func monthDay(_ month: Int, _ day: Int, _ last: Int?, _ next: Int) -> Match? {
        var end = next
        var year: Int?
        if let found = yearAfter(end) { (year, end) = (found.year, found.end) }
        func meaning(_ day: Int) -> TimeMeaning? {
            guard day <= CalendarDay.length(ofMonth: month, year: year ?? 2000) else { return nil }
            guard let year else { return .monthDay(month: month, day: day) }
            return .value(.day(CalendarDay(year: year, month: month, day: day)))
        }
        guard let first = meaning(day) else { return nil }
        if year == nil, let (shift, after) = yearShift(end), last == nil {
            return (.yearsAway(.monthDay(month: month, day: day), shift), after)
        }
        if let last, let second = meaning(last) { return (.range(first, second), end) }
        return (first, end)
    }

    /// "the start of the year", "the end of March", "the beginning of this week".
    private func edge(_ index: Int) -> Match? {
        let part: TimePart
        switch text(index) {
        case "start", "beginning": part = .early
        case "middle": part = .middle
        case "end": part = .late
        default: return nil
        }
        guard text(index + 1) == "of" else { return nil }
        let next = index + 2
        guard let match = monthDate(next) ?? explicitDate(next) ?? period(next) ?? weekday(next) ?? focusUnit(next)
        else { return nil }
        return (.part(part, match.meaning), match.end)
    }

    private func weekOfMonth(_ index: Int) -> Match? {
        let which: Int
        switch meaning(index) {
        case .ordinal(let number)?: which = number
        case .shift(-1)?: which = -1
        default: return nil
        }
        guard case (.week, false)? = unit(index + 1), ["of", "in"].contains(text(index + 2)), which <= 5,
            let (month, next) = month(index + 3)
        else { return nil }
        let year = yearAfter(next)
        return (.weekOfMonth(which, month: month, year: year?.year), year?.end ?? next)
    }

    /// "Monday", "last Monday", "Monday, January 10", "Friday morning", "late Sunday".
    func weekday(_ start: Int) -> Match? {
        var index = skip(start, "the")
        if case .part? = meaning(index) {
            // "late on Sunday": when in the day is not kept.
            let next = skip(skipHyphen(index + 1), "on")
            return next > index + (index - start) ? weekdayAfterPart(next) : nil
        }
        var shift: Int?
        if case .shift(let value)? = meaning(index) {
            shift = value
            index += 1
        }
        guard let word = word(index), case .weekday(let day)? = word.meaning, word.isCapitalised else { return nil }
        var end = index + 1
        if TimeWords.shortForms.contains(word.text) {
            guard text(end) == "." || text(end) == "," || month(end) != nil else { return nil }
            if text(end) == ".", self.word(end)?.isGlued == true { end += 1 }
        }
        if text(end) == "s", self.word(end)?.isGlued == true { return nil }
        let next = skip(skip(end, ","), "the")
        if let date = monthDate(next) ?? numericDate(next), Self.isDay(date.meaning) { return date }
        if case .dayPart(let part)? = meaning(end), part != .midday {
            return (.dayPart(part, of: .weekday(day, shift: shift)), end + 1)
        }
        if shift == nil, case .shift(let week)? = meaning(end), case (.week, false)? = unit(end + 1) {
            return (.weekday(day, shift: week == 0 ? nil : week), end + 2)
        }
        return (.weekday(day, shift: shift), end)
    }

    private func weekdayAfterPart(_ index: Int) -> Match? {
        guard case .weekday? = meaning(index) else { return nil }
        return weekday(index)
    }

    private static func isDay(_ meaning: TimeMeaning) -> Bool {
        switch meaning {
        case .monthDay, .slashed, .value(.day), .yearsAway: true
        default: false
        }
    }

    /// "today", "yesterday morning", "the day before yesterday", "earlier today".
    func day(_ start: Int) -> Match? {
        var index = skip(start, "the")
        if text(index) == "day", ["before", "after"].contains(text(index + 1)),
            case .dayOffset(let offset)? = meaning(index + 2)
        {
            return (.dayOffset(offset * 2), index + 3)
        }
        if case .part? = meaning(index) { index += 1 }
        index = skip(index, "earlier", "later")
        guard case .dayOffset(let offset)? = meaning(index) else { return nil }
        if text(index) == "tonight" { return (.dayPart(.night, of: .dayOffset(0)), index + 1) }
        if case .dayPart(let part)? = meaning(index + 1), part != .midday {
            return (.dayPart(part, of: .dayOffset(offset)), index + 2)
        }
        return (.dayOffset(offset), index + 1)
    }
}
