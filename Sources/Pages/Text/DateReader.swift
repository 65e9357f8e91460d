import Reports

/// Reads a calendar date at a place in a line. What cannot be told (3/4/2021) is not read.
struct DateReader {
    struct Found {
        var year: Int?
        var month: Int
        var day: Int
        var span: Span
        /// Index of the lexeme after the date.
        var next: Int

        func stamp(_ basis: Basis) -> Report.DateStamp {
            Report.DateStamp(year: year, month: month, day: day, at: span, basis: basis)
        }
    }

    let lexemes: [Lexeme]

    func date(at index: Int) -> Found? {
        guard index < lexemes.count else { return nil }
        if Self.weekdays.contains(lexemes[index].text) {
            let next = skipping([",", "."], index + 1)
            guard var found = date(at: next, allowWeekday: false) else { return nil }
            found.span.start = lexemes[index].span.start
            return found
        }
        return date(at: index, allowWeekday: false)
    }

    private func date(at index: Int, allowWeekday: Bool) -> Found? {
        guard index < lexemes.count else { return nil }
        let first = lexemes[index]
        if first.kind == .number {
            if let found = numeric(index) { return found }
            guard let day = first.number, (1...31).contains(day) else { return nil }
            var next = index + 1
            if next < lexemes.count, lexemes[next].text == "of" { next += 1 }
            guard let month = month(next) else { return nil }
            return withYear(month: month, day: day, from: index, next: skipping(["."], next + 1))
        }
        guard let month = month(index) else { return nil }
        let next = skipping(["."], index + 1)
        guard next < lexemes.count, let day = lexemes[next].number, (1...31).contains(day) else { return nil }
        return withYear(month: month, day: day, from: index, next: next + 1)
    }

    private func withYear(month: Int, day: Int, from index: Int, next: Int) -> Found? {
        guard day <= Self.lengths[month - 1] else { return nil }
        let candidate = skipping([","], next)
        var end = next
        var year: Int?
        if candidate < lexemes.count, lexemes[candidate].text.utf8.count == 4, let value = lexemes[candidate].number,
            (1800...2200).contains(value)
        {
            year = value
            end = candidate + 1
        }
        let span = Span(lexemes[index].span.start, lexemes[end - 1].span.end)
        return Found(year: year, month: month, day: day, span: span, next: end)
    }

    /// 2022-01-10, 2022/01/10, 10.01.2022, 25/12/2021, 12/25/2021, with or without a clock behind.
    private func numeric(_ index: Int) -> Found? {
        let text = lexemes[index].text.utf8
        var groups: [Int] = []
        var widths: [Int] = []
        var marks: [UInt8] = []
        var value = 0
        var width = 0
        var length = 0
        for byte in text {
            if byte >= 0x30 && byte <= 0x39, width < 4 {
                value = value * 10 + Int(byte - 0x30)
                width += 1
            } else if [0x2D, 0x2E, 0x2F].contains(byte), width > 0, groups.count < 2 {
                groups.append(value)
                widths.append(width)
                marks.append(byte)
                (value, width) = (0, 0)
            } else {
                // A clock follows an ISO date after T.
                guard byte == 0x74, groups.count == 2 else { return nil }
                break
            }
            length += 1
        }
        groups.append(value)
        widths.append(width)
        guard groups.count == 3, marks[0] == marks[1], width > 0 else { return nil }
        let order: (Int, Int, Int)
        if widths[0] == 4 {
            order = (groups[0], groups[1], groups[2])
        } else if widths[2] == 4, marks[0] == 0x2E || groups[0] > 12 || groups[0] == groups[1] {
            order = (groups[2], groups[1], groups[0])
        } else if widths[2] == 4, groups[1] > 12 {
            order = (groups[2], groups[0], groups[1])
        } else {
            return nil
        }
        guard (1800...2200).contains(order.0), (1...12).contains(order.1), order.2 >= 1,
            order.2 <= Self.lengths[order.1 - 1]
        else { return nil }
        let start = lexemes[index].span.start
        return Found(
            year: order.0, month: order.1, day: order.2, span: Span(start, start + length), next: index + 1)
    }

    private func month(_ index: Int) -> Int? {
        guard index < lexemes.count, lexemes[index].kind == .word else { return nil }
        return Self.months[lexemes[index].text]
    }

    private func skipping(_ marks: [String], _ index: Int) -> Int {
        index < lexemes.count && marks.contains(lexemes[index].text) ? index + 1 : index
    }

    private static let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "thu",
        "thur", "thurs", "fri", "sat", "sun",
    ]
    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6,
        "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]
}
