/// A time expression as the grammar reads it, before it is placed on the calendar.
struct TimePhrase: Hashable, Sendable {
    /// The expression itself, as indices of words.
    var core: Range<Int>
    var meaning: TimeMeaning
    /// The preposition or conjunction before it, if that decides its part: "by", "until", "since".
    var lead: String?
}

indirect enum TimeMeaning: Hashable, Sendable {
    /// Complete as written.
    case value(TimeValue)
    case monthDay(month: Int, day: Int)
    case month(Int)
    /// "last September".
    case monthShift(Int, Int)
    /// "August last year".
    case monthOfYear(Int, shift: Int)
    /// "7/8/07": month first or day first.
    case slashed(Int, Int, year: Int)
    case weekday(Int, shift: Int?)
    case dayOffset(Int)
    /// "last year", "this week".
    case unitShift(TimeUnit, Int)
    /// "the previous year", "the following day": from the time last spoken of.
    case unitShiftFromFocus(TimeUnit, Int)
    case weekend(Int)
    case season(Int, shift: Int?)
    case quarter(Int, year: Int?, shift: Int?)
    case half(Int, year: Int?, shift: Int?)
    /// The nth week of a month, -1 for the last.
    case weekOfMonth(Int, month: Int, year: Int?)
    /// "two weeks ago" (-1), "three days from now" (+1).
    case fromNow(TimeAmount, Int)
    /// "two days later", "a week earlier": from the time last spoken of.
    case fromFocus(TimeAmount, Int)
    /// "a day after the raid": from something that the report tells.
    case fromEvent(TimeAmount, Int)
    /// "the past nine days" (-1), "the next six months" (+1).
    case window(TimeAmount, Int)
    /// "that day", "the same month".
    case focus(TimeUnit)
    case then
    /// "16:15", and the day beside it: "16:15, June 1".
    case clock(hour: Int, minute: Int, on: TimeMeaning?)
    case dayPart(DayPart, of: TimeMeaning?)
    case part(TimePart, TimeMeaning)
    /// "the same month a year ago".
    case yearsAway(TimeMeaning, Int)
    case range(TimeMeaning, TimeMeaning)
    case named(NamedCalendar, year: Int?, month: Int, day: Int?)
    case feast(month: Int, day: Int, year: Int?)
}
