import Reports

/// The times, places and quantities of a report, with their words.
struct Circumstances: Sendable {
    var times: [TimeMention]
    var places: [PlaceMention]
    var numbers: [Quantity]
}
