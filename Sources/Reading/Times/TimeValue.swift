/// What a time expression names, resolved as far as the report allows.
indirect enum TimeValue: Hashable, Sendable {
    case day(CalendarDay)
    /// A day of a year that is not known.
    case dayOfYear(month: Int, day: Int)
    case month(year: Int?, Int)
    case year(Int)
    /// The week that begins on this Monday.
    case week(CalendarDay)
    /// Saturday and Sunday of the week that begins on this Monday.
    case weekend(CalendarDay)
    case quarter(year: Int, Int)
    case half(year: Int, Int)
    /// 1 spring, 2 summer, 3 autumn, 4 winter (the winter that begins in the year).
    case season(year: Int?, Int)
    /// First year.
    case decade(Int)
    /// First year less one: 1900 is the twentieth century.
    case century(Int)
    case fiscalYear(Int)
    case clock(CalendarDay?, hour: Int, minute: Int)
    case partOfDay(CalendarDay?, DayPart)
    case duration(TimeAmount)
    case set(TimeAmount)
    /// An amount of time that begins or ends at a known day: "the past nine days".
    case window(TimeAmount, from: CalendarDay?, to: CalendarDay?)
    case reference(TimeExpression.Direction)
    /// From the start of the first to the end of the second; nil is open.
    case interval(TimeValue?, TimeValue?)
    /// The first, middle or last part of something.
    case part(TimePart, TimeValue)
    /// Recognised, but not to be placed: no year, no anchor.
    case unresolved(TimeExpression.Kind)
}

enum TimePart: Hashable, Sendable { case early, middle, late }

enum DayPart: String, Hashable, Sendable {
    case morning = "MO"
    case afternoon = "AF"
    case evening = "EV"
    case night = "NI"
    case midday = "MI"
}

enum TimeUnit: String, Hashable, Sendable, CaseIterable {
    case second, minute, hour, day, week, month, quarter, year, decade, century

    var isClock: Bool { self == .second || self == .minute || self == .hour }
}

/// "Two and a half years": how many of which unit; nil where the words give no number.
struct TimeAmount: Hashable, Sendable {
    var count: Double?
    /// Upper end of a range.
    var most: Double?
    var unit: TimeUnit

    /// ISO 8601 duration; X for an unknown count.
    var text: String {
        let (factor, letter): (Double, String) =
            switch unit {
            case .second: (1, "S")
            case .minute: (1, "M")
            case .hour: (1, "H")
            case .day: (1, "D")
            case .week: (1, "W")
            case .month: (1, "M")
            case .quarter: (3, "M")
            case .year: (1, "Y")
            case .decade: (10, "Y")
            case .century: (100, "Y")
            }
        var digits = "X"
        if let count {
            let value = count * factor
            digits = value == value.rounded() ? String(Int(value)) : String(value)
        }
        return (unit.isClock ? "PT" : "P") + digits + letter
    }
}

extension TimeValue {
    /// Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2), or an ISO 8601 duration for durations and sets.
    var edtf: String? {
        switch self {
        case .day(let day): day.text
        case .dayOfYear(let month, let day): "XXXX-\(padded(month, 2))-\(padded(day, 2))"
        case .month(let year, let month): "\(year.map { padded($0, 4) } ?? "XXXX")-\(padded(month, 2))"
        case .year(let year): padded(year, 4)
        case .week(let monday): "\(monday.text)/\((monday + 6).text)"
        case .weekend(let monday): "\((monday + 5).text)/\((monday + 6).text)"
        case .quarter(let year, let quarter): "\(padded(year, 4))-\(32 + quarter)"
        case .half(let year, let half): "\(padded(year, 4))-\(39 + half)"
        case .season(let year, let season): "\(year.map { padded($0, 4) } ?? "XXXX")-\(20 + season)"
        case .decade(let year): padded(year / 10, 3) + "X"
        case .century(let year): padded(year / 100, 2) + "XX"
        case .fiscalYear: nil
        case .clock(let day, let hour, let minute):
            day.map { "\($0.text)T\(padded(hour, 2)):\(padded(minute, 2)):00" }
        case .partOfDay(let day, _): day?.text
        case .duration(let amount), .set(let amount): amount.count == nil ? nil : amount.text
        case .window(_, let from, let to):
            from == nil && to == nil ? nil : "\(from?.text ?? "..")/\(to?.text ?? "..")"
        case .reference, .unresolved: nil
        case .interval(let from, let to):
            from?.edtf == nil && to?.edtf == nil ? nil : "\(from?.edtf ?? "..")/\(to?.edtf ?? "..")"
        case .part(_, let whole): whole.edtf
        }
    }

    /// First and last day that the value may mean; nil is open or unknown.
    var bounds: (CalendarDay?, CalendarDay?) {
        switch self {
        case .day(let day): (day, day)
        case .clock(let day, _, _), .partOfDay(let day, _): (day, day)
        case .month(let year?, let month): Self.months(from: year, month, count: 1)
        case .year(let year): Self.months(from: year, 1, count: 12)
        case .week(let monday): (monday, monday + 6)
        case .weekend(let monday): (monday + 5, monday + 6)
        case .window(_, let from, let to): (from, to)
        case .quarter(let year, let quarter): Self.months(from: year, quarter * 3 - 2, count: 3)
        case .half(let year, let half): Self.months(from: year, half * 6 - 5, count: 6)
        // Meteorological seasons of the northern hemisphere; the rule of a season says so.
        case .season(let year?, let season): Self.months(from: year, season * 3, count: 3)
        case .decade(let year):
            (CalendarDay(year: year, month: 1, day: 1), CalendarDay(year: year + 9, month: 12, day: 31))
        case .century(let year):
            (CalendarDay(year: year + 1, month: 1, day: 1), CalendarDay(year: year + 100, month: 12, day: 31))
        // Fiscal years differ by country and may begin nine months early.
        case .fiscalYear(let year):
            (CalendarDay(year: year - 1, month: 4, day: 1), CalendarDay(year: year + 1, month: 6, day: 30))
        case .interval(let from, let to): (from?.bounds.0, to?.bounds.1)
        case .part(let part, let whole): Self.bounds(of: part, in: whole)
        case .dayOfYear, .month, .season, .duration, .set, .reference, .unresolved: (nil, nil)
        }
    }

    var kind: TimeExpression.Kind {
        switch self {
        case .day, .dayOfYear, .month, .year, .fiscalYear, .partOfDay, .decade, .century: .date
        case .week, .weekend, .quarter, .half, .interval, .window: .interval
        case .season: .season
        case .clock: .clock
        case .duration: .duration
        case .set: .set
        case .reference: .reference
        case .part(_, let whole): whole.kind
        case .unresolved(let kind): kind
        }
    }

    /// The day, if the value is one or lies within one.
    var singleDay: CalendarDay? {
        switch self {
        case .day(let day): day
        case .clock(let day, _, _), .partOfDay(let day, _): day
        case .part(_, let whole): whole.singleDay
        default: nil
        }
    }

    private static func months(from year: Int, _ month: Int, count: Int) -> (CalendarDay?, CalendarDay?) {
        let first = CalendarDay(year: year, month: month, day: 1)
        return (first, first.adding(months: count) + -1)
    }

    private static func bounds(of part: TimePart, in whole: TimeValue) -> (CalendarDay?, CalendarDay?) {
        guard case (let first?, let last?) = whole.bounds, first < last else { return whole.bounds }
        let third = (last - first) / 3
        switch part {
        case .early: return (first, first + third)
        case .middle: return (first + third, last + -third)
        case .late: return (last + -third, last)
        }
    }
}
