internal import Reports

/// One report's way through the network, window by window.
struct NetworkReading {
    private let network: Network
    private let onStage: (@Sendable (NetworkAnalyzer.Stage) -> Void)?
    private let paragraphs: [Paragraph]
    private var tokens: [Token]
    private var sentences: [Sentence] = []
    private var names: [NameSpan] = []
    private var attributions: [AttributionSpan] = []
    /// nil if the vectors are not asked for.
    private(set) var vectors: SentenceVectors?
    private var tree = SpanningTree()

    init(
        _ network: Network, _ words: Words, keepsVectors: Bool,
        _ onStage: (@Sendable (NetworkAnalyzer.Stage) -> Void)?
    ) {
        self.network = network
        self.onStage = onStage
        tokens = words.tokens
        paragraphs = words.paragraphs
        vectors = keepsVectors ? SentenceVectors(dimension: network.encoder.dimensions.hidden) : nil
    }

    func analysis(of report: Report) -> Analysis {
        Analysis(
            report: report, tokens: tokens, sentences: sentences, paragraphs: paragraphs, names: names,
            attributions: attributions)
    }

    /// - Parameter text: the UTF-8 that the spans of the words count in.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        guard !tokens.isEmpty else { return }
        let words = Words(tokens: tokens, paragraphs: paragraphs)
        let pieces = PieceSequence(words, text: text, with: network.wordPiece)
        let windows = Window.windows(paragraphs.map(\.tokens), pieces)
        onStage?(.pieces)
        let encoding = Encoder.Workspace(network.encoder.dimensions)
        let deciding = Heads.Workspace(network.heads)
        var start = 0
        var paragraph = 0
        while start < windows.count {
            let group = Self.group(windows, from: start, pieces)
            let hidden = network.encoder.encode(group, pieces, network.wordPiece.vocabulary, encoding, network.kernel)
            onStage?(.encoder)
            network.heads.run(hidden, shapes: Self.shapes(group, pieces), deciding, network.kernel)
            onStage?(.heads)
            decide(group, hidden, deciding, &paragraph)
            onStage?(.decoding)
            start = group.endIndex
        }
    }

    /// As many windows as the workspace holds.
    private static func group(_ windows: [Window], from start: Int, _ pieces: PieceSequence) -> ArraySlice<Window> {
        var end = start
        var size = 0
        while end < windows.count {
            let window = windows[end]
            size += pieces.size(window.context.lowerBound..<window.words.upperBound) + 2
            if size > Encoder.Workspace.capacity { break }
            end += 1
        }
        return windows[start..<end]
    }

    private static func shapes(_ windows: ArraySlice<Window>, _ pieces: PieceSequence) -> [UInt8] {
        var shapes: [UInt8] = []
        for window in windows {
            shapes.append(Shape.root)
            shapes += pieces.wordShapes[window.words]
        }
        return shapes
    }

    /// Turns the scores of a group into tags, spans, sentences and trees.
    private mutating func decide(
        _ windows: ArraySlice<Window>, _ hidden: FloatRows, _ heads: Heads.Workspace, _ paragraph: inout Int
    ) {
        // For each row the token, and the row of its head: negative for the root of a sentence.
        var tokenOfRow: [Int] = []
        var headRows: [Int] = []
        for window in windows {
            let root = tokenOfRow.count
            tokenOfRow.append(-1)
            headRows.append(-1)
            for part in window.parts {
                while paragraphs[paragraph].tokens.upperBound <= part.lowerBound { paragraph += 1 }
                let first = tokenOfRow.count
                tokenOfRow += part
                tag(part, first, heads)
                for sentence in divide(part, first, heads) {
                    let start = first + sentence.lowerBound - part.lowerBound
                    let rows = start..<start + sentence.count
                    addSentence(sentence, paragraph)
                    headRows += parse(rows, root: root, heads)
                    vectors?.append(meanOf: hidden.row(start), count: rows.count)
                }
            }
        }
        for (row, head) in headRows.enumerated() where tokenOfRow[row] >= 0 {
            tokens[tokenOfRow[row]].head = head < 0 ? nil : tokenOfRow[head]
        }
        let relations = network.labels.relations
        network.heads.chooseRelations(headRows, root: network.labels.root, heads, network.kernel) { row, relation in
            if tokenOfRow[row] >= 0 { tokens[tokenOfRow[row]].relation = relations[relation] }
        }
    }

    /// Tags, lemmas and spans of one part.
    private mutating func tag(_ part: Range<Int>, _ first: Int, _ heads: Heads.Workspace) {
        let labels = network.labels
        for (offset, token) in part.enumerated() {
            tokens[token].upos = labels.upos[Int(heads.upos[first + offset])]
            tokens[token].xpos = labels.xpos[Int(heads.xpos[first + offset])]
            tokens[token].lemma = labels.lemma(
                of: tokens[token].form, tokens[token].upos, tokens[token].xpos, script: Int(heads.lemma[first + offset])
            )
        }
        for span in spans(network.heads.names, heads.names.row(first), part) {
            names.append(
                NameSpan(tokens: span.words, kind: labels.names[span.kind], confidence: span.confidence))
        }
        for span in spans(network.heads.statements, heads.statements.row(first), part) {
            attributions.append(
                AttributionSpan(tokens: span.words, kind: labels.attributions[span.kind], confidence: span.confidence))
        }
    }

    /// The spans that a chain finds in a part, counted in the report's tokens.
    private func spans(_ chain: LinearChain, _ scores: FloatRows, _ part: Range<Int>) -> [LinearChain.Span] {
        let tags = chain.bestTags(scores, count: part.count)
        return chain.spans(tags, scores, network.kernel).map { span in
            var span = span
            span.words = part.lowerBound + span.words.lowerBound..<part.lowerBound + span.words.upperBound
            return span
        }
    }

    /// The sentences of a part: its first word always begins one.
    private func divide(_ part: Range<Int>, _ first: Int, _ heads: Heads.Workspace) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = part.lowerBound
        for token in part.dropFirst() where heads.startsSentence[first + token - part.lowerBound] {
            sentences.append(start..<token)
            start = token
        }
        sentences.append(start..<part.upperBound)
        return sentences
    }

    private mutating func addSentence(_ range: Range<Int>, _ paragraph: Int) {
        let span = Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
        sentences.append(
            Sentence(tokens: range, span: span, paragraph: paragraph, region: paragraphs[paragraph].region))
    }

    /// For each word of a sentence the row of its head.
    private mutating func parse(_ rows: Range<Int>, root: Int, _ heads: Heads.Workspace) -> [Int] {
        let count = rows.count
        let found = withUnsafeTemporaryAllocation(of: Float.self, capacity: count * (count + 1)) { scores in
            network.heads.scoreArcs(rows, root: root, heads, network.kernel, into: scores.baseAddress!)
            return tree.solve(count) { scores[$0 * (count + 1) + $1] }
        }
        return found.map { $0 == 0 ? -1 : rows.lowerBound + Int($0) - 1 }
    }
}
