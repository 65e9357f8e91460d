/// How a piece or a word looks: what an uncased network does not see of case, digits and quotation marks.
///
/// The numbers are rows of tables that were trained, so they are part of the model's format.
enum Shape {
    /// Row of a piece that stands for no characters: `[CLS]` and `[SEP]`.
    static let none: UInt8 = 10
    static let insideQuotes: UInt8 = 16
    static let paragraphStart: UInt8 = 32
    /// Row of the root in the table of word shapes.
    static let root: UInt8 = 8

    static func opensQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "“" || scalar == "„" || scalar == "«" }
    static func closesQuote(_ scalar: Unicode.Scalar) -> Bool { scalar == "”" || scalar == "»" }

    /// The shape (0…13) of the characters that one piece stands for.
    ///
    /// - Parameter isSpaced: white space stands before the word, and this is its first piece.
    static func piece(
        _ scalars: ArraySlice<Unicode.Scalar>, _ classes: ArraySlice<ScalarClass>, isSpaced: Bool
    ) -> UInt8 {
        guard let first = scalars.first, let firstClass = classes.first else { return none }
        if scalars.count == 1 {
            if opensQuote(first) { return 4 }
            if closesQuote(first) { return 5 }
            if first == "\"" { return isSpaced ? 6 : 7 }
            if first == "'" || first == "‘" || first == "’" { return isSpaced ? 8 : 9 }
        }
        var letters = 0
        var uppers = 0
        var digits = 0
        for kind in classes {
            if kind.contains(.letter) { letters += 1 }
            if kind.contains(.upper) { uppers += 1 }
            if kind.contains(.digit) { digits += 1 }
        }
        if digits == classes.count { return 3 }
        if firstClass.isDisjoint(with: [.letter, .number]) { return none }
        if letters > 0 && uppers == 0 { return isSpaced ? 0 : 11 }
        if letters > 0 && uppers == letters && classes.count > 1 { return 2 }
        if firstClass.contains(.upper) { return isSpaced ? 1 : 12 }
        return 13
    }

    /// The shape (0…7) of a word.
    static func word(_ classes: [ScalarClass]) -> UInt8 {
        var letters = 0
        var uppers = 0
        var numbers = 0
        for kind in classes {
            if kind.contains(.letter) { letters += 1 }
            if kind.contains(.upper) { uppers += 1 }
            if kind.contains(.number) { numbers += 1 }
        }
        if letters == 0 { return numbers > 0 ? 0 : 1 }
        if numbers > 0 { return 2 }
        if uppers == 0 { return 3 }
        if uppers == letters && letters > 1 { return 4 }
        if classes[0].contains(.upper) { return uppers == 1 ? 5 : 6 }
        return 7
    }
}
