public import Reports

/// One word as Universal Dependencies counts words ("don't" is two), with all that is known of it.
public struct Token: Hashable, Sendable {
    /// UTF-8 byte offsets in the report's text.
    public var span: Span
    /// The word as written.
    public var form: String
    public var lemma: String
    public var upos: UPOS
    /// Penn Treebank tag.
    public var xpos: String
    /// Index of the head in `Analysis.tokens`; nil for the root of its sentence.
    public var head: Int?
    public var relation: Relation
    /// Whether white space stands before the word.
    public var spaceBefore: Bool

    public init(
        span: Span, form: String, lemma: String = "", upos: UPOS = .other, xpos: String = "", head: Int? = nil,
        relation: Relation = .unspecified, spaceBefore: Bool = true
    ) {
        self.span = span
        self.form = form
        self.lemma = lemma
        self.upos = upos
        self.xpos = xpos
        self.head = head
        self.relation = relation
        self.spaceBefore = spaceBefore
    }
}

public struct Sentence: Hashable, Sendable {
    /// Indices in `Analysis.tokens`.
    public var tokens: Range<Int>
    public var span: Span
    /// Index in `Analysis.paragraphs`.
    public var paragraph: Int
    public var region: Region.Label

    public init(tokens: Range<Int>, span: Span, paragraph: Int, region: Region.Label) {
        self.tokens = tokens
        self.span = span
        self.paragraph = paragraph
        self.region = region
    }
}

public struct Paragraph: Hashable, Sendable {
    /// Indices in `Analysis.tokens`.
    public var tokens: Range<Int>
    public var span: Span
    public var region: Region.Label

    public init(tokens: Range<Int>, span: Span, region: Region.Label) {
        self.tokens = tokens
        self.span = span
        self.region = region
    }
}

/// A name found in the text.
public struct NameSpan: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case person = "PER"
        case organisation = "ORG"
        case place = "LOC"
        /// Nationalities, events, works.
        case other = "MISC"
    }

    public var tokens: Range<Int>
    public var kind: Kind
    /// Calibrated, 0…1.
    public var confidence: Float

    public init(tokens: Range<Int>, kind: Kind, confidence: Float) {
        self.tokens = tokens
        self.kind = kind
        self.confidence = confidence
    }
}

/// A part of an attribution as the network proposes it: outermost attributions only, not yet linked.
public struct AttributionSpan: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case source = "SOURCE"
        case cue = "CUE"
        case content = "CONTENT"
    }

    public var tokens: Range<Int>
    public var kind: Kind
    /// Calibrated, 0…1.
    public var confidence: Float

    public init(tokens: Range<Int>, kind: Kind, confidence: Float) {
        self.tokens = tokens
        self.kind = kind
        self.confidence = confidence
    }
}

/// A report as language: words, sentences, trees, names, and the parts of attributions.
public struct Analysis: Sendable {
    public var report: Report
    /// All words of the regions that are read, in text order.
    public var tokens: [Token]
    public var sentences: [Sentence]
    public var paragraphs: [Paragraph]
    public var names: [NameSpan]
    public var attributions: [AttributionSpan]
    /// For each token the index of its sentence.
    public private(set) var sentenceOfToken: [Int]
    private var childStart: [Int]
    private var childList: [Int]

    public init(
        report: Report, tokens: [Token], sentences: [Sentence], paragraphs: [Paragraph], names: [NameSpan],
        attributions: [AttributionSpan]
    ) {
        self.report = report
        self.tokens = tokens
        self.sentences = sentences
        self.paragraphs = paragraphs
        self.names = names
        self.attributions = attributions
        sentenceOfToken = [Int](repeating: 0, count: tokens.count)
        for (index, sentence) in sentences.enumerated() {
            for token in sentence.tokens { sentenceOfToken[token] = index }
        }
        (childStart, childList) = Self.children(of: tokens)
    }

    /// Children lists of all tokens in one array, each in text order.
    private static func children(of tokens: [Token]) -> ([Int], [Int]) {
        var start = [Int](repeating: 0, count: tokens.count + 1)
        for token in tokens {
            if let head = token.head { start[head + 1] += 1 }
        }
        for index in 0..<tokens.count { start[index + 1] += start[index] }
        var list = [Int](repeating: 0, count: start[tokens.count])
        var next = start
        for (index, token) in tokens.enumerated() {
            guard let head = token.head else { continue }
            list[next[head]] = index
            next[head] += 1
        }
        return (start, list)
    }

    /// Direct dependents of a token, in text order.
    public func children(of token: Int) -> ArraySlice<Int> {
        childList[childStart[token]..<childStart[token + 1]]
    }
}

/// What turns a report into an analysis: the network, or anything that writes CoNLL-U.
public protocol Analyzer: Sendable {
    /// Name and version for the output's `generator`.
    var name: String { get }

    func analyze(_ report: Report) throws -> Analysis
}
