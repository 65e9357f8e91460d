/// Words for what numbers are measured in.
enum Measures {
    /// Units by lemma or sign, with the name that the record gives them.
    static let units: [String: String] = {
        var table: [String: String] = [:]
        func add(_ words: String, _ unit: String) {
            for word in words.split(separator: " ") { table[String(word)] = unit }
        }
        add("tonne ton metric-ton", "tonne")
        add("kilogram kilogramme kilo kg", "kilogram")
        add("gram gramme", "gram")
        add("pound lb", "pound")
        add("kilometre kilometer km", "kilometre")
        add("metre meter", "metre")
        add("mile", "mile")
        add("foot ft", "foot")
        add("hectare", "hectare")
        add("acre", "acre")
        add("litre liter", "litre")
        add("barrel", "barrel")
        add("bushel", "bushel")
        add("truckload", "truckload")
        add("megawatt mw", "megawatt")
        add("kilowatt", "kilowatt")
        add("degree", "degree")
        add("percent per-cent % pct", "percent")
        add("percentage", "percent")
        add("dollar $ us$ usd", "USD")
        add("euro € eur", "EUR")
        add("£ sterling", "GBP")
        add("rupee rs", "rupee")
        add("yuan renminbi", "CNY")
        add("yen ¥", "JPY")
        add("rouble ruble", "RUB")
        add("rial riyal", "rial")
        add("dinar", "dinar")
        add("afghani", "AFN")
        add("shekel", "ILS")
        add("lira", "lira")
        add("peso", "peso")
        add("franc", "franc")
        return table
    }()

    /// Words before a number that make it inexact.
    static let approximators: Set<String> = [
        "about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "estimated", "least", "most",
        "than", "to", "circa", "close", "under", "upwards",
    ]
}
