import Language
import Lexicon
import Reports

/// Finds the places that a report names, resolves them, and tells what each use of them is for.
///
/// A state or capital that acts or is acted on stands for its government and is no place there. A name that several
/// places bear is taken for the one whose country the report names; where that does not settle it, the country stays open.
/// No city is ever assumed for a country.
struct PlaceReader: Sendable {
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The places of a report and their uses, in text order.
    func read(_ analysis: Analysis) -> (places: [Place], mentions: [PlaceMention]) {
        let gazetteer = Gazetteer(lexicon, analysis)
        let roles = PlaceRoles(analysis)
        var gathering = Gathering(report: analysis.report.id)
        if let dateline = analysis.report.dateline, let span = dateline.place {
            let found = gazetteer.resolve(name: analysis.report.words(span), near: nil)
            let use = Place.Use(at: analysis.report.evidence(span), role: .dateline, basis: .stated)
            gathering.add(found, use, tokens: 0..<0, head: nil)
        }
        for name in names(analysis) {
            let head = analysis.head(of: name.tokens)
            guard let (role, basis) = roles.role(of: head, isState: name.isState) else { continue }
            let found = gazetteer.resolve(name: words(analysis, name.tokens), near: name.tokens)
            let use = Place.Use(at: analysis.evidence(name.tokens), role: role, basis: basis)
            gathering.add(found, use, tokens: name.tokens, head: head)
        }
        return (gathering.places, gathering.mentions)
    }

    private struct Name {
        var tokens: Range<Int>
        var isState: Bool
    }

    /// Names that the analyser calls places, and names of the lexicon's places and states that it left out.
    private func names(_ analysis: Analysis) -> [Name] {
        var taken = [Bool](repeating: false, count: analysis.tokens.count)
        var found: [Name] = []
        for span in analysis.names {
            if span.kind == .place, !span.tokens.isEmpty {
                let tokens = trimmed(analysis, span.tokens)
                guard !tokens.isEmpty else { continue }
                found.append(Name(tokens: tokens, isState: isState(analysis, tokens)))
            }
            // A place inside the name of a person or body is no use of the place, but for the state before it.
            for token in span.tokens where span.kind != .other && !isPlaceBeforeNoun(analysis, span.tokens) {
                taken[token] = true
            }
        }
        for sentence in analysis.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                let matches =
                    taken[index]
                    ? []
                    : lexicon.longestMatches(at: index, count: sentence.tokens.upperBound, kinds: [.state, .place]) {
                        analysis.tokens[$0].form
                    }
                guard let match = matches.first(where: { $0.entry.form != .demonym && $0.entry.form != .metonym }),
                    match.words.allSatisfy({ !taken[$0] }),
                    match.words.contains(where: { analysis.tokens[$0].upos == .propn })
                else {
                    index += 1
                    continue
                }
                let tokens = trimmed(analysis, match.words)
                if !tokens.isEmpty { found.append(Name(tokens: tokens, isState: isState(analysis, tokens))) }
                index = match.words.upperBound
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// "Herat province", "the Panjshir leader": a name that the tables have as a place, before a common noun, whatever
    /// the analyser took it for.
    private func isPlaceBeforeNoun(_ analysis: Analysis, _ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1, let token = tokens.first, let head = analysis.tokens[token].head,
            analysis.tokens[token].relation == .compound, analysis.tokens[head].upos == .noun
        else { return false }
        return !lexicon.entries(named: analysis.tokens[token].form, kinds: .place).isEmpty
    }

    private func isState(_ analysis: Analysis, _ tokens: Range<Int>) -> Bool {
        lexicon.entries(named: words(analysis, tokens), kinds: .state).contains {
            $0.form == .name || $0.form == .alias
        }
    }

    private func words(_ analysis: Analysis, _ tokens: Range<Int>) -> String { analysis.words(tokens) }

    private func trimmed(_ analysis: Analysis, _ tokens: Range<Int>) -> Range<Int> {
        var tokens = tokens
        while let first = tokens.first, analysis.tokens[first].upos == .det { tokens = tokens.dropFirst() }
        while let last = tokens.last, analysis.tokens[last].xpos == "POS" { tokens = tokens.dropLast() }
        return tokens
    }

    /// Places as they are met: one for each name, level and country.
    private struct Gathering {
        let report: Identifier
        var places: [Place] = []
        var mentions: [PlaceMention] = []
        private var index: [String: Int] = [:]

        init(report: Identifier) { self.report = report }

        mutating func add(_ found: Gazetteer.Finding, _ use: Place.Use, tokens: Range<Int>, head: Int?) {
            let within = found.within.map { place(for: $0.finding) }
            let id = place(for: found, within: within)
            places[index[key(found)]!].uses.append(use)
            mentions.append(PlaceMention(place: id, use: use, tokens: tokens, head: head))
        }

        private func key(_ found: Gazetteer.Finding) -> String {
            "\(found.name)/\(found.level.rawValue)/\(found.country ?? "")"
        }

        private mutating func place(for found: Gazetteer.Finding, within: Identifier? = nil) -> Identifier {
            let key = key(found)
            if let known = index[key] {
                if places[known].within == nil { places[known].within = within }
                return places[known].id
            }
            let id = Identifier(.place, report.rawValue, key)
            index[key] = places.count
            places.append(
                Place(
                    id: id, name: found.name, country: found.country, level: found.level, within: within,
                    latitude: found.latitude, longitude: found.longitude, uses: []))
            return id
        }
    }
}
