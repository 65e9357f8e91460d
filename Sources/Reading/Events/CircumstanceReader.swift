import Language
import Lexicon
import Reports

/// Reads when, where and how many.
struct CircumstanceReader: Sendable {
    private let places: PlaceReader

    init(_ lexicon: Lexicon) { places = PlaceReader(lexicon) }

    /// - Parameter year: the year of publication, where other evidence than the report gives it.
    func read(_ analysis: Analysis, year: TimeReader.InferredYear? = nil) -> Circumstances {
        let times = TimeReader().read(analysis, year: year)
        let (places, mentions) = places.read(analysis)
        return Circumstances(
            times: times, places: places, placeMentions: mentions,
            numbers: QuantityReader().read(analysis, times: times))
    }
}
