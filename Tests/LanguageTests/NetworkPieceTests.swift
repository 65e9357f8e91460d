import Reports
import Testing

@testable import Language

struct NetworkPieceTests {
    private static let pieces = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##b", "##bc", "##d", "ceasefire", "cease", "##fire", "peshawar", "el",
        "mara",
        "-", "'", ".", "“", "”", "\"", "river", "zoe", "6", "##6", "話", "!", "x", "##x", "o", "##slo",
    ]

    private func wordPiece() throws -> WordPiece {
        var bytes = ModelBytes()
        bytes.add("vocab", text: Self.pieces.joined(separator: "\n"))
        return try withFile(bytes.bytes) { try WordPiece(vocabulary: Vocabulary(ModelFile(path: $0))) }
    }

    /// The pieces of a word, each with the characters that it stands for.
    private func divide(_ word: String) throws -> [String] {
        var scratch = WordPiece.Scratch()
        try wordPiece().divide(word.utf8, &scratch)
        return scratch.pieces.map { piece in
            var characters = ""
            characters.unicodeScalars.append(contentsOf: scratch.scalars[piece.characters])
            return Self.pieces[Int(piece.id)] + "=" + characters
        }
    }

    @Test func theLongestPieceWins() throws {
        #expect(try divide("ceasefire") == ["ceasefire=ceasefire"])
        #expect(try divide("abcd") == ["a=a", "##bc=bc", "##d=d"])
        #expect(try divide("ab") == ["a=a", "##b=b"])
    }

    @Test func caseAndAccentsAreLostButNotTheirPlaces() throws {
        #expect(try divide("PESHAWAR") == ["peshawar=PESHAWAR"])
        #expect(try divide("Zoë") == ["zoe=Zoë"])
        #expect(try divide("Zoe\u{308}") == ["zoe=Zoe"])
        #expect(try divide("Åb") == ["a=Å", "##b=b"])
    }

    @Test func punctuationAndIdeographsStandAlone() throws {
        #expect(try divide("El-Mara") == ["el=El", "-=-", "mara=Mara"])
        #expect(try divide("river!") == ["river=river", "!=!"])
        #expect(try divide("話river") == ["話=話", "river=river"])
    }

    @Test func whatHasNoPieceIsUnknown() throws {
        #expect(try divide("abcq") == ["[UNK]=abcq"])
        #expect(try divide("q-river") == ["[UNK]=q", "-=-", "river=river"])
        #expect(try divide("\u{200B}") == ["[UNK]=\u{200B}"])
        #expect(try divide(String(repeating: "x", count: 101)) == ["[UNK]=" + String(repeating: "x", count: 101)])
    }

    @Test func aWordHasAtMostTwelvePieces() throws {
        #expect(try divide(String(repeating: "x", count: 100)).count == WordPiece.mostPieces)
        #expect(try divide(String(repeating: "-", count: 5000)).count == WordPiece.mostPieces)
    }

    @Test func controlsVanish() throws {
        #expect(try divide("ri\u{AD}ver\u{7}") == ["river=ri\u{AD}ver"])
    }

    private func words(_ paragraphs: [[String]]) -> (Words, String) {
        var words = Words(tokens: [], paragraphs: [])
        var text = ""
        for paragraph in paragraphs {
            let first = words.tokens.count
            for form in paragraph {
                let start = text.utf8.count
                text += form
                words.tokens.append(Token(span: Span(start, text.utf8.count), form: form))
                text += " "
            }
            let span = Span(words.tokens[first].span.start, text.utf8.count - 1)
            words.paragraphs.append(Paragraph(tokens: first..<words.tokens.count, span: span, region: .body))
            text += "\n\n"
        }
        return (words, text)
    }

    private func sequence(_ paragraphs: [[String]]) throws -> (PieceSequence, [Range<Int>]) {
        let (words, text) = words(paragraphs)
        var copy = text
        let wordPiece = try wordPiece()
        let pieces = copy.withUTF8 { PieceSequence(words, text: $0, with: wordPiece) }
        return (pieces, words.paragraphs.map(\.tokens))
    }

    @Test(arguments: [
        ("river", true, 0, 3), ("river", false, 11, 3), ("River", true, 1, 5), ("River", false, 12, 5),
        ("UN", true, 2, 4), ("7", true, 3, 0), ("2031", false, 3, 0), ("“", true, 4, 1), ("”", true, 5, 1),
        ("\"", true, 6, 1), ("\"", false, 7, 1), ("’", false, 9, 1), ("-", true, 10, 1), ("A", true, 1, 5),
        ("McX", true, 1, 6), ("iX", true, 13, 7), ("G7", true, 2, 2), ("É", false, 12, 5),
    ])
    func shapesTellCaseAndQuotes(word: String, isSpaced: Bool, piece: Int, whole: Int) throws {
        let scalars = Array(word.unicodeScalars)
        let classes = scalars.map { ScalarClass($0) }
        #expect(Int(Shape.piece(scalars[...], classes[...], isSpaced: isSpaced)) == piece)
        #expect(Int(Shape.word(classes)) == whole)
    }

    @Test(arguments: [
        ("L0+", "Met", "met"), ("=meet", "met", "meet"), ("L1+y", "cities", "citiey"), ("L3+y", "Cities", "city"),
        ("K0+", "Tarvia", "Tarvia"), ("T0+", "TARVIA", "Tarvia"), ("L9+", "go", "go"), ("L9+be", "go", "be"),
    ])
    func lemmasAreMadeByScript(script: String, word: String, lemma: String) throws {
        #expect(try #require(LemmaScript(script)).apply(to: word) == lemma)
    }

    @Test func knownLemmasAreFoundByFormAndTags() throws {
        let lines = [
            "Acts\tNOUN\tNNS\tact", "acts\tNOUN\tNNS\tact", "acts\tVERB\tVBZ\tact", "led\tVERB\tVBD\tlead",
            "rose\tNOUN\tNN\trose", "rose\tVERB\tVBD\trise", "was\tAUX\tVBD\tbe",
        ]
        var bytes = ModelBytes()
        bytes.add("lemma.table", text: lines.joined(separator: "\n"))
        try withFile(bytes.bytes) { path in
            let table = LemmaTable(try ModelFile(path: path))
            #expect(table.lemma(of: "rose", .verb, "VBD") == "rise")
            #expect(table.lemma(of: "rose", .noun, "NN") == "rose")
            #expect(table.lemma(of: "Acts", .noun, "NNS") == "act")
            #expect(table.lemma(of: "was", .aux, "VBD") == "be")
            for absent in ["", "A", "act", "rosebud", "wasp", "zebra"] {
                #expect(table.lemma(of: absent, .verb, "VBD") == nil)
            }
            #expect(table.lemma(of: "was", .verb, "VBD") == nil)
        }
        try withFile(ModelBytes().bytes) { path in
            let empty = LemmaTable(try ModelFile(path: path))
            #expect(empty.lemma(of: "was", .aux, "VBD") == nil)
        }
    }

    @Test(arguments: ["", "L", "Lx+", "Q1+", "L-1+", "L1"])
    func whatIsNoScriptIsRefused(script: String) { #expect(LemmaScript(script) == nil) }

    @Test func quotationsAreFollowedThroughAParagraph() throws {
        let (pieces, _) = try sequence([["river", "“", "el", "”", "a"], ["\"", "el", "\"", "a"]])
        let inside = pieces.features.map { $0 & Shape.insideQuotes != 0 }
        #expect(inside == [false, true, true, true, false, true, true, true, false])
        #expect(pieces.features.map { $0 & Shape.paragraphStart != 0 }.filter { $0 }.count == 2)
    }

    @Test func windowsTakeWholeParagraphsWithTheEndOfTheOneBefore() throws {
        let paragraph = [String](repeating: "river", count: 100)
        let (pieces, ranges) = try sequence([paragraph, paragraph, paragraph])
        let windows = Window.windows(ranges, pieces)
        #expect(windows.count == 2)
        #expect(windows[0] == Window(context: 0..<0, parts: [0..<100, 100..<200]))
        #expect(windows[1] == Window(context: 136..<200, parts: [200..<300]))
    }

    @Test func longParagraphsAreCutAfterAStop() throws {
        var paragraph = [String](repeating: "river", count: 600)
        paragraph[199] = "."
        paragraph[200] = "”"
        let (pieces, ranges) = try sequence([paragraph])
        let windows = Window.windows(ranges, pieces)
        #expect(windows.flatMap(\.parts) == [0..<201, 201..<455, 455..<600])
        #expect(windows[1].context.isEmpty, "a part that fills a window leaves no room for context")
        #expect(windows[2].context == 391..<455)
        for window in windows {
            #expect(pieces.size(window.context.lowerBound..<window.words.upperBound) <= Window.budget)
        }
    }
}
