import Foundation
import Language
import Reports
import Testing

@Suite struct CoNLLUTests {
    /// A headline, a dateline that is not read, and a body with a contraction.
    private var report: Report {
        let text = "Ferry talks stall\n\nLIMA, May 2: They don't agree, Ana Paz's\taide said.  “No.”"
        var report = Report(id: Identifier(.report, "ferry"), source: .init(name: "ferry.txt", sha256: ""), text: text)
        report.regions = [
            Region(.headline, Span(0, 17)), Region(.dateline, Span(19, 31)), Region(.body, Span(32, text.utf8.count)),
        ]
        return report
    }

    /// A tree over the tokenizer's words, each hanging on the word before it.
    private var analysis: Analysis {
        var words = Tokenizer().words(of: report)
        let sentences = SentenceSplitter().sentences(of: words)
        for sentence in sentences {
            for index in sentence.tokens {
                words.tokens[index].upos = .noun
                words.tokens[index].lemma = words.tokens[index].form
                words.tokens[index].xpos = "NN"
                words.tokens[index].head = index == sentence.tokens.lowerBound ? nil : index - 1
                words.tokens[index].relation = index == sentence.tokens.lowerBound ? .root : .subject
            }
        }
        let ana = words.tokens.firstIndex { $0.form == "Ana" }!
        return Analysis(
            report: report, tokens: words.tokens, sentences: sentences, paragraphs: words.paragraphs,
            names: [NameSpan(tokens: ana..<ana + 2, kind: .person, confidence: 0.75)],
            attributions: [
                AttributionSpan(tokens: ana - 5..<ana - 1, kind: .content, confidence: 0.5),
                AttributionSpan(tokens: ana..<ana + 4, kind: .source, confidence: 0.25),
                AttributionSpan(tokens: ana + 4..<ana + 5, kind: .cue, confidence: 1),
            ])
    }

    @Test func `what is written is read back the same`() throws {
        let text = CoNLLUWriter().text(of: analysis)
        let back = try CoNLLUReader().analysis(of: report, from: text)
        #expect(back.tokens == analysis.tokens)
        #expect(back.sentences == analysis.sentences)
        #expect(back.paragraphs == analysis.paragraphs)
        #expect(back.names == analysis.names)
        #expect(back.attributions == analysis.attributions)
        #expect(CoNLLUWriter().text(of: back) == text)
    }

    @Test func `contractions have a range line, and spaces are told from none`() {
        let lines = CoNLLUWriter().text(of: analysis).split(separator: "\n")
        #expect(lines.contains("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_"))
        #expect(lines.contains { $0.hasPrefix("7-8\tPaz's\t") && !$0.hasSuffix("SpaceAfter=No") })
        #expect(lines.contains { $0.hasPrefix("4\tagree\t") && $0.contains("SpaceAfter=No") })
        #expect(lines.contains("# text = They don't agree, Ana Paz's aide said."))
        #expect(lines.filter { $0 == "# newpar" }.count == 2)
        #expect(lines.contains("# region = headline"))
    }

    @Test func `a sentence over a region that is not read loses that part and keeps a tree`() throws {
        let text = """
            1\tFerry\t_\tNOUN\t_\t_\t3\tcompound\t_\t_
            2\ttalks\t_\tNOUN\t_\t_\t3\tnsubj\t_\t_
            3\tstall\t_\tVERB\t_\t_\t0\troot\t_\t_

            1\tLIMA\t_\tPROPN\t_\t_\t0\troot\t_\t_
            2\t,\t_\tPUNCT\t_\t_\t1\tpunct\t_\t_
            3\tMay\t_\tPROPN\t_\t_\t1\tappos\t_\t_
            4\t2\t_\tNUM\t_\t_\t3\tnummod\t_\t_
            5\t:\t_\tPUNCT\t_\t_\t1\tpunct\t_\t_
            6\tThey\t_\tPRON\t_\t_\t9\tnsubj\t_\t_
            7-8\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
            7\tdo\t_\tAUX\t_\t_\t9\taux\t_\t_
            8\tnot\t_\tPART\t_\t_\t9\tadvmod\t_\t_
            8.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_
            9\tagree\t_\tVERB\t_\t_\t1\tparataxis\t_\t_
            10\t,\t_\tPUNCT\t_\t_\t9\tpunct\t_\t_
            11\tAna\t_\tPROPN\t_\t_\t9\tdep\t_\tName=B-PER
            12\tPaz\t_\tPROPN\t_\t_\t11\tflat\t_\tName=I-PER
            13\t's\t_\tPART\t_\t_\t11\tcase\t_\t_
            14\taide\t_\tNOUN\t_\t_\t3\tdep\t_\t_
            15\tsaid\t_\tVERB\t_\t_\t1\tdep\t_\t_
            16\t.\t_\tPUNCT\t_\t_\t15\tpunct\t_\t_
            17\t“\t_\tPUNCT\t_\t_\t18\tpunct\t_\t_
            18\tNo\t_\tINTJ\t_\t_\t15\tdiscourse\t_\t_
            19\t.\t_\tPUNCT\t_\t_\t18\tpunct\t_\t_
            20\t”\t_\tPUNCT\t_\t_\t18\tpunct\t_\t_
            """
        let analysis = try CoNLLUReader().analysis(of: report, from: text)
        #expect(analysis.sentences.count == 2)
        #expect(analysis.sentences[1].region == .body)
        let body = analysis.sentences[1].tokens
        #expect(body.filter { analysis.tokens[$0].head == nil }.map { analysis.tokens[$0].form } == ["agree"])
        #expect(analysis.report.words(analysis.tokens[body.lowerBound + 2].span) == "n't")
        #expect(analysis.tokens[body.lowerBound + 2].form == "not")
        #expect(analysis.names.map { analysis.words($0.tokens) } == ["Ana Paz"])
        #expect(analysis.tokens[body.upperBound - 2].spaceBefore == false)
    }

    @Test func `errors name the line and the mend`() {
        let good = CoNLLUWriter().text(of: analysis)
        func error(_ change: (inout String) -> Void) -> CoNLLUError? {
            var text = good
            change(&text)
            do {
                _ = try CoNLLUReader().analysis(of: report, from: text)
                return nil
            } catch { return error }
        }
        #expect(error { _ in } == nil)
        #expect(error { $0 = $0.replacing("3\tstall\tstall", with: "3\tstall stall") } == .columns(line: 8, found: 9))
        #expect(error { $0 = $0.replacing("3\tstall\t", with: "4\tstall\t") } == .number(line: 8, found: "4"))
        #expect(
            error { $0 = $0.replacing("\tstall\t", with: "\tstalled\t") }
                == .word(line: 8, found: "stalled", expected: "stall"))
        #expect(
            error { $0 = $0.replacing("\tstall\tNOUN", with: "\tstall\tSTALL") }
                == .field(line: 8, name: "UPOS", value: "STALL"))
        #expect(error { $0 = $0.replacing("NN\t_\t1\tnsubj", with: "NN\t_\t3\tnsubj") } == .cycle(line: 8))
        #expect(error { $0 = String($0.prefix(400)) + "\n" } != nil)
        #expect(error { $0 = "" } == .unfinished(line: 1, next: "Ferry talks stall"))
        #expect(
            error { $0 = $0.replacing("Name=B-PER", with: "Name=B-PERSON") }?.description.contains("B-PERSON") == true)
        #expect("\(CoNLLUError.cycle(line: 8))".contains("line 8"))
    }

    @Test func `an analyser finds the analysis beside the report`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "conllu-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = CoNLLUWriter().text(of: analysis)
        try text.write(to: folder.appending(path: "ferry.txt.conllu"), atomically: true, encoding: .utf8)
        let found = try CoNLLUAnalyzer(folders: ["/nowhere", folder.path()]).analyze(report)
        #expect(found.tokens == analysis.tokens)
        #expect(throws: CoNLLUError.self) { try CoNLLUAnalyzer(folders: ["/nowhere"]).analyze(report) }
    }
}
