import Reports

/// Writes an analysis as CoNLL-U (universaldependencies.org/format.html).
///
/// Paragraphs begin with `# newpar` and carry their region (`# region = headline`), sentences have `# text`. Contractions
/// and possessives get a range line (`1-2  don't`). MISC holds `SpaceAfter=No` and the layers that the format lacks:
/// `Name=B-PER`, `Attribution=B-CONTENT` (B begins a span, I continues it; the spans of a layer do not overlap), each with
/// its confidence on the first word as `NameScore` and `AttributionScore`.
public struct CoNLLUWriter: Sendable {
    public init() {}

    public func text(of analysis: Analysis) -> String {
        var out = "# newdoc id = \(analysis.report.id)\n"
        let names = Layer(analysis.names.map { ($0.tokens, $0.kind.rawValue, $0.confidence) }, analysis.tokens.count)
        let attributions = Layer(
            analysis.attributions.map { ($0.tokens, $0.kind.rawValue, $0.confidence) }, analysis.tokens.count)
        var paragraph: Int?
        for (index, sentence) in analysis.sentences.enumerated() {
            if sentence.paragraph != paragraph {
                out += "# newpar\n# region = \(sentence.region.rawValue)\n"
                paragraph = sentence.paragraph
            }
            out += "# sent_id = \(analysis.report.id)-\(index + 1)\n"
            out += "# text = \(Self.oneLine(analysis.report.words(sentence.span)))\n"
            write(sentence, analysis, names, attributions, to: &out)
            out += "\n"
        }
        return out
    }

    private func write(
        _ sentence: Sentence, _ analysis: Analysis, _ names: Layer, _ attributions: Layer, to out: inout String
    ) {
        let tokens = analysis.tokens
        let base = sentence.tokens.lowerBound
        var rangeEnd = base
        for index in sentence.tokens {
            let token = tokens[index]
            if index >= rangeEnd {
                rangeEnd = Contraction.end(tokens, index, sentence.tokens.upperBound)
                if rangeEnd > index + 1 {
                    let form = tokens[index..<rangeEnd].map(\.form).joined()
                    let misc = spaceAfter(tokens, rangeEnd - 1, sentence) ? "_" : "SpaceAfter=No"
                    out += "\(index - base + 1)-\(rangeEnd - base)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
                }
            }
            var misc: [String] = []
            if rangeEnd == index + 1 && rangeEnd == Contraction.end(tokens, index, sentence.tokens.upperBound),
                !spaceAfter(tokens, index, sentence)
            {
                misc.append("SpaceAfter=No")
            }
            misc += names.items("Name", index) + attributions.items("Attribution", index)
            let head = token.head.map { String($0 - base + 1) } ?? "0"
            let relation = token.head == nil ? "root" : token.relation.name
            out += "\(index - base + 1)\t\(Self.oneLine(token.form))\t\(field(token.lemma))\t\(token.upos.rawValue)\t"
            out +=
                "\(field(token.xpos))\t_\t\(head)\t\(relation)\t_\t\(misc.isEmpty ? "_" : misc.joined(separator: "|"))\n"
        }
    }

    /// As the format has it, the last word of a paragraph has a space after it.
    private func spaceAfter(_ tokens: [Token], _ index: Int, _ sentence: Sentence) -> Bool {
        index + 1 == tokens.count || tokens[index + 1].spaceBefore
    }

    private func field(_ text: String) -> String { text.isEmpty ? "_" : text }

    /// Line breaks and tabs inside a sentence become one space.
    private static func oneLine(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            guard byte < 0x20 else {
                out.append(byte)
                continue
            }
            if out.last != 0x20 { out.append(0x20) }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// The BIO labels of one layer of spans.
private struct Layer {
    private var label: [String?]
    private var score: [Float?]

    init(_ spans: [(tokens: Range<Int>, kind: String, confidence: Float)], _ count: Int) {
        label = Array(repeating: nil, count: count)
        score = Array(repeating: nil, count: count)
        for span in spans {
            for index in span.tokens where label[index] == nil {
                let begins = index == span.tokens.lowerBound
                label[index] = (begins ? "B-" : "I-") + span.kind
                if begins { score[index] = span.confidence }
            }
        }
    }

    func items(_ name: String, _ index: Int) -> [String] {
        guard let label = label[index] else { return [] }
        return ["\(name)=\(label)"] + (score[index].map { ["\(name)Score=\($0)"] } ?? [])
    }
}
