import Lexicon
import Reports

/// Joins the actors of several reports by their names, with the lexicon and their offices as witnesses.
struct ActorJoiner: Sendable {
    struct Result: Sendable {
        /// In the order of the lists given.
        var actors: [Actor]
        /// The joined id of each actor.
        var ids: [Identifier: Identifier]
    }

    let lexicon: Lexicon

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// What joining looks at, of one actor of one report.
    private struct Candidate: Sendable {
        var id: Identifier
        /// Index of the report.
        var report: Int
        var kind: Actor.Kind
        var names: [NameWords]
        var entry: Entry?
        var country: String?
        /// Folded office titles, and the names of what they are in.
        var offices: Set<String>
        var isLoneWord: Bool
    }

    private struct Pair {
        var first: Int
        var second: Int
        var score: Double
        var reason: String
    }

    func join(_ lists: [[Actor]]) -> Result {
        let candidates = candidates(lists)
        let pairs = pairs(candidates)
        var parent = Array(candidates.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parent[index] != index { index = parent[index] }
            return index
        }
        var reports = candidates.map { Set([$0.report]) }
        var doubts: [Pair] = []
        for pair in pairs {
            let (a, b) = (root(pair.first), root(pair.second))
            guard a != b else { continue }
            guard pair.score >= NameMatcher.same else {
                doubts.append(pair)
                continue
            }
            // Two people of one report were read as two: another report does not make them one.
            if candidates[a].kind == .person, !reports[a].isDisjoint(with: reports[b]) {
                doubts.append(pair)
                continue
            }
            let (low, high) = (min(a, b), max(a, b))
            parent[high] = low
            reports[low].formUnion(reports[high])
        }
        var ids: [Identifier: Identifier] = [:]
        for index in candidates.indices { ids[candidates[index].id] = candidates[root(index)].id }
        var actors = merged(lists, Renaming(actors: ids, places: [:]))
        for doubt in doubts where root(doubt.first) != root(doubt.second) {
            note(candidates[root(doubt.first)].id, candidates[root(doubt.second)].id, doubt.reason, in: &actors)
        }
        return Result(actors: actors, ids: ids)
    }

    // MARK: Candidates

    /// The actors that have names, ordered by id: the order of the reports plays no part from here on.
    private func candidates(_ lists: [[Actor]]) -> [Candidate] {
        var out: [Candidate] = []
        for (report, actors) in lists.enumerated() {
            var nameOf: [Identifier: String] = [:]
            for actor in actors { nameOf[actor.id] = Names.key(actor.name) }
            for actor in actors where !actor.isAnonymous && !actor.names.isEmpty {
                let words = ([actor.name] + actor.names).map { NameWords($0) }.filter { !$0.words.isEmpty }
                guard !words.isEmpty else { continue }
                var offices: Set<String> = []
                for role in actor.roles {
                    let of = role.of.flatMap { nameOf[$0] } ?? ""
                    if let title = role.title { offices.insert(Names.key(title) + "/" + of) }
                    if !of.isEmpty { offices.insert(role.relation.rawValue + "/" + of) }
                }
                out.append(
                    Candidate(
                        id: actor.id, report: report, kind: actor.kind, names: words, entry: entry(actor),
                        country: actor.code?.country, offices: offices,
                        isLoneWord: words.allSatisfy { $0.words.count == 1 }))
            }
        }
        return out.sorted { $0.id < $1.id }
    }

    private func entry(_ actor: Actor) -> Entry? {
        let kinds: EntryKinds
        switch actor.kind {
        case .person: kinds = [.person]
        case .state: kinds = [.state]
        case .outlet: kinds = [.outlet]
        case .group: kinds = [.group, .organisation]
        case .organisation: kinds = [.organisation, .group, .outlet]
        case .place: kinds = [.place, .state]
        case .collective: return nil
        }
        for name in [actor.name] + actor.names {
            let found = lexicon.entries(named: name, kinds: kinds).filter { $0.form == .name || $0.form == .alias }
            if found.count == 1 { return found[0] }
        }
        return nil
    }

    // MARK: Pairs

    /// Candidates that share a key, scored; the best first.
    private func pairs(_ candidates: [Candidate]) -> [Pair] {
        var blocks: [String: [Int]] = [:]
        var keys: [String] = []
        for (index, candidate) in candidates.enumerated() {
            for key in self.keys(candidate) {
                if blocks[key] == nil { keys.append(key) }
                blocks[key, default: []].append(index)
            }
        }
        var seen: Set<Int> = []
        var out: [Pair] = []
        for key in keys {
            let block = blocks[key]!
            for (offset, second) in block.enumerated() {
                // In a block of a very common name only neighbours by id are compared.
                for first in block[max(0, offset - Self.widest)..<offset] {
                    guard seen.insert(first * candidates.count + second).inserted else { continue }
                    guard let pair = score(first, second, candidates) else { continue }
                    out.append(pair)
                }
            }
        }
        return out.sorted { a, b in
            if a.score != b.score { return a.score > b.score }
            return (a.first, a.second) < (b.first, b.second)
        }
    }

    private static let widest = 400

    /// Two candidates can only be one if they share one of these.
    private func keys(_ candidate: Candidate) -> [String] {
        var out: Set<String> = []
        if let entry = candidate.entry { out.insert("e\(entry.kind.rawValue)/\(entry.row)") }
        for name in candidate.names {
            if candidate.kind == .person {
                for word in name.words where word.plain.count > 1 { out.insert("p" + skeleton(word.sound)) }
                for (a, b) in zip(name.words, name.words.dropFirst()) {
                    out.insert("p" + skeleton(Romanisation.fold(a.plain + b.plain)))
                }
            } else {
                let content = name.words.filter { !NameWords.particles.contains($0.plain) }
                if let acronym = name.acronym {
                    out.insert("a" + String(decoding: acronym.prefix(3), as: UTF8.self))
                } else if content.count > 2 {
                    for start in 0...1 {
                        out.insert(
                            "a" + String(decoding: content[start...].prefix(3).map { $0.plain[0] }, as: UTF8.self))
                    }
                }
                for word in content where word.plain.count > 2 { out.insert("b" + skeleton(word.sound)) }
            }
        }
        return out.sorted()
    }

    private func skeleton(_ sound: [UInt8]) -> String {
        String(decoding: Romanisation.skeleton(sound).prefix(4), as: UTF8.self)
    }

    private func score(_ first: Int, _ second: Int, _ candidates: [Candidate]) -> Pair? {
        let (a, b) = (candidates[first], candidates[second])
        guard a.report != b.report || a.kind != .person, fit(a.kind, b.kind) else { return nil }
        if let x = a.entry, let y = b.entry, x.kind == y.kind {
            guard x.row == y.row else { return nil }
            return Pair(first: first, second: second, score: 1, reason: "one row of the lexicon")
        }
        let isPerson = a.kind == .person
        var best = NameMatcher.Score(value: 0, rule: "different")
        let matcher = NameMatcher()
        for x in a.names {
            for y in b.names {
                if !isPerson, x.words.count == 1 || y.words.count == 1, x.acronym == nil, y.acronym == nil,
                    x.words != y.words
                {
                    continue
                }
                let score = matcher.score(x, y, kind: isPerson ? .person : .organisation)
                if score.value > best.value { best = score }
            }
        }
        if isPerson {
            let conflict = a.country != nil && b.country != nil && a.country != b.country
            let isShared = !a.offices.isDisjoint(with: b.offices)
            if a.isLoneWord || b.isLoneWord {
                // A surname alone is one person only where the office is the same too.
                guard best.value >= 0.8, !conflict else { return nil }
                let value = isShared ? 0.85 : 0.7
                return Pair(
                    first: first, second: second, score: value,
                    reason: isShared ? "name and office" : "shares one name only")
            }
            if conflict { best.value -= 0.15 }
        }
        guard best.value >= 0.72 else { return nil }
        return Pair(first: first, second: second, score: best.value, reason: "name: " + best.rule)
    }

    private func fit(_ a: Actor.Kind, _ b: Actor.Kind) -> Bool {
        if a == b { return true }
        let bodies: Set<Actor.Kind> = [.group, .organisation, .outlet]
        return bodies.contains(a) && bodies.contains(b)
            || Set([a, b]) == [.state, .place]
    }

    // MARK: Merging

    private func merged(_ lists: [[Actor]], _ renaming: Renaming) -> [Actor] {
        var at: [Identifier: Int] = [:]
        var out: [Actor] = []
        for actor in lists.flatMap({ $0 }).map(renaming.renamed) {
            guard let index = at[actor.id] else {
                at[actor.id] = out.count
                out.append(actor)
                continue
            }
            out[index].absorb(actor)
        }
        return out
    }

    private func note(_ a: Identifier, _ b: Identifier, _ reason: String, in actors: inout [Actor]) {
        for (one, other) in [(a, b), (b, a)] {
            guard let index = actors.firstIndex(where: { $0.id == one }) else { continue }
            guard !actors[index].possiblySame.contains(where: { $0.actor == other }) else { continue }
            actors[index].possiblySame.append(Actor.PossibleIdentity(actor: other, reason: reason))
        }
    }
}

extension Actor {
    /// Takes over what another report tells of the same actor. Roles that differ stay side by side.
    fileprivate mutating func absorb(_ other: Actor) {
        for name in other.names where !names.contains(name) { names.append(name) }
        if words(other.name) > words(name) { name = other.name }
        if kind == .organisation || kind == .place { kind = other.kind == .place ? kind : other.kind }
        mentions += other.mentions
        for role in other.roles {
            let same = roles.firstIndex { mine in
                mine.relation == role.relation && mine.title == role.title && mine.of == role.of
                    && mine.isActing == role.isActing && mine.isFormer == role.isFormer && mine.from == role.from
                    && mine.to == role.to
            }
            guard let same else {
                roles.append(role)
                continue
            }
            roles[same].evidence += role.evidence
            if role.basis == .stated { roles[same].basis = .stated }
        }
        if side == nil || (side?.basis != .stated && other.side?.basis == .stated) { side = other.side ?? side }
        if code?.sector == nil || code?.country == nil { code = other.code ?? code }
        for identity in other.possiblySame where !possiblySame.contains(identity) { possiblySame.append(identity) }
    }

    private func words(_ name: String) -> Int { name.utf8.reduce(1) { $0 + ($1 == 32 ? 1 : 0) } }
}
