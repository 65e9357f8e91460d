import Language
import Lexicon
import Reports

/// Reads when, where and how many.
struct CircumstanceReader: Sendable {
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// - Parameter year: the year of publication, where other evidence than the report gives it.
    func read(_ analysis: Analysis, year: TimeReader.InferredYear? = nil) -> Circumstances {
        let times = TimeReader().read(analysis, year: year)
        return Circumstances(times: times, places: [], numbers: QuantityReader().read(analysis, times: times))
    }
}
