import Language
import Reading
import Reports

extension Passage {
    /// The passages that the reports of a scene share. A stretch that stands in three reports is one passage.
    static func find(in scene: Scene, with finder: PassageFinder = PassageFinder()) -> [Passage] {
        let texts = scene.readings.map { FoldedText($0.analysis) }
        var clusters: [Cluster] = []
        for (first, second, match) in finder.matches(texts) {
            let a = Place(text: first, words: match.a)
            let b = Place(text: second, words: match.b)
            let changed = match.runs.count > 1
            if let index = clusters.firstIndex(where: { $0.holds(a) || $0.holds(b) }) {
                clusters[index].add(a)
                clusters[index].add(b)
                clusters[index].words = max(clusters[index].words, match.words)
                clusters[index].isChanged = clusters[index].isChanged || changed
            } else {
                clusters.append(Cluster(places: [a, b], words: match.words, isChanged: changed, match: match))
            }
        }
        return clusters.map { $0.passage(texts, scene) }
    }

    private struct Place: Hashable {
        var text: Int
        var words: Range<Int>

        /// Whether two places are the same stretch: they share at least half of the longer one.
        func isSame(_ other: Place) -> Bool {
            let common = words.clamped(to: other.words).count
            return text == other.text && 2 * common >= max(words.count, other.words.count)
        }
    }

    private struct Cluster {
        var places: [Place]
        var words: Int
        var isChanged: Bool
        var match: PassageFinder.Match

        func holds(_ place: Place) -> Bool { places.contains { $0.isSame(place) } }

        mutating func add(_ place: Place) {
            if !places.contains(where: { $0.text == place.text }) { places.append(place) }
        }

        func passage(_ texts: [FoldedText], _ scene: Scene) -> Passage {
            let sorted = places.sorted { ($0.text, $0.words.lowerBound) < ($1.text, $1.words.lowerBound) }
            let evidence = sorted.map { place in
                let words = texts[place.text].words
                let analysis = scene.readings[place.text].analysis
                return analysis.evidence(
                    words[place.words.lowerBound].token..<words[place.words.upperBound - 1].token + 1)
            }
            let sentences = sorted.map { place in
                let words = texts[place.text].words
                let analysis = scene.readings[place.text].analysis
                let first = analysis.sentence(of: words[place.words.lowerBound].token)
                let last = analysis.sentence(of: words[place.words.upperBound - 1].token)
                return analysis.report.evidence(first.span.union(last.span))
            }
            return Passage(
                id: Identifier(.passage, evidence.flatMap { [$0.report.rawValue, "\($0.span.start)"] }), words: words,
                places: evidence, earlier: Passage.earliest(evidence.map(\.report), scene),
                changed: isChanged ? gaps(texts, scene) : [], sentences: sentences)
        }

        /// The words in between the runs, in the first two reports.
        private func gaps(_ texts: [FoldedText], _ scene: Scene) -> [Evidence] {
            var found: [Evidence] = []
            for (run, next) in zip(match.runs, match.runs.dropFirst()) {
                for (place, gap) in [
                    (places[0], run.a + run.length..<next.a), (places[1], run.b + run.length..<next.b),
                ] where !gap.isEmpty {
                    let words = texts[place.text].words
                    found.append(
                        scene.readings[place.text].analysis.evidence(
                            words[gap.lowerBound].token..<words[gap.upperBound - 1].token + 1))
                }
            }
            return found
        }
    }

    /// The one report with the earliest date of publication; nil if a date is missing or the first two are of one day.
    static func earliest(_ reports: [Identifier], _ scene: Scene) -> Identifier? {
        let dated = reports.compactMap { report in scene.published(report).map { (report, $0) } }
        guard dated.count == reports.count else { return nil }
        let sorted = dated.sorted { ($0.1, scene.order($0.0)) < ($1.1, scene.order($1.0)) }
        return sorted.count > 1 && sorted[0].1 < sorted[1].1 ? sorted[0].0 : nil
    }
}
