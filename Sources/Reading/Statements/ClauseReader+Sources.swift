import Language
import Lexicon
import Reports

/// Who speaks, to whom, and through what.
extension ClauseReader {
    /// The head of the phrase that is the source of a verb: its subject, or the subject that it shares.
    func source(of verb: Int) -> Int? {
        var verb = verb
        for _ in 0..<6 {
            if let subject = analysis.subject(of: verb) { return referent(subject, of: verb) }
            let token = analysis.tokens[verb]
            if isMisplaced(verb), let clause = token.head, let upper = analysis.tokens[clause].head {
                verb = upper
                continue
            }
            if let chunk = unattachedSubject(of: verb) { return chunk }
            guard let head = token.head else { return nil }
            switch token.relation {
            case .conjunct:
                verb = head
            case .openComplement, .adverbClause, .complement:
                if token.relation == .complement, analysis.preposition(of: verb) == nil { return nil }
                // "urged the minister to admit": an object, where there is one, is the subject of the complement.
                if token.relation == .openComplement, let object = analysis.child(of: head, .object, .indirectObject) {
                    return object
                }
                // "accused the bank of hiding …"
                if let preposition = analysis.preposition(of: verb),
                    ["of", "for", "from", "into"].contains(preposition),
                    let object = analysis.child(of: head, .object)
                {
                    return object
                }
                guard analysis.isNonfinite(verb) || token.relation == .openComplement else { return nil }
                if analysis.isPassive(head), analysis.subject(of: head) == nil { return nil }
                verb = head
            case .adnominalClause:
                return analysis.tokens[verb].xpos == "VBN" ? nil : head
            case .relativeClause:
                return head
            default:
                // "by saying": hung on the verb as a phrase.
                guard token.relation.base == "obl", token.xpos == "VBG" else { return nil }
                verb = head
            }
        }
        return nil
    }

    /// The noun phrase right before a finite verb to which the tree gives no subject: it has hung the phrase elsewhere.
    private func unattachedSubject(of verb: Int) -> Int? {
        let token = analysis.tokens[verb]
        switch token.relation {
        case .root, .complement, .parataxis, .unspecified: break
        default: return nil
        }
        let isFinite =
            token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP"
            || analysis.children(of: verb).contains {
                analysis.tokens[$0].relation.base == "aux" && !analysis.isInfinitiveMark($0)
            }
        guard isFinite, !analysis.isPassive(verb), let chunk = nounChunk(before: cueRange(verb).lowerBound) else {
            return nil
        }
        return analysis.head(of: chunk)
    }

    /// "said that there were doubts but was hopeful": a conjunct without a subject cannot share an empty "there", and
    /// belongs to the verb above.
    func isMisplaced(_ verb: Int) -> Bool {
        guard analysis.tokens[verb].relation == .conjunct, let clause = analysis.tokens[verb].head,
            analysis.subject(of: verb) == nil, analysis.tokens[clause].relation == .complement,
            cue(verb, analysis.isVerb(verb) ? .verb : .adj) != nil
        else { return false }
        return analysis.children(of: clause).contains {
            analysis.tokens[$0].relation == Relation("expl") && analysis.tokens[$0].lemma == "there"
        }
    }

    /// What a subject stands for: a relative pronoun for its antecedent; an empty "it" or "there" for nobody.
    private func referent(_ subject: Int, of verb: Int) -> Int? {
        if analysis.isRelativePronoun(subject) {
            guard let head = analysis.tokens[verb].head, analysis.tokens[verb].relation.base == "acl" else {
                return nil
            }
            return head
        }
        let token = analysis.tokens[subject]
        if token.lemma == "it" || token.lemma == "there" {
            if token.relation == Relation("expl") || analysis.isPassive(verb) { return nil }
        }
        return subject
    }

    /// The phrase of a source, up to the cue where the tree has the cue inside it.
    func sourcePhrase(_ source: Int, beside cue: Range<Int>) -> Range<Int> {
        let phrase = analysis.phrase(of: source)
        guard phrase.overlaps(cue) else {
            // A title or a name that the tree leaves out between the phrase and the cue.
            guard phrase.upperBound < cue.lowerBound, let chunk = nounChunk(before: cue.lowerBound),
                chunk.contains(source), chunk.lowerBound <= phrase.upperBound
            else { return phrase }
            return min(phrase.lowerBound, chunk.lowerBound)..<cue.lowerBound
        }
        if source < cue.lowerBound { return analysis.trimmed(phrase.lowerBound..<max(source + 1, cue.lowerBound)) }
        return analysis.trimmed(min(source, cue.upperBound)..<phrase.upperBound)
    }

    /// The words of a noun phrase that ends right before a token, told by their tags alone.
    func nounChunk(before end: Int) -> Range<Int>? {
        guard end > 0 else { return nil }
        let start = analysis.sentence(of: end - 1).tokens.lowerBound
        var low = end
        while low > start {
            let token = analysis.tokens[low - 1]
            let isPart =
                analysis.isNominal(low - 1) || analysis.isAdjective(low - 1) || token.upos == .det
                || token.upos == .part
                || token.upos == .num || token.upos == .adp && low < end && token.lemma == "of" || token.xpos == "VBG"
            guard isPart else { break }
            low -= 1
        }
        guard low < end, (low..<end).contains(where: { analysis.isNominal($0) }) else { return nil }
        return low..<end
    }

    /// "was quoted as saying", "is reported as having said".
    func isQuoting(_ verb: Int) -> Bool {
        switch analysis.tokens[verb].lemma {
        case "quote", "cite":
            return analysis.children(of: verb).contains {
                $0 > verb && analysis.preposition(of: $0) == "as"
            }
        default: return false
        }
    }

    /// Adds whom a verb's subject speaks to, and through what.
    func addCircumstances(of head: Int, to proposal: inout Proposal) {
        let hasClause = proposal.join >= .beside || proposal.join == .infinitive
        let tells = proposal.cue.map { $0.frames.contains(.addressee) || $0.frames.contains(.object) } ?? false
        // A name right behind a verb of telling is one, however the tree divides it.
        let name = hasClause && tells ? nameChunk(after: proposal.cues[0].upperBound, beside: proposal) : nil
        if let name { add(name, to: &proposal) }
        for child in analysis.children(of: head) where child != proposal.sourceHead && !proposal.contains(child) {
            let relation = analysis.tokens[child].relation
            guard analysis.isNominal(child), !(name?.contains(child) ?? false) else { continue }
            if relation == .indirectObject || relation == .object && hasClause && tells && child != proposal.contentHead
            {
                add(child, to: &proposal)
            } else if relation == .passiveSubject, tells, proposal.join != .object, !isQuoting(head) {
                if analysis.tokens[child].lemma != "it" { add(child, to: &proposal) }
            } else if relation.base == "obl" || relation == .nounModifier {
                addOblique(child, to: &proposal)
            }
        }
    }

    /// Proper nouns right behind a cue.
    private func nameChunk(after start: Int, beside proposal: Proposal) -> Range<Int>? {
        guard let chunk = nounChunk(after: start), chunk.count > 1,
            chunk.allSatisfy({ analysis.tokens[$0].upos == .propn || analysis.tokens[$0].upos == .det }),
            !proposal.contents.contains(where: { $0.overlaps(chunk) }),
            !(proposal.source.map { $0.overlaps(chunk) } ?? false)
        else { return nil }
        return chunk
    }

    /// Adds whom a verb of telling tells from the words right behind it, where the tree shows nobody.
    func addTold(to proposal: inout Proposal) {
        guard proposal.addressees.isEmpty, proposal.medium == nil, let cue = proposal.cues.first,
            proposal.cue?.frames.contains(.addressee) ?? false, !analysis.isPassive(proposal.head),
            let phrase = nounChunk(after: cue.upperBound),
            !proposal.contents.contains(where: { $0.overlaps(phrase) }),
            !(proposal.source.map { $0.overlaps(phrase) } ?? false)
        else { return }
        add(phrase, to: &proposal)
    }

    /// The words of a noun phrase that begins at a token, told by their tags alone.
    private func nounChunk(after start: Int) -> Range<Int>? {
        let end = analysis.sentence(of: min(start, analysis.tokens.count - 1)).tokens.upperBound
        var high = start
        while high < end {
            let token = analysis.tokens[high]
            let isPart =
                analysis.isNominal(high) || analysis.isAdjective(high) || token.upos == .det || token.upos == .num
                || token.xpos == "POS" || token.xpos == "PRP$"
                || token.upos == .adp && token.lemma == "of" && high > start
            guard isPart, token.lemma != "that" else { break }
            high += 1
        }
        guard high > start, (start..<high).contains(where: { analysis.isNominal($0) }) else { return nil }
        return start..<high
    }

    private func add(_ child: Int, to proposal: inout Proposal) {
        add(analysis.phrase(of: child), to: &proposal)
    }

    private func add(_ phrase: Range<Int>, to proposal: inout Proposal) {
        if let kind = relayKind(phrase) {
            if proposal.medium == nil { proposal.medium = .init(tokens: phrase, kind: kind) }
        } else {
            proposal.addressees.append(phrase)
        }
    }

    func addOblique(_ child: Int, to proposal: inout Proposal) {
        let isClassed = proposal.cue?.class == .speech || proposal.cue == nil
        guard let preposition = analysis.preposition(of: child), isClassed else { return }
        switch preposition {
        case "to":
            guard isAddressable(child) else { return }
            add(child, to: &proposal)
        case "in", "on", "during", "at", "via", "through", "over", "from", "with", "by":
            guard proposal.medium == nil, let kind = mediumKind(child) else { return }
            proposal.medium = .init(tokens: analysis.phrase(of: child), kind: kind)
        default: return
        }
    }

    private func isAddressable(_ token: Int) -> Bool {
        let entry = analysis.tokens[token]
        return entry.upos == .propn || entry.upos == .pron || entry.xpos.utf8.starts(with: "NNP".utf8)
            || entry.xpos == "PRP" || entry.xpos == "NNS" || Self.isPerson(entry.lemma)
    }

    private static func isPerson(_ lemma: String) -> Bool {
        switch lemma {
        case "minister", "president", "envoy", "reporter", "journalist", "side", "parliament", "council", "government",
            "delegation", "party", "newspaper", "channel", "agency", "broadcaster", "nation", "people", "public",
            "court", "committee", "group", "family", "commander", "mediator", "ambassador", "leader", "spokesman":
            true
        default: false
        }
    }

    // MARK: Media

    /// The kind of a medium by the noun that names it; nil if the phrase names none.
    func mediumKind(_ head: Int) -> Statement.Medium.Kind? {
        switch analysis.tokens[head].lemma.lowercased() {
        case "interview": .interview
        case "conference", "briefing", "presser":
            analysis.tokens[head].lemma == "conference" && !isPress(head) ? nil : .pressConference
        case "tweet", "post", "thread", "twitter", "facebook", "telegram", "instagram", "whatsapp", "weibo", "tiktok",
            "mastodon", "x":
            .socialNetwork
        case "video", "footage", "clip": .video
        case "letter", "note", "email", "e-mail", "message", "telegram message", "cable": .letter
        case "statement", "report", "memo", "communiqué", "communique", "document", "memorandum", "resolution",
            "declaration", "decree", "affidavit", "filing", "transcript", "writing", "press release", "release", "book",
            "memoir", "essay", "paper", "op-ed", "column", "editorial":
            .document
        case "website", "site", "blog", "webpage", "page": .website
        case "television", "tv", "radio", "broadcast", "channel", "station": .broadcaster
        case "newspaper", "daily", "weekly", "magazine": .newspaper
        case "speech", "address", "sermon", "phone", "call", "podcast": .other
        default: relayKind(analysis.phrase(of: head))
        }
    }

    /// The medium that a cue of several words names: "said in a post".
    func medium(within cue: Range<Int>, after verb: Int) -> Attribution.Medium? {
        guard cue.contains(verb), analysis.isVerb(verb) else { return nil }
        for token in verb + 1..<max(verb + 1, cue.upperBound) where analysis.isNoun(token) {
            guard let kind = mediumKind(token) else { continue }
            var low = token
            while low > verb + 1, analysis.tokens[low - 1].upos != .adp { low -= 1 }
            return .init(tokens: low..<token + 1, kind: kind)
        }
        return nil
    }

    private func isPress(_ head: Int) -> Bool {
        analysis.children(of: head).contains {
            ["press", "news", "media"].contains(analysis.tokens[$0].lemma.lowercased())
        }
    }

    /// The kind of an outlet that relays what is told to it; nil if the phrase names no outlet, or the report's own.
    func relayKind(_ phrase: Range<Int>) -> Statement.Medium.Kind? {
        let head = analysis.head(of: phrase)
        let words = analysis.words(phrase)
        if let publisher = analysis.report.publisher?.name, Names.key(words).hasPrefix(Names.key(publisher)) {
            return nil
        }
        for index in phrase {
            let match = lexicon.longestMatches(at: index, count: phrase.upperBound, kinds: .outlet) {
                analysis.tokens[$0].form
            }.first
            if let match, match.words.contains(head) || match.words.upperBound == phrase.upperBound {
                return relayKind(lexicon.outlets[match.entry.row])
            }
        }
        guard analysis.tokens[head].upos == .propn || analysis.tokens[head].xpos.utf8.starts(with: "NNP".utf8) else {
            return ["newspaper", "daily", "magazine"].contains(analysis.tokens[head].lemma)
                ? .newspaper
                : ["channel", "broadcaster", "station"].contains(analysis.tokens[head].lemma)
                    ? .broadcaster
                    : analysis.tokens[head].lemma == "agency" ? .newsAgency : nil
        }
        switch analysis.tokens[phrase.last!].form {
        case "News", "TV", "Television", "Radio", "Channel", "Broadcasting", "Network": return .broadcaster
        case "Times", "Post", "Herald", "Tribune", "Gazette", "Journal", "Daily", "Chronicle", "Guardian", "Telegraph",
            "Observer", "Courier", "Standard", "Ledger", "Sentinel", "Mail", "Star", "Weekly", "Magazine", "Examiner",
            "Inquirer", "Bulletin":
            return phrase.count > 1 ? .newspaper : nil
        case "Press", "Wire", "Agency": return phrase.count > 1 ? .newsAgency : nil
        default: return nil
        }
    }

    private func relayKind(_ outlet: Outlet) -> Statement.Medium.Kind {
        Statement.Medium.Kind(rawValue: outlet.medium.rawValue) ?? .other
    }
}
