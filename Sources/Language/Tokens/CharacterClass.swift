/// How a character counts where words are cut.
enum CharacterClass: UInt8 {
    case space
    case lower, upper
    /// Scripts without case, combining marks, and modifier letters such as ʿ.
    case letter
    case digit
    case apostrophe
    /// Double quotation marks and guillemets.
    case quote
    case hyphen
    /// En dash, em dash and their like.
    case dash
    case fullStop
    /// `!`, `?` and `…`, which join a run of full stops.
    case mark
    case comma
    case bracket
    case currency
    case underscore
    case symbol

    var isLetter: Bool { self == .lower || self == .upper || self == .letter }
    var isWord: Bool { isLetter || self == .digit }
}

/// One character of the text, with its place.
struct Glyph {
    var scalar: UInt32
    /// UTF-8 byte offset.
    var offset: Int
    var kind: CharacterClass

    /// The character in lower case if it is ASCII; itself otherwise.
    var lowered: UInt32 { scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar }
}

extension CharacterClass {
    private static let ascii: [CharacterClass] = (0..<128).map { code in
        switch UInt8(code) {
        case 0...0x20, 0x7F: .space
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "."): .fullStop
        case UInt8(ascii: "!"), UInt8(ascii: "?"): .mark
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            .bracket
        case UInt8(ascii: "$"): .currency
        case UInt8(ascii: "_"): .underscore
        default: .symbol
        }
    }

    /// The class of a Unicode scalar. Beyond ASCII, what is not listed is a letter.
    static func of(_ scalar: UInt32) -> CharacterClass {
        if scalar < 128 { return ascii[Int(scalar)] }
        switch scalar {
        case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return .space
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x00B4, 0x2032, 0x2039, 0x203A: return .apostrophe
        case 0x201C...0x201F, 0x00AB, 0x00BB, 0x2033: return .quote
        case 0x2010, 0x2011: return .hyphen
        case 0x2012...0x2015, 0x2212: return .dash
        case 0x2026, 0x00BF, 0x00A1: return .mark
        case 0xA2...0xA5, 0x20A0...0x20CF: return .currency
        case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xAD: return .letter
        case 0xA6...0xBE, 0xD7, 0xF7, 0x2016, 0x2017, 0x2020...0x203F, 0x2190...0x2BFF, 0x3001...0x303F,
            0xFF00...0xFF0F,
            0x1F000...0x1FAFF:
            return .symbol
        case 0xC0...0xDE, 0x391...0x3A9, 0x400...0x42F: return .upper
        case 0xDF...0xFF, 0x3B1...0x3C9, 0x430...0x45F: return .lower
        case 0x100...0x17F: return scalar & 1 == 0 ? .upper : .lower
        case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F: return .digit
        default: return .letter
        }
    }

    /// The character at a byte offset and its length in bytes. The text is valid UTF-8.
    @inline(__always)
    static func decode(_ text: [UInt8], at offset: Int) -> (glyph: Glyph, length: Int) {
        let first = text[offset]
        if first < 0x80 {
            return (Glyph(scalar: UInt32(first), offset: offset, kind: ascii[Int(first)]), 1)
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for step in 1..<length { scalar = scalar << 6 | UInt32(text[offset + step] & 0x3F) }
        return (Glyph(scalar: scalar, offset: offset, kind: of(scalar)), length)
    }
}
