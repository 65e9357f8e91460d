/// The closed vocabulary of English time expressions.
enum TimeWords {
    enum Meaning: Hashable, Sendable {
        case month(Int)
        case weekday(Int)
        case unit(TimeUnit, plural: Bool)
        case cardinal(Double)
        case ordinal(Int)
        case season(Int)
        case dayPart(DayPart)
        case weekend
        /// Days from today.
        case dayOffset(Int)
        /// Units from the present one: "last" -1, "this" 0, "next" 1.
        case shift(Int)
        /// Every so often: "weekly".
        case frequency(TimeUnit)
        case reference(TimeExpression.Direction)
        case part(TimePart)
        case namedMonth(NamedCalendar, Int)
        /// A day or season of the year with a name; month 0 where its day changes from year to year.
        case feast(month: Int, day: Int)
    }

    static let meanings: [String: Meaning] = {
        var table: [String: Meaning] = [:]
        func add(_ words: String, _ meaning: Meaning) {
            for word in words.split(separator: " ") { table[String(word)] = meaning }
        }
        let months = [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ]
        for (index, words) in months.enumerated() { add(words, .month(index + 1)) }
        let weekdays = [
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
            "saturday sat", "sunday sun",
        ]
        for (index, words) in weekdays.enumerated() { add(words, .weekday(index + 1)) }
        for unit in TimeUnit.allCases where unit != .century {
            add(unit.rawValue, .unit(unit, plural: false))
            add(unit.rawValue + "s", .unit(unit, plural: true))
        }
        table["second"] = .ordinal(2)
        add("century", .unit(.century, plural: false))
        add("centuries", .unit(.century, plural: true))
        add("weekend weekends", .weekend)
        add("fortnight", .unit(.week, plural: false))
        add("spring springtime", .season(1))
        add("summer summertime", .season(2))
        add("autumn fall", .season(3))
        add("winter wintertime", .season(4))
        add("morning dawn", .dayPart(.morning))
        add("afternoon", .dayPart(.afternoon))
        add("evening dusk", .dayPart(.evening))
        add("night overnight", .dayPart(.night))
        add("noon midday", .dayPart(.midday))
        add("today tonight", .dayOffset(0))
        add("yesterday", .dayOffset(-1))
        add("tomorrow", .dayOffset(1))
        add("last past previous", .shift(-1))
        add("this current", .shift(0))
        add("next coming following", .shift(1))
        add("hourly", .frequency(.hour))
        add("daily", .frequency(.day))
        add("weekly", .frequency(.week))
        add("monthly", .frequency(.month))
        add("quarterly", .frequency(.quarter))
        add("yearly annual annually", .frequency(.year))
        add("now currently nowadays presently", .reference(.present))
        add("recently recent lately formerly previously", .reference(.past))
        add("soon", .reference(.future))
        add("early", .part(.early))
        add("mid", .part(.middle))
        add("late", .part(.late))
        add("christmas xmas", .feast(month: 12, day: 25))
        add("nowruz nawroz norouz", .feast(month: 3, day: 21))
        add("easter eid ashura diwali thanksgiving hanukkah", .feast(month: 0, day: 0))
        for (name, month) in NamedCalendar.months { table[name] = .namedMonth(month.0, month.1) }
        for (word, value) in Numerals.cardinals { table[word] = .cardinal(value) }
        for (word, value) in Numerals.ordinals { table[word] = .ordinal(value) }
        return table
    }()

    /// Month names that are common words or given names: they count only beside a number or a time preposition.
    static let doubtfulMonths: Set<String> = ["may", "march", "april", "june", "august", "mar", "jan", "sep", "dec"]

    /// Short forms of weekdays and months that are common words without their full stop.
    static let shortForms: Set<String> = [
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ]

    /// Prepositions and the like after which a doubtful month is a month.
    static let leads: Set<String> = [
        "in", "since", "by", "until", "till", "before", "after", "from", "to", "of", "last", "next", "this", "early",
        "late", "mid", "during", "through", "between", "end", "on", "every", "each", "past", "and",
    ]

    /// Words before a four-digit number that make it a quantity.
    static let quantifiers: Set<String> = [
        "about", "around", "some", "nearly", "almost", "than", "least", "roughly", "approximately", "nos", "no", "us",
        "only", "additional", "estimated", "page", "flight", "route", "room", "$", "€", "£", "#",
    ]

    /// Nouns after a four-digit number that make it a quantity.
    static let countedNouns: Set<String> = [
        "people", "men", "women", "children", "troops", "soldiers", "fighters", "police", "officers", "tonnes", "tons",
        "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet", "dollars", "euros", "pounds", "barrels",
        "points", "homes", "houses", "workers", "refugees", "prisoners", "protesters", "civilians", "deaths", "cases",
        "passengers", "vehicles", "members", "percent", "kg", "mw", "hectares", "acres", "times", "families", "jobs",
        "villagers", "students", "others", "more", "square", "different", "rounds", "million", "billion",
    ]
}
