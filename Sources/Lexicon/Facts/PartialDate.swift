/// A date known to the day, the month or the year: "2021-08-15", "2021-08", "2021".
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int?
    public let day: Int?

    /// Nil if the text is no such date, or names a month or day that does not exist.
    public init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for index in range {
                let byte = digits[index]
                guard byte >= 48, byte <= 57 else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        guard [4, 7, 10].contains(digits.count), let year = number(0..<4), year > 0 else { return nil }
        self.year = year
        guard digits.count >= 7 else {
            month = nil
            day = nil
            return
        }
        guard digits[4] == UInt8(ascii: "-"), let month = number(5..<7), 1...12 ~= month else { return nil }
        self.month = month
        guard digits.count == 10 else {
            day = nil
            return
        }
        guard digits[7] == UInt8(ascii: "-"), let day = number(8..<10), day >= 1 else { return nil }
        guard day <= Self.days(in: month, of: year) else { return nil }
        self.day = day
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first day it may mean, as year × 10000 + month × 100 + day.
    public var earliest: Int { year * 10000 + (month ?? 1) * 100 + (day ?? 1) }

    /// The last day it may mean, written like `earliest`.
    public var latest: Int { year * 10000 + (month ?? 12) * 100 + (day ?? 31) }

    public var description: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text = String(String(10000 + year).dropFirst())
        guard let month else { return text }
        guard let day else { return "\(text)-\(two(month))" }
        return "\(text)-\(two(month))-\(two(day))"
    }
}

/// When a fact held: from the first day of `from` to the last day of `to`; nil is open or unknown.
public struct Period: Hashable, Sendable {
    public var from: PartialDate?
    public var to: PartialDate?

    public init(from: PartialDate? = nil, to: PartialDate? = nil) {
        self.from = from
        self.to = to
    }

    public static let always = Period()

    /// Whether the period may include some day of the date.
    public func contains(_ date: PartialDate) -> Bool {
        if let from, date.latest < from.earliest { return false }
        if let to, date.earliest > to.latest { return false }
        return true
    }
}
