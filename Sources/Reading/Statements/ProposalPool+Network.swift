import Language
import Lexicon
import Reports

/// The network's attributions among the proposals.
extension ProposalPool {
    /// Takes up what the network proposes, each attribution together with the trees' proposal of the same cue.
    ///
    /// What only the trees propose stays inside a content; outside it stays where its form leaves no doubt.
    mutating func reconcile() {
        let own = items.indices
        let trees = self
        var links = SpanLinker(
            analysis, settled: items.filter(\.isLine).flatMap { $0.cues + ($0.source.map { [$0] } ?? []) },
            hint: { trees.cueHead(of: $0) },
            speaks: { cue in
                cue.contains { token in
                    let entry = trees.reader.cue(token, .verb) ?? trees.reader.cue(token, .noun)
                    return entry?.class == .speech && entry?.frames.contains(.quote) ?? false
                }
            }
        ).links()
        guard !links.isEmpty else { return }
        for place in links.indices where links[place].contents.isEmpty {
            links[place].contents = sharedContents(of: links[place], among: links)
        }
        let matches = links.map { link in
            own.filter { index in
                guard !items[index].isDropped, let cue = link.cue else { return false }
                return cue.contains(items[index].head) || items[index].cues.contains { $0.overlaps(cue) }
            }
        }
        let best = links.indices.map { place in
            matches[place].max { overlap(items[$0], links[place]) < overlap(items[$1], links[place]) }
                ?? orphanMatch(links[place], among: own)
        }
        let sources = NetworkSources(self, links, best)
        var network: [Proposal] = []
        var placeOfMatch: [Int: Int] = [:]
        for (place, link) in links.enumerated() {
            guard let proposal = proposal(link, match: best[place], sources) else { continue }
            if let match = best[place], let first = placeOfMatch[match], items[match].cues.count > 1 {
                // Two cues of one attribution, such as "rejected … by saying".
                network[first].contents = reader.joined(network[first].contents + proposal.contents)
                continue
            }
            if let match = best[place] { placeOfMatch[match] = network.count }
            network.append(proposal)
        }
        for index in matches.joined() { items[index].isDropped = true }
        for index in best { if let index { items[index].isDropped = true } }
        for index in own where !items[index].isDropped {
            let item = items[index]
            let isTaken = network.contains { outer in outer.cues.contains { $0.contains(item.head) } }
            let isInside = network.contains { $0.contains(item.head) }
            if item.rule == "according-to" {
                takeSource(of: index)
            } else if let source = item.source, isAnothersSource(source, beside: index, network) {
                items[index].source = reader.nounChunk(before: item.cues[0].lowerBound)
                items[index].sourceHead = items[index].source.map { analysis.head(of: $0) }
            }
            if isTaken || !isInside && !isTrusted(item, beside: network) { items[index].isDropped = true }
        }
        items += network
    }

    /// Whether a source is that of an "according to" before it: a tree that joins the two phrases is wrong.
    private func isAnothersSource(_ source: Range<Int>, beside index: Int, _ network: [Proposal]) -> Bool {
        network.contains { other in
            guard other.rule.hasSuffix("according-to"), let named = other.source else { return false }
            return named.overlaps(source) && named.upperBound < items[index].cues[0].lowerBound
                && other.contains(items[index].head)
        }
    }

    /// Gives "as per …" the source that the network sees right behind it.
    private mutating func takeSource(of index: Int) {
        let end = items[index].cues[0].upperBound
        let span = analysis.attributions.first { $0.kind == .source && $0.tokens.lowerBound == end }
        guard let source = span?.tokens, source != items[index].source else { return }
        items[index].source = source
        items[index].sourceHead = analysis.head(of: source)
        items[index].contents = items[index].contents.compactMap { piece in
            let isNext = piece.lowerBound >= end && piece == items[index].contents.first { $0.lowerBound >= end }
            let low = isNext ? source.upperBound : piece.lowerBound
            return low < piece.upperBound ? reader.content(low..<piece.upperBound) : nil
        }
    }

    /// The contents of an "according to X," whose clause went to a second cue of the same sentence: they begin behind X.
    private func sharedContents(of link: SpanLinker.Link, among links: [SpanLinker.Link]) -> [Range<Int>] {
        guard let cue = link.cue, let source = link.source, source.lowerBound == cue.upperBound,
            let other = links.first(where: { other in
                other.contents.contains { $0.lowerBound >= source.upperBound && $0.lowerBound <= source.upperBound + 1 }
            })
        else { return [] }
        return other.contents.filter { $0.lowerBound >= source.upperBound }
    }

    /// Whether a proposal stands without the network's word for it.
    private func isTrusted(_ item: Proposal, beside network: [Proposal]) -> Bool {
        if item.isLine { return true }
        if item.rule == "according-to" || item.isParenthesis(in: analysis) { return true }
        guard !network.contains(where: { overlaps($0, item) }) else { return false }
        if item.rule.utf8.starts(with: "light-verb".utf8) { return true }
        guard let cue = item.cue, item.source != nil else { return false }
        if item.join == .quotation { return cue.class == .speech }
        let rate = cue.rate ?? 0
        return cue.class == .speech && rate >= 400 || item.join == .clause && rate >= 300
    }

    private func overlaps(_ one: Proposal, _ other: Proposal) -> Bool {
        one.contents.contains { piece in other.contents.contains { $0.overlaps(piece) } }
    }

    /// How many words of a linked attribution's contents a proposal has too.
    func overlap(_ item: Proposal, _ link: SpanLinker.Link) -> Int {
        var count = 0
        for piece in item.contents {
            for other in link.contents where piece.overlaps(other) { count += piece.clamped(to: other).count }
        }
        return count
    }

    /// The word that carries the cue of a content by the trees, if they know a content that is mostly the same.
    private func cueHead(of content: Range<Int>) -> Int? {
        var best: (share: Double, head: Int)?
        for item in items where !item.isDropped && item.join >= .parataxis && item.cue != nil {
            for piece in item.contents where piece.overlaps(content) {
                let shared = piece.clamped(to: content).count
                let share = Double(shared) / Double(piece.count + content.count - shared)
                if share > 0.6, best.map({ share > $0.share }) ?? true { best = (share, item.head) }
            }
        }
        return best?.head
    }

    /// The proposal that gives a content without a cue its cue.
    private func orphanMatch(_ link: SpanLinker.Link, among own: Range<Int>) -> Int? {
        guard link.cue == nil, let content = link.contents.first else { return nil }
        let best = own.filter { !items[$0].isDropped && !content.contains(items[$0].head) }
            .max { overlap(items[$0], link) < overlap(items[$1], link) }
        guard let best, overlap(items[best], link) * 2 >= content.count else { return nil }
        return best
    }

    private func proposal(_ link: SpanLinker.Link, match: Int?, _ sources: NetworkSources) -> Proposal? {
        var proposal: Proposal
        if let match {
            proposal = items[match]
            if !link.contents.isEmpty { proposal.contents = contents(of: link, items[match]) }
        } else {
            guard let cue = link.cue else { return nil }
            let head = cue.last { analysis.isVerb($0) } ?? analysis.head(of: cue)
            let entry =
                analysis.isVerb(head) ? reader.cue(head, .verb) : reader.cue(head, .noun) ?? reader.cue(head, .adj)
            let contents = link.contents.isEmpty ? besideBlock(link, entry) : link.contents
            guard !contents.isEmpty else { return nil }
            proposal = Proposal(
                head: head, cue: entry, join: .clause, cues: [cue], source: nil, sourceHead: nil,
                contents: contents, contentHead: nil, rule: "spans", confidence: link.confidence)
            reader.addCircumstances(of: head, to: &proposal)
        }
        if let cue = link.cue { proposal.cues = [cue] + proposal.cues.filter { !$0.overlaps(cue) } }
        if let match { dropSource(of: items[match], beside: link, from: &proposal) }
        dropBefore(link, from: &proposal)
        sources.choose(for: link, match: match, into: &proposal)
        reader.addTold(to: &proposal)
        if proposal.medium == nil, let cue = link.cue {
            proposal.medium = reader.medium(within: cue, after: proposal.head)
        }
        proposal.addressees.removeAll { addressee in proposal.contents.contains { $0.overlaps(addressee) } }
        if let medium = proposal.medium, proposal.contents.contains(where: { $0.overlaps(medium.tokens) }) {
            proposal.medium = nil
        }
        proposal.contents = proposal.contents.map { reader.content($0) }
        proposal.confidence = link.confidence
        proposal.isProposedByNetwork = true
        proposal.rule = match == nil ? "spans" : "spans+" + proposal.rule
        return proposal
    }

    /// The network's contents; where a cue stands amid its content and the network has one side of it, both sides.
    private func contents(of link: SpanLinker.Link, _ item: Proposal) -> [Range<Int>] {
        if item.rule == "aside" { return link.contents.count > 1 ? link.contents : item.contents }
        guard item.contents.count == 2, link.contents.count == 1, item.cue?.class == .speech,
            item.join == .parataxis || item.join == .clause,
            item.contents.contains(where: { $0.overlaps(link.contents[0]) }),
            let missing = item.contents.first(where: { !$0.overlaps(link.contents[0]) }),
            let cue = link.cue, missing.upperBound <= cue.lowerBound || missing.lowerBound >= cue.upperBound,
            !analysis.attributions.contains(where: { $0.tokens.overlaps(missing) })
        else { return link.contents }
        return reader.joined(link.contents + [missing])
    }

    /// "…, the envoy said that …": what stands before a cue is not its content where "that" follows it directly.
    private func dropBefore(_ link: SpanLinker.Link, from proposal: inout Proposal) {
        guard proposal.contents.count > 1, let cue = link.cue,
            let after = proposal.contents.first(where: { $0.lowerBound >= cue.upperBound }),
            after.lowerBound == cue.upperBound,
            analysis.tokens[after.lowerBound].lemma == "that"
        else { return }
        proposal.contents.removeAll { $0.upperBound <= cue.lowerBound && quotations.innermost[$0.lowerBound] < 0 }
    }

    /// A source phrase is no content: where the network takes its first words for one, the trees' phrase holds.
    private func dropSource(of item: Proposal, beside link: SpanLinker.Link, from proposal: inout Proposal) {
        guard proposal.contents.count > 1, let own = item.source, let source = link.source, own != source,
            own.clamped(to: source) == source
        else { return }
        let kept = proposal.contents.filter { !$0.overlaps(own) }
        if !kept.isEmpty { proposal.contents = kept }
    }

    /// The content of a cue to which neither network nor tree gives one: "…, sources said." closes a sentence, "Sources
    /// said …" opens it.
    private func besideBlock(_ link: SpanLinker.Link, _ entry: Cue?) -> [Range<Int>] {
        guard let cue = link.cue, let source = link.source, entry?.class == .speech else { return [] }
        let sentence = analysis.sentence(of: cue.lowerBound).tokens
        let block = min(cue.lowerBound, source.lowerBound)..<max(cue.upperBound, source.upperBound)
        guard sentence.contains(block.lowerBound), block.upperBound <= sentence.upperBound,
            block.count <= cue.count + source.count + 1
        else { return [] }
        let before = sentence.lowerBound..<block.lowerBound
        let after = block.upperBound..<sentence.upperBound
        if after.allSatisfy({ analysis.isPunctuation($0) }), before.count > 2, analysis.isComma(before.upperBound - 1) {
            return [reader.content(before)]
        }
        return []
    }
}

/// Chooses the source of a linked attribution between the nearest one and the one that the trees name.
struct NetworkSources {
    private let pool: ProposalPool
    private let spans: [Range<Int>]
    /// Sources that the trees confirm for one of their links.
    private var confirmed: Set<Range<Int>> = []

    init(_ pool: ProposalPool, _ links: [SpanLinker.Link], _ matches: [Int?]) {
        self.pool = pool
        spans = pool.analysis.attributions.filter { $0.kind == .source }.map(\.tokens)
        for (link, match) in zip(links, matches) {
            guard let source = link.source, let match, let head = pool.items[match].sourceHead else { continue }
            if source.contains(head) { confirmed.insert(source) }
        }
    }

    /// Whether a phrase overlaps no other part of an attribution.
    private func isFree(_ phrase: Range<Int>, beside proposal: Proposal) -> Bool {
        !(proposal.contents + proposal.cues + proposal.addressees).contains { $0.overlaps(phrase) }
    }

    func choose(for link: SpanLinker.Link, match: Int?, into proposal: inout Proposal) {
        let own = match.flatMap { pool.items[$0].source }
        let head = match.flatMap { pool.items[$0].sourceHead }
        if let own, let cue = link.cue, cue.overlaps(own), own.lowerBound > cue.lowerBound,
            pool.analysis.tokens[own.lowerBound - 1].lemma == "by"
        {
            // "asked by the paper about": the source stands inside the cue.
            proposal.cues[0] = cue.lowerBound..<own.lowerBound
            return
        }
        if let source = link.source, proposal.addressees.contains(where: { $0.overlaps(source) }), own == nil {
            // "the court was told": the subject is who is told.
            proposal.source = nil
            proposal.sourceHead = nil
            return
        }
        // Of the sources that the network knows the trees' choice goes before the nearest one.
        let subject = head.flatMap { head in spans.first { $0.contains(head) && !proposal.contains(head) } }
        if let source = subject ?? link.source {
            let isAnothers = subject == nil && confirmed.contains(source)
            if isAnothers, let own, !own.overlaps(source), !proposal.contents.contains(where: { $0.overlaps(own) }) {
                return
            }
            proposal.source = source
            proposal.sourceHead = pool.analysis.head(of: source)
            if let own, own != source, own.clamped(to: source) == source, isFree(own, beside: proposal),
                !proposal.rule.hasSuffix("according-to")
            {
                proposal.source = own
            }
        } else if let source = proposal.source, proposal.contents.contains(where: { $0.overlaps(source) }) {
            proposal.source = nil
            proposal.sourceHead = nil
        }
    }
}
