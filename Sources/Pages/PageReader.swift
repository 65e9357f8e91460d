public import Reports

/// Reads files as they come — pasted text, saved pages, feeds, archives — into reports with labelled regions and metadata.
///
/// Time and memory are linear in the bytes, and no file over the limit is read.
public struct PageReader: Sendable {
    /// Largest file, in bytes, once it is unpacked. A report is a few thousand bytes, a saved page a few hundred thousand.
    public var limit: Int
    /// The same for files that hold many reports: feeds, JSON lines, web archives.
    public var archiveLimit: Int

    public init(limit: Int = 16 << 20, archiveLimit: Int = 512 << 20) {
        self.limit = limit
        self.archiveLimit = archiveLimit
    }

    /// The report in a file that holds one: text or HTML, gzipped or not.
    ///
    /// - Parameters:
    ///   - name: base name of the file, for the report's source and for errors.
    ///   - outlet: who published the report, if the user knows; stated then, without evidence in the text.
    ///   - published: the day of publication, if the user knows.
    public func read(
        _ bytes: [UInt8], name: String, outlet: String? = nil, published: Report.DateStamp? = nil
    ) throws(PageError) -> Page {
        let pages = try readAll(bytes, name: name, outlet: outlet, published: published)
        guard let first = pages.first else { throw .noText(file: name) }
        return first
    }

    /// All reports in a file: one of a text or a page, many of a feed, of JSON lines or a web archive. In an archive, pages
    /// that are no reports in English are passed over.
    public func readAll(
        _ bytes: [UInt8], name: String, outlet: String? = nil, published: Report.DateStamp? = nil
    ) throws(PageError) -> [Page] {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty(file: name) }
        let source = Report.Source(name: name, sha256: bytes.count <= archiveLimit ? SHA256.hex(of: bytes) : "")
        let unpacked = Gzip.isGzip(bytes) ? try Gzip.unpacked(bytes, limit: archiveLimit, file: name) : bytes
        let kind = FileKind(unpacked)
        let most = kind == .text || kind == .html ? limit : archiveLimit
        guard unpacked.count <= most else { throw .tooLarge(file: name, bytes: unpacked.count, limit: most) }
        var pages = try read(unpacked, kind, source)
        for index in pages.indices {
            if let outlet {
                pages[index].report.publisher = Report.Publisher(name: outlet, evidence: [], basis: .stated)
            }
            if let published { pages[index].report.date = published }
        }
        return pages
    }

    private func read(_ bytes: [UInt8], _ kind: FileKind, _ source: Report.Source) throws(PageError) -> [Page] {
        switch kind {
        case .text:
            let decoded = try TextDecoder.decode(bytes, file: source.name)
            var page = try TextPage(decoded.text, source).page()
            page.warnings = decoded.warnings + page.warnings
            return [page]
        case .html:
            let decoded = try HTMLDecoder.decode(bytes, file: source.name)
            var page = try HTMLPage(decoded.bytes).page(source)
            page.warnings = decoded.warnings + page.warnings
            return [page]
        case .feed:
            return try Feed(HTMLDecoder.decode(bytes, file: source.name).bytes).pages(source)
        case .jsonLines:
            return try JSONLines(bytes: bytes).pages(source)
        case .warc:
            var number = 0
            return try WARC(bytes: bytes).pages(source) { body, url in
                number += 1
                guard body.count <= limit else { return nil }
                let item = Report.Source(name: "\(source.name)#\(number)", sha256: SHA256.hex(of: body))
                let kind = FileKind(body)
                var page = try? read(body, kind == .html ? .html : .text, item).first
                if let url { page?.report.source.url = url }
                return page
            }
        }
    }

    /// The main text of an HTML page, a paragraph a line, whatever its language: what the kit for pages measures.
    /// Gzipped or not; empty if the page has no text of its own.
    public func mainText(html bytes: [UInt8]) throws(PageError) -> String {
        let unpacked = Gzip.isGzip(bytes) ? try Gzip.unpacked(bytes, limit: limit, file: "page") : bytes
        return HTMLPage(try HTMLDecoder.decode(unpacked, file: "page").bytes).mainText()
    }
}

extension Report.DateStamp {
    /// A day that the user states, such as `2022-01-12`; nil if it is none.
    public init?(stated text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day, at: nil, basis: .stated)
    }
}
