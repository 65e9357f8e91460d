import Reports

/// The entries of an RSS or Atom feed.
struct Feed {
    private let tree: HTMLTree

    /// - Parameter bytes: UTF-8.
    init(_ bytes: [UInt8]) { tree = HTMLTree(Self.withoutSections(bytes)) }

    /// Each entry that has a text; those with a title only are passed over.
    func pages(_ source: Report.Source) throws(PageError) -> [Page] {
        let outlet = tree.nodes.indices.first { tree.nodes[$0].tag == .title }.map {
            HTMLMetadata.folded(tree.text(of: $0))
        }
        var pages: [Page] = []
        for (number, entry) in entries().enumerated() {
            guard let markup = content(entry) else { continue }
            var item = source
            item.name = "\(source.name)#\(number + 1)"
            item.mediaType = "application/xml"
            item.sha256 = SHA256.hex(of: tree.bytes[Int(tree.nodes[entry].start)..<lastByte(entry)])
            var metadata = HTMLMetadata()
            metadata.outlet = outlet
            metadata.title = text("title", entry)
            metadata.published =
                text("pubdate", entry) ?? text("published", entry) ?? text("dc:date", entry) ?? text("updated", entry)
            item.url = text("address", entry)
            var draft = PageDraft(source: item)
            draft.addHead(metadata)
            let page = HTMLTree(Array(markup.utf8))
            for line in LineCollector(page, NodeMarks(page)).lines() { draft.add(line.text, hint: nil) }
            pages.append(try draft.page())
        }
        return pages
    }

    private func lastByte(_ node: Int) -> Int { Int(tree.nodes[Int(tree.nodes[node].end) - 1].stop) }

    private func entries() -> [Int] {
        tree.nodes.indices.filter { tree.nodes[$0].tag == .other && (isNamed($0, "item") || isNamed($0, "entry")) }
    }

    /// The name before the attributes.
    private func isNamed(_ node: Int, _ name: String) -> Bool {
        let end = Int(tree.nodes[node].start)
        let start = end - name.utf8.count
        guard start > 0, tree.bytes[start - 1] == UInt8(ascii: "<") else { return false }
        return tree.bytes[start..<end].elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 }
    }

    private func child(_ name: String, _ entry: Int) -> Int? {
        (entry + 1..<max(Int(tree.nodes[entry].end), entry + 1)).first {
            tree.nodes[$0].tag != .text && isNamed($0, name)
        }
    }

    private func text(_ name: String, _ entry: Int) -> String? {
        guard let node = child(name, entry) else { return nil }
        let text = HTMLMetadata.folded(tree.text(of: node))
        return text.isEmpty ? tree.attribute("href", of: node) : text
    }

    private func content(_ entry: Int) -> String? {
        for name in ["content:encoded", "content", "description", "summary"] {
            guard let node = child(name, entry) else { continue }
            let markup = tree.text(of: node)
            if markup.utf8.contains(where: { $0 > 0x20 }) { return markup }
        }
        return nil
    }

    /// Length of `<link` or `</link` at an offset.
    private static func linkName(_ bytes: [UInt8], _ index: Int) -> Int? {
        guard bytes[index] == UInt8(ascii: "<") else { return nil }
        for name in ["<link", "</link"] where bytes[index...].starts(with: name.utf8) { return name.utf8.count }
        return nil
    }

    /// CDATA as character data with its markup escaped, and `link` as `address`: in HTML a link has no content.
    private static func withoutSections(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        let (open, close) = (Array("<![CDATA[".utf8), Array("]]>".utf8))
        var index = 0
        var isInside = false
        while index < bytes.count {
            if !isInside, bytes[index] == open[0], bytes[index...].starts(with: open) {
                isInside = true
                index += open.count
            } else if isInside, bytes[index] == close[0], bytes[index...].starts(with: close) {
                isInside = false
                index += close.count
            } else if !isInside, let length = linkName(bytes, index) {
                out.append(contentsOf: bytes[index..<index + length - 4])
                out.append(contentsOf: "address".utf8)
                index += length
            } else {
                switch bytes[index] {
                case UInt8(ascii: "<") where isInside: out.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: "&") where isInside: out.append(contentsOf: "&amp;".utf8)
                default: out.append(bytes[index])
                }
                index += 1
            }
        }
        return out
    }
}
