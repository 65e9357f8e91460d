import Reports

/// One use of a place, with its words in the analysis.
struct PlaceMention: Sendable {
    /// Id of the place.
    var place: Identifier
    var use: Place.Use
    /// Tokens of the name; empty for the dateline.
    var tokens: Range<Int>
    /// The token that the name hangs on.
    var head: Int?
}
