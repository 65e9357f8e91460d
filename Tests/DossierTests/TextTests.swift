import Testing

@testable import Dossier

@Suite struct JSONTextTests {
    @Test("Strings are escaped so that any reader gets them back")
    func escapes() {
        let text = String(decoding: JSON.string("a\"b\\c\n\u{1}é🕊").text(), as: UTF8.self)
        #expect(text == #""a\"b\\c\n\u0001é🕊""#)
    }

    @Test("Objects keep the order of their fields") func order() {
        let value = JSON.object([.init("z", .int(1)), .init("a", .array([])), .init("m", .null)])
        #expect(String(decoding: value.text(), as: UTF8.self) == #"{"z":1,"a":[],"m":null}"#)
    }

    @Test("Whole numbers are written without a fraction") func numbers() {
        #expect(String(decoding: JSON.array([.double(3), .double(2.5)]).text(), as: UTF8.self) == "[3,2.5]")
    }
}

@Suite struct PageTests {
    private func lines(_ width: Int, colour: Bool = false, _ write: (inout Page) -> Void) -> [String] {
        var page = Page(TerminalStyle(width: width, usesColour: colour))
        write(&page)
        return page.text.split(separator: "\n").map(String.init)
    }

    @Test("Long entries wrap beneath themselves and never run over the width", arguments: [40, 60, 100])
    func wrap(width: Int) {
        let lines = lines(width) { $0.entry("PLACE", margin: 12, String(repeating: "word ", count: 60), id: "c-1") }
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= width })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(String(repeating: " ", count: 12)) })
        #expect(lines.last?.hasSuffix("[c-1]") == true)
    }

    @Test("Without colour no escape is written, with it the words are the same")
    func colour() {
        let plain = lines(80) { $0.entry("HELD", margin: 12, "text", sign: ("● both sides", .green)) }
        let painted = lines(80, colour: true) { $0.entry("HELD", margin: 12, "text", sign: ("● both sides", .green)) }
        #expect(!plain.joined().contains("\u{1B}"))
        #expect(painted.joined().contains("\u{1B}[32m●"))
    }

    @Test("A report cannot steer the terminal") func control() {
        let text = lines(80) { $0.entry("X", margin: 4, "a\u{1B}[2Jb\u{202E}c") }.joined()
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }
}
