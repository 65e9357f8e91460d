import Language

/// Noun phrases by the parts of speech of neighbouring words alone, for where the tree goes astray: long titles, names
/// in apposition, headlines.
struct WordRun {
    let analysis: Analysis
    let knowledge: ActorKnowledge

    private func token(_ index: Int) -> Token { analysis.tokens[index] }

    private func bounds(_ index: Int) -> Range<Int> { analysis.sentence(of: index).tokens }

    /// The words before a name that are a title of it: "the town's former mayor Osei"; empty if no title stands there.
    func title(before name: Range<Int>) -> Range<Int> {
        let limit = bounds(name.lowerBound).lowerBound
        var low = epithet(before: name.lowerBound, limit)
        var hasTitle = false
        var start = low
        scan: while start > limit {
            let word = token(start - 1)
            switch word.upos {
            case .noun, .propn:
                guard isInside(start - 1) else { break scan }
                start -= 1
                if knowledge.isPersonNoun(word), !knowledge.isPlural(word) {
                    hasTitle = true
                    low = start
                } else if hasTitle {
                    low = start
                }
            case .adj, .num, .adv:
                guard word.upos != .adv || knowledge.lowercased(word) == "then" else { break scan }
                start -= 1
                if hasTitle { low = start }
            case .verb
            where ["acting", "ruling", "elected", "appointed", "exiled"].contains(knowledge.lowercased(word)):
                start -= 1
                if hasTitle { low = start }
            case .det, .pron:
                guard word.upos == .det || word.relation == .possessive else { break scan }
                if hasTitle { low = start - 1 }
                break scan
            case .cconj, .sym, .punct, .part:
                guard joins(start - 1, hasTitle: hasTitle) else { break scan }
                start -= 1
            case .adp:
                guard !hasTitle, start < name.lowerBound, let governor = titleOver(start - 1, limit) else { break scan }
                hasTitle = true
                start = governor
                low = governor
            default: break scan
            }
        }
        return hasTitle ? low..<name.lowerBound : epithet(before: name.lowerBound, limit)..<name.lowerBound
    }

    /// A noun that is a modifier, and not a word of time or the object before: "on Tuesday minister Osei".
    private func isInside(_ index: Int) -> Bool {
        let relation = token(index).relation
        return !relation.name.hasSuffix(":tmod") && !relation.name.hasSuffix(":unmarked")
            && !["obj", "root"].contains(relation.base) || knowledge.isPersonNoun(token(index))
    }

    /// Hyphens and possessives inside a title, and "&" between two titles of one person.
    private func joins(_ index: Int, hasTitle: Bool) -> Bool {
        let word = token(index)
        switch word.form {
        case "-", "–", "/": return true
        case "&", "and":
            // Only the first of two titles has an article: "the mayor and party chief Osei".
            guard hasTitle, index > 0, index + 1 < analysis.tokens.count else { return false }
            return knowledge.isPersonNoun(token(index - 1)) && !knowledge.isPlural(token(index - 1))
                && token(index + 1).upos != .det
        default: return word.xpos == "POS"
        }
    }

    /// The title in "the mayor of Gulu Osei": a noun for one person before "of".
    private func titleOver(_ preposition: Int, _ limit: Int) -> Int? {
        guard ["of", "for"].contains(knowledge.lowercased(token(preposition))), preposition > limit else { return nil }
        let noun = token(preposition - 1)
        guard noun.upos == .noun || noun.upos == .propn, knowledge.isPersonNoun(noun), !knowledge.isPlural(noun) else {
            return nil
        }
        return preposition - 1
    }

    /// A nickname in quotation marks right before a name: where it begins, else where the name does.
    private func epithet(before start: Int, _ limit: Int) -> Int {
        guard start - 2 > limit, ["”", "\"", "''"].contains(token(start - 1).form) else { return start }
        for index in stride(from: start - 2, through: max(limit, start - 8), by: -1)
        where ["“", "\"", "``"].contains(token(index).form) {
            return isCapital(index + 1) ? index : start
        }
        return start
    }

    private func isCapital(_ index: Int) -> Bool {
        token(index).form.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    /// The end of a phrase that a noun heads, with the prepositional phrases that follow: "the mayor of the old town".
    func end(after head: Int) -> Int {
        let limit = bounds(head).upperBound
        var end = head + 1
        while end < limit, ["of", "for"].contains(knowledge.lowercased(token(end))) {
            let next = baseEnd(from: end + 1, limit)
            guard next > end + 1 else { break }
            end = next
        }
        return end
    }

    /// The end of a plain noun phrase that begins at a word; the word itself if none does.
    private func baseEnd(from start: Int, _ limit: Int) -> Int {
        var index = start
        var lastNoun = start
        scan: while index < limit {
            let word = token(index)
            switch word.upos {
            case .noun, .propn:
                index += 1
                lastNoun = index
            case .adj, .num: index += 1
            case .det, .pron:
                guard lastNoun == start, word.upos == .det || word.relation == .possessive else { break scan }
                index += 1
            case .part, .punct, .sym:
                guard word.form == "-" || word.xpos == "POS" || word.form == "&" else { break scan }
                index += 1
            case .verb where knowledge.lowercased(word) == "led" && lastNoun > start: index += 1
            default: break scan
            }
        }
        return lastNoun
    }

    /// Whether what follows a phrase shows that the phrase before the comma and the one after it are one:
    /// "the mayor, Osei, said" and "the mayor, Osei said", but not "the mayor, Osei and others".
    func closesApposition(_ end: Int, in sentence: Range<Int>, isOpening: Bool) -> Bool {
        guard end < sentence.upperBound else { return true }
        let next = token(end)
        // "According to the mayor, Osei left": Osei is not the mayor.
        if isOpening { return next.form == "," }
        if next.upos == .verb || next.upos == .aux || next.upos == .adv { return true }
        guard next.upos == .punct else { return next.upos == .pron }
        guard next.form == ",", end + 1 < sentence.upperBound else { return true }
        let after = token(end + 1)
        // "X, Y, Z and W" is a list.
        return after.upos != .propn && after.upos != .cconj
    }
}
