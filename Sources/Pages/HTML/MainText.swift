import Reports

/// Finds the text of the article in a page, as lines in document order.
///
/// Paragraphs give points to the elements they stand in, as Arc90's Readability did; class names, element kinds and the
/// share of linked words add and take. The element with the most points is the article, with its neighbours that look the
/// same. Inside it, lines that are mostly links, and parts that name themselves as boxes, are left out.
struct MainText {
    struct Line {
        /// The element that holds the line.
        var node: Int
        var tag: HTMLTag
        /// White space folded, references read.
        var text: [UInt8]
        var linked: Int
    }

    let tree: HTMLTree
    private let marks: NodeMarks
    private var lines: [Line] = []
    private let guide: TextGuide

    init(_ tree: HTMLTree) {
        self.tree = tree
        marks = NodeMarks(tree)
        lines = LineCollector(tree, marks).lines()
        guide = TextGuide(tree)
    }

    /// The lines of the article; none if the page has no text of its own.
    ///
    /// - Parameter withCaptions: whether the captions of its pictures are among them.
    func article(withCaptions: Bool = false) -> [Line] {
        for usesGuide in [true, false] {
            guard let best = bestNode(usesGuide) else { continue }
            let boxes = nestedArticles(best)
            let inside = lines.filter { isInside($0.node, best) && !isInside($0.node, boxes) }
            var found = inside.filter { $0.tag != .figcaption && isArticleLine($0) }
            trim(&found)
            if found.isEmpty { continue }
            guard withCaptions else { return found }
            return (found + inside.filter { $0.tag == .figcaption }).sorted { $0.node < $1.node }
        }
        return []
    }

    /// Articles inside the article are other stories.
    private func nestedArticles(_ best: [Int]) -> [Int] {
        var nested: [Int] = []
        for root in best where tree.nodes[root].tag == .article || tree.nodes[root].tag == .main {
            let inner = (root + 1..<max(Int(tree.nodes[root].end), root + 1)).filter { tree.nodes[$0].tag == .article }
            let own = lines.filter { $0.tag == .p && isInside($0.node, [root]) && !isInside($0.node, inner) }.count
            if own > 1 { nested += inner }
        }
        return nested
    }

    /// Leaves out what stands before the first paragraph and what heads nothing at the end.
    private func trim(_ found: inout [Line]) {
        func isParagraph(_ line: Line) -> Bool {
            line.tag.headingLevel == nil && (line.text.count >= 80 || line.tag == .p && line.text.count >= 40)
        }
        if let first = found.firstIndex(where: isParagraph) { found.removeFirst(first) }
        while let last = found.last, last.tag.headingLevel != nil { found.removeLast() }
    }

    private func isInside(_ node: Int, _ roots: [Int]) -> Bool {
        roots.contains { node >= $0 && node < Int(tree.nodes[$0].end) }
    }

    private func isArticleLine(_ line: Line) -> Bool {
        if line.text.isEmpty || line.tag == .h1 { return false }
        if line.text.count <= 120 {
            let lexemes = LexemeReader(text: line.text).lexemes(in: Span(0, line.text.count))
            if Furniture.kind(of: lexemes, length: line.text.count) != nil { return false }
        }
        let density = Double(line.linked) / Double(line.text.count)
        if line.tag == .p || line.tag == .blockquote { return density < 0.8 || line.text.count > 200 }
        if line.tag == .li || line.tag == .dd || line.tag == .dt { return density < 0.5 }
        return density < 0.5
    }

    /// The elements that hold the article.
    private func bestNode(_ usesGuide: Bool) -> [Int]? {
        var points = [Double](repeating: 0, count: tree.nodes.count)
        for line in lines where line.text.count >= 25 && line.tag != .figcaption {
            let density = Double(line.linked) / Double(line.text.count)
            guard density < 0.5 else { continue }
            let commas = line.text.reduce(0) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
            var value = (1 + Double(min(commas, 10)) + min(Double(line.text.count) / 100, 5)) * (1 - density)
            if usesGuide { value += guide.points(line) }
            if line.tag != .p && line.tag != .blockquote && line.tag != .pre {
                value *= line.text.count > 120 ? 0.8 : 0.3
            }
            var node =
                line.tag == .p || line.tag == .li || line.tag == .blockquote || line.tag.headingLevel != nil
                ? Int(tree.nodes[line.node].parent) : line.node
            var share = 1.0
            for _ in 0..<5 {
                guard node > 0 else { break }
                points[node] += value * share
                node = Int(tree.nodes[node].parent)
                share *= 0.6
            }
        }
        var best: Int?
        var most = 0.0
        for node in points.indices where points[node] > 0 {
            points[node] *= marks.weight(of: node)
            if points[node] > most {
                most = points[node]
                best = node
            }
        }
        guard let best else { return nil }
        return withNeighbours(best, points)
    }

    /// The element, or one above it if the text goes on there; and siblings that hold paragraphs too.
    private func withNeighbours(_ best: Int, _ points: [Double]) -> [Int] {
        var best = best
        for _ in 0..<6 {
            let parent = Int(tree.nodes[best].parent)
            guard parent > 0, tree.nodes[parent].tag != .body, tree.nodes[parent].tag != .html,
                linesInside(best) == linesInside(parent) || tree.nodes[best].tag != .article && goesOn(best, parent)
            else { break }
            best = parent
        }
        let parent = Int(tree.nodes[best].parent)
        guard parent > 0 else { return [best] }
        let siblings = tree.children(of: parent)
        guard siblings.count > 1 else { return [best] }
        let style = classBytes(best)
        var accepted = siblings.filter { node in
            if node == best { return true }
            if marks.isBox(node) || tree.nodes[node].tag == .text { return false }
            if points[node] > points[best] * 0.25 { return true }
            let (text, linked, count) = content(node)
            guard text >= 60, linked * 4 < text else { return false }
            if tree.nodes[node].tag == .p || tree.nodes[node].tag == .blockquote { return true }
            if count == 1, text >= 100 { return true }
            if !style.isEmpty, classBytes(node) == style { return true }
            return node < best && tree.attributeSpan("class", of: node).map { BoxNames.isLead(tree.bytes, $0) } == true
        }
        // Short lines between those that were taken, of the same make.
        if accepted.count > 1, let first = accepted.first, let last = accepted.last {
            let styles = Set(accepted.map(classBytes)).subtracting([[]])
            accepted = siblings.filter { node in
                if accepted.contains(node) { return true }
                guard node > first, node < last, !marks.isBox(node), tree.nodes[node].tag != .text else { return false }
                let (text, linked, _) = content(node)
                return linked * 2 < text
                    && (styles.contains(classBytes(node)) || tree.nodes[node].tag.headingLevel != nil)
            }
        }
        return accepted
    }

    private func classBytes(_ node: Int) -> [UInt8] {
        tree.attributeSpan("class", of: node).map { Array(tree.bytes[$0]) } ?? []
    }

    private func content(_ node: Int) -> (text: Int, linked: Int, lines: Int) {
        var sum = (text: 0, linked: 0, lines: 0)
        for line in lines[linesInside(node)] {
            sum.text += line.text.count
            sum.linked += line.linked
            sum.lines += 1
        }
        return sum
    }

    /// Lines are in document order.
    private func linesInside(_ node: Int) -> Range<Int> {
        func lower(_ value: Int) -> Int {
            var (low, high) = (0, lines.count)
            while low < high {
                let middle = (low + high) / 2
                if lines[middle].node < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let start = lower(node)
        return start..<max(start, lower(Int(tree.nodes[node].end)))
    }

    /// Whether what a parent has besides is paragraphs in the main.
    private func goesOn(_ node: Int, _ parent: Int) -> Bool {
        let (inside, around) = (linesInside(node), linesInside(parent))
        var (own, more, other) = (0, 0, 0)
        for index in around {
            let line = lines[index]
            if line.tag == .figcaption { continue }
            if inside.contains(index) {
                own += line.text.count
            } else if line.tag == .p, line.text.count >= 60, line.linked * 4 < line.text.count {
                more += line.text.count
            } else {
                other += line.text.count
            }
        }
        return more * 5 > own && more > other * 2
    }
}
