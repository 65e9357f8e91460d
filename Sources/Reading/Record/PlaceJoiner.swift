import Lexicon
import Reports

/// Joins places of one name, level and country.
struct PlaceJoiner: Sendable {
    struct Result: Sendable {
        var places: [Place]
        var ids: [Identifier: Identifier]
    }

    func join(_ lists: [[Place]]) -> Result {
        let all = lists.flatMap { $0 }
        // A place whose country the report does not tell goes with the only one of its name.
        var countries: [String: [String]] = [:]
        for place in all {
            guard let country = place.country else { continue }
            let key = name(place)
            if countries[key]?.contains(country) != true { countries[key, default: []].append(country) }
        }
        func key(_ place: Place) -> String {
            let known = countries[name(place)] ?? []
            return name(place) + "/" + (place.country ?? (known.count == 1 ? known[0] : ""))
        }
        var least: [String: Identifier] = [:]
        for place in all {
            let key = key(place)
            least[key] = min(least[key] ?? place.id, place.id)
        }
        var ids: [Identifier: Identifier] = [:]
        for place in all { ids[place.id] = least[key(place)] }
        let renaming = Renaming(actors: [:], places: ids)
        var at: [Identifier: Int] = [:]
        var out: [Place] = []
        for place in all {
            let id = renaming.place(place.id)
            guard let index = at[id] else {
                at[id] = out.count
                var first = place
                first.id = id
                first.within = place.within.map(renaming.place)
                out.append(first)
                continue
            }
            out[index].uses += place.uses
            out[index].country = out[index].country ?? place.country
            out[index].within = out[index].within ?? place.within.map(renaming.place)
            if out[index].latitude == nil {
                out[index].latitude = place.latitude
                out[index].longitude = place.longitude
            }
        }
        return Result(places: out, ids: ids)
    }

    private func name(_ place: Place) -> String { Names.key(place.name) + "/" + place.level.rawValue }
}
