public import Reports

/// Reads files as they come — saved pages, pasted text — into reports with labelled regions and metadata.
///
/// Time and memory are linear in the bytes, and no file over the limit is read.
public struct PageReader: Sendable {
    /// Largest file, in bytes. A report is a few thousand bytes, a saved page a few hundred thousand.
    public var limit: Int

    public init(limit: Int = 16 << 20) { self.limit = limit }

    /// The report in a file.
    ///
    /// - Parameters:
    ///   - name: base name of the file, for the report's source and for errors.
    ///   - outlet: who published the report, if the user knows; stated then, without evidence in the text.
    ///   - published: the day of publication, if the user knows.
    public func read(
        _ bytes: [UInt8], name: String, outlet: String? = nil, published: Report.DateStamp? = nil
    ) throws(PageError) -> Page {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty(file: name) }
        guard bytes.count <= limit else { throw .tooLarge(file: name, bytes: bytes.count, limit: limit) }
        let source = Report.Source(name: name, sha256: SHA256.hex(of: bytes))
        let decoded = try TextDecoder.decode(bytes, file: name)
        var page = try TextPage(decoded.text, source).page()
        page.warnings = decoded.warnings + page.warnings
        if let outlet { page.report.publisher = Report.Publisher(name: outlet, evidence: [], basis: .stated) }
        if let published { page.report.date = published }
        return page
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
