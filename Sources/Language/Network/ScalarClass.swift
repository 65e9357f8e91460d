/// What the shapes of pieces and words ask of a character, from its Unicode general category.
struct ScalarClass: OptionSet, Sendable {
    let rawValue: UInt8

    /// L*
    static let letter = ScalarClass(rawValue: 1)
    /// Lu, Lt
    static let upper = ScalarClass(rawValue: 2)
    /// Nd
    static let digit = ScalarClass(rawValue: 4)
    /// N*
    static let number = ScalarClass(rawValue: 8)
    /// P*, and the symbols of ASCII
    static let punctuation = ScalarClass(rawValue: 16)
    /// C*
    static let control = ScalarClass(rawValue: 32)
    static let nonspacingMark = ScalarClass(rawValue: 64)
    static let space = ScalarClass(rawValue: 128)

    private static let ascii: [ScalarClass] = (0..<128).map { ScalarClass(category: Unicode.Scalar(UInt8($0))) }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ scalar: Unicode.Scalar) {
        self = scalar.value < 128 ? Self.ascii[Int(scalar.value)] : ScalarClass(category: scalar)
    }

    private init(category scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: self = [.letter, .upper]
        case .lowercaseLetter, .modifierLetter, .otherLetter: self = .letter
        case .decimalNumber: self = [.digit, .number]
        case .letterNumber, .otherNumber: self = .number
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        case .control, .format, .privateUse, .unassigned, .surrogate: self = .control
        case .nonspacingMark: self = .nonspacingMark
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            self = scalar.isASCII ? .punctuation : []
        case .spacingMark, .enclosingMark: self = []
        @unknown default: self = []
        }
    }
}
