/// Calendars other than the Gregorian one whose months reports name.
enum NamedCalendar: Hashable, Sendable {
    /// Solar Hijri: the year begins at the March equinox. Official in Iran, and in Afghanistan where months bear the
    /// names of the zodiac.
    case solarHijri
    /// Lunar Hijri. Months begin at the sight of the moon, so that a computed day may be off by one.
    case lunarHijri

    /// Gregorian first day of a month.
    func firstDay(year: Int, month: Int) -> CalendarDay {
        switch self {
        case .solarHijri:
            // Leap years recur in a cycle of 33 years (Birashk's simplification: right from 1343 to 1472, which is
            // 1964 to 2093). Nowruz 1 Farvardin 1400 was 2021-03-21.
            let days = Self.solarDays(before: year) - Self.solarDays(before: 1400)
            let offset = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
            return CalendarDay(year: 2021, month: 3, day: 21) + days + offset
        case .lunarHijri:
            // Tabular calendar, civil epoch 622-07-19 (Gregorian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29.
            let years = year - 1
            let leaps = floorDivide(11 * years + 14, 30)
            let offset = (59 * (month - 1) + 1) / 2
            return CalendarDay(year: 622, month: 7, day: 19) + 354 * years + leaps + offset
        }
    }

    /// The year of this calendar that a Gregorian day lies in.
    func year(of day: CalendarDay) -> Int {
        var year =
            switch self {
            case .solarHijri: day.year - 622
            case .lunarHijri: (day.number + 492_148) * 30 / 10_631 + 1
            }
        while firstDay(year: year, month: 1) > day { year -= 1 }
        while firstDay(year: year + 1, month: 1) <= day { year += 1 }
        return year
    }

    private static func solarDays(before year: Int) -> Int {
        let cycles = floorDivide(year, 33)
        let rest = year - cycles * 33
        // Positions of the leap years in a cycle.
        let leaps = [1, 5, 9, 13, 17, 22, 26, 30].count { $0 < rest }
        return cycles * (33 * 365 + 8) + rest * 365 + leaps
    }

    /// Months by lower-case name in the spellings of English-language news.
    static let months: [String: (NamedCalendar, Int)] = {
        let solar: [[String]] = [
            ["hamal", "farvardin"], ["sawr", "saur", "ordibehesht"], ["jawza", "khordad"], ["saratan", "tir"],
            ["asad", "mordad"], ["sunbula", "sonbola", "shahrivar"], ["mizan", "mehr"], ["aqrab", "aban"],
            ["qaws", "azar"], ["jadi", "dey"], ["dalw", "dalwa", "bahman"], ["hoot", "hut", "esfand"],
        ]
        let lunar: [[String]] = [
            ["muharram"], ["safar"], ["rabi-al-awwal"], ["rabi-al-thani"], ["jumada-al-awwal"], ["jumada-al-thani"],
            ["rajab"], ["shaban", "sha'ban"], ["ramadan", "ramadhan", "ramazan"], ["shawwal"],
            ["dhu-al-qadah"], ["dhu-al-hijjah"],
        ]
        var months: [String: (NamedCalendar, Int)] = [:]
        for (index, names) in solar.enumerated() { for name in names { months[name] = (.solarHijri, index + 1) } }
        for (index, names) in lunar.enumerated() { for name in names { months[name] = (.lunarHijri, index + 1) } }
        return months
    }()

    /// Months that are common words or names otherwise and count only with a day before or a year after them.
    static let needsNumber: Set<String> = [
        "asad", "tir", "dey", "hut", "hoot", "azar", "mehr", "aban", "saratan", "safar", "mizan", "bahman", "rajab",
        "shaban", "saur", "sawr", "jadi", "qaws", "dalw",
    ]
}
