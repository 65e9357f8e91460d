import Language
import Reports

/// Dates "a day after the offer" by a day that the report gives for the offer.
///
/// The words after the preposition name the anchor. Its day stands in its own clause, or in the clause of another
/// mention of the same thing: a word of the same lemma, or of the same stem ("arrive", "arrival"). That two mentions
/// mean one happening is likely and not certain, and the certainty of the result says so.
struct EventAnchoring {
    let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    func resolve(_ mentions: inout [TimeMention], _ phrases: [TimePhrase]) {
        for (index, phrase) in phrases.enumerated() {
            guard case .fromEvent(let amount, let sign) = phrase.meaning, amount.count != nil,
                let anchor = anchor(after: mentions[index].tokens),
                let (source, isOwn) = datedMention(of: anchor, in: mentions, except: index),
                let day = mentions[source].value.singleDay
            else { continue }
            let value = TimeResolver.moved(day, amount, sign)
            let (earliest, latest) = value.bounds
            mentions[index].value = value
            mentions[index].expression.value = value.edtf
            mentions[index].expression.earliest = earliest?.text
            mentions[index].expression.latest = latest?.text
            mentions[index].expression.kind = value.kind
            mentions[index].expression.anchors = [mentions[source].expression.id]
            mentions[index].expression.certainty = isOwn ? .probable : .possible
            mentions[index].expression.basis = .inferred(rule: "counted-from-dated-mention")
        }
    }

    /// The verb or noun that the preposition at the end of an expression governs.
    private func anchor(after tokens: Range<Int>) -> Int? {
        guard !tokens.isEmpty else { return nil }
        let first = tokens.upperBound
        guard first < analysis.tokens.count, analysis.sentenceOfToken[first] == analysis.sentenceOfToken[first - 1]
        else { return nil }
        var here = first
        while let head = analysis.tokens[here].head, head >= first { here = head }
        return [.verb, .noun, .propn].contains(analysis.tokens[here].upos) ? here : nil
    }

    /// The dated time in the anchor's own clause, or in that of the nearest mention of the same thing.
    private func datedMention(of anchor: Int, in mentions: [TimeMention], except own: Int) -> (Int, Bool)? {
        var best: (mention: Int, distance: Int)?
        for (index, mention) in mentions.enumerated() where index != own && mention.value.singleDay != nil {
            guard let first = mention.tokens.first else { continue }
            if analysis.dominates(anchor, first) { return (index, true) }
            let sentence = analysis.sentence(of: first)
            let root = clause(of: first)
            for token in sentence.tokens where token != anchor && analysis.dominates(root, token) {
                guard isSameThing(token, anchor) else { continue }
                let distance = abs(token - anchor)
                if best.map({ distance < $0.distance }) ?? true { best = (index, distance) }
            }
        }
        return best.map { ($0.mention, false) }
    }

    /// The nearest verb above a token, or the sentence's root.
    private func clause(of token: Int) -> Int {
        var here = token
        while let head = analysis.tokens[here].head {
            here = head
            if analysis.tokens[here].upos == .verb { break }
        }
        return here
    }

    private func isSameThing(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (analysis.tokens[a], analysis.tokens[b])
        guard [.verb, .noun].contains(first.upos) else { return false }
        if first.lemma == second.lemma { return !first.lemma.isEmpty && !Self.light.contains(first.lemma) }
        var shared = 0
        for (x, y) in zip(first.lemma.utf8, second.lemma.utf8) {
            guard x == y else { break }
            shared += 1
        }
        return shared >= 5 && shared * 3 >= 2 * max(first.lemma.utf8.count, second.lemma.utf8.count)
    }

    /// Words that name too many things to tell one.
    private static let light: Set<String> = [
        "be", "have", "do", "make", "take", "come", "go", "get", "give", "say", "tell", "day", "year", "week", "month",
        "people", "government", "country", "time", "report", "hold",
    ]
}
