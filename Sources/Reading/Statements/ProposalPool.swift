import Language
import Lexicon
import Reports

/// The proposals of one report while they are weighed against each other.
struct ProposalPool {
    let reader: ClauseReader
    var items: [Proposal]

    var analysis: Analysis { reader.analysis }
    var quotations: Quotations { reader.quotations }

    init(reader: ClauseReader) {
        self.reader = reader
        items = reader.proposals()
    }

    // MARK: Chains of cues

    /// "refused to say that …" and "rejected it by saying that …" are one attribution each.
    mutating func mergeChains() {
        var indexOfHead: [Int: Int] = [:]
        for (index, item) in items.enumerated() where indexOfHead[item.head] == nil { indexOfHead[item.head] = index }
        for index in items.indices {
            let item = items[index]
            guard analysis.isVerb(item.head), let upper = analysis.tokens[item.head].head,
                let outer = indexOfHead[upper], outer != index, !items[outer].isDropped,
                items[outer].sourceHead == item.sourceHead
            else { continue }
            let relation = analysis.tokens[item.head].relation
            if relation == .openComplement, items[outer].contentHead == item.head, item.join >= .infinitive {
                items[outer].cues = [items[outer].cues[0].lowerBound..<item.cues[0].upperBound]
                items[outer].contents = item.contents
                items[outer].contentHead = item.contentHead
                items[outer].join = item.join
                items[outer].addressees += item.addressees
                items[outer].medium = items[outer].medium ?? item.medium
                items[index].isDropped = true
            } else if analysis.preposition(of: item.head) == "by", analysis.tokens[item.head].xpos == "VBG" {
                let cue = item.cues[0]
                let by = analysis.tokens[cue.lowerBound - 1].lemma == "by" ? cue.lowerBound - 1 : cue.lowerBound
                items[outer].cues.append(by..<cue.upperBound)
                items[outer].contents = reader.joined(
                    items[outer].contents.flatMap { reader.pieces(Array($0), without: by..<item.hull.upperBound) }
                        + item.contents)
                items[index].isDropped = true
            }
        }
    }

    // MARK: The network's attributions

    /// Takes up what the network proposes, each attribution together with the tree's proposal of the same cue.
    ///
    /// What only the trees propose stays inside a content; outside it stays where its form leaves no doubt.
    mutating func reconcile(with links: [SpanLinker.Link]) {
        guard !links.isEmpty else { return }
        let own = items.indices
        let sources = analysis.attributions.filter { $0.kind == .source }.map(\.tokens)
        var network: [Proposal] = []
        for link in links {
            let matches = own.filter { index in
                guard !items[index].isDropped, let cue = link.cue else { return false }
                return cue.contains(items[index].head) || items[index].cues.contains { $0.overlaps(cue) }
            }
            let match = matches.max { overlap(items[$0], link) < overlap(items[$1], link) }
            if let proposal = proposal(
                link, match: match ?? orphanMatch(link, among: own), sources: sources)
            {
                network.append(proposal)
            }
            for index in matches { items[index].isDropped = true }
        }
        for index in own where !items[index].isDropped {
            let item = items[index]
            let isInside = network.contains { $0.contains(item.head) }
            let isTaken = network.contains { outer in
                outer.cues.contains { $0.contains(item.head) }
            }
            if isTaken || !isInside && !isTrusted(item, beside: network) { items[index].isDropped = true }
        }
        items += network
    }

    /// Whether a proposal stands without the network's word for it.
    private func isTrusted(_ item: Proposal, beside network: [Proposal]) -> Bool {
        guard !network.contains(where: { overlaps($0, item) }) else { return false }
        if item.rule == "according-to" || item.rule.utf8.starts(with: "light-verb".utf8) { return true }
        return item.join == .quotation && item.cue?.class == .speech && item.source != nil
    }

    private func overlaps(_ one: Proposal, _ other: Proposal) -> Bool {
        one.contents.contains { piece in other.contents.contains { $0.overlaps(piece) } }
    }

    private func overlap(_ item: Proposal, _ link: SpanLinker.Link) -> Int {
        var count = 0
        for piece in item.contents {
            for other in link.contents where piece.overlaps(other) { count += piece.clamped(to: other).count }
        }
        return count
    }

    /// The proposal that gives a content without a cue its cue.
    private func orphanMatch(_ link: SpanLinker.Link, among own: Range<Int>) -> Int? {
        guard link.cue == nil, let content = link.contents.first else { return nil }
        let best = own.filter { !items[$0].isDropped && !content.contains(items[$0].head) }
            .max { overlap(items[$0], link) < overlap(items[$1], link) }
        guard let best, overlap(items[best], link) * 2 >= content.count else { return nil }
        return best
    }

    private func proposal(_ link: SpanLinker.Link, match: Int?, sources: [Range<Int>]) -> Proposal? {
        var proposal: Proposal
        if let match {
            proposal = items[match]
            if !link.contents.isEmpty { proposal.contents = link.contents }
        } else {
            guard let cue = link.cue, !link.contents.isEmpty else { return nil }
            let head = cue.last { analysis.isVerb($0) } ?? analysis.head(of: cue)
            let entry =
                analysis.isVerb(head) ? reader.cue(head, .verb) : reader.cue(head, .noun) ?? reader.cue(head, .adj)
            proposal = Proposal(
                head: head, cue: entry, join: .clause, cues: [cue], source: nil, sourceHead: nil,
                contents: link.contents, contentHead: nil, rule: "spans", confidence: link.confidence)
            reader.addCircumstances(of: head, to: &proposal)
        }
        if let cue = link.cue { proposal.cues = [cue] + proposal.cues.filter { !$0.overlaps(cue) } }
        // Of the sources that the network knows the tree's choice goes before the nearest one.
        let subject = match.flatMap { items[$0].sourceHead }.flatMap { head in
            sources.first { $0.contains(head) && !proposal.contains(head) }
        }
        if let source = subject ?? link.source {
            proposal.source = source
            proposal.sourceHead = analysis.head(of: source)
        } else if let source = proposal.source, proposal.contents.contains(where: { $0.overlaps(source) }) {
            proposal.source = nil
            proposal.sourceHead = nil
        }
        proposal.addressees.removeAll { addressee in proposal.contents.contains { $0.overlaps(addressee) } }
        if let medium = proposal.medium, proposal.contents.contains(where: { $0.overlaps(medium.tokens) }) {
            proposal.medium = nil
        }
        proposal.confidence = link.confidence
        proposal.isProposedByNetwork = true
        proposal.rule = match == nil ? "spans" : "spans+" + proposal.rule
        return proposal
    }

    // MARK: Quotations

    /// Widens contents to the quotations that they begin or cut: a quotation is one content, over sentences and
    /// paragraphs too, and a content inside a quotation ends with it.
    mutating func closeQuotations() {
        for index in items.indices where !items[index].isDropped {
            let head = items[index].head
            let inside = quotations.innermost[head]
            var contents = items[index].contents.map { piece -> Range<Int> in
                inside >= 0 ? piece.clamped(to: quotations.all[inside].tokens) : piece
            }.filter { !$0.isEmpty }
            for piece in contents {
                for quotation in partQuotations(of: piece, besides: inside) {
                    let tokens = quotations.all[quotation].tokens
                    guard !tokens.contains(head), isOpen(tokens, to: items[index]) else { continue }
                    contents.append(tokens)
                    contents += continuations(of: quotation)
                }
            }
            items[index].contents = reader.joined(contents)
            if items[index].contents.isEmpty { items[index].isDropped = true }
        }
    }

    /// A quotation is a proposal's to take unless it holds the proposal's own source.
    private func isOpen(_ tokens: Range<Int>, to item: Proposal) -> Bool {
        !(item.source.map { $0.overlaps(tokens) && !$0.contains(tokens.lowerBound) } ?? false)
    }

    /// The quotations that a content cuts, level with it.
    private func partQuotations(of piece: Range<Int>, besides inside: Int) -> [Int] {
        var found: [Int] = []
        for token in [piece.lowerBound, piece.upperBound - 1] {
            var index = quotations.innermost[token]
            while index >= 0, index != inside {
                let parent = quotations.all[index].parent ?? -1
                if parent == inside { found.append(index) }
                index = parent
            }
        }
        return found
    }

    private func continuations(of quotation: Int) -> [Range<Int>] {
        guard quotations.all[quotation].parent == nil, !quotations.all[quotation].isClosed else { return [] }
        var ranges: [Range<Int>] = []
        var last = quotation
        for (index, next) in quotations.all.enumerated() where next.continues == last {
            ranges.append(next.tokens)
            last = index
        }
        return ranges
    }

    // MARK: Double cues

    /// "According to the envoy, …, he told a channel": two cues of one source for one content.
    mutating func mergeDoubles() {
        for index in items.indices where !items[index].isDropped && items[index].rule.hasSuffix("according-to") {
            for other in items.indices where other != index && !items[other].isDropped {
                guard items[index].contains(items[other].head),
                    items[other].contains(items[index].head)
                        || covers(items[other], items[index]), sameSource(items[index], items[other])
                else { continue }
                let block = blockRange(items[other])
                items[index].contents = items[index].contents.flatMap { reader.pieces(Array($0), without: block) }
                items[index].cues += items[other].cues
                items[index].addressees += items[other].addressees
                items[index].medium = items[index].medium ?? items[other].medium
                items[other].isDropped = true
            }
        }
    }

    /// Whether two contents are mostly the same words.
    private func covers(_ one: Proposal, _ other: Proposal) -> Bool {
        let shared = one.hull.clamped(to: other.hull).count
        return one.hull.overlaps(other.hull) && shared * 10 >= other.hull.count * 6
    }

    private func blockRange(_ item: Proposal) -> Range<Int> {
        var low = item.cues.map(\.lowerBound).min()!
        var high = item.cues.map(\.upperBound).max()!
        for range in [item.source, item.medium?.tokens].compactMap({ $0 }) + item.addressees {
            low = min(low, range.lowerBound)
            high = max(high, range.upperBound)
        }
        return low..<high
    }

    private func sameSource(_ one: Proposal, _ other: Proposal) -> Bool {
        guard let a = one.source, let b = other.source, let head = other.sourceHead else { return false }
        if a == b { return true }
        let token = analysis.tokens[head]
        if token.xpos == "PRP" || token.upos == .pron {
            return token.lemma != "it" && token.lemma != "i" && token.lemma != "I"
        }
        let names = a.filter { analysis.tokens[$0].upos == .propn || analysis.tokens[$0].xpos == "NNP" }
        let last = b.last { analysis.tokens[$0].upos == .propn || analysis.tokens[$0].xpos == "NNP" }
        guard let last, last + 1 >= b.upperBound || head == last else { return false }
        return names.contains { analysis.tokens[$0].form == analysis.tokens[last].form }
    }

    // MARK: Floating quotations

    /// A quotation with no cue of its own goes on with the speech of the attribution before it.
    mutating func adoptFloatingQuotations() {
        for (index, quotation) in quotations.all.enumerated() where quotation.parent == nil && !quotation.tokens.isEmpty
        {
            guard quotation.continues == nil, !isCovered(quotation), isSentence(quotation), reader.isSpeech(quotation),
                let speaker = speaker(before: quotation)
            else { continue }
            let lastEnd = max(
                items[speaker].hull.upperBound, items[speaker].cues.map(\.upperBound).max() ?? 0,
                items[speaker].source?.upperBound ?? 0)
            let sameParagraph =
                analysis.paragraph(of: lastEnd - 1) == analysis.paragraph(of: quotation.tokens.lowerBound)
            let pieces = [quotation.tokens] + continuations(of: index)
            if sameParagraph, isGap(lastEnd..<quotation.tokens.lowerBound) {
                items[speaker].contents = reader.joined(items[speaker].contents + pieces)
            } else {
                var next = items[speaker]
                next.cues = []
                next.contents = pieces
                next.contentHead = nil
                next.join = .quotation
                next.inherits = items[speaker].inherits ?? speaker
                next.rule = "floating-quotation"
                next.confidence = min(next.confidence, 0.6)
                next.head = quotation.tokens.lowerBound
                items.append(next)
            }
        }
    }

    private func isCovered(_ quotation: Quotation) -> Bool {
        let count = quotation.tokens.count
        return items.contains { item in
            guard !item.isDropped, !quotation.tokens.contains(item.head) || item.inherits != nil else { return false }
            return item.contents.reduce(0) {
                $0 + ($1.overlaps(quotation.tokens) ? $1.clamped(to: quotation.tokens).count : 0)
            }
                * 2 >= count
        }
    }

    /// Whether a quotation begins a sentence and fills it.
    private func isSentence(_ quotation: Quotation) -> Bool {
        let sentence = analysis.sentence(of: quotation.tokens.lowerBound)
        guard sentence.tokens.lowerBound >= quotation.tokens.lowerBound - 1,
            quotation.tokens.upperBound >= sentence.tokens.upperBound - 1
        else { return false }
        return quotation.tokens.count >= 5
    }

    /// The last attribution with quoted words, or else with a speaking cue, before a quotation: of its paragraph, or of
    /// the two before if the quotation opens one.
    private func speaker(before quotation: Quotation) -> Int? {
        let start = quotation.tokens.lowerBound
        let paragraph = analysis.paragraph(of: start)
        let opens = analysis.paragraphs[paragraph].tokens.lowerBound == start
        var best: (end: Int, index: Int)?
        for (index, item) in items.enumerated() where !item.isDropped && item.source != nil {
            let end = max(item.hull.upperBound, item.cues.map(\.upperBound).max() ?? 0)
            guard end <= start, quotations.innermost[item.head] < 0 || item.inherits != nil else { continue }
            guard !items.contains(where: { !$0.isDropped && $0.contains(item.head) && $0.hull != item.hull }) else {
                continue
            }
            let distance = paragraph - analysis.paragraph(of: end - 1)
            guard distance == 0 || opens && distance <= 2,
                analysis.paragraphs[analysis.paragraph(of: end - 1)].region == analysis.paragraphs[paragraph].region
            else { continue }
            guard item.cue?.class == .speech || item.join == .quotation else { continue }
            if best.map({ end > $0.end }) ?? true { best = (end, index) }
        }
        return best?.index
    }

    private func isGap(_ range: Range<Int>) -> Bool { range.allSatisfy { analysis.isPunctuation($0) } }
}
