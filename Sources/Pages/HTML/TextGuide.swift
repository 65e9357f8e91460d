import Reports

/// What a page tells machines of its text, in its description and JSON-LD: not the text itself, which may be cut short
/// there, but enough to know its lines again.
struct TextGuide {
    /// Beginning of the description.
    private var description: [UInt8] = []
    /// `articleBody`, white space folded.
    private var body: [UInt8] = []

    init(_ tree: HTMLTree) {
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .meta: readDescription(tree, index)
            case .script: readData(tree, index)
            default: break
            }
        }
    }

    private mutating func readDescription(_ tree: HTMLTree, _ index: Int) {
        guard description.isEmpty,
            let name = tree.attribute("property", of: index) ?? tree.attribute("name", of: index),
            name == "og:description" || name == "description", let text = tree.attribute("content", of: index),
            text.utf8.count >= 40
        else { return }
        description = Array(text.utf8.prefix(50))
    }

    private mutating func readData(_ tree: HTMLTree, _ index: Int) {
        guard body.isEmpty, let data = LinkedData.value(tree, index) else { return }
        for item in LinkedData.items(data) {
            guard let text = item["articleBody"]?.string, text.utf8.count > 200 else { continue }
            for byte in text.utf8 {
                if byte > 0x20 { body.append(byte) } else if let last = body.last, last != 0x20 { body.append(0x20) }
            }
            return
        }
    }

    /// Points that a line gains for being known.
    func points(_ line: MainText.Line) -> Double { (isDescribed(line) ? 30 : 0) + (isInBody(line) ? 8 : 0) }

    private func isDescribed(_ line: MainText.Line) -> Bool {
        let count = description.count
        guard count > 0, line.text.count > count else { return false }
        return Self.contains(line.text[..<min(line.text.count, count + 120)], description[...])
    }

    private func isInBody(_ line: MainText.Line) -> Bool {
        guard !body.isEmpty, line.text.count >= 40 else { return false }
        return Self.contains(body[...], line.text[..<40])
    }

    private static func contains(_ text: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
        guard let first = part.first, text.count >= part.count else { return false }
        for start in text.startIndex...(text.endIndex - part.count) where text[start] == first {
            if text[start..<start + part.count].elementsEqual(part) { return true }
        }
        return false
    }
}
