/// What an element says of itself by its kind, class and id.
struct NodeMarks {
    enum Mark: UInt8 { case plain, good, bad, dead }

    private(set) var marks: [Mark]
    private let tree: HTMLTree
    /// Bytes of text in long runs before each node.
    private var textBefore: [Int32]

    init(_ tree: HTMLTree) {
        self.tree = tree
        marks = [Mark](repeating: .plain, count: tree.nodes.count)
        textBefore = [Int32](repeating: 0, count: tree.nodes.count + 1)
        var sum: Int32 = 0
        for index in tree.nodes.indices {
            textBefore[index] = sum
            let node = tree.nodes[index]
            if node.tag == .text, !tree.nodes[Int(node.parent)].tag.isRaw, tree.nodes[Int(node.parent)].tag != .a,
                node.stop - node.start >= 40
            {
                sum += node.stop - node.start
            }
        }
        textBefore[tree.nodes.count] = sum
        for index in tree.nodes.indices where tree.nodes[index].tag != .text { marks[index] = mark(index) }
    }

    /// The share of the page's running text that a node holds.
    private func share(_ node: Int) -> Double {
        let all = textBefore[tree.nodes.count]
        guard all > 0 else { return 0 }
        return Double(textBefore[Int(tree.nodes[node].end)] - textBefore[node]) / Double(all)
    }

    func isBox(_ node: Int) -> Bool { marks[node] == .bad || marks[node] == .dead }

    func weight(of node: Int) -> Double {
        var weight = 1.0
        switch marks[node] {
        case .good: weight = 1.6
        case .bad: weight = 0.4
        default: break
        }
        switch tree.nodes[node].tag {
        case .article, .main: weight *= 1.3
        case .body, .html: weight *= 0.6
        case .li, .ul, .ol, .td, .table: weight *= 0.8
        default: break
        }
        return weight
    }

    private func mark(_ node: Int) -> Mark {
        switch tree.nodes[node].tag {
        case .script, .style, .noscript, .template, .iframe, .svg, .nav, .footer, .select, .button, .textarea, .form,
            .menu,
            .dialog, .head, .title, .canvas, .audio, .video, .object, .aside, .map, .label, .option:
            let mayHold = tree.nodes[node].tag == .form || tree.nodes[node].tag == .aside
            return mayHold && share(node) > 0.4 ? .plain : .dead
        case .body, .html, .article, .main, .document: return .plain
        case .p, .h1, .h2, .b, .strong, .em, .i, .br, .a, .img, .span, .meta, .link:
            if tree.nodes[node].tag != .p && tree.nodes[node].tag != .span { return isHidden(node) ? .dead : .plain }
        default: break
        }
        if isHidden(node) { return .dead }
        let mark = named(node)
        // A box that holds most of the text is none.
        return mark == .dead && share(node) > 0.35 ? .plain : mark
    }

    private func isHidden(_ node: Int) -> Bool {
        guard let style = tree.attributeSpan("style", of: node) else { return false }
        return contains("display:none", style) || contains("display: none", style)
    }

    private func contains(_ needle: StaticString, _ range: Range<Int>) -> Bool {
        let count = needle.utf8CodeUnitCount
        guard range.count >= count else { return false }
        for start in range.lowerBound...(range.upperBound - count) {
            if (0..<count).allSatisfy({ tree.bytes[start + $0] | 0x20 == needle.utf8Start[$0] | 0x20 }) { return true }
        }
        return false
    }

    private func named(_ node: Int) -> Mark {
        var mark = Mark.plain
        for span in [tree.attributeSpan("class", of: node), tree.attributeSpan("id", of: node)] {
            guard let span, !span.isEmpty else { continue }
            let found = BoxNames.mark(tree.bytes, span)
            if found == .dead { return .dead }
            if found != .plain { mark = mark == .good ? .good : found }
        }
        if tree.attributeSpan("itemprop", of: node).map({ contains("articlebody", $0) }) == true { return .good }
        return mark
    }
}

/// The words that publishing systems name their boxes with.
enum BoxNames {
    static func mark(_ bytes: [UInt8], _ span: Range<Int>) -> NodeMarks.Mark {
        var found = NodeMarks.Mark.plain
        var isDead = false
        var isGood = false
        for word in words(bytes, span) {
            if dead.contains(word) { isDead = true }
            if good.contains(word) { isGood = true }
            if bad.contains(word) { found = .bad }
        }
        // `article-body with-sidebar` names a neighbour.
        if isDead { return isGood ? .bad : .dead }
        return found == .plain && isGood ? .good : found
    }

    /// The parts of names like `article-body share_tools storyBody`, in lower case.
    private static func words(_ bytes: [UInt8], _ span: Range<Int>) -> [UInt64] {
        var words: [UInt64] = []
        var key: UInt64 = 0
        var wasLower = false
        for index in span {
            let byte = bytes[index]
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let isLetter = isUpper || byte >= 0x61 && byte <= 0x7A
            if !isLetter || isUpper && wasLower {
                if key != 0 { words.append(key) }
                key = 0
            }
            if isLetter, key >> 56 == 0 { key = key << 8 | UInt64(byte | 0x20) }
            wasLower = isLetter && !isUpper
        }
        if key != 0 { words.append(key) }
        return words
    }

    /// Whether a class says that its element opens the article: a summary, a lead.
    static func isLead(_ bytes: [UInt8], _ span: Range<Int>) -> Bool {
        words(bytes, span).contains { lead.contains($0) }
    }

    private static let lead = keys(
        "summary lead intro excerpt deck standfirst description subtitle dek synopsis chapo lede")

    private static func keys(_ names: String) -> Set<UInt64> {
        Set(
            names.split(separator: " ").map { name in
                name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            })
    }

    private static let dead = keys(
        """
        share sharing social related recommended recommend recirc comments comment disqus newsletter subscribe subscription \
        promo promotion advert advertisement ads ad sponsored sponsor outbrain taboola cookie consent gdpr breadcrumb \
        breadcrumbs sidebar footer nav navigation menu popup modal overlay byline author credits caption toolbar tools tags \
        tag tagcloud widget trending popular mostread readmore paywall print signup login rating ratings pagination pager \
        skip hidden copyright disclaimer sharedaddy jp yarpp addtoany dateline timestamp
        """)
    private static let bad = keys(
        "meta info header masthead banner box list teaser card carousel gallery slideshow media image video photo aside extra more links"
    )
    private static let good = keys("article body content entry post story text main hentry page blog")
}
