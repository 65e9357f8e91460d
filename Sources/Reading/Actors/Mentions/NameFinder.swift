import Language
import Lexicon
import Reports

/// A name found in a report, with what is known of it from its own words.
struct FoundName: Hashable, Sendable {
    var tokens: Range<Int>
    var kind: Actor.Kind
    /// False where only the look of the words tells the kind.
    var isKindSure: Bool
    var entry: Entry?
    /// The short form in brackets after it.
    var acronym: Int?
    /// False for names of things: treaties, events, works.
    var isActor: Bool
}

/// Brings together the names that the analyser found, those of the lexicon, and runs of proper nouns that both missed.
struct NameFinder {
    let analysis: Analysis
    let knowledge: ActorKnowledge

    init(_ analysis: Analysis, _ knowledge: ActorKnowledge) {
        self.analysis = analysis
        self.knowledge = knowledge
    }

    func find() -> [FoundName] {
        var owner = [Int](repeating: -1, count: analysis.tokens.count)
        var found: [FoundName] = []
        func add(_ name: FoundName) {
            for token in name.tokens { owner[token] = found.count }
            found.append(name)
        }
        let known = knowledge.matches(in: analysis)
        for span in spans(known) where span.tokens.allSatisfy({ owner[$0] < 0 }) { add(span) }
        for run in properRuns(owner) { add(run) }
        for name in repeats(of: found, owner) { add(name) }
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return withAcronyms(found)
    }

    /// Names of the analyser and of the lexicon; of two that overlap the longer, then the analyser's.
    private func spans(_ known: [KnownName]) -> [FoundName] {
        var candidates: [(name: FoundName, order: Int)] = []
        for span in analysis.names {
            for piece in pieces(of: span) where !isHeadlineNoise(piece.tokens, piece.kind) {
                let tokens = withoutEdges(piece.tokens, piece.kind)
                guard !tokens.isEmpty, !isCommonNoun(tokens) else { continue }
                let entry = known.first { $0.tokens == tokens }
                candidates.append((name(tokens, piece.kind, entry), 0))
            }
        }
        for entry in known where entry.isStrong || !isPartOfName(entry.tokens) {
            guard !isCovered(entry.tokens, by: candidates.map(\.name)) else { continue }
            guard
                entry.isStrong || entry.kind == .state
                    || entry.tokens.contains(where: { isTaggedName(analysis.tokens[$0]) })
            else {
                continue
            }
            candidates.append((name(entry.tokens, nil, entry), 1))
        }
        candidates.sort { a, b in
            if a.name.tokens.count != b.name.tokens.count { return a.name.tokens.count > b.name.tokens.count }
            return (a.order, a.name.tokens.lowerBound) < (b.order, b.name.tokens.lowerBound)
        }
        return candidates.map(\.name)
    }

    /// "Unionists" at the beginning of a sentence: a noun for people, and no name.
    private func isCommonNoun(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1 else { return false }
        let token = analysis.tokens[tokens.lowerBound]
        return token.upos == .noun && token.xpos == "NNS" && HeadNoun.of(knowledge.lemma(token)) != nil
            && knowledge.state(demonym: token) == nil
    }

    /// In headings of capitals verbs and nouns are taken for names; no person has four names there.
    private func isHeadlineNoise(_ tokens: Range<Int>, _ kind: NameSpan.Kind) -> Bool {
        guard kind == .person, tokens.count > 3 else { return false }
        switch analysis.sentence(of: tokens.lowerBound).region {
        case .headline, .subheading: return tokens.allSatisfy { isUpper($0) }
        default: return false
        }
    }

    /// A span divided where it runs over a possessive or a title: "Gulu's Lake", "Union Chairman Osei".
    private func pieces(of span: NameSpan) -> [(tokens: Range<Int>, kind: NameSpan.Kind)] {
        var out: [(tokens: Range<Int>, kind: NameSpan.Kind)] = []
        var start = span.tokens.lowerBound
        for index in span.tokens {
            let token = analysis.tokens[index]
            let isTitle =
                index > start && index + 1 < span.tokens.upperBound && knowledge.isPersonNoun(token)
                && !knowledge.isPlural(token)
            guard isTitle || token.xpos == "POS" else { continue }
            if index > start {
                out.append((start..<index, isTitle && span.kind == .person ? .organisation : span.kind))
            }
            start = index + 1
            if isTitle {
                out.append((start..<span.tokens.upperBound, .person))
                return out
            }
        }
        if start < span.tokens.upperBound { out.append((start..<span.tokens.upperBound, span.kind)) }
        return out
    }

    /// Names of bodies of several words again, in other capitals: "the National front".
    private func repeats(of names: [FoundName], _ owner: [Int]) -> [FoundName] {
        var wanted: [String: FoundName] = [:]
        for name in names where name.tokens.count > 1 && name.isActor && name.kind != .person {
            let words = name.tokens.map { knowledge.lowercased(analysis.tokens[$0]) }
            for part in [words[...], words.dropFirst()] where part.count > 1 {
                let key = part.joined(separator: " ")
                if wanted[key] == nil { wanted[key] = name }
            }
        }
        guard let longest = wanted.keys.map({ $0.split(separator: " ").count }).max() else { return [] }
        var found: [FoundName] = []
        var index = 0
        while index < analysis.tokens.count {
            var end = index
            var key = ""
            var best: (end: Int, name: FoundName)?
            while end < analysis.tokens.count, end - index < longest, owner[end] < 0 {
                key += (key.isEmpty ? "" : " ") + knowledge.lowercased(analysis.tokens[end])
                end += 1
                if let name = wanted[key] { best = (end, name) }
            }
            if let best, isUpper(index) {
                var name = best.name
                name.tokens = index..<best.end
                name.acronym = nil
                found.append(name)
                index = best.end
            } else {
                index += 1
            }
        }
        return found
    }

    private func isUpper(_ index: Int) -> Bool {
        analysis.tokens[index].form.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    /// Whether a single word hangs on another name word beside it: "Petra" in "Petra Lindqvist" is no town.
    private func isPartOfName(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1 else { return false }
        let index = tokens.lowerBound
        if analysis.tokens[index].relation == .flat { return true }
        return analysis.children(of: index, .flat).contains { $0 == index + 1 }
    }

    private func isTaggedName(_ token: Token) -> Bool { token.upos == .propn || token.xpos.hasPrefix("NNP") }

    private func isCovered(_ tokens: Range<Int>, by names: [FoundName]) -> Bool {
        names.contains { $0.tokens.lowerBound <= tokens.lowerBound && $0.tokens.upperBound >= tokens.upperBound }
    }

    private func name(_ tokens: Range<Int>, _ label: NameSpan.Kind?, _ known: KnownName?) -> FoundName {
        var kind: Actor.Kind
        var isActor = true
        var isSure = true
        switch label {
        case .person: kind = .person
        case .organisation: kind = knowledge.kindOfBody(analysis, tokens)
        case .place: kind = .place
        case .other:
            kind = knowledge.kindOfBody(analysis, tokens)
            isSure = false
            isActor = isPeople(tokens)
            if isActor { kind = .collective }
        case nil:
            kind = .organisation
            isSure = known != nil
        }
        if kind == .person, known == nil, isPlace(tokens) {
            kind = .place
            isSure = false
        }
        // A word that is a place's or group's name may be a surname all the same, where someone in the report bears it.
        if let known, label != .person || known.kind == .person || known.isStrong || !isSurname(tokens) {
            kind = known.kind
            isActor = known.isActor
            isSure = true
        }
        // "anti-Union": against the one that it names.
        if ["anti", "pro"].contains(where: {
            knowledge.lowercased(analysis.tokens[tokens.lowerBound]).hasPrefix($0 + "-")
        })
            || ["anti", "pro", "non"].contains(knowledge.lowercased(analysis.tokens[tokens.lowerBound]))
        {
            isActor = false
        }
        return FoundName(tokens: tokens, kind: kind, isKindSure: isSure, entry: known?.entry, isActor: isActor)
    }

    /// Whether the last word of some person's full name is this one.
    private func isSurname(_ tokens: Range<Int>) -> Bool {
        let word = analysis.tokens[tokens.upperBound - 1].form
        return analysis.names.contains { span in
            span.kind == .person && span.tokens.count > 1 && analysis.tokens[span.tokens.upperBound - 1].form == word
        }
    }

    /// A single word before "province" or "governor" is a place, whatever the analyser took it for.
    private func isPlace(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard tokens.count == 1, next < analysis.tokens.count else { return false }
        let token = analysis.tokens[next]
        let lemma = knowledge.lemma(token)
        if Self.placeNouns.contains(lemma) { return true }
        return token.upos == .noun && !knowledge.isPlural(token) && knowledge.isPersonNoun(token)
            && (HeadNoun.leaders.contains(lemma) || knowledge.title(lemma)?.relation == .office)
    }

    private static let placeNouns: Set<String> = [
        "province", "city", "district", "region", "county", "village", "town", "valley", "island", "river", "peninsula",
        "governorate", "prefecture", "oblast", "strip", "port", "airport", "border", "camp",
    ]

    /// "Democrats", "Kurds": a plural proper noun that does something.
    private func isPeople(_ tokens: Range<Int>) -> Bool {
        let last = analysis.tokens[tokens.upperBound - 1]
        return last.xpos == "NNPS" || (last.upos == .propn && knowledge.lowercased(last).hasSuffix("s"))
    }

    /// Without articles, quotation marks and possessives at the ends, and without titles that the analyser took along.
    private func withoutEdges(_ tokens: Range<Int>, _ kind: NameSpan.Kind) -> Range<Int> {
        var low = tokens.lowerBound
        var high = tokens.upperBound
        while low < high, isEdge(analysis.tokens[low]) { low += 1 }
        // "rebel" in "rebel New Forces": a common noun that the analyser took along.
        while high - low > 1, !isUpper(low), isUpper(low + 1), analysis.tokens[low].upos != .propn,
            knowledge.noun(analysis.tokens[low]) != nil
        {
            low += 1
        }
        while high > low, isEdge(analysis.tokens[high - 1]) { high -= 1 }
        while high - low > 1, isTitle(low, kind) { low += 1 }
        // "Sahrawi Foreign" in "Sahrawi Foreign Minister": the portfolio belongs to the title.
        while high - low > 1, high < analysis.tokens.count, knowledge.isPersonNoun(analysis.tokens[high]) {
            let title =
                knowledge.lowercased(analysis.tokens[high - 1]) + " " + knowledge.lowercased(analysis.tokens[high])
            guard knowledge.title(title) != nil else { break }
            high -= 1
        }
        return low..<high
    }

    /// A title or form of address before a person's name.
    private func isTitle(_ index: Int, _ kind: NameSpan.Kind) -> Bool {
        let token = analysis.tokens[index]
        guard kind == .person || token.relation.name == "nmod:desc" else { return false }
        if Self.address.contains(knowledge.lowercased(token)), index + 2 < analysis.tokens.count,
            analysis.tokens[index + 2].upos == .propn
        {
            return true
        }
        if Self.givenNames.contains(knowledge.lowercased(token)), token.relation.name != "nmod:desc" { return false }
        return knowledge.isPersonNoun(token) || knowledge.title(knowledge.lowercased(token))?.precedes == true
    }

    /// Titles that are given names as well.
    private static let givenNames: Set<String> = [
        "amir", "sultan", "malik", "shah", "imam", "prince", "king", "major", "judge", "dean", "earl", "duke", "baron",
        "marshal", "hakim", "emir", "caliph", "pasha",
    ]

    /// Forms of address that are left out of a name of two words or more.
    private static let address: Set<String> = [
        "don", "dona", "monsignor", "msgr", "haji", "hajji", "maulvi", "mawlawi", "ustad", "comandante", "reverend",
        "rev",
        "dame", "sir", "lord", "lady", "sayyid", "syed", "hojatoleslam", "cardinal", "bishop", "archbishop",
    ]

    private func isEdge(_ token: Token) -> Bool {
        token.upos == .det || token.upos == .punct || token.upos == .part || token.upos == .adp || token.xpos == "POS"
    }

    /// Capitalised proper nouns in a row that no other found: a person, unless a word of it says otherwise.
    private func properRuns(_ owner: [Int]) -> [FoundName] {
        var found: [FoundName] = []
        var index = 0
        while index < analysis.tokens.count {
            guard isProper(index), owner[index] < 0 else {
                index += 1
                continue
            }
            var end = index + 1
            let sentence = analysis.sentenceOfToken[index]
            while end < analysis.tokens.count, owner[end] < 0, isProper(end),
                analysis.sentenceOfToken[end] == sentence
            {
                end += 1
            }
            if let name = unlabelled(index..<end, sentence) { found.append(name) }
            index = end
        }
        return found
    }

    private func isProper(_ index: Int) -> Bool {
        let token = analysis.tokens[index]
        guard let first = token.form.utf8.first, (0x41...0x5A).contains(first) || first >= 0xC3 else { return false }
        let isFirst = index == analysis.sentence(of: index).tokens.lowerBound
        switch token.upos {
        case .propn: break
        // "National", "Front": parts of a name by their capitals.
        case .adj, .noun: guard !isFirst, knowledge.state(demonym: token) == nil else { return false }
        default: return false
        }
        return !knowledge.isPersonNoun(token) && !Self.calendar.contains(knowledge.lowercased(token))
    }

    private func unlabelled(_ tokens: Range<Int>, _ sentence: Int) -> FoundName? {
        let region = analysis.sentences[sentence].region
        // In a heading most words are capitals and the tags are poor.
        let isHeading = region == .headline || region == .subheading
        let kind = knowledge.kindOfBody(analysis, tokens)
        guard tokens.contains(where: { analysis.tokens[$0].upos == .propn }) else { return nil }
        if kind != .organisation, tokens.count > 1 {
            return FoundName(tokens: tokens, kind: kind, isKindSure: false, entry: nil, isActor: true)
        }
        let head = analysis.head(of: tokens)
        let relation = analysis.tokens[head].relation.base
        if isHeading, !["nsubj", "obj", "obl", "nmod"].contains(relation) { return nil }
        let isAddress = Self.address.contains(knowledge.lowercased(analysis.tokens[tokens.lowerBound]))
        if tokens.count == 1, isAddress { return nil }
        if tokens.count == 1, ["compound", "amod"].contains(relation) {
            // "the Orlan trade minister": what an office is in.
            guard isBeforeOffice(tokens.upperBound) else { return nil }
            return FoundName(tokens: tokens, kind: .organisation, isKindSure: false, entry: nil, isActor: true)
        }
        let acts = ["nsubj", "iobj", "appos", "conj"].contains(relation) || relation == "flat"
        let isTitled = hasTitle(tokens, head)
        guard acts || isTitled || tokens.count > 1 else { return nil }
        let isPerson = (tokens.count > 1 && acts) || isTitled
        return FoundName(
            tokens: tokens, kind: isPerson ? .person : .organisation, isKindSure: false, entry: nil, isActor: true)
    }

    /// Whether the words that follow are a title in small letters.
    private func isBeforeOffice(_ start: Int) -> Bool {
        for index in start..<min(start + 4, analysis.tokens.count) {
            let token = analysis.tokens[index]
            guard token.upos == .noun || token.upos == .adj, !isUpper(index) else { return false }
            if knowledge.isPersonNoun(token) { return true }
        }
        return false
    }

    /// Whether a noun for one person stands before a name, or has it as apposition.
    private func hasTitle(_ tokens: Range<Int>, _ head: Int) -> Bool {
        func isTitle(_ index: Int) -> Bool {
            knowledge.isPersonNoun(analysis.tokens[index]) && !knowledge.isPlural(analysis.tokens[index])
        }
        if tokens.lowerBound > 0, isTitle(tokens.lowerBound - 1) { return true }
        guard analysis.tokens[head].relation == .apposition, let noun = analysis.tokens[head].head else { return false }
        return isTitle(noun)
    }

    private static let calendar: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
        "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ramadan", "christmas", "easter", "eid",
    ]

    /// Takes "(NRF)" after a name along with it.
    private func withAcronyms(_ names: [FoundName]) -> [FoundName] {
        var out: [FoundName] = []
        for var name in names {
            if let last = out.last, last.acronym == name.tokens.lowerBound { continue }
            let open = name.tokens.upperBound
            if name.kind != .person || !name.isKindSure, open + 2 < analysis.tokens.count,
                analysis.tokens[open].form == "(", analysis.tokens[open + 2].form == ")",
                isAcronym(analysis.tokens[open + 1], of: name)
            {
                name.acronym = open + 1
            }
            out.append(name)
        }
        return out
    }

    private func isAcronym(_ token: Token, of name: FoundName) -> Bool {
        let short = NameWords(token.form)
        guard let letters = short.acronym, name.tokens.count > 1 else { return false }
        let full = NameWords(analysis.words(name.tokens))
        if NameMatcher().score(short, full, kind: .organisation).value > 0.5 { return true }
        if full.words[0].plain.first == letters[0] { return true }
        // Acronyms of another language: the same letters in another order, or hung on the name by the tree.
        let initials = full.words.filter { !NameWords.particles.contains($0.plain) }.map { $0.plain[0] }
        if initials.sorted() == letters.sorted() { return true }
        guard [.organisation, .group].contains(name.kind), token.relation == .apposition else { return false }
        let known = knowledge.lexicon.entries(named: token.form)
        return !known.contains { $0.kind == .outlet || $0.kind == .state }
    }
}
