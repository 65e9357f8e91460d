import Language
import Lexicon
import Reports

/// Attributions by a verb.
extension ClauseReader {
    /// What a verb takes as its content.
    struct Content {
        var ranges: [Range<Int>]
        var head: Int?
        var join: Proposal.Join
        /// Words between the verb and the content that the tree counts to the content.
        var before: Range<Int>?
    }

    func verb(_ verb: Int) -> Proposal? {
        let cue = cue(verb, .verb)
        if cue == nil, Self.isNotAttributive(analysis.tokens[verb].lemma) { return nil }
        if let frame = makeClear(verb) ?? aside(verb) { return frame }
        guard let content = content(of: verb, cue), isLikely(cue, content.join) else { return nil }
        var source = source(of: verb)
        if source == nil, content.join == .quotation { source = invertedSubject(of: verb, content) }
        var isSourceless = false
        if analysis.isPassive(verb) {
            // "is quoted as saying": the passive subject speaks. Else it is told or spoken of.
            source = isQuoting(verb) ? analysis.subject(of: verb) : analysis.agent(of: verb)
            isSourceless = source == nil
        }
        if source == nil, cue?.class != .speech && cue?.class != .belief || cue?.factive == true && isSourceless {
            return nil
        }
        if source == nil, !isSourceless, content.join <= .infinitive { return nil }
        var cueRange = cueRange(verb)
        var contents = content.ranges
        (cueRange, contents) = extended(cueRange, to: contents)
        guard !contents.isEmpty else { return nil }
        let phrase = source.map { sourcePhrase($0, beside: cueRange) }
        if let phrase,
            contents.contains(where: {
                $0.overlaps(phrase) && $0.contains(source!) && $0.lowerBound == phrase.lowerBound
            }), content.join <= .infinitive
        {
            return nil
        }
        var proposal = Proposal(
            head: verb, cue: cue, join: content.join, cues: [cueRange], source: phrase, sourceHead: source,
            contents: contents, contentHead: content.head, rule: "verb-\(content.join)",
            confidence: confidence(cue, content.join))
        addCircumstances(of: verb, to: &proposal)
        if content.before == nil { addTold(to: &proposal) }
        if let told = content.before, proposal.addressees.isEmpty, told.lowerBound == cueRange.upperBound,
            told.contains(where: { analysis.isNominal($0) }), analysis.tokens[told.lowerBound].upos != .adp,
            cue.map({ $0.class == .speech }) ?? false
        {
            proposal.addressees = [told]
        }
        return proposal
    }

    /// Whether a verb attributes often enough to do so with a content of this form: a clause says more than an object.
    func isLikely(_ cue: Cue?, _ join: Proposal.Join) -> Bool {
        guard let cue, let rate = cue.rate else { return true }
        switch join {
        case .clause, .beside, .adverb: return true
        case .quotation: return cue.class == .speech || rate >= 150
        case .parataxis: return rate >= 300
        case .infinitive: return cue.act == .other ? rate >= 200 : rate >= 60
        case .object, .oblique: return cue.act == .other ? rate >= 350 : rate >= 100
        }
    }

    /// "“…,” read the note": behind its quotation a verb may stand before its subject, which trees take for an object.
    private func invertedSubject(of verb: Int, _ content: Content) -> Int? {
        guard content.ranges.contains(where: { $0.upperBound <= verb }) else { return nil }
        return analysis.children(of: verb).first {
            $0 > verb && analysis.tokens[$0].relation.base != "obl" && analysis.isNominal($0)
                && !content.ranges.contains { range in range.contains(verb + 1) }
        }
    }

    private func confidence(_ cue: Cue?, _ join: Proposal.Join) -> Float {
        let rate = Float(cue?.rate ?? 300) / 1000
        switch join {
        case .quotation, .clause: return max(0.7, rate)
        case .parataxis, .beside, .adverb: return max(0.6, rate)
        case .infinitive, .oblique, .object: return rate
        }
    }

    /// Verbs that take clauses without anyone's saying or thinking them.
    static func isNotAttributive(_ lemma: String) -> Bool {
        switch lemma {
        case "be", "have", "do", "mean", "ensure", "make", "cause", "happen", "let", "get", "help", "enable", "allow",
            "prevent", "force", "wait", "go", "come", "take", "give", "keep", "stop", "start", "begin", "continue",
            "occur", "depend", "matter", "result", "lead", "leave", "bring", "turn", "put":
            true
        default: false
        }
    }

    // MARK: Content

    func content(of verb: Int, _ cue: Cue?) -> Content? {
        let quotation = quotation(beside: verb, cue)
        if let clause = clause(of: verb, cue, quotation: quotation) { return clause }
        if let quotation { return quotation }
        guard let cue else { return nil }
        if let beside = beside(verb, cue) { return beside }
        if analysis.child(of: verb, .object, .indirectObject) != nil, cue.act != .other,
            let infinitive = infinitive(of: verb)
        {
            return infinitive
        }
        for frame in cue.frames {
            switch frame {
            case .infinitive, .object, .addressee:
                if let infinitive = infinitive(of: verb) { return infinitive }
                if frame == .object, let oblique = oblique(of: verb, cue) { return oblique }
            case .content:
                if let object = object(of: verb) { return object }
            case .oblique:
                if let oblique = oblique(of: verb, cue) { return oblique }
            case .that, .quote, .noun, .clause, .none: break
            }
        }
        return raised(verb, cue) ?? (cue.class == .speech ? oblique(of: verb, "about") : nil)
    }

    /// "The governor is thought to have fled": the subject belongs to the content.
    private func raised(_ verb: Int, _ cue: Cue) -> Content? {
        guard analysis.isPassive(verb), let subject = analysis.subject(of: verb),
            !cue.frames.contains(.object), !cue.frames.contains(.addressee), let infinitive = infinitive(of: verb)
        else { return nil }
        return Content(
            ranges: joined([analysis.phrase(of: subject)] + infinitive.ranges), head: infinitive.head, join: .clause)
    }

    /// The verb's own words: its subtree without the content's.
    private func block(_ verb: Int, without content: Int) -> Range<Int> {
        let own = analysis.subtree(of: verb) { $0 == content }
        // What hangs on the verb from far away does not count as standing with it.
        var low = verb
        var high = verb + 1
        for token in own.reversed() where token < low && token >= low - 12 { low = token }
        for token in own where token >= high && token == high { high = token + 1 }
        return low..<high
    }

    /// A clause that the verb governs: "said that …", or one before the verb: "…, he said".
    private func clause(of verb: Int, _ cue: Cue?, quotation: Content?) -> Content? {
        for child in analysis.children(of: verb) {
            let relation = analysis.tokens[child].relation
            let isThat = analysis.children(of: child).contains {
                analysis.tokens[$0].relation == .marker && analysis.tokens[$0].lemma == "that"
            }
            let isClause =
                relation == .complement || relation == .openComplement && isThat
                || relation.base == "csubj" && analysis.isPassive(verb)
                || (relation == .adverbClause || relation == .unspecified) && isThat && child > verb
            guard isClause, !analysis.isInfinitive(child) || relation == .complement && child < verb else { continue }
            if cue == nil, !isThat, quotation == nil, child > verb { continue }
            if quotations.innermost[child] != quotations.innermost[verb],
                quotations.innermost[verb] >= 0, !quotations.all[quotations.innermost[verb]].tokens.contains(child)
            {
                continue
            }
            if isThat, owner(ofClause: child) != nil { continue }
            let misplaced = analysis.children(of: child).filter { isMisplaced($0) }
            var tokens = analysis.subtree(of: child) { misplaced.contains($0) }
            if let first = misplaced.first {
                let start = analysis.extent(of: first).lowerBound
                tokens.removeAll { $0 >= start }
            }
            var ranges = pieces(tokens, without: block(verb, without: child))
            if let quotation { ranges = joined(ranges + quotation.ranges) }
            var told: Range<Int>?
            if child > verb { (ranges, told) = fromConjunction(ranges, head: child) }
            guard !ranges.isEmpty else { continue }
            return Content(ranges: ranges, head: child, join: quotation == nil ? .clause : .quotation, before: told)
        }
        return adopted(by: verb, cue) ?? parataxis(of: verb, cue)
    }

    // MARK: Clauses hung too high

    /// A "that" clause that the tree hangs above the verb which stands right before it: "…, two guards swore that the
    /// colonel had said that …".
    private func adopted(by verb: Int, _ cue: Cue?) -> Content? {
        guard let cue, cue.frames.contains(.that) || cue.frames.contains(.quote) || cue.frames.contains(.addressee)
        else { return nil }
        let sentence = analysis.sentence(of: verb).tokens
        var token = verb + 1
        while token < min(sentence.upperBound, verb + 14), !analysis.isVerb(token), !analysis.isComma(token) {
            if analysis.tokens[token].lemma == "that", analysis.tokens[token].relation == .marker,
                let clause = analysis.tokens[token].head, owner(ofClause: clause) == verb
            {
                let ranges = pieces(analysis.subtree(of: clause).filter { $0 >= token }, without: nil)
                return ranges.isEmpty ? nil : Content(ranges: ranges, head: clause, join: .clause)
            }
            token += 1
        }
        return nil
    }

    /// The verb right before a "that" clause to which it belongs, if the tree hangs it on another verb further up.
    private func owner(ofClause clause: Int) -> Int? {
        guard let head = analysis.tokens[clause].head,
            let mark = analysis.children(of: clause).first(where: {
                analysis.tokens[$0].relation == .marker && analysis.tokens[$0].lemma == "that"
            }), head < mark
        else { return nil }
        var token = mark - 1
        let start = analysis.sentence(of: clause).tokens.lowerBound
        while token >= start, token > head, mark - token < 14, !analysis.isVerb(token) {
            if analysis.isComma(token) || analysis.tokens[token].upos == .cconj || analysis.isQuotationMark(token) {
                return nil
            }
            token -= 1
        }
        guard token > head, analysis.isVerb(token), analysis.dominates(head, token), let cue = cue(token, .verb),
            cue.frames.contains(.that) || cue.frames.contains(.addressee), !analysis.dominates(clause, token),
            !analysis.children(of: token).contains(where: {
                analysis.tokens[$0].relation == .complement || analysis.tokens[$0].relation == .openComplement
            })
        else { return nil }
        return token
    }
    /// "The road is open, the envoy said": the cue stands beside its content.
    private func parataxis(of verb: Int, _ cue: Cue?) -> Content? {
        guard let cue, cue.class != .wish, analysis.subject(of: verb) != nil else { return nil }
        let token = analysis.tokens[verb]
        if token.relation == .parataxis || token.relation == .unspecified, let head = token.head,
            analysis.child(of: verb, .object, .openComplement) == nil || cue.frames.contains(.addressee),
            cue.frames.contains(.that) || cue.frames.contains(.quote)
        {
            let own = analysis.extent(of: verb)
            let tokens = analysis.subtree(of: head) { $0 == verb }
            let ranges = pieces(tokens, without: own)
            if !ranges.isEmpty { return Content(ranges: ranges, head: head, join: .parataxis) }
        }
        // A clause after a colon, or hung on loosely.
        for child in analysis.children(of: verb) where child > verb && analysis.tokens[child].relation == .parataxis {
            guard cue.frames.contains(.that) || cue.frames.contains(.quote), analysis.child(of: verb, .object) == nil
            else { continue }
            let ranges = pieces(analysis.subtree(of: child), without: nil)
            if !ranges.isEmpty { return Content(ranges: ranges, head: child, join: .parataxis) }
        }
        return nil
    }

    /// "As the envoy put it, …".
    private func beside(_ verb: Int, _ cue: Cue) -> Content? {
        guard analysis.tokens[verb].relation == .adverbClause, let head = analysis.tokens[verb].head,
            analysis.preposition(of: verb) == "as", analysis.subject(of: verb) != nil,
            cue.frames.contains(.that) || cue.frames.contains(.quote)
        else { return nil }
        let ranges = pieces(analysis.subtree(of: head) { $0 == verb }, without: analysis.extent(of: verb))
        return ranges.isEmpty ? nil : Content(ranges: ranges, head: head, join: .beside)
    }

    private func infinitive(of verb: Int) -> Content? {
        for child in analysis.children(of: verb) where child > verb {
            let relation = analysis.tokens[child].relation
            guard relation == .openComplement || relation == .complement || relation == .adverbClause,
                analysis.isInfinitive(child) || analysis.tokens[child].xpos == "VBG" && relation != .adverbClause
            else { continue }
            var tokens = analysis.subtree(of: child)
            tokens.removeAll { $0 <= verb }
            let ranges = pieces(tokens, without: nil)
            if !ranges.isEmpty { return Content(ranges: ranges, head: child, join: .infinitive) }
        }
        return nil
    }

    private func object(of verb: Int) -> Content? {
        let object =
            analysis.isPassive(verb)
            ? analysis.child(of: verb, .passiveSubject)
            : analysis.children(of: verb).first {
                analysis.tokens[$0].relation == .object && $0 > verb
            }
        guard let object, !analysis.isRelativePronoun(object) else { return nil }
        var tokens = analysis.subtree(of: object)
        // "called it a trap", "described it as a trap": what is said of the object belongs to the content.
        for child in analysis.children(of: verb) where child > object && !analysis.isPassive(verb) {
            let relation = analysis.tokens[child].relation
            let isNaming =
                relation == .openComplement && !analysis.isInfinitive(child)
                || relation.base == "obl" && analysis.preposition(of: child) == "as"
            if isNaming { tokens += analysis.subtree(of: child) }
        }
        if !analysis.isPassive(verb) { tokens.removeAll { $0 <= verb } }
        let ranges = pieces(tokens, without: nil)
        return ranges.isEmpty ? nil : Content(ranges: ranges, head: object, join: .object)
    }

    private func oblique(of verb: Int, _ cue: Cue) -> Content? {
        oblique(of: verb, cue.preposition.isEmpty ? nil : cue.preposition)
    }

    private func oblique(of verb: Int, _ governed: String?) -> Content? {
        for child in analysis.children(of: verb) where child > verb {
            let relation = analysis.tokens[child].relation
            guard relation.base == "obl" || relation == .adverbClause || relation == .nounModifier,
                let preposition = analysis.preposition(of: child)
            else { continue }
            guard governed.map({ $0 == preposition }) ?? Self.isTopical(preposition) else { continue }
            let ranges = pieces(analysis.subtree(of: child), without: nil)
            if !ranges.isEmpty { return Content(ranges: ranges, head: child, join: .oblique) }
        }
        return nil
    }

    static func isTopical(_ preposition: String) -> Bool {
        switch preposition {
        case "of", "about", "for", "against", "on", "over": true
        default: false
        }
    }

    // MARK: Quotations

    /// A quotation that stands directly beside the clause of a verb of speaking.
    func quotation(beside verb: Int, _ cue: Cue?) -> Content? {
        guard cue.map({ $0.frames.contains(.quote) || $0.frames.contains(.that) }) ?? true else { return nil }
        let sentence = analysis.sentence(of: verb)
        let inside = quotations.innermost[verb]
        var best: Content?
        for (index, quotation) in quotations.all.enumerated() {
            if quotation.tokens.isEmpty { continue }
            if quotation.tokens.lowerBound >= sentence.tokens.upperBound { break }
            // A verb that is not known to attribute has to stand right beside the quotation.
            if cue == nil, !isNextTo(quotation.tokens, verb) { continue }
            guard quotation.tokens.upperBound > sentence.tokens.lowerBound - 1, index != inside,
                quotation.parent ?? -1 == inside, !quotation.tokens.contains(verb), isSpeech(quotation)
            else { continue }
            if quotation.tokens.upperBound <= sentence.tokens.lowerBound, endsSentence(quotation.tokens) { continue }
            if quotation.tokens.lowerBound > verb {
                guard quotation.tokens.lowerBound < sentence.tokens.upperBound,
                    leads(from: verb, to: quotation.tokens.lowerBound)
                else { continue }
            } else {
                guard leads(from: quotation.tokens.upperBound, to: verb, isAfter: true) else { continue }
            }
            let ranges = (best?.ranges ?? []) + [quotation.tokens]
            best = Content(ranges: ranges, head: nil, join: .quotation)
        }
        return best
    }

    /// Whether a quotation ends with a full stop, so that a sentence after it need not be its cue.
    private func endsSentence(_ quotation: Range<Int>) -> Bool {
        quotation.suffix(2).contains { analysis.tokens[$0].form == "." }
    }

    private func isNextTo(_ quotation: Range<Int>, _ verb: Int) -> Bool {
        let gap =
            quotation.lowerBound > verb
            ? verb + 1..<quotation.lowerBound : quotation.upperBound..<max(verb, quotation.upperBound)
        guard gap.count <= 8 else { return false }
        if quotation.lowerBound > verb { return gap.allSatisfy { analysis.isPunctuation($0) } && !gap.isEmpty }
        return gap.allSatisfy { analysis.isPunctuation($0) || analysis.dominates(verb, $0) }
            && quotation.upperBound > 1 && analysis.isComma(quotation.upperBound - 2)
    }

    /// Whether a quotation reads like speech: it ends like a sentence or a clause of one, or holds a verb.
    func isSpeech(_ quotation: Quotation) -> Bool {
        let words = quotation.tokens.filter { !analysis.isPunctuation($0) }
        if words.count >= 5 { return true }
        guard let last = quotation.tokens.last, last > 0 else { return false }
        let end = analysis.tokens[last - (analysis.isQuotationMark(last) ? 1 : 0)].form
        if [",", ".", "!", "?"].contains(end) { return true }
        return words.contains { analysis.isVerb($0) || analysis.tokens[$0].upos == .aux }
    }

    /// Whether only a subject, somebody told and the like stand between a quotation and its verb.
    private func leads(from start: Int, to end: Int, isAfter: Bool = false) -> Bool {
        let low = isAfter ? start : start + 1
        guard end - low <= 25 else { return false }
        for token in low..<max(low, end) {
            if analysis.isQuotationMark(token) { return false }
            if analysis.isVerb(token), !isModifier(token) {
                return false
            }
            let form = analysis.tokens[token].form
            if form == "." || form == ";" || form == "?" || form == "!" { return false }
        }
        return true
    }

    /// A verb inside a relative clause or a participle phrase of some noun.
    private func isModifier(_ token: Int) -> Bool {
        let relation = analysis.tokens[token].relation
        return relation == .relativeClause || relation == .adnominalClause || relation == .adjective
            || relation == .adverbClause && analysis.isNonfinite(token)
    }

    /// Ranges in text order, those that touch or overlap as one.
    func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var out: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = out.last, range.lowerBound <= last.upperBound {
                out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                out.append(range)
            }
        }
        return out
    }
}
