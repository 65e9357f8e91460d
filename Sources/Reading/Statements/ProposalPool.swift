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
        items =
            reader.proposals()
            + LineReader(analysis: reader.analysis, lexicon: reader.lexicon, quotations: reader.quotations).proposals()
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
            let yields = items[outer].cue?.act == .refuse || items[outer].cue?.act == .accept
            if relation == .openComplement, items[outer].contentHead == item.head, item.join >= .infinitive || yields {
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

    /// Gives verbs whose clause stands behind an aside that clause.
    mutating func resumeAfterAsides() {
        for aside in items where aside.rule == "aside" {
            guard let resumed = reader.resumed(after: aside) else { continue }
            if let index = items.firstIndex(where: { $0.head == resumed.head }) {
                if !items[index].isDropped { items[index] = resumed }
            } else {
                items.append(resumed)
            }
        }
    }

    /// "said in a statement that …", "had hinted at talks that, “…”": a noun between a verb and its content does not
    /// attribute that content once more.
    mutating func dropNounsBeside() {
        for index in items.indices where !items[index].isDropped && items[index].rule.utf8.starts(with: "noun".utf8) {
            let noun = items[index]
            let isBeside = items.contains { verb in
                !verb.isDropped && analysis.isVerb(verb.head) && verb.join >= .clause && verb.head < noun.head
                    && !verb.contains(noun.head) && covers(noun, verb)
                    && analysis.sentenceOfToken[verb.head] == analysis.sentenceOfToken[noun.head]
                    && noun.head < verb.hull.lowerBound
            }
            if isBeside { items[index].isDropped = true }
        }
    }

    // MARK: Double cues

    /// "According to the envoy, …, he told a channel": two cues of one source for one content.
    mutating func mergeDoubles() {
        for index in items.indices where !items[index].isDropped && items[index].rule.hasSuffix("according-to") {
            for other in items.indices where other != index && !items[other].isDropped {
                let holdEachOther =
                    items[index].contains(items[other].head) && items[other].contains(items[index].head)
                guard holdEachOther || covers(items[other], items[index]), sameSource(items[index], items[other])
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
        var low = item.cues.map(\.lowerBound).min() ?? item.head
        var high = item.cues.map(\.upperBound).max() ?? item.head + 1
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
        if token.xpos == "PRP", analysis.isVerb(other.head) {
            return token.lemma != "it" && token.lemma != "i" && token.lemma != "I"
        }
        let last = b.last { isName($0) }
        guard let last, last + 1 >= b.upperBound || head == last else { return false }
        return a.contains {
            isName($0) && analysis.tokens[$0].form == analysis.tokens[last].form && names($0, phrase: a)
        }
    }

    private func isName(_ token: Int) -> Bool {
        analysis.tokens[token].upos == .propn || analysis.tokens[token].xpos == "NNP"
    }

    /// Whether a word names what a phrase stands for, and not somebody whom it mentions ("the minister's aide").
    private func names(_ token: Int, phrase: Range<Int>) -> Bool {
        let head = analysis.head(of: phrase)
        var here = token
        while here != head, let next = analysis.tokens[here].head {
            switch analysis.tokens[here].relation {
            case .possessive: return false
            case .nounModifier where analysis.preposition(of: here) != nil: return false
            default: here = next
            }
            if !phrase.contains(here) { return true }
        }
        return true
    }

    // MARK: Floating quotations

    /// A quotation with no cue of its own goes on with the speech of the attribution before it.
    mutating func adoptFloatingQuotations() {
        for (index, quotation) in quotations.all.enumerated() where quotation.parent == nil && !quotation.tokens.isEmpty
        {
            guard quotation.continues == nil, !isCovered(quotation), isSentence(quotation), reader.isSpeech(quotation),
                let speaker = speaker(before: quotation)
            else { continue }
            let last = max(blockRange(items[speaker]).upperBound, items[speaker].hull.upperBound) - 1
            let start = quotation.tokens.lowerBound
            // Nothing but the rest of the cue's own sentence stands in between.
            let goesOn =
                analysis.paragraph(of: last) == analysis.paragraph(of: start)
                && analysis.sentenceOfToken[start] <= analysis.sentenceOfToken[last] + 1
            let pieces = [quotation.tokens] + continuations(of: index)
            if goesOn {
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

}
