import Language
import Reading
import Reports

/// Cuts the statements of a reading into facts.
struct FactReader: Sendable {
    private let analysis: Analysis
    private let reading: Reading
    /// For each token the actor that its name or pronoun stands for.
    private var actorOfToken: [Int: Identifier] = [:]
    /// Whether a mention of an actor takes the place of its words: people and bodies have many names.
    private static func isNamed(_ actor: Actor) -> Bool { actor.kind != .collective && actor.kind != .place }
    /// For each token the number that it is part of, as an index into the reading's numbers.
    private var numberOfToken: [Int: Int] = [:]

    init(_ reading: Reading) {
        self.reading = reading
        analysis = reading.analysis
        for actor in reading.actors where Self.isNamed(actor) {
            for mention in actor.mentions where mention.form != .nominal {
                for token in analysis.tokens(in: mention.at.span) { actorOfToken[token] = actor.id }
            }
        }
        for (index, number) in reading.numbers.enumerated() {
            for token in analysis.tokens(in: number.at.span) { numberOfToken[token] = index }
        }
    }

    /// In text order of the statements, then of the clauses.
    func facts() -> [Fact] {
        let inner = Dictionary(grouping: reading.statements.filter { $0.parent != nil }) { $0.parent }
        return reading.statements.flatMap { facts($0, inner: inner[$0.id] ?? []) }
    }

    private func facts(_ statement: Statement, inner: [Statement]) -> [Fact] {
        var own = Set(statement.content.flatMap { Array(analysis.tokens(in: $0.span)) })
        for part in inner { own.subtract(part.evidence.flatMap { Array(analysis.tokens(in: $0.span)) }) }
        var clauses: [Int: [Int]] = [:]
        for token in own.sorted() where analysis.tokens[token].upos != .punct {
            clauses[clause(of: token, in: own), default: []].append(token)
        }
        joinFragments(&clauses)
        let heads = clauses.keys.sorted()
        let main = heads.first { analysis.tokens[$0].head.map { !own.contains($0) } ?? true }
        return heads.compactMap { head in
            fact(statement, head: head, tokens: clauses[head] ?? [], isMain: head == main)
        }
    }

    /// A clause of one word says nothing by itself ("thirty-eight"): its words go to the next one of its sentence.
    private func joinFragments(_ clauses: inout [Int: [Int]]) {
        for head in clauses.keys.sorted() {
            guard let tokens = clauses[head], tokens.count(where: { isTerm($0) }) < 2 else { continue }
            let sentence = analysis.sentenceOfToken[head]
            let others = clauses.keys.filter { $0 != head && analysis.sentenceOfToken[$0] == sentence }.sorted()
            let over = analysis.tokens[head].head.flatMap { parent in
                others.first { clauses[$0]?.contains(parent) ?? false }
            }
            guard let home = over ?? others.first else { continue }
            clauses[home] = (clauses[home, default: []] + tokens).sorted()
            clauses[head] = nil
        }
    }

    private func isTerm(_ token: Int) -> Bool {
        let tag = analysis.tokens[token].upos
        return tag.isContent || tag == .propn || numberOfToken[token] != nil
    }

    /// The nearest predicate over a token.
    private func clause(of token: Int, in own: Set<Int>) -> Int {
        var current = token
        while !isClause(current), let head = analysis.tokens[current].head, own.contains(head) { current = head }
        return current
    }

    private func isClause(_ token: Int) -> Bool {
        switch analysis.tokens[token].relation {
        case .root, .complement, .adverbClause, .parataxis, .clausalSubject: return true
        // "the chiefs who signed it" is part of its clause, "in Bari, where nobody was hurt" a clause of its own.
        case .relativeClause:
            let first = analysis.extent(of: token).lowerBound
            return first > 0 && analysis.tokens[first - 1].form == ","
        case .conjunct:
            return analysis.tokens[token].upos == .verb
                || analysis.child(of: token, .subject, .passiveSubject, .copula) != nil
        default: return false
        }
    }

    private func fact(_ statement: Statement, head: Int, tokens: [Int], isMain: Bool) -> Fact? {
        var terms: Set<String> = []
        var numbers: Set<Int> = []
        var bare: [Fact.Count] = []
        for token in tokens {
            let word = analysis.tokens[token]
            if let index = numberOfToken[token] { numbers.insert(index) }
            if let actor = actorOfToken[token] {
                terms.insert("@" + actor.rawValue)
                continue
            }
            if word.upos == .num {
                if numberOfToken[token] == nil, let value = Double(word.form) {
                    bare.append(Fact.Count(number: nil, value: value, of: "", isOpen: false))
                }
            } else if word.upos.isContent || word.upos == .propn {
                terms.insert(Stem.of(word.lemma))
            }
        }
        let counts = numbers.sorted().map { count(reading.numbers[$0]) } + bare
        for count in counts { terms.insert("#\(count.value)") }
        var negated = negated(head, in: tokens)
        let predicate = Stem.of(analysis.tokens[head].lemma)
        if isMain, statement.act == .deny { negated.formSymmetricDifference([predicate]) }
        guard terms.count > 1 || (!negated.isEmpty && !terms.isEmpty), let first = tokens.first, let last = tokens.last
        else {
            return nil
        }
        return Fact(
            statement: statement, evidence: analysis.evidence(first..<last + 1), terms: terms.sorted(),
            predicate: predicate, negated: negated, mode: Self.mode(statement.act), counts: counts,
            outside: outside(tokens))
    }

    private func outside(_ tokens: [Int]) -> Set<String> {
        Set(
            tokens.compactMap { token in
                guard analysis.tokens[token].relation == .caseMarker,
                    ["outside", "beyond"].contains(analysis.tokens[token].lemma.lowercased())
                else { return nil }
                return analysis.tokens[token].head.map { Stem.of(analysis.tokens[$0].lemma) }
            })
    }

    private func count(_ number: Quantity) -> Fact.Count {
        let tokens = analysis.tokens(in: number.at.span)
        let isLeast = tokens.lowerBound >= 2 && words(before: tokens.lowerBound, ["at", "least"], ["more", "than"])
        let isVague = number.isApproximate || number.most != nil || isLeast
        return Fact.Count(
            number: number.id, value: number.value, of: Stem.of(counted(number, tokens)), isOpen: isVague)
    }

    /// Of "twelve of them are Filipinos" the predicate says what is counted.
    private func counted(_ number: Quantity, _ tokens: Range<Int>) -> String {
        if let of = number.of, !["them", "us", "all", "these", "those", "which", "whom"].contains(of.lowercased()) {
            let noun = tokens.last { analysis.tokens[$0].form == of }
            return noun.map { analysis.tokens[$0].lemma } ?? of
        }
        guard !tokens.isEmpty else { return "" }
        let head = analysis.head(of: tokens)
        guard analysis.tokens[head].relation == .subject, let predicate = analysis.tokens[head].head,
            analysis.child(of: predicate, .copula) != nil
        else { return "" }
        return analysis.tokens[predicate].lemma
    }

    private func words(before token: Int, _ patterns: [String]...) -> Bool {
        let found = analysis.tokens[token - 2..<token].map { $0.form.lowercased() }
        return patterns.contains(found)
    }

    /// "not", "never" negate the predicate, "nobody", "nothing" too; "no" its noun as well.
    private func negated(_ head: Int, in tokens: [Int]) -> Set<String> {
        var found: Set<String> = []
        for token in tokens {
            let lemma = analysis.tokens[token].lemma.lowercased()
            guard let parent = analysis.tokens[token].head else { continue }
            let isPart = parent == head || analysis.tokens[parent].head == head
            switch lemma {
            case "not", "never", "n't", "neither", "nor", "nobody", "nothing", "none":
                if isPart { found.formSymmetricDifference([Stem.of(analysis.tokens[head].lemma)]) }
            case "no":
                if isPart {
                    found.insert(Stem.of(analysis.tokens[head].lemma))
                    found.insert(Stem.of(analysis.tokens[parent].lemma))
                }
            default: continue
            }
        }
        return found
    }

    private static func mode(_ act: Statement.Act) -> Fact.Mode {
        switch act {
        case .demand, .request, .ask, .urge, .hope: .demanded
        case .offer, .promise, .assure: .offered
        case .refuse, .reject: .refused
        default: .told
        }
    }
}
