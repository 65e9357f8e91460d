public import Language
public import Reading
import Reports

/// Gives a report that states day and month the year that its story's other reports state.
///
/// The year is the one that brings the day nearest to the other reports' days; it is marked as inferred. Nothing is
/// done for a report whose story states no year.
public struct YearCompletion: Sendable {
    private let record: Record
    private let groups: [StoryGroup]

    public init(record: Record, groups: [StoryGroup]) {
        self.record = record
        self.groups = groups
    }

    /// The readings with completed dates, read again; nil if there is nothing to complete.
    public func readings(reading again: (Analysis) -> Reading) -> [Reading]? {
        var changed = false
        let readings = record.readings.map { reading -> Reading in
            guard let date = reading.report.date, date.year == nil, let year = year(for: date, of: reading.report.id)
            else { return reading }
            changed = true
            var analysis = reading.analysis
            analysis.report.date = Report.DateStamp(
                year: year, month: date.month, day: date.day, at: date.at, basis: .inferred(rule: "year-of-the-story"))
            return again(analysis)
        }
        return changed ? readings : nil
    }

    private func year(for date: Report.DateStamp, of report: Identifier) -> Int? {
        guard let group = groups.first(where: { $0.reports.contains(report) }) else { return nil }
        let stated = record.readings.filter { group.reports.contains($0.report.id) }
            .compactMap { reading -> (year: Int, date: Report.DateStamp)? in
                guard let date = reading.report.date, let year = date.year, date.basis == .stated else { return nil }
                return (year, date)
            }
        let candidates = stated.flatMap { known in
            (-1...1).map { step in
                let year = known.year + step
                return (year: year, distance: abs(days(year, date) - days(known.year, known.date)))
            }
        }
        return candidates.min { ($0.distance, $0.year) < ($1.distance, $1.year) }?.year
    }

    /// Days in a calendar of even months: enough to tell which year is nearest.
    private func days(_ year: Int, _ date: Report.DateStamp) -> Int { year * 372 + date.month * 31 + date.day }
}
