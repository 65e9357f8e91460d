/// Periods named by their relation to another time: "last year", "this morning", "the third quarter of 2009".
extension TimeGrammar {
    func period(_ start: Int) -> Match? {
        var index = skip(start, "the")
        if let match = quarter(index) ?? seasonOrFeast(index) { return match }
        var part: TimePart?
        if case .part(let value)? = meaning(index) {
            part = value
            index = skip(skipHyphen(index + 1), "in")
            index = skip(index, "the")
        }
        var earlierOrLater = false
        if ["earlier", "later"].contains(text(index)), index == start {
            index += 1
            earlierOrLater = true
        }
        if let match = sameUnit(index) { return match }
        guard case .shift(let shift)? = meaning(index) else { return nil }
        guard let match = shifted(index, shift) else { return nil }
        if earlierOrLater, shift != 0 { return nil }
        return (part.map { .part($0, match.meaning) } ?? match.meaning, match.end)
    }

    private func shifted(_ index: Int, _ shift: Int) -> Match? {
        let word = text(index)
        let next = index + 1
        switch meaning(next) {
        case .unit(let unit, plural: false)?:
            // "this minute", "this second" and "last minute" are idioms.
            guard !unit.isClock || unit == .hour else { return nil }
            if word == "past" || word == "coming" {
                return (.window(TimeAmount(count: 1, unit: unit), shift), next + 1)
            }
            if word == "previous" || word == "following" { return (.unitShiftFromFocus(unit, shift), next + 1) }
            if unit == .day {
                return word == "next" || word == "last" ? (.unitShiftFromFocus(unit, shift), next + 1) : nil
            }
            if unit == .week, shift != 0, text(next + 1) == "'" { return (.unitShift(unit, shift), next + 1) }
            return (.unitShift(unit, shift), next + 1)
        case .unit(let unit, plural: true)?:
            guard shift != 0 else { return nil }
            return (.window(TimeAmount(count: nil, unit: unit), shift), next + 1)
        case .dayPart(let part)?:
            if shift == -1, part == .night { return (.dayPart(.night, of: .dayOffset(-1)), next + 1) }
            guard shift == 0, part != .midday, word == "this" else { return nil }
            return (.dayPart(part, of: .dayOffset(0)), next + 1)
        case .weekend?: return (.weekend(shift), next + 1)
        case .season(let season)?: return (.season(season, shift: shift), next + 1)
        default: break
        }
        guard shift != 0, let (amount, end) = plainAmount(next) else { return nil }
        return (.window(amount, shift), end)
    }

    /// "third quarter of this year", "third-quarter", "first half of 2009", "Q3", "last quarter".
    private func quarter(_ index: Int) -> Match? {
        var number: Int?
        var end = index
        var isHalf = false
        if case .ordinal(let value)? = meaning(index) {
            let next = skipHyphen(index + 1)
            if text(next) == "quarter", value <= 4 { (number, end) = (value, next + 1) }
            if text(next) == "half", value <= 2 { (number, end, isHalf) = (value, next + 1, true) }
        } else if text(index) == "q", let next = word(index + 1), next.isGlued, let value = next.number, 1...4 ~= value
        {
            (number, end) = (value, index + 2)
        }
        guard let number else { return nil }
        let year = yearAfter(end)
        let shift = year == nil ? yearShift(end) : nil
        // A half is one of a match or of anything unless a year follows.
        if isHalf {
            guard year != nil || shift != nil else { return nil }
            return (.half(number, year: year?.year, shift: shift?.shift), year?.end ?? shift?.end ?? end)
        }
        return (.quarter(number, year: year?.year, shift: shift?.shift), year?.end ?? shift?.end ?? end)
    }

    /// "spring", "spring of 2021", "Christmas Eve".
    private func seasonOrFeast(_ index: Int) -> Match? {
        switch meaning(index) {
        case .season(let season)?:
            let end = index + 1
            if let (year, after) = yearAfter(end) { return (.value(.season(year: year, season)), after) }
            if let (shift, after) = yearShift(end) { return (.season(season, shift: shift), after) }
            // A spring is also of water, a fall of a city, and there was the Arab one.
            guard text(index) != "fall", text(index - 1) != "arab", text(index - 1) != "prague" else { return nil }
            if text(index) == "spring" {
                guard
                    [
                        "in", "by", "the", "since", "until", "till", "during", "early", "late", "-", "mid", "before",
                        "after", "but", ",",
                    ].contains(text(index - 1)) || index == 0, text(end) != "of"
                else { return nil }
            }
            return (.season(season, shift: nil), end)
        case .feast(let month, let day)?:
            guard word(index)?.isCapitalised == true else { return nil }
            var end = index + 1
            var dayOfMonth = day
            if month == 12, text(end) == "eve" { (dayOfMonth, end) = (24, end + 1) }
            if month == 12, text(end) == "day" { end += 1 }
            if text(index) == "eid", text(end) == "al" { end = min(end + 3, words.count) }
            let year = yearAfter(end)
            return (.feast(month: month, day: dayOfMonth, year: year?.year), year?.end ?? end)
        default: break
        }
        guard text(index) == "new", text(index + 1) == "year", text(index + 2) == "'", text(index + 3) == "s",
            ["eve", "day"].contains(text(index + 4)), word(index)?.isCapitalised == true
        else { return nil }
        let year = yearAfter(index + 5)
        let isEve = text(index + 4) == "eve"
        return (
            .feast(month: isEve ? 12 : 1, day: isEve ? 31 : 1, year: year?.year), year?.end ?? index + 5
        )
    }

    /// "the same day", "that year", "the same month a year ago", "the same period last year".
    private func sameUnit(_ index: Int) -> Match? {
        let isSame = text(index) == "same"
        guard isSame || text(index) == "that" else { return nil }
        var meaning: TimeMeaning
        var end = index + 2
        if let (unit, plural) = unit(index + 1), !plural, !unit.isClock {
            meaning = .focus(unit)
        } else if isSame, ["period", "time"].contains(text(index + 1)) {
            meaning = .focus(.month)
            guard yearShift(skip(end, "of", "in")) != nil || isYearAgo(end) != nil else { return nil }
        } else {
            return nil
        }
        if isSame, let (shift, after) = yearShift(skip(end, "of", "in")) {
            (meaning, end) = (.yearsAway(meaning, shift), after)
        } else if isSame, let after = isYearAgo(end) {
            (meaning, end) = (.yearsAway(meaning, -1), after)
        }
        return (meaning, end)
    }

    private func isYearAgo(_ index: Int) -> Int? {
        guard ["a", "one"].contains(text(index)), text(index + 1) == "year",
            ["ago", "earlier"].contains(text(index + 2))
        else { return nil }
        return index + 3
    }

    /// "the day", "the year" after a part of it: "the end of the day".
    func focusUnit(_ index: Int) -> Match? {
        let next = skip(index, "the")
        guard next > index, let (unit, plural) = unit(next), !plural, !unit.isClock else { return nil }
        return (.focus(unit), next + 1)
    }
}
