/// Gathers the lines of a page: runs of text between the borders of block elements.
struct LineCollector {
    private let tree: HTMLTree
    private let marks: NodeMarks

    init(_ tree: HTMLTree, _ marks: NodeMarks) {
        self.tree = tree
        self.marks = marks
    }

    func lines() -> [MainText.Line] {
        var lines: [MainText.Line] = []
        var text: [UInt8] = []
        var linked = 0
        var holder = 0
        // Ends of open blocks and links.
        var blocks: [(node: Int, end: Int)] = [(0, tree.nodes.count)]
        var linkEnd = 0
        var caption = 0..<0
        func flush() {
            while text.last == 0x20 { text.removeLast() }
            if !text.isEmpty {
                let tag = caption.contains(holder) ? .figcaption : tree.nodes[holder].tag
                lines.append(MainText.Line(node: holder, tag: tag, text: text, linked: min(linked, text.count)))
            }
            text.removeAll(keepingCapacity: true)
            linked = 0
        }
        var index = 0
        while index < tree.nodes.count {
            while let last = blocks.last, blocks.count > 1, index >= last.end {
                flush()
                blocks.removeLast()
                holder = blocks[blocks.count - 1].node
            }
            let node = tree.nodes[index]
            if marks.marks[index] == .dead {
                // An aside inside a line does not end it.
                if node.tag.isBlock { flush() }
                index = Int(node.end)
                continue
            }
            switch node.tag {
            case .text:
                let before = text.count
                appendFolded(Int(node.start), Int(node.stop), to: &text)
                if index < linkEnd { linked += text.count - before }
            case .a: linkEnd = max(linkEnd, Int(node.end))
            case .br:
                if isDoubleBreak(index) { flush() } else if text.last != 0x20, !text.isEmpty { text.append(0x20) }
            default:
                if node.tag.isBlock {
                    flush()
                    if node.tag == .figcaption { caption = index..<Int(node.end) }
                    blocks.append((index, Int(node.end)))
                    holder = index
                }
            }
            index += 1
        }
        flush()
        return lines
    }

    /// Two line breaks with nothing between stand for the end of a paragraph.
    private func isDoubleBreak(_ index: Int) -> Bool {
        var next = index + 1
        while next < tree.nodes.count {
            let node = tree.nodes[next]
            if node.tag == .br { return true }
            guard node.tag == .text, tree.bytes[Int(node.start)..<Int(node.stop)].allSatisfy({ $0 <= 0x20 }) else {
                return false
            }
            next += 1
        }
        return false
    }

    private func appendFolded(_ start: Int, _ stop: Int, to text: inout [UInt8]) {
        let low = text.count
        if tree.bytes[start..<stop].contains(UInt8(ascii: "&")) {
            var raw: [UInt8] = []
            Entities.append(tree.bytes, start, stop, to: &raw)
            fold(raw[...], into: &text, low)
        } else {
            fold(tree.bytes[start..<stop], into: &text, low)
        }
    }

    private func fold(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8], _ low: Int) {
        for byte in bytes {
            if byte <= 0x20 {
                if let last = text.last, last != 0x20 { text.append(0x20) }
            } else {
                text.append(byte)
            }
        }
    }
}
