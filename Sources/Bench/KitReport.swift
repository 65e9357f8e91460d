import Reports

/// A kit's text as a report.
enum KitReport {
    /// A report with one region for each line that is not empty; the first is the headline.
    static func plain(_ text: String, id: String) -> Report {
        var regions: [Region] = []
        var start = 0
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !line.isEmpty {
                regions.append(Region(regions.isEmpty ? .headline : .body, Span(start, start + line.count)))
            }
            start += line.count + 1
        }
        return Report(
            id: Identifier(.report, id), source: .init(name: id, sha256: ""), text: text, regions: regions)
    }
}
