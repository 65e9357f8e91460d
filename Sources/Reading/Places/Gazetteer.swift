import Language
import Lexicon
import Reports

/// Resolves the name of a place by the lexicon's tables and the countries that the report names.
struct Gazetteer {
    /// What a name stands for.
    struct Finding {
        var name: String
        var country: String?
        var level: Place.Level
        var latitude: Double?
        var longitude: Double?
        var within: Container?
    }

    /// The place that another lies in, boxed because a finding holds it.
    final class Container: Sendable {
        let finding: Finding
        init(_ finding: Finding) { self.finding = finding }
    }

    private let lexicon: Lexicon
    private let analysis: Analysis
    /// Countries that the report names by name or adjective.
    private let countries: Set<String>

    init(_ lexicon: Lexicon, _ analysis: Analysis) {
        self.lexicon = lexicon
        self.analysis = analysis
        var countries: Set<String> = []
        for sentence in analysis.sentences {
            for index in sentence.tokens where Self.isCapital(analysis.tokens[index].form) {
                for match in lexicon.longestMatches(
                    at: index, count: sentence.tokens.upperBound, kinds: .state,
                    word: {
                        analysis.tokens[$0].form
                    }) where match.entry.form != .capital && match.entry.form != .metonym
                {
                    countries.insert(lexicon.states[match.entry.row].code)
                }
            }
        }
        self.countries = countries
    }

    /// - Parameter tokens: where the name stands, to look at what is said beside it ("Tripoli, Lebanon").
    func resolve(name: String, near tokens: Range<Int>?) -> Finding {
        let entries = lexicon.entries(named: name, kinds: [.state, .place])
        if let state = entries.first(where: { $0.kind == .state && ($0.form == .name || $0.form == .alias) }) {
            return country(state.row)
        }
        let beside = tokens.flatMap { countryBeside($0) }
        var candidates = entries.compactMap { entry in
            switch (entry.kind, entry.form) {
            case (.state, .capital): capital(of: entry.row)
            case (.place, _): place(entry.row)
            default: nil
            }
        }
        if candidates.count > 1 { candidates = distinct(candidates) }
        if let beside {
            let there = candidates.filter { $0.country == beside }
            if let found = there.first { return found }
            return unknown(name, tokens, country: beside)
        }
        if candidates.count == 1 { return candidates[0] }
        guard !candidates.isEmpty else { return unknown(name, tokens, country: nil) }
        // Several bear the name: the one whose country the report names.
        let named = candidates.filter { $0.country.map { countries.contains($0) } ?? false }
        if named.count == 1 { return named[0] }
        let same = Set(candidates.map(\.country))
        if same.count == 1, let best = candidates.min(by: { rank($0.level) < rank($1.level) }) {
            return prefer(candidates, tokens) ?? best
        }
        if let preferred = prefer(named.isEmpty ? [] : named, tokens) { return preferred }
        return Finding(name: name, country: nil, level: candidates[0].level)
    }

    /// A city and a province of one name and country: the noun beside the name tells, or else the city is meant.
    private func prefer(_ candidates: [Finding], _ tokens: Range<Int>?) -> Finding? {
        guard let first = candidates.first, candidates.allSatisfy({ $0.country == first.country }) else { return nil }
        if let tokens, let level = levelBeside(tokens) { return candidates.first { $0.level == level } ?? first }
        return candidates.first { $0.level == .city } ?? first
    }

    private func rank(_ level: Place.Level) -> Int {
        switch level {
        case .city: 0
        case .province: 1
        case .country: 2
        case .site: 3
        case .region: 4
        }
    }

    private func distinct(_ findings: [Finding]) -> [Finding] {
        var seen: Set<String> = []
        return findings.filter { seen.insert("\($0.country ?? "")/\($0.level.rawValue)").inserted }
    }

    private func country(_ row: Int) -> Finding {
        let state = lexicon.states[row]
        return Finding(
            name: state.name, country: state.code, level: .country, latitude: state.coordinates?.latitude,
            longitude: state.coordinates?.longitude)
    }

    private func capital(of row: Int) -> Finding {
        let state = lexicon.states[row]
        return Finding(name: state.capital, country: state.code, level: .city, within: Container(country(row)))
    }

    private func place(_ row: Int) -> Finding {
        let place = lexicon.places[row]
        var within: Container?
        if !place.within.isEmpty,
            let outer = lexicon.entries(named: place.within, kinds: .place).first(where: {
                $0.row != row && lexicon.places[$0.row].country == place.country
                    && lexicon.places[$0.row].level == .province
            })
        {
            within = Container(self.place(outer.row))
        } else if let state = lexicon.states.firstIndex(where: { $0.code == place.country }) {
            within = Container(country(state))
        }
        return Finding(
            name: place.name, country: place.country.isEmpty ? nil : place.country,
            level: Place.Level(rawValue: place.level.rawValue) ?? .region, latitude: place.coordinates?.latitude,
            longitude: place.coordinates?.longitude, within: within)
    }

    private func unknown(_ name: String, _ tokens: Range<Int>?, country: String?) -> Finding {
        Finding(name: name, country: country, level: tokens.flatMap { levelBeside($0) } ?? .site)
    }

    // MARK: What stands beside a name

    /// "Tripoli, Lebanon", "Iran's Tehran", "the Syrian city of Homs".
    private func countryBeside(_ tokens: Range<Int>) -> String? {
        let head = analysis.head(of: tokens)
        var beside = analysis.children(of: head, .possessive, .apposition, .adjective, .nounModifier)
        if let parent = analysis.tokens[head].head, Self.levels[analysis.tokens[parent].lemma] != nil {
            beside += analysis.children(of: parent, .possessive, .adjective)
        }
        let next = tokens.upperBound
        if next + 1 < analysis.tokens.count, analysis.tokens[next].form == "," { beside.append(next + 1) }
        for word in beside where !tokens.contains(word) && Self.isCapital(analysis.tokens[word].form) {
            let matches = lexicon.longestMatches(at: word, count: analysis.tokens.count, kinds: .state) {
                analysis.tokens[$0].form
            }
            if let match = matches.first(where: { $0.entry.form != .capital && $0.entry.form != .metonym }) {
                return lexicon.states[match.entry.row].code
            }
        }
        return nil
    }

    private func levelBeside(_ tokens: Range<Int>) -> Place.Level? {
        let head = analysis.head(of: tokens)
        var nouns = [analysis.tokens[head].lemma.lowercased()]
        if let parent = analysis.tokens[head].head { nouns.append(analysis.tokens[parent].lemma.lowercased()) }
        return nouns.lazy.compactMap { Self.levels[$0] }.first
    }

    private static let levels: [String: Place.Level] = [
        "province": .province, "governorate": .province, "oblast": .province, "county": .province, "state": .province,
        "region": .province, "district": .province, "prefecture": .province, "canton": .province, "city": .city,
        "town": .city, "village": .city, "capital": .city, "port": .city, "valley": .region, "peninsula": .region,
        "sea": .region, "gulf": .region, "strait": .region, "border": .region, "airport": .site, "camp": .site,
        "base": .site, "palace": .site, "hotel": .site, "square": .site, "hospital": .site,
    ]

    private static func isCapital(_ form: String) -> Bool {
        form.utf8.first.map { (0x41...0x5A).contains($0) || $0 >= 0xC3 } ?? false
    }
}
