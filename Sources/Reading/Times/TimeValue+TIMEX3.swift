/// TIMEX3 (TimeML 1.2.1), the form that public collections of time expressions use.
extension TimeValue {
    /// DATE, TIME, DURATION or SET.
    package var timex3Type: String {
        switch self {
        case .clock, .partOfDay: "TIME"
        case .duration, .window: "DURATION"
        case .set: "SET"
        case .part(_, let whole): whole.timex3Type
        default: "DATE"
        }
    }

    package var timex3Value: String {
        switch self {
        case .week(let monday): "\(padded(monday.week.year, 4))-W\(padded(monday.week.number, 2))"
        case .weekend(let monday):
            "\(padded(monday.week.year, 4))-W\(padded(monday.week.number, 2))-WE"
        case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
        case .half(let year, let half): "\(padded(year, 4))-H\(half)"
        case .season(let year, let season):
            (year.map { padded($0, 4) } ?? "XXXX") + "-" + ["SP", "SU", "FA", "WI"][season - 1]
        case .decade(let year): padded(year / 10, 3)
        case .century(let year): padded(year / 100, 2)
        case .fiscalYear(let year): "FY" + padded(year, 4)
        case .clock(let day, let hour, let minute):
            "\(day?.text ?? "XXXX-XX-XX")T\(padded(hour, 2)):\(padded(minute, 2))"
        case .partOfDay(let day, let part): "\(day?.text ?? "XXXX-XX-XX")T\(part.rawValue)"
        case .duration(let amount), .set(let amount), .window(let amount, _, _): amount.text
        case .reference(.past): "PAST_REF"
        case .reference(.present): "PRESENT_REF"
        case .reference(.future): "FUTURE_REF"
        case .interval(let from, let to): from?.timex3Value ?? to?.timex3Value ?? "XXXX"
        case .part(_, let whole): whole.timex3Value
        case .unresolved: "XXXX-XX-XX"
        case .day, .dayOfYear, .month, .year: edtf ?? "XXXX-XX-XX"
        }
    }
}
