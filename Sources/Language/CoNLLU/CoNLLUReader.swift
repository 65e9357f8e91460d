public import Reports

/// Lays a CoNLL-U file over the report that it analyses.
///
/// The file's words must be the report's, in order; white space is free. Regions that are not read may be left out of the
/// file, and what the file has of them is left out of the analysis: heads that lay there are replaced by the nearest word
/// above them that is read. A sentence that runs over the end of a paragraph is divided there. Paragraphs are the report's
/// regions, divided at `# newpar`. `Name=` and `Attribution=` in MISC are read as `CoNLLUWriter` writes them.
public struct CoNLLUReader: Sendable {
    public init() {}

    public func analysis(of report: Report, from text: String) throws(CoNLLUError) -> Analysis {
        let sentences = try CoNLLUSentence.all(in: text)
        let places = try WordPlaces(report, sentences).places
        var draft = Draft(report: report)
        var first = 0
        for sentence in sentences {
            try draft.add(sentence, places[first..<first + sentence.words.count])
            first += sentence.words.count
        }
        return draft.analysis()
    }
}

/// An analysis as it grows, sentence by sentence.
private struct Draft {
    let report: Report
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var paragraphs: [Paragraph] = []
    private var region: Int?
    private var names = SpanCollector()
    private var attributions = SpanCollector()
    private var end = 0

    init(report: Report) { self.report = report }

    mutating func add(_ sentence: CoNLLUSentence, _ places: ArraySlice<WordPlace>) throws(CoNLLUError) {
        // The sentence's words in the parts that each region has of it.
        var startsParagraph = sentence.startsParagraph
        var start = 0
        let places = Array(places)
        while start < places.count {
            var stop = start
            while stop < places.count, places[stop].region == places[start].region { stop += 1 }
            let label = report.regions[places[start].region].label
            if label.isRead {
                try add(sentence, start..<stop, places, startsParagraph || places[start].region != region, label)
                region = places[start].region
                startsParagraph = false
            }
            start = stop
        }
    }

    private mutating func add(
        _ sentence: CoNLLUSentence, _ part: Range<Int>, _ places: [WordPlace], _ startsParagraph: Bool,
        _ label: Region.Label
    ) throws(CoNLLUError) {
        let base = tokens.count
        let heads = Self.heads(sentence.words, part)
        for (offset, index) in part.enumerated() {
            let word = sentence.words[index]
            let span = places[index].span
            let head = heads[offset].map { $0 - part.lowerBound + base }
            let relation = head == nil ? .root : Relation(word.head == nil ? "parataxis" : word.relation)
            tokens.append(
                Token(
                    span: span, form: word.form, lemma: word.lemma, upos: word.upos, xpos: word.xpos, head: head,
                    relation: relation, spaceBefore: span.start > end || base + offset == 0))
            end = span.end
            try names.read(word.misc, "Name", base + offset, places[index].line)
            try attributions.read(word.misc, "Attribution", base + offset, places[index].line)
        }
        let range = base..<tokens.count
        let span = Span(tokens[base].span.start, end)
        if startsParagraph || paragraphs.isEmpty {
            paragraphs.append(Paragraph(tokens: range, span: span, region: label))
        } else {
            paragraphs[paragraphs.count - 1].tokens = paragraphs[paragraphs.count - 1].tokens.lowerBound..<tokens.count
            paragraphs[paragraphs.count - 1].span.end = end
        }
        sentences.append(Sentence(tokens: range, span: span, paragraph: paragraphs.count - 1, region: label))
    }

    /// Heads inside a part: a head outside of it gives way to the nearest above it that is inside, and of several roots
    /// the first holds the others.
    private static func heads(_ words: [CoNLLUSentence.Word], _ part: Range<Int>) -> [Int?] {
        var root: Int?
        var heads: [Int?] = []
        for index in part {
            var head = words[index].head
            while let here = head, !part.contains(here) { head = words[here].head }
            if head == nil { root = root ?? index }
            heads.append(head)
        }
        return zip(part, heads).map { index, head in head ?? (index == root ? nil : root) }
    }

    func analysis() -> Analysis {
        Analysis(
            report: report, tokens: tokens, sentences: sentences, paragraphs: paragraphs,
            names: names.spans.compactMap { span in
                NameSpan.Kind(rawValue: span.kind).map {
                    NameSpan(tokens: span.tokens, kind: $0, confidence: span.score)
                }
            },
            attributions: attributions.spans.compactMap { span in
                AttributionSpan.Kind(rawValue: span.kind).map {
                    AttributionSpan(tokens: span.tokens, kind: $0, confidence: span.score)
                }
            })
    }
}

/// The spans of one BIO layer.
private struct SpanCollector {
    var spans: [(tokens: Range<Int>, kind: String, score: Float)] = []

    mutating func read(
        _ misc: [(key: Substring, value: Substring)], _ key: String, _ token: Int, _ line: Int
    ) throws(CoNLLUError) {
        guard let label = misc.first(where: { $0.key == key })?.value else { return }
        let kind = String(label.dropFirst(2))
        let isKnown =
            NameSpan.Kind(rawValue: kind) != nil && key == "Name"
            || AttributionSpan.Kind(rawValue: kind) != nil && key == "Attribution"
        guard isKnown, label.hasPrefix("B-") || label.hasPrefix("I-") else {
            throw .field(line: line, name: key, value: String(label))
        }
        if label.hasPrefix("I-"), let last = spans.last, last.kind == kind, last.tokens.upperBound == token {
            spans[spans.count - 1].tokens = last.tokens.lowerBound..<token + 1
            return
        }
        let score = misc.first { $0.key == key + "Score" }.flatMap { Float($0.value) }
        spans.append((token..<token + 1, kind, score ?? 1))
    }
}
