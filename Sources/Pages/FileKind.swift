/// What a file holds, by its first bytes.
enum FileKind {
    case text, html, feed, jsonLines, warc

    init(_ bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, start < 4096, bytes[start] <= 0x20 { start += 1 }
        let head = bytes[start..<min(start + 1024, bytes.count)].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
        func begins(_ text: StaticString) -> Bool {
            head.starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
        func holds(_ text: String) -> Bool {
            let needle = Array(text.utf8)
            guard head.count >= needle.count else { return false }
            return (0...(head.count - needle.count)).contains {
                head[$0] == needle[0] && head[$0..<$0 + needle.count].elementsEqual(needle)
            }
        }
        if begins("warc/1") {
            self = .warc
        } else if begins("{\"") || begins("{ \"") {
            self = .jsonLines
        } else if begins("<?xml") || begins("<rss") || begins("<feed") {
            self = holds("<rss") || holds("<feed") || holds("<rdf") ? .feed : .html
        } else if begins("<"),
            ["<!doctype", "<html", "<head", "<body", "<!--", "<div", "<article", "<p>", "<p ", "<meta"].contains(
                where: holds)
        {
            self = .html
        } else {
            self = .text
        }
    }
}
