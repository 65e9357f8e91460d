import Reports

/// Places phrases on the calendar, one after the other in text order.
struct TimeResolver {
    /// A placed phrase.
    struct Resolution: Hashable, Sendable {
        var value: TimeValue
        var basis: Basis
        /// Whether it was reckoned from the day of publication.
        var usesPublication = false
        /// Index of an earlier phrase that it was reckoned from.
        var anchor: Int?
    }

    /// Where a bare "Monday" or "June" points, by the tense of its clause.
    enum Tense: Sendable { case past, future, unknown }

    /// Day of publication; nil where its year is not known.
    let publication: CalendarDay?
    /// The last day or longer stretch that the report spoke of, and the index of the phrase that did.
    private var focus: (value: TimeValue, index: Int)?
    private var count = 0

    init(publication: CalendarDay?) { self.publication = publication }

    /// Resolves the next phrase of the report.
    mutating func resolve(_ phrase: TimePhrase, tense: Tense) -> Resolution {
        let resolution = place(phrase.meaning, tense)
        switch resolution.value {
        case .reference, .duration, .set, .window, .unresolved: break
        default: focus = (resolution.value, count)
        }
        count += 1
        return resolution
    }

    private func place(_ meaning: TimeMeaning, _ tense: Tense) -> Resolution {
        switch meaning {
        case .value(let value): Resolution(value: value, basis: .stated)
        case .slashed(let a, let b, let year): slashed(a, b, year)
        case .range(let a, let b): range(place(a, tense), place(b, tense))
        case .part(let part, let whole): narrowed(place(whole, tense), to: part)
        case .dayPart(let part, let of): partOfDay(part, of, tense)
        case .clock(let hour, let minute, let on): timeOfDay(hour, minute, on, tense)
        case .yearsAway(let base, let years): yearsAway(place(base, tense), years)
        case .focus(let unit): fromFocus(unit)
        case .then: then()
        case .fromFocus(let amount, let sign): fromFocus(amount, sign)
        case .unitShiftFromFocus(let unit, let shift): unitFromFocus(unit, shift)
        case .fromEvent(let amount, _): Resolution(value: .duration(amount), basis: .stated)
        case .named(let calendar, let year, let month, let day): named(calendar, year, month, day, tense)
        default: fromPublication(meaning, tense)
        }
    }

    // MARK: Reckoned from the day of publication

    private func fromPublication(_ meaning: TimeMeaning, _ tense: Tense) -> Resolution {
        guard let publication else { return withoutYear(meaning) }
        let (value, rule) = value(meaning, publication, tense)
        return Resolution(value: value, basis: .inferred(rule: rule), usesPublication: true)
    }

    private func value(_ meaning: TimeMeaning, _ day: CalendarDay, _ tense: Tense) -> (TimeValue, String) {
        let (year, month, _) = day.components
        switch meaning {
        case .monthDay(let month, let number):
            let (found, rule) = Self.nearest(to: day, tense, near: 31) {
                CalendarDay(year: $0, month: month, day: number)
            }
            return (.day(found), rule)
        case .month(let number):
            let (found, rule) = Self.nearest(to: day, tense, near: 62) {
                CalendarDay(year: $0, month: number, day: number == month ? day.components.day : 15)
            }
            return (.month(year: found.year, number), rule)
        case .monthShift(let number, let shift):
            let delta = shift < 0 ? (number < month ? 0 : -1) : (number > month || shift == 0 ? 0 : 1)
            return (
                .month(year: year + delta, number), shift < 0 ? "last-month-named" : "month-named-beside-publication"
            )
        case .monthOfYear(let number, let shift):
            return (.month(year: year + shift, number), "year-from-publication")
        case .weekday(let number, let shift): return weekday(number, shift, day, tense)
        case .dayOffset(let offset): return (.day(day + offset), "day-from-publication")
        case .unitShift(let unit, let shift): return (Self.shifted(unit, shift, from: day), "\(unit)-from-publication")
        case .weekend(let shift):
            // "Last weekend" is the one before today; on a weekend "this weekend" is the present one.
            let back = shift < 0 && day.weekday < 6 ? -7 : shift * 7
            return (.weekend(day.monday + back), "weekend-from-publication")
        case .season(let season, let shift): return Self.season(season, shift, day, tense)
        case .quarter(let number, let explicit, let shift):
            if let explicit { return (.quarter(year: explicit, number), "quarter-of-year") }
            if let shift { return (.quarter(year: year + shift, number), "year-from-publication") }
            let current = (month - 1) / 3 + 1
            let isLast = number > current && tense == .past
            return (.quarter(year: isLast ? year - 1 : year, number), "quarter-nearest-publication")
        case .half(let number, let explicit, let shift):
            return (.half(year: explicit ?? year + (shift ?? 0), number), "year-from-publication")
        case .weekOfMonth(let which, let month, let explicit):
            let (found, rule) = Self.nearest(to: day, tense, near: 62) { CalendarDay(year: $0, month: month, day: 15) }
            let base = explicit ?? found.year
            let length = CalendarDay.length(ofMonth: month, year: base)
            let inside = which < 0 ? length - 3 : min(which * 7 - 3, length)
            return (.week(CalendarDay(year: base, month: month, day: inside).monday), rule)
        case .fromNow(let amount, let sign): return (Self.moved(day, amount, sign), "counted-from-publication")
        case .window(let amount, let sign):
            let other = Self.moved(day, amount, sign).bounds.0
            return sign < 0
                ? (.window(amount, from: other, to: day), "counted-from-publication")
                : (.window(amount, from: day, to: other), "counted-from-publication")
        case .feast(let month, let number, let explicit):
            guard month > 0 else { return (.unresolved(.date), "feast-without-fixed-day") }
            if let explicit { return (.day(CalendarDay(year: explicit, month: month, day: number)), "day-of-feast") }
            let (found, rule) = Self.nearest(to: day, tense, near: 62) {
                CalendarDay(year: $0, month: month, day: number)
            }
            return (.day(found), rule)
        default: return (.unresolved(.date), "not-placed")
        }
    }

    private func weekday(_ number: Int, _ shift: Int?, _ day: CalendarDay, _ tense: Tense) -> (TimeValue, String) {
        let back = (day.weekday - number + 7) % 7
        let ahead = (number - day.weekday + 7) % 7
        switch shift {
        case .some(let shift) where shift < 0: return (.day(day + -(back == 0 ? 7 : back)), "last-weekday")
        case .some(let shift) where shift > 0: return (.day(day + (ahead == 0 ? 7 : ahead)), "next-weekday")
        case .some: return (.day(tense == .future ? day + ahead : day + -back), "weekday-of-this-week")
        case nil:
            if tense == .future { return (.day(day + (ahead == 0 ? 7 : ahead)), "next-weekday-by-tense") }
            return (.day(day + -back), "last-weekday-before-publication")
        }
    }

    /// The year that brings something nearest to the day; the tense decides where the nearest lies far ahead or back.
    private static func nearest(
        to day: CalendarDay, _ tense: Tense, near: Int, _ make: (Int) -> CalendarDay
    ) -> (CalendarDay, String) {
        let year = day.year
        let candidates = [make(year - 1), make(year), make(year + 1)]
        switch tense {
        case .past:
            if let found = candidates.last(where: { $0 <= day + near / 2 }) { return (found, "nearest-past-year") }
        case .future:
            if let found = candidates.first(where: { $0 >= day + -near / 2 }) { return (found, "nearest-future-year") }
        case .unknown: break
        }
        let found = candidates.min { abs($0 - day) < abs($1 - day) } ?? make(year)
        return (found, "year-nearest-publication")
    }

    private static func season(
        _ season: Int, _ shift: Int?, _ day: CalendarDay, _ tense: Tense
    ) -> (TimeValue, String) {
        let convention = "northern-meteorological-season"
        let year = day.year
        func start(_ year: Int) -> CalendarDay { CalendarDay(year: year, month: season * 3, day: 1) }
        func end(_ year: Int) -> CalendarDay { start(year).adding(months: 3) + -1 }
        let years = [year - 2, year - 1, year, year + 1]
        let found: Int?
        switch shift {
        case .some(-1): found = years.last { end($0) < day }
        case .some(1): found = years.first { start($0) > day }
        case .some: found = years.min { abs(start($0) - day) < abs(start($1) - day) }
        case nil where tense == .future: found = years.first { end($0) >= day }
        case nil where tense == .past: found = years.last { start($0) <= day }
        case nil: found = years.min { abs(start($0) + 45 - day) < abs(start($1) + 45 - day) }
        }
        return (.season(year: found ?? year, season), "\(convention)-nearest-publication")
    }

    private static func shifted(_ unit: TimeUnit, _ shift: Int, from day: CalendarDay) -> TimeValue {
        let (year, month, _) = day.components
        switch unit {
        case .second, .minute, .hour: return .day(day)
        case .day: return .day(day + shift)
        case .week: return .week(day.monday + shift * 7)
        case .month:
            let other = CalendarDay(year: year, month: month, day: 1).adding(months: shift)
            return .month(year: other.year, other.month)
        case .quarter:
            let index = year * 4 + (month - 1) / 3 + shift
            return .quarter(year: floorDivide(index, 4), index - floorDivide(index, 4) * 4 + 1)
        case .year: return .year(year + shift)
        case .decade: return .decade((year / 10 + shift) * 10)
        case .century: return .century((year / 100 + shift) * 100)
        }
    }

    /// A day moved by an amount, as exact as the amount's unit.
    static func moved(_ day: CalendarDay, _ amount: TimeAmount, _ sign: Int) -> TimeValue {
        guard let count = amount.count else { return .reference(sign < 0 ? .past : .future) }
        let whole = Int(count.rounded())
        switch amount.unit {
        case .second, .minute, .hour: return .day(day)
        case .day: return .day(day + sign * whole)
        case .week: return .day(day + sign * Int((count * 7).rounded()))
        case .month:
            let other = day.adding(months: sign * whole)
            return .month(year: other.year, other.month)
        case .quarter:
            let other = day.adding(months: sign * whole * 3)
            return .quarter(year: other.year, (other.month - 1) / 3 + 1)
        case .year: return .year(day.year + sign * whole)
        case .decade: return .year(day.year + sign * whole * 10)
        case .century: return .century((day.year + sign * whole * 100) / 100 * 100)
        }
    }

    /// Without a year of publication only the month and day stand.
    private func withoutYear(_ meaning: TimeMeaning) -> Resolution {
        switch meaning {
        case .monthDay(let month, let day): Resolution(value: .dayOfYear(month: month, day: day), basis: .stated)
        case .month(let month), .monthShift(let month, _), .monthOfYear(let month, _):
            Resolution(value: .month(year: nil, month), basis: .stated)
        case .season(let season, _): Resolution(value: .season(year: nil, season), basis: .stated)
        case .quarter(let number, let year?, _): Resolution(value: .quarter(year: year, number), basis: .stated)
        case .half(let number, let year?, _): Resolution(value: .half(year: year, number), basis: .stated)
        case .feast(let month, let day, let year) where month > 0:
            Resolution(
                value: year.map { .day(CalendarDay(year: $0, month: month, day: day)) }
                    ?? .dayOfYear(month: month, day: day),
                basis: .stated)
        case .window(let amount, _): Resolution(value: .window(amount, from: nil, to: nil), basis: .stated)
        default: Resolution(value: .unresolved(.date), basis: .stated)
        }
    }

    // MARK: Reckoned from the time last spoken of

    private func fromFocus(_ unit: TimeUnit) -> Resolution {
        guard let day = focus?.value.bounds.0, let focus else { return onPublication(unit) }
        // A unit finer than the focus has not been named yet.
        if case .year = focus.value, unit != .year { return onPublication(unit) }
        return Resolution(
            value: Self.shifted(unit, 0, from: day), basis: .inferred(rule: "same-\(unit)-as-before"),
            anchor: focus.index)
    }

    private func onPublication(_ unit: TimeUnit) -> Resolution {
        guard let publication else { return Resolution(value: .unresolved(.date), basis: .stated) }
        return Resolution(
            value: Self.shifted(unit, 0, from: publication), basis: .inferred(rule: "\(unit)-of-publication"),
            usesPublication: true)
    }

    private func unitFromFocus(_ unit: TimeUnit, _ shift: Int) -> Resolution {
        guard let focus, let day = focus.value.bounds.0 else {
            return fromPublication(.unitShift(unit, shift), .unknown)
        }
        return Resolution(
            value: Self.shifted(unit, shift, from: day), basis: .inferred(rule: "\(unit)-from-time-before"),
            anchor: focus.index)
    }

    private func fromFocus(_ amount: TimeAmount, _ sign: Int) -> Resolution {
        guard let focus, let day = focus.value.singleDay ?? focus.value.bounds.0 else {
            return Resolution(value: .duration(amount), basis: .stated)
        }
        let value = Self.moved(day, amount, sign)
        return Resolution(value: value, basis: .inferred(rule: "counted-from-time-before"), anchor: focus.index)
    }

    private func then() -> Resolution {
        guard let focus else { return Resolution(value: .reference(.past), basis: .stated) }
        return Resolution(value: focus.value, basis: .inferred(rule: "then-as-time-before"), anchor: focus.index)
    }

    // MARK: Composed

    private func slashed(_ a: Int, _ b: Int, _ year: Int) -> Resolution {
        let monthFirst = CalendarDay(exactly: year, a, b)
        let dayFirst = CalendarDay(exactly: year, b, a)
        guard let monthFirst, let dayFirst, monthFirst != dayFirst else {
            guard let only = monthFirst ?? dayFirst else {
                return Resolution(value: .unresolved(.date), basis: .stated)
            }
            return Resolution(value: .day(only), basis: .stated)
        }
        guard let publication else {
            return Resolution(value: .unresolved(.date), basis: .inferred(rule: "day-and-month-ambiguous"))
        }
        let first = abs(monthFirst - publication) <= abs(dayFirst - publication)
        return Resolution(
            value: .day(first ? monthFirst : dayFirst), basis: .inferred(rule: "day-and-month-nearest-publication"),
            usesPublication: true)
    }

    private func range(_ a: Resolution, _ b: Resolution) -> Resolution {
        var joined = a
        joined.value = .interval(a.value, b.value)
        return joined
    }

    private func narrowed(_ whole: Resolution, to part: TimePart) -> Resolution {
        var narrowed = whole
        narrowed.value = .part(part, whole.value)
        return narrowed
    }

    private func partOfDay(_ part: DayPart, _ of: TimeMeaning?, _ tense: Tense) -> Resolution {
        guard let of else { return Resolution(value: .partOfDay(nil, part), basis: .stated) }
        var whole = place(of, tense)
        whole.value = .partOfDay(whole.value.singleDay, part)
        return whole
    }

    private func timeOfDay(_ hour: Int, _ minute: Int, _ on: TimeMeaning?, _ tense: Tense) -> Resolution {
        if let on {
            var beside = place(on, tense)
            beside.value = .clock(beside.value.singleDay, hour: hour, minute: minute)
            return beside
        }
        if let focus, let day = focus.value.singleDay {
            return Resolution(
                value: .clock(day, hour: hour, minute: minute), basis: .inferred(rule: "day-as-before"),
                anchor: focus.index)
        }
        return Resolution(
            value: .clock(publication, hour: hour, minute: minute),
            basis: publication == nil ? .stated : .inferred(rule: "day-of-publication"),
            usesPublication: publication != nil)
    }

    private func yearsAway(_ base: Resolution, _ years: Int) -> Resolution {
        var moved = base
        switch base.value {
        case .day(let day): moved.value = .day(day.adding(months: 12 * years))
        case .month(let year?, let month): moved.value = .month(year: year + years, month)
        case .week(let monday): moved.value = .week(monday.adding(months: 12 * years).monday)
        case .year(let year): moved.value = .year(year + years)
        case .quarter(let year, let number): moved.value = .quarter(year: year + years, number)
        default: break
        }
        return moved
    }

    private func named(
        _ calendar: NamedCalendar, _ year: Int?, _ month: Int, _ day: Int?, _ tense: Tense
    ) -> Resolution {
        func value(_ year: Int) -> TimeValue {
            let first = calendar.firstDay(year: year, month: month)
            if let day { return .day(first + (day - 1)) }
            let next =
                month == 12
                ? calendar.firstDay(year: year + 1, month: 1) : calendar.firstDay(year: year, month: month + 1)
            return .interval(.day(first), .day(next + -1))
        }
        let rule = calendar == .solarHijri ? "solar-hijri-calendar" : "tabular-hijri-calendar"
        if let year { return Resolution(value: value(year), basis: .inferred(rule: rule)) }
        guard let publication else { return Resolution(value: .unresolved(.date), basis: .stated) }
        let current = calendar.year(of: publication)
        let years = [current - 1, current, current + 1]
        func start(_ year: Int) -> CalendarDay { calendar.firstDay(year: year, month: month) + (day ?? 15) }
        let found: Int? =
            switch tense {
            case .past: years.last { start($0) <= publication + 15 }
            case .future: years.first { start($0) >= publication + -15 }
            case .unknown: years.min { abs(start($0) - publication) < abs(start($1) - publication) }
            }
        return Resolution(
            value: value(found ?? current), basis: .inferred(rule: rule + "-nearest-publication"), usesPublication: true
        )
    }
}
