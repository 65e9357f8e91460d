import Reports

/// Finds the outlet that a report names as its own, where it does: `sources told NAME`, `NAME has learned`,
/// `© 2021 NAME`. An outlet that is only quoted (`he told NAME`) is not the publisher.
struct PublisherReader {
    let text: [UInt8]

    /// - Parameter regions: labelled; bodies and furniture are asked.
    func publisher(_ regions: [Region], byline: Span?) -> Report.Publisher? {
        if let byline { return Report.Publisher(name: words(byline), evidence: [byline], basis: .stated) }
        var owners: [Span] = []
        var hearers: [Span] = []
        var users: [Span] = []
        var offices: [[Lexeme]] = []
        var listeners: [Span] = []
        for region in regions {
            switch region.label {
            case .body, .subheading:
                let lexemes = LexemeReader(text: text).lexemes(in: region.span, limit: 1500)
                hearers += self.hearers(lexemes)
                users += self.users(lexemes)
                listeners += self.listeners(lexemes)
            case .byline:
                if let office = office(LexemeReader(text: text).lexemes(in: region.span, limit: 8)) {
                    offices.append(office)
                }
            case .furniture, .credit:
                let lexemes = LexemeReader(text: text).lexemes(in: region.span, limit: 40)
                if let owner = owner(lexemes) { owners.append(owner) }
            default: break
            }
        }
        if let owner = owners.first { return Report.Publisher(name: words(owner), evidence: [owner], basis: .stated) }
        guard let first = hearers.first else { return publisher(offices, listeners) }
        // Rival outlets: none of them is sure to be this one.
        let name = words(first)
        guard hearers.allSatisfy({ words($0) == name || name.hasPrefix(words($0) + " ") }) else { return nil }
        let short = users.filter { words($0) == name || name.hasPrefix(words($0) + " ") }
        return Report.Publisher(
            name: name, evidence: (hearers + short).sorted(), basis: .inferred(rule: "names-itself"))
    }

    /// `COURIER STAFF` above a text in which people speak to "the Courier".
    private func publisher(_ offices: [[Lexeme]], _ listeners: [Span]) -> Report.Publisher? {
        for office in offices {
            let name = office.map(\.text)
            let heard = listeners.filter { span in
                LexemeReader(text: text).lexemes(in: span).map(\.text) == name
            }
            guard let first = heard.first, let start = office.first?.span.start, let end = office.last?.span.end else {
                continue
            }
            return Report.Publisher(
                name: words(first), evidence: [Span(start, end)] + heard, basis: .inferred(rule: "names-itself"))
        }
        return nil
    }

    /// The name in `COURIER STAFF`, `Quay Courier Correspondent`.
    private func office(_ lexemes: [Lexeme]) -> [Lexeme]? {
        guard let last = lexemes.last,
            ["staff", "desk", "reporter", "correspondent", "bureau", "newsroom"].contains(last.text)
        else { return nil }
        let name = lexemes.dropLast().filter { $0.text != "by" && $0.text != "the" }
        return name.isEmpty ? nil : name
    }

    /// NAME in `told the NAME`: whoever is told may be another outlet, so alone this says nothing.
    private func listeners(_ lexemes: [Lexeme]) -> [Span] {
        lexemes.indices.compactMap { index in
            guard ["told", "informed"].contains(lexemes[index].text), index + 2 < lexemes.count,
                lexemes[index + 1].text == "the"
            else { return nil }
            var end = index + 2
            while end < lexemes.count, lexemes[end].isCapital { end += 1 }
            return end > index + 2 ? Span(lexemes[index + 2].span.start, lexemes[end - 1].span.end) : nil
        }
    }

    private func words(_ span: Span) -> String { String(decoding: text[span.start..<span.end], as: UTF8.self) }

    /// `Sources informed NAME`, `officials … let NAME know`, `NAME has learned`.
    private func hearers(_ lexemes: [Lexeme]) -> [Span] {
        lexemes.indices.compactMap { index in
            switch Self.verbs[lexemes[index].text] {
            case .telling:
                guard index > 0, isUnnamedSource(lexemes, index - 1) else { return nil }
                return name(lexemes, index + 1)
            case .learning:
                guard index > 1, ["has", "have"].contains(lexemes[index - 1].text) else { return nil }
                return nameBefore(lexemes, index - 1)
            case nil: return nil
            }
        }
    }

    /// `reports sourced by NAME`, `accessed by NAME`, `seen by NAME`, `exclusively to NAME`.
    private func users(_ lexemes: [Lexeme]) -> [Span] {
        lexemes.indices.compactMap { index in
            guard index + 2 < lexemes.count, lexemes[index + 2].isCapital || lexemes[index + 2].text == "the",
                ["by", "to", "with"].contains(lexemes[index + 1].text), Self.using.contains(lexemes[index].text)
            else { return nil }
            var start = index + 2
            if lexemes[start].text == "the" { start += 1 }
            var end = start
            while end < lexemes.count, lexemes[end].kind == .word, lexemes[end].isCapital { end += 1 }
            return end > start ? Span(lexemes[start].span.start, lexemes[end - 1].span.end) : nil
        }
    }

    /// `© 2021 NAME`, `Copyright NAME`, `NAME uses cookies`.
    private func owner(_ lexemes: [Lexeme]) -> Span? {
        if let uses = lexemes.firstIndex(where: { $0.text == "uses" }), uses > 0, uses + 1 < lexemes.count,
            lexemes[uses + 1].text == "cookies"
        {
            return nameBefore(lexemes, uses)
        }
        guard let sign = lexemes.firstIndex(where: { $0.text == "©" || $0.text == "copyright" }), sign <= 1 else {
            return nil
        }
        var start = sign + 1
        while start < lexemes.count,
            lexemes[start].kind == .number || lexemes[start].kind == .mark
                || ["copyright", "by", "the", "c"].contains(lexemes[start].text)
        {
            start += 1
        }
        var end = start
        while end < lexemes.count, lexemes[end].kind == .word || lexemes[end].text == "&",
            lexemes[end].isCapital || ["of", "the", "&"].contains(lexemes[end].text),
            !["all", "inc", "ltd", "llc"].contains(lexemes[end].text)
        {
            end += 1
        }
        return end > start ? Span(lexemes[start].span.start, lexemes[end - 1].span.end) : nil
    }

    /// Whether the words that end at an index are a source without a name.
    private func isUnnamedSource(_ lexemes: [Lexeme], _ index: Int) -> Bool {
        var here = index
        if ["also", "further", "exclusively", "have", "has", "had"].contains(lexemes[here].text), here > 0 {
            here -= 1
        }
        return Self.unnamed.contains(lexemes[here].text)
    }

    /// A capitalised name that ends like an outlet's.
    private func name(_ lexemes: [Lexeme], _ start: Int) -> Span? {
        var start = start
        if start < lexemes.count, lexemes[start].text == "the" { start += 1 }
        var end = start
        while end < lexemes.count, end - start < 6, lexemes[end].kind == .word,
            lexemes[end].isCapital || end > start && ["of", "the"].contains(lexemes[end].text)
        {
            end += 1
        }
        while end > start {
            if Outlets.isNamed(lexemes[start..<end]) {
                return Span(lexemes[start].span.start, lexemes[end - 1].span.end)
            }
            end -= 1
        }
        return nil
    }

    private func nameBefore(_ lexemes: [Lexeme], _ end: Int) -> Span? {
        var start = end
        while start > 0, end - start < 6, lexemes[start - 1].kind == .word, lexemes[start - 1].isCapital { start -= 1 }
        if start < end, lexemes[start].text == "the" { start += 1 }
        guard start < end, Outlets.isNamed(lexemes[start..<end]) else { return nil }
        return Span(lexemes[start].span.start, lexemes[end - 1].span.end)
    }

    private enum Verb { case telling, learning }

    private static let verbs: [String: Verb] = [
        "told": .telling, "tell": .telling, "informed": .telling, "inform": .telling, "let": .telling,
        "notified": .telling, "learned": .learning, "learnt": .learning, "obtained": .learning, "gathered": .learning,
    ]
    private static let using: Set<String> = [
        "sourced", "accessed", "seen", "obtained", "reviewed", "exclusively", "verified",
    ]
    private static let unnamed: Set<String> = ["sources", "source", "insiders", "aides", "officials", "confidants"]
}
