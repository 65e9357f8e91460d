/// A day of the proleptic Gregorian calendar, as a count of days since 1970-01-01.
struct CalendarDay: Hashable, Comparable, Sendable {
    var number: Int

    init(number: Int) { self.number = number }

    /// Day counting after Howard Hinnant, "chrono-compatible low-level date algorithms". A day beyond the month's end
    /// runs on into the next month.
    init(year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Nil for a day that the calendar does not have.
    init?(exactly year: Int, _ month: Int, _ day: Int) {
        guard 1...12 ~= month, day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    var components: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    var year: Int { components.year }
    var month: Int { components.month }

    /// 1 Monday to 7 Sunday.
    var weekday: Int { (number + 3) - 7 * floorDivide(number + 3, 7) + 1 }

    /// The Monday of the ISO week that the day lies in.
    var monday: CalendarDay { self + (1 - weekday) }

    /// Year and number of the ISO 8601 week.
    var week: (year: Int, number: Int) {
        let thursday = monday + 3
        let year = thursday.year
        return (year, (thursday.number - CalendarDay(year: year, month: 1, day: 1).number) / 7 + 1)
    }

    /// The same day of the month some months away, or that month's last day.
    func adding(months: Int) -> CalendarDay {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + months
        let newYear = floorDivide(index, 12)
        let newMonth = index - newYear * 12 + 1
        let last = Self.length(ofMonth: newMonth, year: newYear)
        return CalendarDay(year: newYear, month: newMonth, day: min(day, last))
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// ISO 8601: `2022-01-10`.
    var text: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    static func + (day: CalendarDay, count: Int) -> CalendarDay { CalendarDay(number: day.number + count) }
    static func - (a: CalendarDay, b: CalendarDay) -> Int { a.number - b.number }
    static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }
}

func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

/// Decimal digits with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(abs(value))
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (value < 0 ? "-" : "") + zeros + digits
}
