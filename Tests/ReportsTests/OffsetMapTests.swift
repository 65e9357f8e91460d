import Reports
import Testing

@Suite struct OffsetMapTests {
    static let texts = ["", "plain", "naïve “quote”", "🕊 peace – мир", String(repeating: "é🕊x", count: 500)]

    @Test("Byte offsets become code points and UTF-16 units as Swift counts them", arguments: texts)
    func agreesWithSwift(text: String) {
        let map = OffsetMap(text)
        #expect(map.scalarCount == text.unicodeScalars.count)
        for index in text.unicodeScalars.indices + [text.unicodeScalars.endIndex] {
            let byte = text.utf8.distance(from: text.startIndex, to: index)
            #expect(map.scalarOffset(byte) == text.unicodeScalars.distance(from: text.startIndex, to: index))
            #expect(map.utf16Offset(byte) == text.utf16.distance(from: text.startIndex, to: index))
            #expect(map.utf8Offset(scalar: map.scalarOffset(byte)) == byte)
        }
    }

    @Test("A code point past the end is the end") func clamps() {
        #expect(OffsetMap("ab").utf8Offset(scalar: 9) == 2)
    }
}
