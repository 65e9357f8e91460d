import Language
import Lexicon
import Reports

/// Joins the phrases of one report that stand for one actor.
///
/// Rules run from the surest to the weakest over the whole report, each on the groups that those before it made (the
/// sieve of Raghunathan and others, 2010). What a rule cannot decide stays apart, and is noted as possibly the same.
struct Coreference {
    let analysis: Analysis
    let knowledge: ActorKnowledge
    let attributions: [Attribution]
    let phrases: [Phrase]
    /// For each phrase its name taken apart; nil for phrases without one.
    let nameWords: [NameWords?]
    private(set) var phraseOfHead: [Int: Int] = [:]
    private var parent: [Int]
    private(set) var members: [[Int]]
    /// Other phrases that a phrase may be the same as.
    private(set) var alternatives: [[Int]]
    private(set) var doubts: [Doubt] = []
    /// The rule that resolved a pronoun or description.
    private(set) var rules: [String?]

    /// Two phrases that may be one actor, and why they were not joined.
    struct Doubt: Hashable, Sendable {
        var first: Int
        var second: Int
        var reason: String
    }

    init(_ analysis: Analysis, _ knowledge: ActorKnowledge, _ phrases: [Phrase], _ attributions: [Attribution]) {
        self.analysis = analysis
        self.knowledge = knowledge
        self.phrases = phrases
        self.attributions = attributions
        nameWords = phrases.map { phrase in phrase.name.map { NameWords(analysis.words($0)) } }
        parent = Array(phrases.indices)
        members = phrases.indices.map { [$0] }
        alternatives = [[Int]](repeating: [], count: phrases.count)
        rules = [String?](repeating: nil, count: phrases.count)
        for (index, phrase) in phrases.enumerated() {
            for head in phrase.heads where phraseOfHead[head] == nil { phraseOfHead[head] = index }
        }
    }

    mutating func resolve() {
        joinNames()
        joinWordings()
        joinDescriptions()
        joinGroups()
        joinPronouns()
    }

    // MARK: Clusters

    func root(_ phrase: Int) -> Int {
        var index = phrase
        while parent[index] != index { index = parent[index] }
        return index
    }

    func areJoined(_ a: Int, _ b: Int) -> Bool { root(a) == root(b) }

    /// The roots of all clusters in the order of their first phrase.
    var roots: [Int] { phrases.indices.filter { parent[$0] == $0 } }

    mutating func join(_ a: Int, _ b: Int, rule: String) {
        let (x, y) = (root(a), root(b))
        rules[b] = rules[b] ?? rule
        guard x != y else { return }
        let (low, high) = (min(x, y), max(x, y))
        parent[high] = low
        members[low] = (members[low] + members[high]).sorted()
        members[high] = []
    }

    mutating func doubt(_ a: Int, _ b: Int, _ reason: String) {
        alternatives[a].append(b)
        doubts.append(Doubt(first: a, second: b, reason: reason))
    }

    /// A second reading of a phrase that was joined all the same.
    mutating func note(alternative: Int, for phrase: Int) { alternatives[phrase].append(alternative) }

    // MARK: What a cluster is

    func phrases(of root: Int) -> [Int] { members[root] }

    func hasName(_ root: Int) -> Bool { members[root].contains { phrases[$0].form == .name } }

    /// The kind that most of its sure names give, else that of its first phrase.
    func kind(of root: Int) -> Actor.Kind {
        var counts: [(kind: Actor.Kind, weight: Int)] = []
        for member in members[root] where phrases[member].form == .name {
            let phrase = phrases[member]
            let weight = phrase.entry != nil ? 6 : phrase.isKindSure ? 3 : 1
            if let at = counts.firstIndex(where: { $0.kind == phrase.kind }) {
                counts[at].weight += weight
            } else {
                counts.append((phrase.kind, weight))
            }
        }
        if let best = counts.map(\.weight).max() { return counts.first { $0.weight == best }!.kind }
        return members[root].first { phrases[$0].form == .nominal }.map { phrases[$0].kind } ?? phrases[root].kind
    }

    func gender(of root: Int) -> Phrase.Gender {
        members[root].lazy.map { phrases[$0].gender }.first { $0 != .unknown } ?? .unknown
    }

    func number(of root: Int) -> Phrase.Number {
        switch kind(of: root) {
        case .person: .one
        case .collective: .many
        default: members[root].lazy.map { phrases[$0].number }.first { $0 != .unknown } ?? .unknown
        }
    }

    func entry(of root: Int) -> Entry? { members[root].lazy.compactMap { phrases[$0].entry }.first }

    func descriptions(of root: Int) -> [(phrase: Int, description: Description)] {
        members[root].flatMap { member in phrases[member].descriptions.map { (member, $0) } }
    }

    /// The cluster that a token's phrase belongs to.
    func cluster(atHead token: Int) -> Int? { phraseOfHead[token].map(root) }

    /// The clusters that an office or tie is of.
    func affiliations(of description: Description) -> [Int] {
        description.affiliations.compactMap { token in
            if let found = cluster(atHead: token) { return found }
            guard let state = knowledge.state(demonym: analysis.tokens[token]) else { return nil }
            return cluster(ofState: state.code)
        }
    }

    func cluster(ofState code: String) -> Int? {
        roots.first { root in
            guard let entry = entry(of: root), entry.kind == .state, entry.form != .capital, entry.form != .demonym
            else { return false }
            return knowledge.lexicon.states[entry.row].code == code
        }
    }

    func sentence(of phrase: Int) -> Int { analysis.sentenceOfToken[phrases[phrase].head] }

    /// The last phrase of a cluster that stands before a token, or its first one.
    func nearest(_ root: Int, before token: Int) -> Int? {
        members[root].last { phrases[$0].head < token }
    }
}
