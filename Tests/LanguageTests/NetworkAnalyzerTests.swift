import Dispatch
import Reports
import Synchronization
import Testing

@testable import Language

@Suite(.enabled(if: TestModel.file != nil, "no model under Models/"))
struct NetworkAnalyzerTests {
    private func report(_ text: String) -> Report {
        Report(
            id: Identifier(.report, text), source: Report.Source(name: "test.txt", sha256: ""), text: text,
            regions: [Region(.body, Span(0, text.utf8.count))])
    }

    private func analysis(_ text: String, kernel: Kernel = .best) throws -> Analysis {
        try #require(try TestModel.analyzer(kernel: kernel)).analyze(report(text))
    }

    /// What every analysis must hold, whatever the text.
    private func expectSound(_ analysis: Analysis, sourceLocation: SourceLocation = #_sourceLocation) {
        var next = 0
        for sentence in analysis.sentences {
            #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, sourceLocation: sourceLocation)
            next = sentence.tokens.upperBound
            let roots = sentence.tokens.filter { analysis.tokens[$0].head == nil }
            #expect(roots.count == 1, sourceLocation: sourceLocation)
            #expect(roots.allSatisfy { analysis.tokens[$0].relation == .root }, sourceLocation: sourceLocation)
            for token in sentence.tokens where analysis.tokens[token].head != nil {
                #expect(analysis.tokens[token].relation != .root, sourceLocation: sourceLocation)
                #expect(sentence.tokens.contains(analysis.tokens[token].head!), sourceLocation: sourceLocation)
                #expect(analysis.dominates(roots[0], token), sourceLocation: sourceLocation)
            }
            let paragraph = analysis.paragraphs[sentence.paragraph]
            #expect(paragraph.tokens.contains(sentence.tokens.lowerBound), sourceLocation: sourceLocation)
            #expect(sentence.tokens.upperBound <= paragraph.tokens.upperBound, sourceLocation: sourceLocation)
        }
        #expect(next == analysis.tokens.count, sourceLocation: sourceLocation)
    }

    @Test func readsAShortReport() throws {
        let analysis = try analysis("The envoy met rebels in Geneva on Monday. She said the talks would go on.")
        expectSound(analysis)
        #expect(analysis.sentences.count == 2)
        let root = try #require(analysis.root(of: analysis.sentences[0]))
        #expect(analysis.tokens[root].form == "met" && analysis.tokens[root].upos == .verb)
        #expect(analysis.child(of: root, .subject).map { analysis.tokens[$0].form } == "envoy")
        #expect(analysis.names.contains { $0.kind == .place && analysis.words($0.tokens) == "Geneva" })
        let cue = try #require(analysis.attributions.first { $0.kind == .cue })
        #expect(analysis.words(cue.tokens) == "said")
        #expect(cue.confidence > 0.5)
    }

    @Test func sentencesThatSayTheLikeAreClose() throws {
        let text = """
            The rebels agreed to a truce. The insurgents accepted a ceasefire. Tomatoes are cheaper this year.
            """
        let analyzer = try #require(try TestModel.analyzer())
        let (analysis, vectors) = analyzer.analyzeWithVectors(report(text))
        try #require(analysis.sentences.count == 3)
        #expect(vectors.count == 3 && vectors.dimension == vectors[0].count)
        #expect(abs(vectors.similarity(0, vectors, 0) - 1) < 1e-4)
        #expect(vectors.similarity(0, vectors, 1) > vectors.similarity(0, vectors, 2))
        #expect(vectors.similarity(0, vectors, 1) == vectors.similarity(1, vectors, 0))
    }

    @Test func emptyTextIsAnEmptyAnalysis() throws {
        for text in ["", " \n\n\t"] { #expect(try analysis(text).tokens.isEmpty) }
    }

    @Test func everyKernelReadsTheSame() throws {
        let text = """
            Tarvia's foreign minister told Radio Lumen that no convoy had crossed the line.

            “We heard of it from the mayor,” a spokeswoman for the Oskel monitors said; the mayor denied it.
            """
        let expected = try analysis(text)
        for kernel in Kernel.available.dropFirst() where kernel.name != "plain" || Kernel.available.count == 1 {
            let found = try analysis(text, kernel: kernel)
            #expect(found.tokens == expected.tokens, "\(kernel.name)")
            #expect(found.sentences == expected.sentences, "\(kernel.name)")
            #expect(found.names == expected.names, "\(kernel.name)")
            #expect(found.attributions == expected.attributions, "\(kernel.name)")
        }
    }

    @Test func threadsDoNotDisturbEachOther() throws {
        let texts = [
            "The mayor spoke.", "Nobody, an aide said, had seen the letter.", "It rained in Tarvia on Friday.",
        ]
        let analyzer = try #require(try TestModel.analyzer())
        let alone = texts.map { try? analyzer.analyze(report($0)).tokens }
        let together = Mutex<[Int: [Token]]>([:])
        DispatchQueue.concurrentPerform(iterations: 9) { index in
            let tokens = try? analyzer.analyze(report(texts[index % 3])).tokens
            together.withLock { $0[index] = tokens }
        }
        let found = together.withLock { $0 }
        for index in 0..<9 { #expect(found[index] == alone[index % 3]) }
    }

    /// Characters drawn without regard to language: letters, marks, controls, quotation marks, breaks, rare planes.
    @Test(arguments: 1...6)
    func survivesNoise(seed: Int) throws {
        var noise = Noise(UInt64(seed))
        let pools: [ClosedRange<UInt32>] = [
            0x0...0x7F, 0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x600...0x6FF, 0x2000...0x206F, 0x3040...0x30FF,
            0xAC00...0xAC80, 0xFE00...0xFFFF, 0x1F300...0x1F64F,
        ]
        var text = ""
        for _ in 0..<600 {
            let pool = pools[noise.next(below: pools.count)]
            let value = pool.lowerBound + UInt32(noise.next(below: Int(pool.upperBound - pool.lowerBound) + 1))
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        let analysis = try analysis(text)
        expectSound(analysis)
        #expect(analysis.names.allSatisfy { $0.confidence >= 0 && $0.confidence <= 1 })
        #expect(analysis.attributions.allSatisfy { $0.confidence >= 0 && $0.confidence <= 1 })
    }

    /// Text that no outlet prints: marks without end, words without end, characters of no language.
    @Test(arguments: [
        String(repeating: "\"", count: 300), String(repeating: "“", count: 300), String(repeating: "x", count: 3000),
        String(repeating: "\u{0}\u{1B}\u{200B}\u{FFFD}", count: 60), String(repeating: "é\u{301}\u{301}", count: 200),
        String(repeating: "🇺🇳👩‍👩‍👧", count: 80), "한국어 話 العربية हिन्दी \u{1F}", String(repeating: ". ", count: 150),
        String(repeating: "\n\n.", count: 90),
    ])
    func survivesAnything(text: String) throws {
        let analysis = try analysis(text)
        expectSound(analysis)
        for token in analysis.tokens { #expect(token.span.end <= text.utf8.count) }
    }
}
