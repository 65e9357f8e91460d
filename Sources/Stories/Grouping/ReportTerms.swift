import Language
import Lexicon
import Reading
import Reports

/// What the reports of a record speak of, as weighted terms: words by how rare they are, names and numbers above
/// other words, and the actors that the reports were found to share under whatever spelling.
///
/// How rare a word is, is counted in the record itself and in a table of general news, which stands for `background`
/// further reports: two reports alone would not tell which of their words are common.
struct ReportTerms: Sendable {
    var nameWeight = 2.0
    var numberWeight = 1.5
    var background = 500.0
    /// Share of general news reports that hold a word which is not in the table.
    var rareShare = 0.002

    private struct Counts {
        var times: [UInt64: Int] = [:]
        var words: [UInt64: String] = [:]
        var numbers: Set<UInt64> = []
        var actors: Set<UInt64> = []
    }

    /// How often a word stands inside of a sentence with a capital, and how often without.
    private struct Case {
        var capital = 0
        var small = 0
    }

    /// One vector of length one for each reading, in order.
    func vectors(_ record: Record, _ lexicon: Lexicon) -> [TermVector] {
        var cases: [UInt64: Case] = [:]
        let actors = namedActors(record)
        var counts = record.readings.map { reading in
            var own = Self.count(reading.analysis, &cases)
            own.actors = actors[reading.report.id] ?? []
            return own
        }
        var documents: [UInt64: Int] = [:]
        for index in counts.indices {
            for term in counts[index].actors { counts[index].times[term] = 1 }
            for term in counts[index].times.keys { documents[term, default: 0] += 1 }
        }
        let reports = Double(record.readings.count)
        return counts.map { own in
            let elements = own.times.map { term, times in
                let share = own.words[term].flatMap { lexicon.newsShare(of: $0) } ?? rareShare
                let known = Double(documents[term, default: 0]) + background * share
                let rarity = max(0, ((reports + background + 1) / (known + 1)).logarithm)
                var weight = (1 + Double(times).logarithm) * rarity
                if own.numbers.contains(term) {
                    weight *= numberWeight
                } else if let use = cases[term], use.capital > use.small {
                    weight *= nameWeight
                }
                return TermVector.Element(term: term, weight: weight)
            }
            return TermVector(elements).normalized()
        }
    }

    private static func count(_ analysis: Analysis, _ cases: inout [UInt64: Case]) -> Counts {
        var counts = Counts()
        var key: [UInt8] = []
        for sentence in analysis.sentences {
            var isFirst = true
            for index in sentence.tokens {
                let form = analysis.tokens[index].form
                guard let term = Self.term(form, &key) else { continue }
                counts.times[term, default: 0] += 1
                if counts.words[term] == nil { counts.words[term] = String(decoding: key, as: UTF8.self) }
                let initial = form.utf8.first ?? 0
                if isDigit(initial) {
                    counts.numbers.insert(term)
                } else if (0x41...0x5A).contains(initial) {
                    if !isFirst { cases[term, default: Case()].capital += 1 }
                } else {
                    cases[term, default: Case()].small += 1
                }
                isFirst = false
            }
        }
        return counts
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Hash of the lower-case letters and digits of a word; nil if there are none, or if it is a clitic.
    static func term(_ form: String, _ key: inout [UInt8]) -> UInt64? {
        key.removeAll(keepingCapacity: true)
        if form.utf8.first == UInt8(ascii: "'") || form.utf8.starts(with: [0xE2, 0x80, 0x99]) { return nil }
        var hash = StableHash()
        for byte in form.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
            guard isLetter || isDigit(byte) else { continue }
            key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        guard !key.isEmpty else { return nil }
        for byte in key { hash.combine(byte: byte) }
        return hash.value
    }

    /// The actors that each report names, as terms.
    private func namedActors(_ record: Record) -> [Identifier: Set<UInt64>] {
        var found: [Identifier: Set<UInt64>] = [:]
        for actor in record.actors where !actor.isAnonymous {
            var hash = StableHash()
            hash.combine("actor")
            hash.combine(actor.id.rawValue)
            for mention in actor.mentions where mention.form == .name {
                found[mention.at.report, default: []].insert(hash.value)
            }
        }
        return found
    }
}
