import Language
import Lexicon
import Reports

/// Attributions by nouns, predicates, adverbs and prepositions.
extension ClauseReader {
    // MARK: Nouns

    /// "the claim that …", "their demand for …", "raised a demand to …".
    func noun(_ noun: Int) -> Proposal? {
        guard let cue = cue(noun, .noun) else { return nil }
        var (light, source) = sourceOfNoun(noun)
        // "Reports that …": other tellings are their own source.
        if source == nil, light == nil, Self.isTelling(analysis.tokens[noun].lemma), analysis.tokens[noun].xpos == "NNS"
        {
            source = noun
        }
        guard let content = contentOfNoun(noun, cue, hasSource: source != nil) else { return nil }
        // Without a holder only a clause, and a noun of saying, make it an attribution.
        guard source != nil || light != nil || content.join >= .clause && cue.class != .plan else { return nil }
        var low = noun
        while low > 0, analysis.tokens[low - 1].head == noun,
            analysis.tokens[low - 1].relation == .adjective && light == nil
                || light != nil
                    && (analysis.tokens[low - 1].relation == .determiner
                        || analysis.tokens[low - 1].relation == .adjective)
        {
            low -= 1
        }
        if light == nil { low = noun }
        var cueRange = low..<noun + 1
        if let light {
            let verb = cueRangeOfLight(light)
            if verb.upperBound == low { cueRange = verb.lowerBound..<noun + 1 }
        }
        var contents = content.ranges
        (cueRange, contents) = extended(cueRange, to: contents)
        guard !contents.isEmpty else { return nil }
        var proposal = Proposal(
            head: noun, cue: cue, join: content.join, cues: [cueRange],
            source: source.map { $0 == noun ? noun..<noun + 1 : analysis.phrase(of: $0) }, sourceHead: source,
            contents: contents,
            contentHead: content.head, rule: light == nil ? "noun-\(content.join)" : "light-verb-\(content.join)",
            confidence: Float(cue.rate ?? 300) / 1000)
        if let phrase = proposal.source, contents.contains(where: { $0.overlaps(phrase) }) { return nil }
        for child in analysis.children(of: light ?? noun) where !proposal.contains(child) && child != source {
            let relation = analysis.tokens[child].relation
            if relation == .indirectObject, light != nil {
                proposal.addressees.append(analysis.phrase(of: child))
            } else if relation.base == "obl" || relation == .nounModifier {
                addOblique(child, to: &proposal)
            }
        }
        return proposal
    }

    private static func isTelling(_ lemma: String) -> Bool {
        switch lemma {
        case "report", "rumour", "rumor": true
        default: false
        }
    }

    private func cueRangeOfLight(_ verb: Int) -> Range<Int> { cueRange(verb) }

    /// Who holds what a noun names: a possessive, "by …", "from …", an adjective of nation, or the subject of a verb
    /// that only carries the noun ("made a claim").
    private func sourceOfNoun(_ noun: Int) -> (light: Int?, source: Int?) {
        if let owner = analysis.child(of: noun, .possessive) {
            return (nil, owner)
        }
        for child in analysis.children(of: noun) where analysis.tokens[child].relation == .nounModifier {
            let preposition = analysis.preposition(of: child)
            if child > noun, preposition == "by" || preposition == "from" { return (nil, child) }
        }
        if let head = analysis.tokens[noun].head, analysis.tokens[noun].relation == .object,
            Self.isLight(analysis.tokens[head].lemma)
        {
            return (head, analysis.isPassive(head) ? analysis.agent(of: head) : source(of: head))
        }
        for child in analysis.children(of: noun) where child < noun {
            let relation = analysis.tokens[child].relation
            if relation == .adjective, lexicon.demonym(analysis.tokens[child].form) != nil { return (nil, child) }
            if relation == .compound, analysis.tokens[child].xpos.utf8.starts(with: "NNP".utf8) { return (nil, child) }
        }
        if let head = analysis.tokens[noun].head, analysis.tokens[noun].relation == .passiveSubject {
            return (nil, Self.isLight(analysis.tokens[head].lemma) ? analysis.agent(of: head) : nil)
        }
        return (nil, nil)
    }

    /// Verbs that carry a noun of saying or wanting and add little of their own.
    private static func isLight(_ lemma: String) -> Bool {
        switch lemma {
        case "make", "give", "issue", "raise", "express", "voice", "put", "offer", "deliver", "release", "send", "have",
            "reiterate", "repeat", "set", "table", "submit", "present", "extend", "hold", "share", "convey", "state",
            "file", "level", "float", "lodge", "renew", "sound", "utter", "post", "publish", "take":
            true
        default: false
        }
    }

    private func contentOfNoun(_ noun: Int, _ cue: Cue, hasSource: Bool) -> Content? {
        for child in analysis.children(of: noun) where child > noun {
            let relation = analysis.tokens[child].relation
            let isThat = analysis.children(of: child).contains {
                analysis.tokens[$0].relation == .marker && analysis.tokens[$0].lemma == "that"
            }
            let isClause =
                relation == .complement || relation == .adnominalClause && (isThat || analysis.isInfinitive(child))
                || relation == .relativeClause && isThat && analysis.subject(of: child) != nil
                || (relation == .unspecified || relation == .parataxis) && isThat
            if isClause {
                let ranges = pieces(analysis.subtree(of: child), without: nil)
                if !ranges.isEmpty {
                    return Content(
                        ranges: ranges, head: child, join: analysis.isInfinitive(child) ? .infinitive : .clause)
                }
            }
        }
        // "Their position is that …".
        if analysis.tokens[noun].relation == .subject, let head = analysis.tokens[noun].head {
            let isCopula = analysis.tokens[head].lemma == "be"
            let clause = isCopula ? analysis.child(of: head, .complement, .adverbClause) : head
            if let clause, clause > noun,
                isCopula || analysis.child(of: head, .copula) != nil || analysis.tokens[head].relation == .root,
                let mark = analysis.children(of: clause).first(where: {
                    analysis.tokens[$0].relation == .marker && analysis.tokens[$0].lemma == "that" && $0 > noun
                }), (noun + 1..<mark).contains(where: { analysis.tokens[$0].lemma == "be" })
            {
                let ranges = pieces(analysis.subtree(of: clause).filter { $0 > mark }, without: nil)
                if !ranges.isEmpty { return Content(ranges: ranges, head: clause, join: .clause) }
            }
        }
        if let quotation = quotation(after: noun) { return quotation }
        guard cue.frames.contains(.oblique) || cue.frames.contains(.noun), hasSource else { return nil }
        for child in analysis.children(of: noun) where child > noun {
            guard analysis.tokens[child].relation == .nounModifier, let preposition = analysis.preposition(of: child),
                cue.preposition.isEmpty
                    ? Self.isTopical(preposition) && preposition != "on" : preposition == cue.preposition
            else { continue }
            let ranges = pieces(analysis.subtree(of: child), without: nil)
            if !ranges.isEmpty { return Content(ranges: ranges, head: child, join: .oblique) }
        }
        return nil
    }

    /// "their claim that “…”": a quotation right after a noun and an optional "that".
    private func quotation(after noun: Int) -> Content? {
        var next = noun + 1
        if next < analysis.tokens.count, analysis.tokens[next].lemma == "that" { next += 1 }
        while next < analysis.tokens.count, analysis.isComma(next) || analysis.tokens[next].form == ":" { next += 1 }
        guard next < analysis.tokens.count, analysis.isQuotationMark(next) else { return nil }
        let index = quotations.innermost[next]
        guard index >= 0, quotations.all[index].tokens.lowerBound == next, isSpeech(quotations.all[index]) else {
            return nil
        }
        return Content(ranges: [quotations.all[index].tokens], head: nil, join: .quotation)
    }

    // MARK: Predicates

    /// "was hopeful that …", "is in favour of …".
    func predicate(_ predicate: Int, _ cue: Cue?, cueStart: Int) -> Proposal? {
        guard let cue, let subject = analysis.subject(of: predicate) ?? sharedSubject(predicate) else { return nil }
        var content: Content?
        for child in analysis.children(of: predicate) where child > predicate {
            let relation = analysis.tokens[child].relation
            let isClause = relation == .complement || relation == .openComplement || relation == .adverbClause
            let preposition = analysis.preposition(of: child)
            let isPhrase =
                (relation.base == "obl" || relation == .nounModifier || relation == .adnominalClause)
                && preposition != nil
                && (preposition == cue.preposition || cue.preposition.isEmpty && Self.isTopical(preposition!))
            guard isClause && preposition != "as" && preposition != "because" || isPhrase else { continue }
            let ranges = pieces(analysis.subtree(of: child), without: nil)
            guard !ranges.isEmpty else { continue }
            content = Content(ranges: ranges, head: child, join: isPhrase ? .oblique : .clause)
            break
        }
        if content == nil || content?.join == .clause, let quotation = quotation(beside: predicate, cue) {
            content = Content(
                ranges: joined((content?.ranges ?? []) + quotation.ranges), head: content?.head, join: .quotation)
        }
        let join: Proposal.Join =
            analysis.isInfinitive(content?.head ?? predicate)
            ? .infinitive : content?.join == .oblique ? .oblique : .clause
        guard let content, isLikely(cue, join),
            let subject = referentOfSubject(subject)
        else { return nil }
        var (range, contents) = extended(cueRange(predicate), to: content.ranges)
        if range.lowerBound > cueStart { range = cueStart..<range.upperBound }
        guard !contents.isEmpty else { return nil }
        contents = joined(contents)
        return Proposal(
            head: predicate, cue: cue, join: content.join, cues: [range], source: analysis.phrase(of: subject),
            sourceHead: subject, contents: contents, contentHead: content.head, rule: "predicate-\(content.join)",
            confidence: max(0.5, Float(cue.rate ?? 300) / 1000))
    }

    private func sharedSubject(_ predicate: Int) -> Int? {
        guard analysis.child(of: predicate, .copula) != nil || analysis.tokens[predicate].relation == .conjunct else {
            return nil
        }
        return source(of: predicate)
    }

    private func referentOfSubject(_ subject: Int) -> Int? {
        switch analysis.tokens[subject].lemma {
        case "it", "there": nil
        default: subject
        }
    }

    /// "made this clear to her that …": a verb of making with a word for what is plain.
    func makeClear(_ verb: Int) -> Proposal? {
        guard analysis.tokens[verb].lemma == "make" else { return nil }
        let clear =
            analysis.children(of: verb).first {
                $0 > verb && $0 <= verb + 4
                    && ["clear", "plain", "known", "public", "certain"].contains(analysis.tokens[$0].lemma)
            }
            ?? (verb + 1..<min(verb + 4, analysis.tokens.count)).first {
                ["clear", "plain", "known"].contains(analysis.tokens[$0].lemma)
            }
        guard let clear, let source = source(of: verb) else { return nil }
        var content: Content?
        for parent in [verb, clear] {
            for child in analysis.children(of: parent) where child > clear && content == nil {
                let relation = analysis.tokens[child].relation
                guard
                    relation == .complement || relation == .adverbClause || relation == .openComplement
                        || relation == .adnominalClause || relation.base == "csubj" || relation == .unspecified
                else { continue }
                let ranges = fromConjunction(pieces(analysis.subtree(of: child), without: nil), head: child).ranges
                if !ranges.isEmpty { content = Content(ranges: ranges, head: child, join: .clause) }
            }
        }
        let quoted = quotation(beside: verb, nil)
        if let quoted {
            content = Content(
                ranges: joined((content?.ranges ?? []) + quoted.ranges), head: content?.head, join: .quotation)
        }
        guard let content else { return nil }
        let range = cueRange(verb).lowerBound..<clear + 1
        var proposal = Proposal(
            head: verb, cue: lexicon.cue(lemma: "state", partOfSpeech: .verb), join: content.join, cues: [range],
            source: sourcePhrase(source, beside: range), sourceHead: source, contents: content.ranges,
            contentHead: content.head, rule: "make-clear", confidence: 0.9)
        for parent in [verb, clear] {
            for child in analysis.children(of: parent) where child > clear && !proposal.contains(child) {
                if analysis.tokens[child].relation.base == "obl" { addOblique(child, to: &proposal) }
            }
        }
        return proposal
    }

    // MARK: Adverbs

    /// "reportedly": said by somebody who is not named.
    func adverb(_ adverb: Int) -> Proposal? {
        guard let cue = cue(adverb, .adv), analysis.tokens[adverb].relation == .adverbModifier,
            var clause = analysis.tokens[adverb].head
        else { return nil }
        while !analysis.isVerb(clause), analysis.subject(of: clause) == nil, let head = analysis.tokens[clause].head,
            analysis.tokens[clause].relation != .conjunct
        {
            clause = head
        }
        let tokens = analysis.subtree(of: clause) { $0 == adverb }
        let ranges = pieces(tokens, without: adverb..<adverb + 1)
        guard !ranges.isEmpty else { return nil }
        return Proposal(
            head: adverb, cue: cue, join: .adverb, cues: [adverb..<adverb + 1], source: nil, sourceHead: nil,
            contents: ranges, contentHead: clause, rule: "adverb", confidence: Float(cue.rate ?? 500) / 1000)
    }

    // MARK: Phrases

    /// "according to …", "in the words of …", "rule out", "in favour of": a cue of several words that begins at a token.
    func phrase(at token: Int, in sentence: Sentence) -> (Proposal, end: Int)? {
        // "according" is a preposition of its own, though treebanks give it the lemma of the verb.
        let matches = lexicon.phrases(at: token, count: sentence.tokens.upperBound, kinds: .cue) {
            analysis.tokens[$0].lemma == "accord" && analysis.tokens[$0].xpos == "VBG"
                ? "according" : analysis.tokens[$0].lemma
        }
        if let cue = cue(token, .prep), cue.frames.contains(.clause),
            let proposal = besideClause(token..<token + 1, cue)
        {
            return (proposal, token + 1)
        }
        for match in matches {
            let cue = lexicon.cues[match.entry.row]
            switch cue.partOfSpeech {
            case .prep, .phrase:
                if cue.frames.contains(.clause), isPreposition(match.words.upperBound - 1),
                    let proposal = besideClause(match.words, cue)
                {
                    return (proposal, match.words.upperBound)
                }
                // Auxiliaries are no part of a phrase: "was told", "have said" are forms of their verbs.
                let first = analysis.tokens[match.words.lowerBound]
                guard match.words.count > 1, first.upos != .aux, first.lemma != "be", first.lemma != "have" else {
                    continue
                }
                let head = analysis.head(of: match.words)
                if analysis.isVerb(head), let content = content(of: head, cue) ?? governed(by: match.words),
                    let source = source(of: head),
                    !analysis.isPassive(head)
                {
                    var (range, contents) = extended(
                        cueRange(head).lowerBound..<match.words.upperBound, to: content.ranges)
                    contents = contents.compactMap { piece in
                        let low = max(piece.lowerBound, range.upperBound)
                        if piece.upperBound <= range.lowerBound { return piece }
                        return low < piece.upperBound ? low..<piece.upperBound : nil
                    }
                    range = range.lowerBound..<range.upperBound
                    guard !contents.isEmpty else { continue }
                    var proposal = Proposal(
                        head: head, cue: cue, join: content.join, cues: [range],
                        source: sourcePhrase(source, beside: range),
                        sourceHead: source, contents: contents, contentHead: content.head,
                        rule: "phrase-\(content.join)", confidence: max(0.6, Float(cue.rate ?? 600) / 1000))
                    addCircumstances(of: head, to: &proposal)
                    return (proposal, match.words.upperBound)
                }
                if var proposal = predicate(head, cue, cueStart: match.words.lowerBound) {
                    widen(&proposal, over: match.words)
                    return (proposal, match.words.upperBound)
                }
            case .verb, .noun, .adj, .adv: continue
            }
        }
        return nil
    }

    /// What the preposition at the end of a phrase governs: "agreed to the terms".
    private func governed(by words: Range<Int>) -> Content? {
        let last = words.upperBound - 1
        guard analysis.tokens[last].relation == .caseMarker || analysis.tokens[last].relation == .marker,
            let head = analysis.tokens[last].head, head > last
        else { return nil }
        let ranges = pieces(analysis.subtree(of: head).filter { $0 > last }, without: nil)
        return ranges.isEmpty ? nil : Content(ranges: ranges, head: head, join: .oblique)
    }

    /// Makes the cue of a predicate the whole phrase, with what negates and carries it before.
    private func widen(_ proposal: inout Proposal, over words: Range<Int>) {
        var low = min(words.lowerBound, proposal.cues[0].lowerBound)
        while low > 0, analysis.tokens[low - 1].head == proposal.head,
            analysis.tokens[low - 1].relation.base == "aux" || analysis.tokens[low - 1].relation == .copula
                || analysis.tokens[low - 1].relation == .adverbModifier
        {
            low -= 1
        }
        let high = max(words.upperBound, proposal.cues[0].upperBound)
        proposal.cues = [low..<high]
        let contents = proposal.contents.compactMap { piece -> Range<Int>? in
            if piece.upperBound <= low { return piece }
            return piece.upperBound > high ? max(piece.lowerBound, high)..<piece.upperBound : nil
        }
        if !contents.isEmpty { proposal.contents = contents }
    }

    /// "According to X, …" and "…, as per X": the content is the clause that the phrase stands in.
    private func besideClause(_ words: Range<Int>, _ cue: Cue) -> Proposal? {
        let start = words.upperBound
        var words = words
        let sentence = analysis.sentence(of: words.lowerBound)
        if words.lowerBound > sentence.tokens.lowerBound, analysis.tokens[words.lowerBound].lemma == "per",
            analysis.tokens[words.lowerBound - 1].lemma == "as"
        {
            words = words.lowerBound - 1..<words.upperBound
        }
        guard start < sentence.tokens.upperBound, !analysis.isPunctuation(start) else { return nil }
        // The source is the largest phrase that begins right after the cue.
        var source = start
        while let head = analysis.tokens[source].head, !words.contains(head), head > start || source == start,
            head >= start, !isClause(head)
        {
            source = head
        }
        guard analysis.isNominal(source) || analysis.isAdjective(source) else { return nil }
        let phrase = start..<max(start + 1, analysis.phrase(of: source).upperBound)
        var clause =
            words.contains(analysis.tokens[source].head ?? -1)
            ? analysis.tokens[analysis.tokens[source].head!].head : analysis.tokens[source].head
        while let here = clause, !isClause(here) || here < phrase.upperBound && phrase.contains(here),
            let head = analysis.tokens[here].head
        {
            clause = head
        }
        guard var clause else { return nil }
        if words.lowerBound == sentence.tokens.lowerBound || isInitial(words.lowerBound, in: sentence) {
            clause = analysis.root(of: sentence) ?? clause
        }
        let block = words.lowerBound..<phrase.upperBound
        let tokens = analysis.subtree(of: clause).filter { !block.contains($0) }
        let ranges = pieces(tokens, without: block)
        guard !ranges.isEmpty else { return nil }
        return Proposal(
            head: words.lowerBound, cue: cue, join: .beside, cues: [words], source: phrase, sourceHead: source,
            contents: ranges, contentHead: clause, rule: "according-to", confidence: 0.95)
    }

    private func isPreposition(_ token: Int) -> Bool {
        switch analysis.tokens[token].lemma {
        case "of", "to", "by", "per": true
        default: false
        }
    }

    private func isInitial(_ token: Int, in sentence: Sentence) -> Bool {
        (sentence.tokens.lowerBound..<token).allSatisfy {
            analysis.isPunctuation($0) || analysis.tokens[$0].upos == .cconj
        }
    }

    private func isClause(_ token: Int) -> Bool {
        analysis.tokens[token].head == nil || analysis.isVerb(token) && analysis.tokens[token].relation != .adjective
            || analysis.subject(of: token) != nil
    }
}
