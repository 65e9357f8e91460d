import Foundation
import Language
import Lexicon
import Reading
import Reports

/// Scores the nested set: are all links of a chain right, at each depth, and are those told found?
///
/// A statement is found if the content overlaps the set's by half (Jaccard over characters, attribution marks aside), at
/// the same depth, and each link from the outermost inwards touches the set's source and cue. Optional statements count
/// neither when found nor when missed. A relay may be found as an addressee.
struct ScoreNested {
    private struct Piece: Decodable { var start: Int, end: Int, quote: String }
    private struct Link: Decodable { var mention: Piece?, cue: [Piece] }
    private struct Told: Decodable { var mention: Piece }
    private struct Statement: Decodable {
        var id: String, depth: Int, act: String, polarity: String, certainty: String, optional: Bool
        var chain: [Link], content: [Piece], addressees: [Told], medium: Told?
    }
    private struct Row: Decodable {
        var id: String, part: String, outlet: String?, text: String
        var statements: [Statement]
    }

    /// What was counted, for one part of the set.
    struct Score {
        /// At depth one, two, and three or more.
        var found = [0, 0, 0]
        var gold = [0, 0, 0]
        var predicted = 0
        var matched = 0
        var told = (hit: 0, predicted: 0, gold: 0)
        var acts = 0
        var polarities = 0
        var certainties = 0

        var toldF1: Double { told.hit == 0 ? 0 : 2 * Double(told.hit) / Double(told.predicted + told.gold) }
    }

    let analyzer: any Analyzer
    let lexicon: Lexicon
    /// Prints each miss. For the open part alone.
    var showsMisses = false

    func score(file: String, part: String) throws -> Score {
        var score = Score()
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            guard row.part == part else { continue }
            let analysis = try analyzer.analyze(report(of: row))
            add(row, analysis, AttributionFinder(lexicon: lexicon).find(analysis).attributions, to: &score)
        }
        return score
    }

    private func report(of row: Row) -> Report {
        var regions: [Region] = []
        var start = 0
        for line in row.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !line.isEmpty { regions.append(Region(.body, Span(start, start + line.count))) }
            start += line.count + 1
        }
        return Report(
            id: Identifier(.report, row.id), source: Report.Source(name: row.id, sha256: ""), text: row.text,
            publisher: row.outlet.map { Report.Publisher(name: $0, evidence: [], basis: .inferred(rule: "set")) },
            regions: regions)
    }

    // MARK: Matching

    /// A found attribution in the set's terms.
    private struct Found {
        var attribution: Attribution
        var content: [Span]
        /// Outermost first.
        var links: [(source: Span?, cues: [Span])]
    }

    private func add(_ row: Row, _ analysis: Analysis, _ attributions: [Attribution], to score: inout Score) {
        let map = OffsetMap(row.text)
        func span(_ piece: Piece) -> Span {
            Span(map.utf8Offset(scalar: piece.start), map.utf8Offset(scalar: piece.end))
        }
        let found = attributions.map { self.found($0, among: attributions, analysis) }
        var used: Set<Int> = []
        for statement in row.statements {
            let content = statement.content.map(span)
            let level = min(statement.depth, 3) - 1
            let alike = found.indices.filter { overlap(found[$0].content, content) >= 0.5 }
            let right = alike.first { index in
                let links = found[index].links
                return links.count == statement.chain.count
                    && zip(links, statement.chain).allSatisfy { link, gold in
                        touches(link.source.map { [$0] } ?? [], gold.mention.map { [span($0)] } ?? [])
                            && (gold.cue.isEmpty || touches(link.cues, gold.cue.map(span)))
                    }
            }
            used.formUnion(alike)
            if statement.optional { continue }
            score.gold[level] += 1
            score.told.gold += statement.addressees.count
            if right == nil, showsMisses { show(statement, alike.map { found[$0] }, row, analysis) }
            guard let right else { continue }
            score.found[level] += 1
            let attribution = found[right].attribution
            if attribution.act.rawValue == statement.act { score.acts += 1 }
            if attribution.polarity.rawValue == statement.polarity { score.polarities += 1 }
            if attribution.certainty.rawValue == statement.certainty { score.certainties += 1 }
            let told = attribution.addressees.map { analysis.span(of: $0) }
            let gold = statement.addressees.map { span($0.mention) }
            let relay = statement.medium.map { [span($0.mention)] } ?? []
            score.told.hit += gold.count { wanted in told.contains { touches([$0], [wanted]) } }
            score.told.predicted += told.count { !touches([$0], relay) }
        }
        score.predicted += found.count
        score.matched += used.count
        if showsMisses {
            for index in found.indices where !used.contains(index) {
                print("  \(row.id) extra: \(words(found[index], analysis))")
            }
        }
    }

    private func found(_ attribution: Attribution, among all: [Attribution], _ analysis: Analysis) -> Found {
        var links: [(source: Span?, cues: [Span])] = []
        var here: Attribution? = attribution
        while let level = here {
            var origin = level
            if let inherited = level.inherits { origin = all[inherited] }
            links.append((origin.source.map { analysis.span(of: $0) }, level.cues.map { analysis.span(of: $0) }))
            here = level.parent.map { all[$0] }
        }
        return Found(
            attribution: attribution, content: attribution.contents.map { analysis.span(of: $0) },
            links: links.reversed())
    }

    /// Whether two lists of places share a character; two empty ones do.
    private func touches(_ one: [Span], _ other: [Span]) -> Bool {
        if one.isEmpty || other.isEmpty { return one.isEmpty && other.isEmpty }
        return one.contains { a in other.contains { a.overlaps($0) } }
    }

    /// Jaccard over bytes.
    private func overlap(_ one: [Span], _ other: [Span]) -> Double {
        let shared = one.reduce(0) { sum, a in sum + other.reduce(0) { $0 + (a.intersection($1)?.length ?? 0) } }
        let all = one.reduce(0) { $0 + $1.length } + other.reduce(0) { $0 + $1.length } - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    // MARK: Printing

    private func words(_ found: Found, _ analysis: Analysis) -> String {
        let links = found.links.map { link in
            (link.source.map { analysis.report.words($0) } ?? "-") + " <"
                + link.cues.map { analysis.report.words($0) }.joined(separator: "+") + ">"
        }
        let content = found.content.map { analysis.report.words($0) }.joined(separator: " + ")
        return "\(links.joined(separator: " / ")) : \(content)  [\(found.attribution.rule)]"
    }

    private func show(_ statement: Statement, _ alike: [Found], _ row: Row, _ analysis: Analysis) {
        let links = statement.chain.map { link in
            (link.mention?.quote ?? "-") + " <" + link.cue.map(\.quote).joined(separator: "+") + ">"
        }
        let content = statement.content.map(\.quote).joined(separator: " + ")
        print("  \(statement.id) missed: \(links.joined(separator: " / ")) : \(content)")
        for found in alike { print("      found: \(words(found, analysis))") }
    }
}
