import Language
import Lexicon
import Reports

/// Lays proposals inside each other: the parent of an attribution is the innermost one whose content holds its cue.
///
/// An inner content never reaches beyond its parent's.
struct Nesting {
    private let analysis: Analysis
    private let quotations: Quotations
    private var items: [Proposal]
    private var parents: [Int?] = []

    init(_ pool: ProposalPool) {
        analysis = pool.analysis
        quotations = pool.quotations
        items = pool.items
    }

    /// Attributions in text order, outer before inner.
    func attributions() -> [Attribution] {
        var copy = self
        copy.nest()
        return copy.build()
    }

    private mutating func nest() {
        for _ in 0..<4 {
            findParents()
            if !clip() { break }
        }
    }

    private mutating func findParents() {
        parents = items.indices.map { child in items[child].isDropped ? nil : parent(of: child) }
        for child in items.indices {
            // A ring of proposals that hold each other is cut where it closes.
            var seen = [child]
            while let next = parents[seen.last!] {
                if seen.contains(next) {
                    parents[seen.last!] = nil
                    break
                }
                seen.append(next)
            }
        }
    }

    private func parent(of child: Int) -> Int? {
        guard items[child].inherits == nil else { return nil }
        var best: Int?
        for outer in items.indices where outer != child && !items[outer].isDropped {
            guard items[outer].contains(items[child].head) else { continue }
            if items[child].contains(items[outer].head), !isOuter(outer, than: child) { continue }
            if best.map({ items[outer].hull.count < items[$0].hull.count }) ?? true { best = outer }
        }
        return best
    }

    /// Which of two attributions that hold each other's cue is the outer one.
    private func isOuter(_ one: Int, than two: Int) -> Bool {
        let (a, b) = (items[one], items[two])
        let (aside, other) = (a.isParenthesis(in: analysis), b.isParenthesis(in: analysis))
        if aside != other { return aside }
        if a.isProposedByNetwork != b.isProposedByNetwork { return a.isProposedByNetwork }
        let (besideA, besideB) = (a.rule.hasSuffix("according-to"), b.rule.hasSuffix("according-to"))
        if besideA != besideB { return besideA }
        if analysis.sentenceOfToken[a.head] == analysis.sentenceOfToken[b.head] {
            let afterA = a.hull.lowerBound < a.head
            let afterB = b.hull.lowerBound < b.head
            if afterA == afterB { return afterA ? a.head > b.head : a.head < b.head }
            return analysis.dominates(a.head, b.head)
        }
        return a.hull.count > b.hull.count
    }

    /// Cuts inner contents at their parents' edges; true if something fell away.
    private mutating func clip() -> Bool {
        var changed = false
        for child in order() {
            guard let parent = parents[child] else { continue }
            let outer = items[parent].contents
            var pieces: [Range<Int>] = []
            for piece in items[child].contents {
                for limit in outer where piece.overlaps(limit) {
                    let cut = analysis.trimmed(piece.clamped(to: limit))
                    if cut.contains(where: { !analysis.isPunctuation($0) }) { pieces.append(cut) }
                }
            }
            items[child].contents = pieces
            items[child].addressees = items[child].addressees.compactMap { told in
                outer.first { $0.overlaps(told) }.map { told.clamped(to: $0) }
            }
            if pieces.isEmpty {
                items[child].isDropped = true
                changed = true
            }
        }
        return changed
    }

    /// Indices of all that stand, parents first.
    private func order() -> [Int] {
        func depth(_ index: Int) -> Int {
            var depth = 0
            var here = index
            while let parent = parents[here], depth < 32 {
                depth += 1
                here = parent
            }
            return depth
        }
        return items.indices.filter { !items[$0].isDropped }.map { ($0, depth($0)) }.sorted {
            ($0.1, start($0.0), $0.0) < ($1.1, start($1.0), $1.0)
        }.map(\.0)
    }

    private func start(_ index: Int) -> Int {
        let item = items[index]
        return min(item.hull.lowerBound, item.source?.lowerBound ?? .max, item.cues.map(\.lowerBound).min() ?? .max)
    }

    private func build() -> [Attribution] {
        // Text order with parents before their children: a child sorts directly below its parent.
        var children: [Int: [Int]] = [:]
        var roots: [Int] = []
        for index in order() {
            if let parent = parents[index] { children[parent, default: []].append(index) } else { roots.append(index) }
        }
        roots.sort { (start($0), -items[$0].hull.count, $0) < (start($1), -items[$1].hull.count, $1) }
        var out: [Attribution] = []
        var place: [Int: Int] = [:]
        func emit(_ index: Int, _ parent: Int?) {
            place[index] = out.count
            out.append(attribution(index, parent: parent))
            let mine = out.count - 1
            for child in (children[index] ?? []).sorted(by: { (start($0), $0) < (start($1), $1) }) { emit(child, mine) }
        }
        for root in roots { emit(root, nil) }
        for (index, item) in items.enumerated() where !item.isDropped {
            if let from = item.inherits, let here = place[index] { out[here].inherits = place[from] }
        }
        return out
    }

    private func attribution(_ index: Int, parent: Int?) -> Attribution {
        let item = items[index]
        let stance = Stance(item, in: analysis)
        return Attribution(
            source: item.inherits == nil ? item.source : nil,
            sourceRule: item.inherits == nil ? nil : "floating-quotation", cues: item.cues, contents: item.contents,
            addressees: item.inherits == nil ? item.addressees : [], medium: item.inherits == nil ? item.medium : nil,
            parent: parent, kind: kind(item), act: stance.act, polarity: stance.polarity, certainty: stance.certainty,
            rule: item.rule, confidence: item.confidence)
    }

    /// Direct if at least nine tenths of the words are quoted, and not by a quotation around the whole attribution.
    private func kind(_ item: Proposal) -> Statement.Kind {
        let outside = item.inherits == nil ? quotations.innermost[item.head] : -1
        var words = 0
        var quoted = 0
        for token in item.contents.joined() where !analysis.isPunctuation(token) {
            words += 1
            if quotations.innermost[token] >= 0, quotations.innermost[token] != outside { quoted += 1 }
        }
        if quoted * 10 >= words * 9 { return .direct }
        return quoted > 0 ? .mixed : .indirect
    }
}
