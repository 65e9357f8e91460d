import Language
import Reports

/// A stretch of a report between quotation marks.
struct Quotation: Hashable, Sendable {
    /// UTF-8 offsets in the report's text, marks included.
    var span: Span
    /// Indices in `Analysis.tokens`, marks included.
    var tokens: Range<Int>
    /// The quotation that this one stands in.
    var parent: Int?
    /// Whether its closing mark is there. A quotation that is never closed ends with its paragraph.
    var isClosed: Bool
    /// The quotation of the paragraph before that this one takes up again: a speaker who goes on in a new paragraph
    /// has the mark opened again and not closed.
    var continues: Int?
    /// Between single marks.
    var isSingle: Bool
}

/// All quotations of a report, in text order, outer before inner.
///
/// One pass over the bytes of each paragraph. Marks may be straight, curly, low or angled; the same glyph may nest, an
/// apostrophe is no mark, and what a paragraph leaves open is closed by the next one or by its own end.
struct Quotations: Sendable {
    private(set) var all: [Quotation] = []
    /// For each token the innermost quotation that holds it, or -1.
    private(set) var innermost: [Int]

    init(_ analysis: Analysis) {
        innermost = [Int](repeating: -1, count: analysis.tokens.count)
        var scanner = QuotationScanner(text: Array(analysis.report.text.utf8))
        let paragraphs = analysis.paragraphs
        var open: Int?
        for (index, paragraph) in paragraphs.enumerated() {
            let next = index + 1 < paragraphs.count ? paragraphs[index + 1] : nil
            let reopened = next.map { $0.region == paragraph.region && scanner.opens(at: $0.span.start) } ?? false
            let found = scanner.scan(paragraph.span, isReopened: reopened, isContinued: open != nil)
            open = add(found, continuing: open, in: analysis) && reopened ? lastOpen : nil
        }
        for (index, quotation) in all.enumerated() {
            for token in quotation.tokens { innermost[token] = index }
        }
    }

    private var lastOpen: Int? { all.lastIndex { !$0.isClosed && $0.parent == nil } }

    /// Adds the quotations of one paragraph; true if the last outermost one is left open.
    private mutating func add(_ found: [QuotationScanner.Found], continuing: Int?, in analysis: Analysis) -> Bool {
        let base = all.count
        var isOpen = false
        for (offset, item) in found.enumerated() {
            all.append(
                Quotation(
                    span: item.span, tokens: analysis.tokens(in: item.span), parent: item.parent.map { base + $0 },
                    isClosed: item.isClosed, continues: offset == 0 ? continuing : nil, isSingle: item.isSingle))
            if item.parent == nil { isOpen = !item.isClosed }
        }
        return isOpen
    }

    /// The outermost quotation that holds a token.
    func outermost(at token: Int) -> Int? {
        guard innermost[token] >= 0 else { return nil }
        var index = innermost[token]
        while let parent = all[index].parent { index = parent }
        return index
    }

    /// Whether a token stands between double marks (or outermost single ones).
    func isQuoted(_ token: Int) -> Bool { innermost[token] >= 0 }
}
