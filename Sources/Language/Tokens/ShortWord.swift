/// A word of at most eight ASCII characters in lower case, packed into one integer: the key of the word tables here,
/// made without allocating and compared in one step.
struct ShortWord: Hashable, ExpressibleByStringLiteral {
    private var packed: UInt64 = 0
    private(set) var count = 0

    init(stringLiteral text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount {
            append(UInt32(text.utf8Start[index]))
        }
    }

    /// nil if the characters are too many or not all ASCII. Any apostrophe counts as `'`.
    init?(_ glyphs: ArraySlice<Glyph>) {
        guard glyphs.count <= 8, !glyphs.isEmpty else { return nil }
        for glyph in glyphs {
            let scalar = glyph.kind == .apostrophe ? 0x27 : glyph.lowered
            guard scalar < 128 else { return nil }
            append(scalar)
        }
    }

    private mutating func append(_ scalar: UInt32) {
        precondition(count < 8, "a short word has at most eight characters")
        packed = packed << 8 | UInt64(scalar)
        count += 1
    }
}
