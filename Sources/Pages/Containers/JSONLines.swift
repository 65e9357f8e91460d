import Reports

/// One report a line, each a JSON object. The text stands in `text`, `articleBody`, `body` or `content`; the rest is
/// optional: `title` or `headline`, `url`, `date` or `published`, `outlet`, `publisher` or `source`, `author`.
struct JSONLines {
    let bytes: [UInt8]

    func pages(_ source: Report.Source) throws(PageError) -> [Page] {
        var pages: [Page] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let place = "line \(number + 1)"
            guard let value = JSONValue(line) else {
                throw .malformed(file: source.name, place: place, reason: "not a JSON object; write one object a line")
            }
            func field(_ names: String...) -> String? { names.compactMap { value[$0]?.string }.first { !$0.isEmpty } }
            guard let text = field("text", "articleBody", "body", "content") else {
                throw .malformed(file: source.name, place: place, reason: "no text; put it in the field \"text\"")
            }
            var item = source
            item.name = "\(source.name)#\(number + 1)"
            item.sha256 = SHA256.hex(of: line)
            item.mediaType = "application/json"
            item.url = field("url")
            var metadata = HTMLMetadata()
            metadata.title = field("title", "headline").map(HTMLMetadata.folded)
            metadata.published = field("date", "published")
            metadata.outlet = field("outlet", "publisher", "source")
            metadata.authors = field("author").map { [$0] } ?? []
            pages.append(try page(item, metadata, text))
        }
        return pages
    }

    private func page(_ source: Report.Source, _ metadata: HTMLMetadata, _ text: String) throws(PageError) -> Page {
        var draft = PageDraft(source: source)
        draft.addHead(metadata)
        let bytes = Array(text.utf8)
        for block in BlockReader(bytes).blocks() {
            draft.add(Array(bytes[block.span.start..<block.span.end]), hint: nil)
        }
        return try draft.page()
    }
}
