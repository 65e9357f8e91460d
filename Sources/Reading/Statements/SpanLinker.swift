import Language
import Reports

/// Joins the source, cue and content spans of outermost attributions, which the network gives one by one.
///
/// A content belongs to the cheapest cue of its paragraph and a cue to the cheapest source, where cost grows with the
/// characters, sentence ends and other spans between the two. A content that opens a paragraph without a cue of its own
/// belongs to the last cue of the paragraphs before: a speaker who goes on.
struct SpanLinker {
    struct Link {
        var source: Range<Int>?
        var cue: Range<Int>?
        var contents: [Range<Int>]
        /// The least of the parts' confidences.
        var confidence: Float
    }

    /// What the trees say of a content: the word that carries its cue.
    typealias Hint = (_ content: Range<Int>) -> Int?

    private let analysis: Analysis
    private let spans: [AttributionSpan]
    private let bytes: [Span]
    private let hint: Hint
    private let speaks: (Range<Int>) -> Bool

    /// - Parameters:
    ///   - settled: cues and sources of attributions that are known already; spans that touch them are left out.
    ///   - hint: used where the nearest cue is far away.
    ///   - speaks: whether a cue is one of speaking, after which quotations go on in further sentences.
    init(
        _ analysis: Analysis, settled: [Range<Int>] = [], hint: @escaping Hint = { _ in nil },
        speaks: @escaping (Range<Int>) -> Bool = { _ in true }
    ) {
        self.analysis = analysis
        self.hint = hint
        self.speaks = speaks
        spans = analysis.attributions.filter { span in
            !span.tokens.isEmpty && !settled.contains { $0.overlaps(span.tokens) }
        }.sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
        bytes = spans.map { analysis.span(of: $0.tokens) }
    }

    func links() -> [Link] {
        let cueOfContent = contentLinks()
        let sourceOfCue = sourceLinks()
        var links: [Link] = []
        for (cue, span) in spans.enumerated() where span.kind == .cue {
            let contents = spans.indices.filter { cueOfContent[$0] == cue }
            let source = sourceOfCue[cue]
            let parts = contents + [cue] + (source.map { [$0] } ?? [])
            links.append(
                Link(
                    source: source.map { spans[$0].tokens }, cue: span.tokens,
                    contents: contents.map { spans[$0].tokens },
                    confidence: parts.map { spans[$0].confidence }.min() ?? 0))
        }
        for (index, span) in spans.enumerated() where span.kind == .content && cueOfContent[index] == nil {
            links.append(Link(source: nil, cue: nil, contents: [span.tokens], confidence: span.confidence))
        }
        return links
    }

    // MARK: Costs

    private struct Gap {
        var characters: Int
        var sentences: Int
        var sources = 0
        var cues = 0
        var contents = 0
    }

    private func gap(_ one: Int, _ other: Int) -> Gap {
        let (low, high) = one < other ? (one, other) : (other, one)
        let ends = analysis.sentenceOfToken[spans[low].tokens.upperBound - 1]
        let starts = analysis.sentenceOfToken[spans[high].tokens.lowerBound]
        var gap = Gap(characters: max(0, bytes[high].start - bytes[low].end), sentences: max(0, starts - ends))
        for between in low + 1..<max(low + 1, high) {
            gap.characters -= bytes[between].length
            switch spans[between].kind {
            case .source: gap.sources += 1
            case .cue: gap.cues += 1
            case .content: gap.contents += 1
            }
        }
        gap.characters = max(0, gap.characters)
        return gap
    }

    /// Indices of the spans that share a span's paragraph.
    private func neighbours(of index: Int) -> Range<Int> {
        let paragraph = paragraph(index)
        var low = index
        while low > 0, self.paragraph(low - 1) == paragraph { low -= 1 }
        var high = index + 1
        while high < spans.count, self.paragraph(high) == paragraph { high += 1 }
        return low..<high
    }

    private func paragraph(_ index: Int) -> Int { analysis.paragraph(of: spans[index].tokens.lowerBound) }

    /// For each content the cue that it belongs to.
    private func contentLinks() -> [Int: Int] {
        var cueOfContent: [Int: Int] = [:]
        for (content, span) in spans.enumerated() where span.kind == .content {
            let near = neighbours(of: content)
            var best: (cost: Float, cue: Int)?
            let isOwnSentence = isQuotedSentence(span.tokens)
            for cue in near where spans[cue].kind == .cue {
                let gap = gap(content, cue)
                if isOwnSentence, gap.sentences > 0, !speaks(spans[cue].tokens) { continue }
                let cost =
                    Float(gap.characters) / 12 + 3 * Float(gap.sentences) + 5 * Float(gap.cues)
                    + 1.5 * Float(gap.contents) + 0.3 * Float(gap.sources)
                if best.map({ cost < $0.cost }) ?? true { best = (cost, cue) }
            }
            if best == nil, near.lowerBound == content {
                let before = spans[..<content].lastIndex { $0.kind == .cue }
                if let before, paragraph(content) - paragraph(before) <= 2 { best = (9, before) }
            }
            if let found = best, found.cost > 8, let head = hint(span.tokens), !spans[found.cue].tokens.contains(head) {
                // The cue that the trees name goes before one far away, be it among the network's or not.
                best = near.first { spans[$0].kind == .cue && spans[$0].tokens.contains(head) }.map { (0, $0) }
            }
            cueOfContent[content] = best?.cue
        }
        return cueOfContent
    }

    /// Whether a content is a quotation that begins a sentence.
    private func isQuotedSentence(_ content: Range<Int>) -> Bool {
        analysis.isQuotationMark(content.lowerBound)
            && analysis.sentence(of: content.lowerBound).tokens.lowerBound >= content.lowerBound - 1
    }

    /// For each cue its source: sources that no other cue has first, then shared ones.
    private func sourceLinks() -> [Int: Int] {
        var pairs: [(cost: Float, cue: Int, source: Int)] = []
        for (cue, span) in spans.enumerated() where span.kind == .cue {
            for source in neighbours(of: cue) where spans[source].kind == .source {
                let gap = gap(cue, source)
                let cost =
                    Float(gap.characters) / 15 + 4 * Float(gap.sentences) + 4 * Float(gap.cues)
                    + 2 * Float(gap.contents) + 2 * Float(gap.sources) + (source > cue ? 0.5 : 0)
                if cost <= 12 { pairs.append((cost, cue, source)) }
            }
        }
        pairs.sort { ($0.cost, $0.cue, $0.source) < ($1.cost, $1.cue, $1.source) }
        var sourceOfCue: [Int: Int] = [:]
        var used: Set<Int> = []
        for pair in pairs where pair.cost <= 8 && sourceOfCue[pair.cue] == nil && !used.contains(pair.source) {
            sourceOfCue[pair.cue] = pair.source
            used.insert(pair.source)
        }
        for pair in pairs where sourceOfCue[pair.cue] == nil { sourceOfCue[pair.cue] = pair.source }
        return sourceOfCue
    }
}
