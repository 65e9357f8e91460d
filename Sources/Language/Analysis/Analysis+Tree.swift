public import Reports

/// Walking the trees of an analysis.
extension Analysis {
    public func sentence(of token: Int) -> Sentence { sentences[sentenceOfToken[token]] }

    public func paragraph(of token: Int) -> Int { sentences[sentenceOfToken[token]].paragraph }

    /// The root token of a sentence; nil only for a sentence without words.
    public func root(of sentence: Sentence) -> Int? { sentence.tokens.first { tokens[$0].head == nil } }

    public func child(of token: Int, _ relations: Relation...) -> Int? {
        children(of: token).first { relations.contains(tokens[$0].relation) }
    }

    public func children(of token: Int, _ relations: Relation...) -> [Int] {
        children(of: token).filter { relations.contains(tokens[$0].relation) }
    }

    /// Whether `ancestor` stands over `token` in its tree, or is it.
    public func dominates(_ ancestor: Int, _ token: Int) -> Bool {
        var current: Int? = token
        while let here = current {
            if here == ancestor { return true }
            current = tokens[here].head
        }
        return false
    }

    /// All tokens under a token and itself, in text order; `pruning` leaves a dependent's subtree out.
    public func subtree(of token: Int, pruning: (Int) -> Bool = { _ in false }) -> [Int] {
        var stack = [token]
        var found: [Int] = []
        while let here = stack.popLast() {
            found.append(here)
            for child in children(of: here) where !pruning(child) { stack.append(child) }
        }
        return found.sorted()
    }

    /// First to last token of a subtree. In a crossing tree this covers words of others.
    public func extent(of token: Int, pruning: (Int) -> Bool = { _ in false }) -> Range<Int> {
        let all = subtree(of: token, pruning: pruning)
        return all[0]..<all[all.count - 1] + 1
    }

    /// The token of a range whose head lies outside of it (the first, if several).
    public func head(of range: Range<Int>) -> Int {
        range.first { token in
            guard let head = tokens[token].head else { return true }
            return !range.contains(head)
        } ?? range.lowerBound
    }

    /// UTF-8 offsets from the first to the last token of a range that is not empty.
    public func span(of range: Range<Int>) -> Span {
        Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }

    public func words(_ range: Range<Int>) -> String { report.words(span(of: range)) }

    public func evidence(_ range: Range<Int>) -> Evidence { report.evidence(span(of: range)) }

    /// The tokens that lie wholly inside a span; empty if none does.
    public func tokens(in span: Span) -> Range<Int> {
        let low = lowerBound { tokens[$0].span.start >= span.start }
        let high = lowerBound { tokens[$0].span.end > span.end }
        return low..<max(low, high)
    }

    /// The first token index for which a monotone condition holds.
    private func lowerBound(_ condition: (Int) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if condition(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
