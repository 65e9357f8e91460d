/// A page as a flat tree: nodes in document order, each with the end of its subtree, so that every walk is a loop.
///
/// The reader is forgiving like a browser's, in one pass over the bytes: unknown and unclosed elements, stray end tags,
/// missing quotes. It does not build what browsers add (missing `tbody` and the like) nor reorder misplaced formatting,
/// which reading text does not need. Elements nested deeper than a limit become children of the deepest one allowed.
struct HTMLTree {
    struct Node {
        var tag: HTMLTag
        var parent: Int32
        /// One past the last node of the subtree.
        var end: Int32
        /// Bytes of the source: a text, the attributes of an element.
        var start: Int32
        var stop: Int32
    }

    let bytes: [UInt8]
    private(set) var nodes: [Node] = []
    static let deepest = 256
    static let mostNodes = 2_000_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 24)
        var builder = Builder()
        bytes.withUnsafeBufferPointer { builder.read($0) }
        nodes = builder.nodes
    }

    func children(of node: Int) -> [Int] {
        var found: [Int] = []
        var next = node + 1
        while next < Int(nodes[node].end) {
            found.append(next)
            next = Int(nodes[next].end)
        }
        return found
    }

    /// The value of an attribute, with character references read; nil if it is not there.
    func attribute(_ name: StaticString, of node: Int) -> String? {
        attributeSpan(name, of: node).map { Entities.decoded(bytes, $0.lowerBound, $0.upperBound) }
    }

    /// Where the value of an attribute stands in the source.
    func attributeSpan(_ name: StaticString, of node: Int) -> Range<Int>? {
        guard nodes[node].tag != .text else { return nil }
        return bytes.withUnsafeBufferPointer {
            AttributeScan(bytes: $0, start: Int(nodes[node].start), end: Int(nodes[node].stop)).value(of: name)
        }
    }

    /// The text of a node and all under it, as written.
    func text(of node: Int) -> String {
        var out = ""
        for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
            out += Entities.decoded(bytes, Int(nodes[index].start), Int(nodes[index].stop))
        }
        return out
    }
}

/// Finds one attribute in the bytes of a start tag.
private struct AttributeScan {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int

    func value(of name: StaticString) -> Range<Int>? {
        var index = start
        while index < end {
            while index < end, bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") { index += 1 }
            let nameStart = index
            while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: "/")
            { index += 1 }
            let nameEnd = index
            if nameEnd == nameStart {
                index += 1
                continue
            }
            while index < end, bytes[index] <= 0x20 { index += 1 }
            var value = index..<index
            if index < end, bytes[index] == UInt8(ascii: "=") {
                index += 1
                while index < end, bytes[index] <= 0x20 { index += 1 }
                guard index < end else { return nil }
                let quote = bytes[index]
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    index += 1
                    let valueStart = index
                    while index < end, bytes[index] != quote { index += 1 }
                    value = valueStart..<index
                    index += 1
                } else {
                    let valueStart = index
                    while index < end, bytes[index] > 0x20 { index += 1 }
                    value = valueStart..<index
                }
            }
            if matches(name, nameStart, nameEnd) { return value }
        }
        return nil
    }

    private func matches(_ name: StaticString, _ start: Int, _ end: Int) -> Bool {
        guard end - start == name.utf8CodeUnitCount else { return false }
        for offset in 0..<name.utf8CodeUnitCount {
            let byte = bytes[start + offset]
            if (byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) != name.utf8Start[offset] { return false }
        }
        return true
    }
}

/// One pass over the bytes.
private struct Builder {
    var nodes: [HTMLTree.Node] = [HTMLTree.Node(tag: .document, parent: -1, end: 0, start: 0, stop: 0)]
    private var open: [Int32] = [0]

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var textStart = 0
        let count = bytes.count
        while index < count, nodes.count < HTMLTree.mostNodes {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < count else {
                index += 1
                continue
            }
            let next = bytes[index + 1]
            let isName = next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
            guard isName || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
                index += 1
                continue
            }
            addText(bytes, textStart, index)
            if isName {
                index = startTag(bytes, index + 1)
            } else if next == UInt8(ascii: "/") {
                index = endTag(bytes, index + 2)
            } else {
                index = declarationEnd(bytes, index + 2)
            }
            textStart = index
        }
        addText(bytes, textStart, min(index, count))
        for node in open.reversed() { nodes[Int(node)].end = Int32(nodes.count) }
    }

    private mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        guard end > start, nodes.count > 1 || bytes[start..<end].contains(where: { $0 > 0x20 }) else { return }
        let index = Int32(nodes.count)
        nodes.append(
            HTMLTree.Node(
                tag: .text, parent: open[open.count - 1], end: index + 1, start: Int32(start), stop: Int32(end)))
    }

    private func declarationEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
            index += 2
            while index + 2 < bytes.count {
                if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"),
                    bytes[index + 2] == UInt8(ascii: ">")
                {
                    return index + 3
                }
                index += 1
            }
            return bytes.count
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        return min(index + 1, bytes.count)
    }

    /// The index of the `>` that ends a tag, over quoted values.
    private func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        var afterEquals = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") { return index }
            if afterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                index += 1
                while index < bytes.count, bytes[index] != byte { index += 1 }
                afterEquals = false
            } else if byte == UInt8(ascii: "=") {
                afterEquals = true
            } else if byte > 0x20 {
                afterEquals = false
            }
            index += 1
        }
        return bytes.count
    }

    private mutating func startTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var nameEnd = start
        while nameEnd < bytes.count, bytes[nameEnd] > 0x20, bytes[nameEnd] != UInt8(ascii: ">"),
            bytes[nameEnd] != UInt8(ascii: "/")
        {
            nameEnd += 1
        }
        let tag = HTMLTag.named(bytes, start, nameEnd)
        let end = tagEnd(bytes, nameEnd)
        closeImplied(by: tag)
        let index = Int32(nodes.count)
        nodes.append(
            HTMLTree.Node(
                tag: tag, parent: open[open.count - 1], end: index + 1, start: Int32(nameEnd), stop: Int32(end)))
        let after = min(end + 1, bytes.count)
        let isClosed = end > start && bytes[end - 1] == UInt8(ascii: "/") && (tag == .other || tag == .svg)
        if tag.isVoid || isClosed { return after }
        if tag.isRaw {
            let close = rawEnd(bytes, after, start, nameEnd)
            addRaw(bytes, after, close, under: index)
            nodes[Int(index)].end = Int32(nodes.count)
            return close
        }
        if open.count < HTMLTree.deepest { open.append(index) }
        return after
    }

    private mutating func addRaw(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, under parent: Int32) {
        guard end > start else { return }
        let index = Int32(nodes.count)
        nodes.append(HTMLTree.Node(tag: .text, parent: parent, end: index + 1, start: Int32(start), stop: Int32(end)))
    }

    /// Where the end tag of a raw element begins.
    private func rawEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ nameStart: Int, _ nameEnd: Int) -> Int {
        var index = start
        let length = nameEnd - nameStart
        while index + 2 + length <= bytes.count {
            if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") {
                var offset = 0
                while offset < length, bytes[index + 2 + offset] | 0x20 == bytes[nameStart + offset] | 0x20 {
                    offset += 1
                }
                if offset == length { return index }
            }
            index += 1
        }
        return bytes.count
    }

    private mutating func endTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var nameEnd = start
        while nameEnd < bytes.count, bytes[nameEnd] > 0x20, bytes[nameEnd] != UInt8(ascii: ">"),
            bytes[nameEnd] != UInt8(ascii: "<")
        {
            nameEnd += 1
        }
        let tag = HTMLTag.named(bytes, start, nameEnd)
        var end = nameEnd
        while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
        guard tag != .other, !tag.isVoid else {
            if tag == .other { closeOther() }
            return min(end + 1, bytes.count)
        }
        var depth = open.count - 1
        let lowest = max(1, open.count - 64)
        while depth >= lowest {
            let here = nodes[Int(open[depth])].tag
            if here == tag {
                close(to: depth)
                break
            }
            // An inline end tag does not end a block, nor any a table's cell.
            if !tag.isBlock && here.isBlock || (here == .td || here == .th) && tag != .table && tag != .tr { break }
            depth -= 1
        }
        return min(end + 1, bytes.count)
    }

    /// Unknown elements end with the next unknown end tag, if nothing else is open in them.
    private mutating func closeOther() {
        if open.count > 1, nodes[Int(open[open.count - 1])].tag == .other { close(to: open.count - 1) }
    }

    private mutating func close(to depth: Int) {
        while open.count > depth { nodes[Int(open.removeLast())].end = Int32(nodes.count) }
    }

    /// Ends what a start tag implies: an open paragraph before a block, a list item before the next.
    private mutating func closeImplied(by tag: HTMLTag) {
        if tag.closesParagraph { closeOpen([.p], until: { $0.isBlock }) }
        switch tag {
        case .li: closeOpen([.li], until: { $0 == .ul || $0 == .ol || $0 == .menu || $0 == .table || $0 == .nav })
        case .dt, .dd: closeOpen([.dt, .dd], until: { $0 == .dl })
        case .tr: closeOpen([.tr], until: { $0 == .table })
        case .td, .th: closeOpen([.td, .th], until: { $0 == .tr || $0 == .table })
        case .option: closeOpen([.option], until: { $0 == .select })
        case .tbody, .thead, .tfoot: closeOpen([.tbody, .thead, .tfoot], until: { $0 == .table })
        case .body: closeOpen([.head], until: { $0 == .html })
        default: break
        }
    }

    private mutating func closeOpen(_ tags: [HTMLTag], until isBoundary: (HTMLTag) -> Bool) {
        var depth = open.count - 1
        let lowest = max(1, open.count - 24)
        while depth >= lowest {
            let here = nodes[Int(open[depth])].tag
            if tags.contains(here) { return close(to: depth) }
            if isBoundary(here) { return }
            depth -= 1
        }
    }
}
