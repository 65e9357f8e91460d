import Language
import Lexicon

/// Names: the same name, a fuller one, an acronym, a surname.
extension Coreference {
    mutating func joinNames() {
        joinEqualNames()
        joinPersons()
        joinSurnames()
        joinBodies()
    }

    private var named: [Int] { phrases.indices.filter { nameWords[$0] != nil } }

    private func isPerson(_ phrase: Int) -> Bool { phrases[phrase].kind == .person }

    /// Letter for letter, or the same row of the lexicon.
    private mutating func joinEqualNames() {
        var first: [String: Int] = [:]
        for index in named {
            guard let name = phrases[index].name else { continue }
            var keys = ["n" + Names.key(analysis.words(name)) + (isPerson(index) ? "/p" : "/b")]
            if let entry = phrases[index].entry, entry.form != .demonym, entry.form != .capital {
                keys.append("e\(entry.kind.rawValue)/\(entry.row)")
            }
            if let acronym = phrases[index].acronym {
                keys.append("n" + Names.key(analysis.tokens[acronym].form) + "/b")
            }
            for key in keys {
                if let other = first[key] {
                    join(other, index, rule: "same-name")
                } else {
                    first[key] = index
                }
            }
        }
    }

    /// Full names of persons in other spellings, or with a part left out.
    private mutating func joinPersons() {
        let full = named.filter { isPerson($0) && nameWords[$0]!.words.count > 1 }
        let matcher = NameMatcher()
        for (offset, index) in full.enumerated() {
            for other in full[..<offset] where !areJoined(other, index) {
                guard !areKnownApart(other, index) else { continue }
                let score = matcher.score(nameWords[other]!, nameWords[index]!, kind: .person)
                if score.value >= NameMatcher.same { join(other, index, rule: "name-" + score.rule) }
            }
        }
    }

    /// Whether the lexicon has the two as different people.
    func areKnownApart(_ a: Int, _ b: Int) -> Bool {
        guard let first = entry(of: root(a)), let second = entry(of: root(b)) else { return false }
        return first.kind == second.kind && first.row != second.row
    }

    /// A single word for a person whose full name stands elsewhere in the report.
    private mutating func joinSurnames() {
        for index in named where nameWords[index]!.words.count == 1 {
            // An analyser takes a lone surname for a place now and then.
            let isUnsure = !phrases[index].isKindSure || (phrases[index].kind != .person && phrases[index].entry == nil)
            guard isPerson(index) || isUnsure else { continue }
            guard phrases[index].entry == nil || phrases[index].kind == .person else { continue }
            if isPerson(index) == false, members[root(index)].contains(where: { isPerson($0) }) { continue }
            let word = nameWords[index]!.words[0]
            var candidates = persons(endingIn: word)
            if candidates.isEmpty { candidates = persons(beginningWith: word) }
            candidates = candidates.filter { $0 != root(index) }
            if candidates.count > 1 { candidates = preferred(candidates, for: index) }
            if candidates.count == 1 {
                join(candidates[0], index, rule: "surname")
                for body in bodies(beginningWith: word) { note(alternative: body, for: index) }
            } else {
                for candidate in candidates { doubt(index, candidate, "shares a name with several people") }
            }
        }
    }

    private func persons(endingIn word: NameWords.Word) -> [Int] {
        persons { words in words.last.map { Self.isAlike($0, word) } ?? false }
    }

    private func persons(beginningWith word: NameWords.Word) -> [Int] {
        persons { words in words.first.map { $0.plain == word.plain } ?? false }
    }

    private func persons(where condition: ([NameWords.Word]) -> Bool) -> [Int] {
        roots.filter { root in
            members[root].contains { member in
                guard isPerson(member), let words = nameWords[member]?.words, words.count > 1 else { return false }
                return condition(words)
            }
        }
    }

    private func bodies(beginningWith word: NameWords.Word) -> [Int] {
        roots.filter { root in
            members[root].contains { member in
                guard !isPerson(member), let words = nameWords[member]?.words, words.count > 1 else { return false }
                return words[0].plain == word.plain
            }
        }
    }

    private func bodies(holding word: NameWords.Word) -> [Int] {
        roots.filter { root in
            kind(of: root) != .state
                && members[root].contains { member in
                    guard !isPerson(member), let words = nameWords[member]?.words, words.count > 1 else { return false }
                    return words.contains { $0.plain == word.plain }
                }
        }
    }

    private static func isAlike(_ a: NameWords.Word, _ b: NameWords.Word) -> Bool {
        a.plain == b.plain || (min(a.plain.count, b.plain.count) > 3 && Romanisation.distance(a.sound, b.sound) <= 0.15)
    }

    /// Of several people with one surname, those whose office fits the title before the name.
    private func preferred(_ candidates: [Int], for phrase: Int) -> [Int] {
        let titles = phrases[phrase].descriptions
        if !titles.isEmpty {
            let fitting = candidates.filter { candidate in
                titles.contains { title in
                    descriptions(of: candidate).contains { fit(title, $0.description) == .good }
                }
            }
            if fitting.count == 1 { return fitting }
        }
        let exact = candidates.filter { candidate in
            members[candidate].contains { nameWords[$0]?.words.last?.plain == nameWords[phrase]!.words[0].plain }
        }
        return exact.isEmpty ? candidates : exact
    }

    /// Names of bodies: acronyms, the country left out, the first words alone.
    private mutating func joinBodies() {
        let bodies = named.filter { !isPerson($0) }
        let matcher = NameMatcher()
        for (offset, index) in bodies.enumerated() {
            for other in bodies[..<offset] where !areJoined(other, index) {
                guard canBeOneBody(other, index) else { continue }
                let (a, b) = (nameWords[other]!, nameWords[index]!)
                if strippedOfCountry(a) == strippedOfCountry(b), !strippedOfCountry(a).isEmpty {
                    join(other, index, rule: "name-without-country")
                    continue
                }
                let score = matcher.score(a, b, kind: .organisation)
                if score.value >= NameMatcher.same { join(other, index, rule: "name-" + score.rule) }
            }
        }
        for index in bodies where nameWords[index]!.words.count == 1 && !hasLongName(root(index)) {
            let word = nameWords[index]!.words[0]
            guard word.plain.count > 2, knowledge.lexicon.demonym(analysis.words(phrases[index].name!)) == nil else {
                continue
            }
            var candidates = self.bodies(beginningWith: word)
            // "The Tigers", "the Front": a word of one longer name.
            if candidates.isEmpty { candidates = self.bodies(holding: word) }
            candidates = candidates.filter {
                $0 != root(index) && canBeOneBody($0, index) && kind(of: $0) != .place
            }
            if candidates.count == 1, phrases[index].entry?.kind != .state, phrases[index].entry?.kind != .place {
                join(candidates[0], index, rule: "short-name")
            }
        }
    }

    private func hasLongName(_ root: Int) -> Bool {
        members[root].contains { (nameWords[$0]?.words.count ?? 0) > 1 }
    }

    private func canBeOneBody(_ a: Int, _ b: Int) -> Bool {
        if let first = entry(of: root(a)), let second = entry(of: root(b)) {
            // Two rows of the lexicon are two actors, but for an outlet's desks and services.
            return first.kind == second.kind && first.row == second.row
                || (first.kind == .outlet && second.kind == .outlet)
        }
        let kinds = [kind(of: root(a)), kind(of: root(b))]
        if kinds.contains(.state) || kinds.contains(.place) { return kinds[0] == kinds[1] }
        return true
    }

    /// The words of a name without a country or its adjective at either end.
    private func strippedOfCountry(_ name: NameWords) -> [[UInt8]] {
        var words = name.words.map(\.plain).filter { $0 != Array("of".utf8) }
        func isCountry(_ word: [UInt8]) -> Bool {
            let text = String(decoding: word, as: UTF8.self)
            let capital = String(decoding: [word[0] & 0xDF] + word.dropFirst(), as: UTF8.self)
            return knowledge.lexicon.demonym(text) != nil
                || knowledge.lexicon.entries(named: capital, kinds: .state).contains { $0.form == .name }
        }
        guard words.count > 2 else { return [] }
        if isCountry(words[0]) { words.removeFirst() } else if isCountry(words[words.count - 1]) { words.removeLast() }
        return words.count > 1 ? words : []
    }
}
