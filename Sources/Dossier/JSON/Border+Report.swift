import Language
import Reading
import Reports

extension Border {
    func json(_ reading: Reading, in record: Record, withText: Bool) -> JSON {
        let report = reading.report
        func at(_ span: Span) -> JSON { ref(report.evidence(span)) }
        var source: [JSON.Field] = [
            .init("name", .string(report.source.name)), .init("sha256", .string(report.source.sha256)),
            .init("mediaType", .string(report.source.mediaType)),
        ]
        if let url = report.source.url { source.append(.init("url", .string(url))) }
        var fields: [JSON.Field] = [.init("id", .id(report.id)), .init("source", .object(source))]
        if withText { fields.append(.init("text", .string(report.text))) }
        fields += [
            .init("length", .int(length(of: report.id))),
            .init("language", .string(report.language)),
            .init("headline", report.headline.map(at) ?? .null),
            .init("dateline", dateline(report, in: record)),
            .init("date", date(report, in: record)),
            .init("publisher", publisher(report, in: record)),
            .init("credits", .array(report.credits.map { credit($0, of: report, in: record) })),
            .init(
                "regions",
                .array(
                    report.regions.map {
                        .object([.init("label", .string($0.label.rawValue)), .init("at", at($0.span))])
                    })),
            .init("sentences", .array(reading.analysis.sentences.map { sentence($0.span, $0.region, of: report) })),
            .init("marks", .array(reading.marks.map { mark($0) })),
        ]
        return .object(fields)
    }

    private func sentence(_ span: Span, _ region: Region.Label, of report: Report) -> JSON {
        let (start, end) = scalars(report.evidence(span))
        return .object([
            .init("start", .int(start)), .init("end", .int(end)), .init("region", .string(region.rawValue)),
        ])
    }

    private func mark(_ mark: Mark) -> JSON {
        .object([.init("label", .string(mark.label.rawValue)), .init("at", ref(mark.at))])
    }

    private func dateline(_ report: Report, in record: Record) -> JSON {
        guard let dateline = report.dateline else { return .null }
        let evidence = report.evidence(dateline.span)
        let place = record.places.first { place in
            place.uses.contains { $0.role == .dateline && $0.at.report == report.id }
        }
        let time = record.times.first { $0.role == .dateline && $0.at?.report == report.id }
        return .object([.init("place", .id(place?.id)), .init("time", .id(time?.id)), .init("at", ref(evidence))])
    }

    private func date(_ report: Report, in record: Record) -> JSON {
        guard let date = report.date else { return .null }
        let at = date.at.map(report.evidence)
        let dates = record.times.filter { $0.role == .publication || $0.role == .dateline }
        let time = dates.first { time in
            guard let at, let found = time.at else { return false }
            return found.report == at.report && found.span.overlaps(at.span)
        }
        guard let time else { return .null }
        return .object([.init("time", .id(time.id))] + JSON.basis(date.basis))
    }

    private func publisher(_ report: Report, in record: Record) -> JSON {
        guard let publisher = report.publisher else { return .null }
        let actor = record.actors.first { $0.names.contains(publisher.name) || $0.name == publisher.name }
        return .object(
            [.init("actor", .id(actor?.id)), .init("evidence", refs(publisher.evidence.map(report.evidence)))]
                + JSON.basis(publisher.basis))
    }

    private func credit(_ credit: Report.Credit, of report: Report, in record: Record) -> JSON {
        let name = report.evidence(credit.name)
        let actor = record.actors.first { actor in
            actor.mentions.contains { $0.at.report == name.report && name.span.overlaps($0.at.span) }
        }
        return .object([
            .init("kind", .string(credit.kind.rawValue)), .init("actor", .id(actor?.id)),
            .init("at", ref(report.evidence(credit.at))),
        ])
    }
}
