public import Lexicon
import Reports

extension Record {
    /// Joins the actors and places of several readings: one id for one actor or place in all of them.
    ///
    /// Names are compared by sound and form (`NameMatcher`), and only where they share a key, so that the work grows
    /// with the number of names and not with its square. The result does not depend on the order of the readings, but
    /// for the order of its lists. A joined actor has the least of its parts' ids.
    ///
    /// - Complexity: O(n log n) in the number of actors, as long as no name is very common.
    public init(joining readings: [Reading], lexicon: Lexicon) {
        let actors = ActorJoiner(lexicon).join(readings.map(\.actors))
        let places = PlaceJoiner().join(readings.map(\.places))
        let renaming = Renaming(actors: actors.ids, places: places.ids)
        self.init(
            readings: readings.map(renaming.renamed), actors: actors.actors, times: readings.flatMap(\.times),
            places: places.places, numbers: readings.flatMap(\.numbers))
    }
}
