import Reports

/// Reads lines that say where a text or picture came from: credits, bylines, captions.
struct CreditReader {
    struct Found {
        var label: Region.Label
        var span: Span
        var credits: [Report.Credit] = []
        /// An outlet that the line names as its own: `By Ana Paz | Quay Courier`.
        var outlet: Span?
    }

    let lexemes: [Lexeme]
    let span: Span

    private func word(_ index: Int) -> String { index >= 0 && index < lexemes.count ? lexemes[index].text : "" }

    // MARK: credits

    /// A paragraph that is a credit as a whole.
    func credit() -> Found? {
        guard lexemes.count <= 60, span.length <= 500 else { return nil }
        var start = 0
        while start < lexemes.count, lexemes[start].kind == .mark, lexemes[start].text != "©" { start += 1 }
        guard start < lexemes.count else { return nil }
        if let found = people(start) { return found }
        if let found = agencyLine(start) { return found }
        for form in Self.forms[word(start)] ?? [] where matches(form.words, start) {
            let from = start + form.words.count
            guard let name = form.takesName ? name(from: from) : whole(from: start) else { continue }
            let names = form.kind == .agency && form.takesName ? parts(of: name) : [name]
            return Found(
                label: .credit, span: span, credits: names.map { Report.Credit(kind: form.kind, name: $0, at: span) })
        }
        return publication(start)
    }

    /// `Source: NAME`, `With inputs from NAME` and their like; a colon may stand after the words.
    private struct Form {
        var words: [String]
        var kind: Report.Credit.Kind
        var takesName = true
    }

    /// By first word.
    private static let forms: [String: [Form]] = Dictionary(grouping: allForms, by: \.words[0])

    private static let allForms: [Form] =
        [
            "with agency inputs:", "with inputs:", "with agencies:", "with inputs from", "with input from",
            "with additional inputs from", "inputs from", "with files from",
            "source:", "sources:", "agency:", "agencies:", "source |", "news source:", "with reporting from",
            "with reports from",
            "based on reports from", "from wire", "compiled from",
        ].map { Form(words: split($0), kind: .agency) }
        + [
            "courtesy:", "courtesy of", "courtesy", "republished from", "reprinted from", "reproduced from",
            "reposted from",
            "republished with permission from", "republished with permission of", "reprinted with permission from",
            "reprinted with permission of", "published with permission from", "syndicated from", "syndicated by",
            "distributed by", "originally published by", "originally published in", "originally published on",
            "originally published at", "originally appeared in", "originally appeared on", "first published by",
            "first published in", "first appeared in", "first appeared on", "via:", "content provided by",
            "provided by",
            "in partnership with", "in collaboration with", "published in arrangement with", "in arrangement with",
            "under arrangement with", "by arrangement with", "under an arrangement with", "original source:",
        ].map { Form(words: split($0), kind: .syndication) }
        + [
            "with agency inputs", "with inputs", "with agencies", "from agencies", "with wire inputs",
            "with agency reports", "with additional inputs",
        ].map { Form(words: split($0), kind: .agency, takesName: false) }
        + [
            "photo by", "photos by", "photograph by", "photographs by", "photo credit:", "photo credits:",
            "image credit:",
            "image credits:", "photo courtesy:", "photo courtesy of", "image courtesy of", "image courtesy:",
            "picture credit:",
            "picture by", "image by", "images by", "credit:", "photo source:", "image source:",
        ].map { Form(words: split($0), kind: .photo) }

    private static func split(_ phrase: String) -> [String] {
        phrase.split(separator: " ").flatMap { part -> [String] in
            part.hasSuffix(":") ? [String(part.dropLast()), ":"] : [String(part)]
        }
    }

    private func matches(_ words: [String], _ start: Int) -> Bool {
        words.indices.allSatisfy { offset in
            word(start + offset) == words[offset]
                || words[offset] == ":" && start + offset < lexemes.count && lexemes[start + offset].isDash
        }
    }

    /// `This story was first published by NAME`, `The content is carried under an arrangement with NAME`.
    ///
    /// A sentence of the report may begin so too ("The report, published by …, found"): the words must speak of this
    /// text or of the terms on which it is carried, and an auxiliary must stand before the verb.
    private func publication(_ start: Int) -> Found? {
        guard lexemes.count <= 36, let verb = carryingVerb(start),
            word(start) == "this" || lexemes.contains(where: { Self.terms.contains($0.text) })
        else { return nil }
        // The name stands after the last preposition before the sentence's end.
        var preposition: Int?
        for index in verb + 1..<max(lexemes.count, verb + 1) {
            if lexemes[index].text == ".", lexemes[index].kind == .mark { break }
            if word(index) == "on", DateReader(lexemes: lexemes).date(at: index + 1) != nil { break }
            if Self.prepositions.contains(word(index)) { preposition = index }
        }
        guard let preposition, let name = name(from: preposition + 1) else { return nil }
        let isFeed = (verb..<lexemes.count).contains { ["feed", "agency", "wire", "agencies"].contains(word($0)) }
        return Found(
            label: .credit, span: span,
            credits: [Report.Credit(kind: isFeed ? .agency : .syndication, name: name, at: span)])
    }

    /// Index of the verb in `this story was published`, or in `Published under …` at the start.
    private func carryingVerb(_ start: Int) -> Int? {
        if Self.verbs.contains(word(start)) { return start }
        guard let opening = (start..<min(start + 4, lexemes.count)).first(where: { Self.texts.contains(word($0)) }),
            ["this", "the", "our"].contains(word(start)) || opening == start,
            let verb = (opening + 1..<min(opening + 9, lexemes.count)).first(where: { Self.verbs.contains(word($0)) }),
            Self.auxiliaries.contains(word(verb - 1)) || word(verb).hasPrefix("appear")
        else { return nil }
        return verb
    }

    private static let auxiliaries: Set<String> = [
        "is", "was", "are", "were", "been", "being", "originally", "first", "also", "previously", "jointly",
    ]
    /// On what terms a text is carried.
    private static let terms: Set<String> = [
        "arrangement", "agreement", "permission", "partnership", "licence", "license", "collaboration", "courtesy",
        "originally", "first", "feed", "syndicated", "syndication", "modifications", "modification",
    ]
    private static let texts: Set<String> = [
        "content", "story", "article", "report", "news", "copy", "piece", "text", "feed", "item", "post", "interview",
        "column", "essay", "commentary",
    ]
    private static let verbs: Set<String> = [
        "carried", "published", "republished", "reprinted", "syndicated", "appears", "reproduced", "appeared",
        "distributed",
        "sourced", "provided", "supplied", "auto-generated", "generated", "produced", "posted", "republish", "reposted",
    ]
    private static let prepositions: Set<String> = ["with", "from", "by", "on", "in", "of", "at"]

    /// The words of a name from an index to the sentence's end, without article and marks; nil if nothing is named.
    private func name(from index: Int) -> Span? {
        var start = index
        while start < lexemes.count, lexemes[start].kind == .mark || ["the", "a", "an"].contains(word(start)) {
            start += 1
        }
        var end = start
        while end < lexemes.count, end - start < 12 {
            let lexeme = lexemes[end]
            if lexeme.kind == .mark, [".", ")", "]", ";", ":", "|", "\"", "*"].contains(lexeme.text) { break }
            if lexeme.text == "on", end > start, DateReader(lexemes: lexemes).date(at: end + 1) != nil { break }
            if ["under", "and", "where", "which", "without", "as"].contains(lexeme.text), end > start,
                !(end + 1 < lexemes.count && lexemes[end + 1].isCapital)
            {
                break
            }
            end += 1
        }
        while end > start, lexemes[end - 1].kind == .mark { end -= 1 }
        return end > start ? Span(lexemes[start].span.start, lexemes[end - 1].span.end) : nil
    }

    /// The names of a list: `AFP, Alpine Wire and Reuters`.
    private func parts(of name: Span) -> [Span] {
        let inside = lexemes.indices.filter { name.contains(lexemes[$0].span) }
        guard let first = inside.first, let last = inside.last else { return [name] }
        let parts = names(first, last + 1)
        return parts.isEmpty ? [name] : parts
    }

    private func whole(from start: Int) -> Span? {
        var end = lexemes.count
        while end > start, lexemes[end - 1].kind == .mark { end -= 1 }
        return end > start ? Span(lexemes[start].span.start, lexemes[end - 1].span.end) : nil
    }

    /// `(AFP)`, `— Reuters`, `AGENCIES`: nothing but a name that is an agency's.
    private func agencyLine(_ start: Int) -> Found? {
        var end = lexemes.count
        while end > start, lexemes[end - 1].kind == .mark { end -= 1 }
        guard end > start, end - start <= 7 else { return nil }
        let names = lexemes[start..<end].filter { $0.kind != .mark }
        let isSet = names.allSatisfy {
            Agencies.isName($0.text) || ["and", "agencies", "agency", "news"].contains($0.text)
        }
        let isMarked =
            start > 0 && end - start <= 2 && names.allSatisfy { $0.isUpper }
            && !["end", "ends", "more"].contains(word(start))
            && lexemes[start - 1].text != "\"" && span.length <= 14
        // `Nile Morning/Alpine Wire`: an outlet and whom it has the text from.
        if let slash = (start..<end).first(where: { word($0) == "/" }), slash > start, slash + 1 < end,
            Outlets.isNamed(lexemes[slash + 1..<end]), lexemes[start..<slash].allSatisfy({ $0.isCapital })
        {
            let name = Span(lexemes[slash + 1].span.start, lexemes[end - 1].span.end)
            return Found(label: .credit, span: span, credits: [Report.Credit(kind: .agency, name: name, at: span)])
        }
        guard isSet || isMarked else { return nil }
        let name = Span(lexemes[start].span.start, lexemes[end - 1].span.end)
        return Found(label: .credit, span: span, credits: [Report.Credit(kind: .agency, name: name, at: span)])
    }

    /// `Reporting by A and B; Editing by C`.
    private func people(_ start: Int) -> Found? {
        var credits: [Report.Credit] = []
        var index = start
        while index < lexemes.count {
            guard let role = role(at: index) else {
                // Between roles only names and the places in brackets behind them.
                if credits.isEmpty { return contribution(start) }
                index += 1
                continue
            }
            var end = role.next
            while end < lexemes.count,
                ![";", "|", "."].contains(word(end)) || word(end) == "." && lexemes[end - 1].span.length <= 2
            {
                if end > role.next, self.role(at: end) != nil { break }
                end += 1
            }
            credits += names(role.next, end).map { Report.Credit(kind: role.kind, name: $0, at: span) }
            index = max(end, index + 1)
        }
        return credits.isEmpty ? nil : Found(label: .credit, span: span, credits: credits)
    }

    /// The names between two indices: parted by commas and `and`, without the places behind them (`Ana Paz in Lima`).
    private func names(_ start: Int, _ end: Int) -> [Span] {
        var found: [Span] = []
        var first: Int?
        var isPlace = false
        for index in start...end {
            let parts = index == end || ["and", ",", "&", "in", "from"].contains(word(index)) || isBar(index)
            guard parts || lexemes[index].text == ")" else {
                if first == nil, lexemes[index].kind == .word, !isPlace { first = index }
                continue
            }
            if let start = first {
                let last = (start..<index).last { lexemes[$0].kind != .mark } ?? start
                found.append(Span(lexemes[start].span.start, lexemes[last].span.end))
            }
            first = nil
            isPlace = index < end && ["in", "from"].contains(word(index))
        }
        return found
    }

    private func isBar(_ index: Int) -> Bool { ["|", "•", "·", "/", ";"].contains(word(index)) }

    private func role(at index: Int) -> (kind: Report.Credit.Kind, next: Int)? {
        var start = index
        while ["additional", "and", "further"].contains(word(start)) { start += 1 }
        guard word(start + 1) == "by" else { return nil }
        switch word(start) {
        case "reporting", "writing", "written", "reported", "translated", "translation", "compiled", "research":
            return (.byline, start + 2)
        case "editing", "edited": return (.editor, start + 2)
        default: return nil
        }
    }

    /// `Ana Paz and Ugo Sy contributed to this report.`
    private func contribution(_ start: Int) -> Found? {
        guard let verb = (start..<lexemes.count).first(where: { word($0) == "contributed" }), verb > start,
            ["to", "reporting", "from"].contains(word(verb + 1)), lexemes[start].isCapital,
            word(verb + 2) == "this" || word(verb + 1) == "reporting" || word(verb + 3) == "report"
        else { return nil }
        let name = Span(lexemes[start].span.start, lexemes[verb - 1].span.end)
        return Found(label: .credit, span: span, credits: [Report.Credit(kind: .byline, name: name, at: span)])
    }

    // MARK: bylines

    /// `By Ana Paz`, `By Ana Paz | Quay Courier | Lima, 3 May 2021`, `COURIER STAFF`, `Ana Paz, staff writer`.
    func byline() -> Found? {
        guard lexemes.count <= 24, let first = lexemes.first, let last = lexemes.last,
            last.text != "." || lexemes.count < 6
        else { return nil }
        if ["by", "from", "text", "story", "words"].contains(first.text), first.isCapital || first.isUpper,
            lexemes.count > 1
        {
            let from = word(1) == "by" || word(1) == ":" ? 2 : 1
            guard first.text == "by" || from == 2, from < lexemes.count,
                lexemes[from].isCapital || ["our", "a", "the"].contains(word(from))
            else { return nil }
            return named(from)
        }
        let words = lexemes.filter { $0.kind == .word }
        guard let end = words.last, words.count <= 5, first.isCapital || first.isUpper else { return nil }
        if Self.closings.contains(end.text) || words.suffix(2).map(\.text) == ["news", "service"],
            words.allSatisfy({ $0.isCapital || Self.small.contains($0.text) || Self.posts.contains($0.text) })
        {
            return named(0)
        }
        // `Ana Paz, Quay Times`.
        if let comma = lexemes.firstIndex(where: { $0.text == "," }), (2...4).contains(comma),
            comma + 1 < lexemes.count,
            lexemes.allSatisfy({ $0.isCapital || $0.text == "," }), Outlets.isNamed(lexemes[(comma + 1)...])
        {
            return named(0)
        }
        return nil
    }

    private func named(_ from: Int) -> Found? {
        var end = from
        while end < lexemes.count, !["|", "•", "·", "/"].contains(word(end)),
            !lexemes[end].isDash || !lexemes[end].spaceBefore,
            !(lexemes[end].kind == .number)
        {
            end += 1
        }
        // Names and posts only: a sentence that begins with `By` has other words.
        let body = lexemes[from..<end]
        guard
            body.allSatisfy({
                $0.kind == .mark || $0.isCapital || Self.small.contains($0.text) || Self.posts.contains($0.text)
            })
        else { return nil }
        var nameEnd = end
        if let comma = (from..<end).first(where: { word($0) == "," }) { nameEnd = comma }
        while nameEnd > from, lexemes[nameEnd - 1].kind == .mark { nameEnd -= 1 }
        guard nameEnd > from else { return nil }
        let name = Span(lexemes[from].span.start, lexemes[nameEnd - 1].span.end)
        var found = Found(label: .byline, span: span, credits: [Report.Credit(kind: .byline, name: name, at: span)])
        found.outlet = outlet(after: end) ?? outlet(afterComma: nameEnd, end)
        return found
    }

    /// A part between bars that is named like an outlet.
    private func outlet(after index: Int) -> Span? {
        var start = index + 1
        while start < lexemes.count {
            var end = start
            while end < lexemes.count, !["|", "•", "·", ","].contains(word(end)), !lexemes[end].isDash { end += 1 }
            if end > start, lexemes[start..<end].allSatisfy({ $0.isCapital || $0.text == "&" }),
                Outlets.isNamed(lexemes[start..<end])
            {
                return Span(lexemes[start].span.start, lexemes[end - 1].span.end)
            }
            start = end + 1
        }
        return nil
    }

    private func outlet(afterComma start: Int, _ end: Int) -> Span? {
        guard start + 1 < end, word(start) == ",", Outlets.isNamed(lexemes[start + 1..<end]) else { return nil }
        return Span(lexemes[start + 1].span.start, lexemes[end - 1].span.end)
    }

    private static let small: Set<String> = [
        "and", "in", "for", "of", "the", "de", "al", "el", "bin", "van", "von", "da", "our", "with", "at", "a", "&",
        "to", "ul",
        "la", "del", "di", "ibn", "ur",
    ]
    private static let posts: Set<String> = [
        "staff", "desk", "reporter", "reporters", "correspondent", "correspondents", "writer", "writers", "bureau",
        "editor",
        "newsroom", "agencies", "web", "team", "news", "service", "special", "senior", "political", "diplomatic",
        "foreign",
        "bureaux", "chief", "contributor", "columnist", "press",
    ]

    /// The last word of a byline that names an office and no person.
    private static let closings: Set<String> = [
        "staff", "desk", "reporter", "reporters", "correspondent", "correspondents", "writer", "writers", "bureau",
        "newsroom", "agencies",
    ]

    // MARK: captions

    /// `Photo: …`, `FILE PHOTO: …`, `… (AP Photo/Ana Paz)`: a caption, or a picture's credit if only a name stands there.
    func caption() -> Found? {
        guard lexemes.count <= 75, span.length <= 600 else { return nil }
        var start = 0
        while start < lexemes.count, lexemes[start].kind == .mark { start += 1 }
        if let opening = (Self.openings[word(start)] ?? []).first(where: { matches($0, start) }) {
            let from = start + opening.count
            let rest = lexemes[min(from, lexemes.count)...].filter { $0.kind != .mark }
            let isName = rest.count <= 5 && rest.allSatisfy { $0.isCapital || Self.small.contains($0.text) }
            if isName, let name = name(from: from) {
                return Found(label: .credit, span: span, credits: [Report.Credit(kind: .photo, name: name, at: span)])
            }
            return Found(label: .caption, span: span, credits: trailingPhoto().map { [$0] } ?? [])
        }
        guard let photo = trailingPhoto() else { return nil }
        return Found(label: .caption, span: span, credits: [photo])
    }

    /// A picture's credit at the end of a caption: `(AP Photo/Ana Paz)`, `| Photo: AFP`, `/ Getty Images`, `Handout via NAME`.
    private func trailingPhoto() -> Report.Credit? {
        var end = lexemes.count
        while end > 0, lexemes[end - 1].kind == .mark { end -= 1 }
        let window = max(0, end - 9)
        for index in stride(from: end - 1, through: window, by: -1) {
            let isSign =
                Self.photoSigns.contains(word(index)) && index > 0
                && (lexemes[index].isCapital || ["(", "[", "|", "/"].contains(word(index - 1)))
            let isVia =
                word(index) == "via"
                && (index > 0 && ["handout", "photo", "image", "images"].contains(word(index - 1)))
            guard isSign || isVia else { continue }
            var opening = index
            while opening > window, !["(", "[", "|", "/", "-", "."].contains(word(opening)) { opening -= 1 }
            guard ["(", "[", "|", "/", ".", "-"].contains(word(opening)), let name = photoName(opening + 1, end) else {
                continue
            }
            return Report.Credit(
                kind: .photo, name: name,
                at: Span(lexemes[word(opening) == "." ? opening + 1 : opening].span.start, span.end))
        }
        return nil
    }

    private func photoName(_ from: Int, _ end: Int) -> Span? {
        var start = from
        while start < end,
            Self.photoSigns.contains(word(start))
                || ["credit", "by", "via", ":", "handout", "courtesy", "of", "the"].contains(word(start))
        {
            start += 1
        }
        guard start < end else { return nil }
        return Span(lexemes[start].span.start, lexemes[end - 1].span.end)
    }

    private static let photoSigns: Set<String> = [
        "photo", "photos", "image", "images", "picture", "photograph", "getty",
    ]

    /// By first word.
    private static let openings: [String: [[String]]] = Dictionary(grouping: captionOpenings.map(split), by: \.[0])

    private static let captionOpenings: [String] = [
        "photo:", "photos:", "image:", "picture:", "pictured:", "photograph:", "caption:", "file photo:", "file image:",
        "file photo of", "file -", "file photo", "file image", "in this file photo", "in this photo", "in this image",
        "in this photograph", "in this picture", "representational image", "representative image", "screengrab:",
        "screengrab from", "photo |", "image |", "illustration:", "graphic:", "video screengrab", "handout photo",
        "pictured above",
    ]
}

/// News agencies whose name alone on a line, or in brackets, is a credit.
enum Agencies {
    static func isName(_ word: String) -> Bool { names.contains(word) }

    private static let names: Set<String> = [
        "ap", "afp", "reuters", "upi", "dpa", "efe", "ansa", "tass", "itar-tass", "interfax", "ria", "xinhua", "kyodo",
        "yonhap", "ani", "pti", "ians", "uni", "app", "bernama", "antara", "anadolu", "aa", "irna", "mehr", "tasnim",
        "isna",
        "fars", "wafa", "sana", "saba", "kuna", "spa", "wam", "qna", "mena", "apa", "ena", "aps", "map", "tap", "nan",
        "gna",
        "agencies", "sputnik", "bloomberg", "panarmenpress", "armenpress", "azertac", "ukrinform", "unian", "belta",
        "pa", "cp",
    ]
}

/// Telling a name that is an outlet's by its last words.
enum Outlets {
    static func isNamed(_ lexemes: ArraySlice<Lexeme>) -> Bool {
        guard let last = lexemes.last, lexemes.count <= 6,
            lexemes.allSatisfy({ $0.isCapital || ["of", "the", "and", "&"].contains($0.text) })
        else { return false }
        return endings.contains(last.text) && (lexemes.count > 1 || last.text.utf8.count > 8)
    }

    private static let endings: Set<String> = [
        "network", "news", "times", "post", "tv", "media", "journal", "herald", "tribune", "gazette", "courier",
        "chronicle",
        "observer", "guardian", "telegraph", "standard", "express", "mirror", "daily", "press", "agency", "radio",
        "television", "today", "monitor", "star", "mail", "globe", "dispatch", "record", "bulletin", "broadcasting",
        "channel",
        "online", "digital", "wire", "weekly", "newspaper", "magazine", "sentinel", "examiner", "inquirer", "ledger",
        "argus",
        "echo", "messenger", "mercury", "leader", "nation", "independent", "reporter", "corporation", "service",
    ]
}
