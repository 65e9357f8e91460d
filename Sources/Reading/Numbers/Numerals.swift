/// Numbers as words.
enum Numerals {
    static let cardinals: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// Words that multiply what stands before them.
    static let scales: [String: Double] = [
        "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "lakh": 1e5,
        "crore": 1e7, "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3,
    ]

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    ]

    /// Digits with separators as a number: "50,000", "1.5".
    static func value(ofDigits text: String) -> Double? {
        var whole = 0.0
        var scale = 0.0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Double(byte - 48)
                if scale == 0 {
                    whole = whole * 10 + digit
                } else {
                    whole += digit * scale
                    scale /= 10
                }
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "."):
                guard scale == 0 else { return nil }
                scale = 0.1
            default: return nil
            }
        }
        return scale == 0 ? whole : (whole * 1e6).rounded() / 1e6
    }
}
