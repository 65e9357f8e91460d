import Reports

/// The pages of a web archive (ISO 28500): response records with an HTML or text body. Other records are passed over.
struct WARC {
    let bytes: [UInt8]

    func pages(_ source: Report.Source, _ read: (_ body: [UInt8], _ url: String?) -> Page?) throws(PageError) -> [Page]
    {
        var pages: [Page] = []
        var index = 0
        while let record = try record(&index, source.name) {
            guard record.fields["warc-type"] == "response", let body = body(record.content) else { continue }
            if let page = read(body, record.fields["warc-target-uri"]) { pages.append(page) }
        }
        return pages
    }

    private struct Record {
        var fields: [String: String]
        var content: Range<Int>
    }

    private func record(_ index: inout Int, _ file: String) throws(PageError) -> Record? {
        while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index
        guard let head = headers(&index, first: "WARC/"), let length = head["content-length"].flatMap({ Int($0) }),
            length >= 0,
            length <= bytes.count - index
        else {
            throw .malformed(
                file: file, place: "byte \(start)", reason: "no WARC record with its length; fetch the archive again")
        }
        defer { index += length }
        return Record(fields: head, content: index..<index + length)
    }

    /// Header lines up to an empty one, by name in lower case.
    private func headers(_ index: inout Int, first: String) -> [String: String]? {
        var fields: [String: String] = [:]
        var isFirst = true
        while index < bytes.count {
            var end = index
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let stop = end > index && bytes[end - 1] == 0x0D ? end - 1 : end
            let line = bytes[index..<stop]
            index = min(end + 1, bytes.count)
            if line.isEmpty { return isFirst ? nil : fields }
            if isFirst {
                guard line.starts(with: first.utf8) else { return nil }
                isFirst = false
                fields["status"] = String(decoding: line, as: UTF8.self)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let value = line[(colon + 1)...].drop { $0 == 0x20 }
                fields[String(decoding: line[..<colon], as: UTF8.self).lowercased()] = String(
                    decoding: value, as: UTF8.self)
            }
        }
        return nil
    }

    /// The body of an HTTP response that went well and holds a page; chunks joined.
    private func body(_ content: Range<Int>) -> [UInt8]? {
        var index = content.lowerBound
        guard let head = headers(&index, first: "HTTP/"),
            head["status"]?.split(separator: " ").dropFirst().first == "200",
            index <= content.upperBound
        else { return nil }
        let type = head["content-type"]?.lowercased() ?? "text/html"
        guard type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") || type.hasPrefix("text/plain") else {
            return nil
        }
        let body = Array(bytes[index..<content.upperBound])
        return head["transfer-encoding"]?.lowercased() == "chunked" ? joined(body) : body
    }

    private func joined(_ body: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var index = 0
        while index < body.count {
            guard let end = body[index...].firstIndex(of: 0x0A) else { break }
            let digits = String(
                decoding: body[index..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
            // Archives often keep the header and not the chunks.
            guard let count = Int(digits, radix: 16), count <= body.count - end - 1 else {
                return out.isEmpty ? body : out
            }
            if count == 0 { break }
            out.append(contentsOf: body[(end + 1)..<(end + 1 + count)])
            index = end + 1 + count
            while index < body.count, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
        }
        return out
    }
}
