import Language
import Lexicon

/// Reads titles and descriptions: what office, held where, acting or former.
struct DescriptionReader {
    let analysis: Analysis
    let knowledge: ActorKnowledge
    let names: [FoundName]
    let nameOfToken: [Int]

    /// The titles in the words before a name, the nearest first.
    func titles(in range: Range<Int>) -> [Description] {
        var found: [Description] = []
        var index = range.upperBound - 1
        while index >= range.lowerBound {
            let token = analysis.tokens[index]
            guard nameOfToken[index] < 0, token.upos == .noun || token.upos == .propn, knowledge.isPersonNoun(token),
                !knowledge.isPlural(token), !isInsidePhraseOfOther(index, in: range)
            else {
                index -= 1
                continue
            }
            let description = read(index, from: range.lowerBound)
            found.append(description)
            index = min(index - 1, description.tokens.lowerBound - 1)
        }
        return found
    }

    /// Whether a noun of the title's words belongs to an inner phrase: the "minister" in "the minister's envoy Osei".
    private func isInsidePhraseOfOther(_ index: Int, in range: Range<Int>) -> Bool {
        let token = analysis.tokens[index]
        if token.relation == .possessive { return true }
        guard index + 1 < range.upperBound else { return false }
        let next = analysis.tokens[index + 1]
        return next.xpos == "POS" || next.upos == .part
    }

    /// What the phrase under a noun says; nil if it is no noun for an actor.
    func description(at head: Int) -> Description? {
        let token = analysis.tokens[head]
        guard nameOfToken[head] < 0, token.upos == .noun || token.upos == .propn,
            knowledge.noun(token) != nil || knowledge.isPersonNoun(token)
        else { return nil }
        let sentence = analysis.sentence(of: head).tokens.lowerBound
        return read(head, from: sentence)
    }

    /// "X is the leader of Y", "X, who is also chief of Y": descriptions that a copula gives to the subject.
    func predicates(about subject: Int) -> [Description] {
        var found: [Description] = []
        let token = analysis.tokens[subject]
        if token.relation.base == "nsubj", let predicate = token.head, isIdentity(predicate),
            let description = description(at: predicate)
        {
            found.append(description)
        }
        for clause in analysis.children(of: subject) where analysis.tokens[clause].relation.base == "acl" {
            guard isIdentity(clause), analysis.child(of: clause, .subject) != nil,
                let description = description(at: clause)
            else { continue }
            found.append(description)
        }
        return found
    }

    /// Whether a token is a noun said to be its subject, here and now and without "not".
    private func isIdentity(_ predicate: Int) -> Bool {
        guard analysis.tokens[predicate].upos == .noun || analysis.tokens[predicate].upos == .propn,
            analysis.child(of: predicate, .copula) != nil, analysis.child(of: predicate, .caseMarker) == nil
        else { return false }
        return !analysis.children(of: predicate).contains { child in
            ["not", "n't", "never", "may", "might", "could", "would", "will"].contains(
                knowledge.lowercased(analysis.tokens[child]))
        }
    }

    private func read(_ head: Int, from limit: Int) -> Description {
        var description = Description(
            head: head, title: "", noun: knowledge.lemma(analysis.tokens[head]), tokens: head..<head + 1)
        var words = [description.noun]
        var start = head
        var index = head - 1
        let sentence = analysis.sentence(of: head).tokens.lowerBound
        scan: while index >= max(limit, sentence) {
            let token = analysis.tokens[index]
            if nameOfToken[index] >= 0 {
                let name = names[nameOfToken[index]]
                if isArgument(name.tokens, beside: head) { break scan }
                description.affiliations.append(analysis.head(of: name.tokens))
                index = name.tokens.lowerBound - 1
                continue
            }
            let word = knowledge.lowercased(token)
            switch token.upos {
            case .det: break scan
            case .pron:
                if token.relation == .possessive || token.xpos == "PRP$" { description.possessor = index }
                break scan
            case .adj, .noun, .propn, .num, .adv:
                if ["acting", "interim", "caretaker"].contains(word) {
                    description.isActing = true
                } else if ["former", "ex", "late", "then", "onetime", "erstwhile"].contains(word) {
                    description.isFormer = word != "then"
                } else if knowledge.state(demonym: token) != nil {
                    description.affiliations.append(index)
                } else if token.upos != .adv, token.relation != .possessive {
                    if isComment(token, on: description.noun) {
                        index -= 1
                        continue
                    }
                    if index + 1 == start || analysis.tokens[index + 1].form == "-" { words.insert(word, at: 0) }
                    if index + 1 == start { start = index }
                } else {
                    break scan
                }
            case .verb where word == "acting": description.isActing = true
            case .part: break
            default:
                guard token.form == "-" || token.form == "–" || token.xpos == "POS" else { break scan }
            }
            index -= 1
        }
        description.tokens = start..<head + 1
        description.title = words.joined(separator: " ")
        addDependents(of: head, to: &description)
        description.affiliations = description.affiliations.flatMap(withLedBody)
        return description
    }

    /// Whether a name before a noun is an argument of a verb, and the noun's neighbour only: "told Reuters rebels".
    private func isArgument(_ name: Range<Int>, beside noun: Int) -> Bool {
        let head = analysis.head(of: name)
        let token = analysis.tokens[head]
        return ["obj", "iobj", "obl", "nsubj"].contains(token.relation.base) && token.head != noun
            && !analysis.dominates(noun, head)
    }

    /// "Embattled", "veteran": what the outlet thinks of a leader is no part of the title.
    private func isComment(_ token: Token, on noun: String) -> Bool {
        guard token.upos == .adj, HeadNoun.leaders.contains(noun) else { return false }
        return !Self.ranks.contains(knowledge.lowercased(token))
    }

    private static let ranks: Set<String> = [
        "supreme", "deputy", "political", "military", "spiritual", "religious", "general", "executive", "vice",
        "parliamentary",
        "interim", "regional", "tribal", "senior", "local", "national", "federal", "naval", "prime",
    ]

    /// "The spokesman of the Osei-led council" speaks for the council.
    private func withLedBody(_ token: Int) -> [Int] {
        guard nameOfToken[token] >= 0 else { return [token] }
        var verb = names[nameOfToken[token]].tokens.upperBound
        if verb < analysis.tokens.count, analysis.tokens[verb].form == "-" { verb += 1 }
        guard verb + 1 < analysis.tokens.count, knowledge.lowercased(analysis.tokens[verb]) == "led" else {
            return [token]
        }
        for index in verb + 1..<min(verb + 8, analysis.tokens.count) {
            guard [.propn, .noun, .adj].contains(analysis.tokens[index].upos) else { break }
            if nameOfToken[index] >= 0 { return [analysis.head(of: names[nameOfToken[index]].tokens), token] }
        }
        return [token]
    }

    private func addDependents(of head: Int, to description: inout Description) {
        for child in analysis.children(of: head) {
            let token = analysis.tokens[child]
            switch token.relation.base {
            case "nmod" where token.relation == .possessive:
                if token.upos == .pron {
                    description.possessor = child
                } else if !description.affiliations.contains(child) {
                    description.affiliations.append(child)
                }
            case "nmod" where child > head:
                guard let preposition = analysis.child(of: child, .caseMarker) else { continue }
                let word = knowledge.lowercased(analysis.tokens[preposition])
                guard ["of", "for", "from", "at", "in", "to", "with"].contains(word) else { continue }
                if word == "of" || word == "for" {
                    description.affiliations.insert(child, at: 0)
                } else {
                    description.affiliations.append(child)
                }
            default: break
            }
        }
    }
}
