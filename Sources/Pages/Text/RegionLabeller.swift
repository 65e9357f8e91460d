import Reports

/// What is known of a text's layout once its blocks are labelled.
struct Layout {
    var regions: [Region] = []
    var headline: Span?
    var dateline: Report.Dateline?
    var datelineDate: DateReader.Found?
    /// Dates of publication, in text order; those of changes apart.
    var published: [DateReader.Found] = []
    var updated: [DateReader.Found] = []
    var credits: [Report.Credit] = []
    /// The outlet of a byline.
    var outlet: Span?
}

/// Labels the blocks of a text: first what a block says of itself, then what its place among the others says.
struct RegionLabeller {
    private let text: [UInt8]
    private let reader: LexemeReader
    private var layout = Layout()
    /// The open list of other stories, under a heading such as "Related".
    private var isInList = false
    private var bodies = 0
    private var isTranscript = false

    init(_ text: [UInt8]) {
        self.text = text
        reader = LexemeReader(text: text)
    }

    /// A block and what its words alone say.
    private struct Item {
        var block: Block
        var label: Region.Label?
        var endsSentence: Bool
        var words: Int
    }

    static func layout(_ text: [UInt8], _ blocks: [Block]) -> Layout {
        var labeller = RegionLabeller(text)
        return labeller.run(blocks)
    }

    private mutating func run(_ blocks: [Block]) -> Layout {
        isTranscript = self.isTranscript(blocks)
        var items: [Item] = []
        for block in blocks {
            items.append(contentsOf: read(block, isFirstBody: bodies == 0))
            if items.last.map(isBody) == true { bodies += 1 }
        }
        place(&items)
        layout.regions = items.map { Region($0.label ?? .body, $0.block.span) }
        splitEnd(items)
        layout.headline = layout.regions.first { $0.label == .headline }?.span
        layout.credits.sort { ($0.at, $0.name) < ($1.at, $1.name) }
        return layout
    }

    private func isBody(_ item: Item) -> Bool { item.label == .body }

    // MARK: what a block says of itself

    private mutating func read(_ block: Block, isFirstBody: Bool) -> [Item] {
        var block = block
        let lexemes = reader.lexemes(in: block.span)
        let endsSentence = TextBytes.endsSentence(text, block.span)
        let words = lexemes.filter { $0.kind != .mark }.count
        func item(_ label: Region.Label?) -> Item {
            Item(block: block, label: label, endsSentence: endsSentence, words: words)
        }
        if let hint = block.hint, hint != .body, hint != .caption {
            guard hint == .subheading, let kind = Furniture.kind(of: lexemes, length: block.span.length) else {
                return [item(hint)]
            }
            isInList = kind == .heading
            return [item(.furniture)]
        }
        if words == 0 { return [item(.furniture)] }
        if block.hint == nil, text[block.span.start] == UInt8(ascii: ">") { return [item(.quoteBlock)] }
        if let found = MetadataReader(lexemes: lexemes).metadata() {
            note(found)
            var metadata = block
            metadata.span = found.span
            guard let start = found.bodyStart else {
                return [Item(block: metadata, label: .metadata, endsSentence: false, words: 0)]
            }
            block.span.start = start
            metadata.blankBefore = block.blankBefore
            block.blankBefore = false
            return [Item(block: metadata, label: .metadata, endsSentence: false, words: 0)]
                + read(block, isFirstBody: isFirstBody)
        }
        let credits = CreditReader(lexemes: lexemes, span: block.span)
        if block.hint == .caption {
            layout.credits += credits.caption()?.credits ?? []
            return [item(.caption)]
        }
        if let found = credits.credit() ?? credits.byline() ?? credits.caption() {
            layout.credits += found.credits
            if found.label == .byline { noteByline(found, lexemes) }
            return [item(found.label)]
        }
        if let kind = Furniture.kind(of: lexemes, length: block.span.length) {
            isInList = kind == .heading
            return [item(.furniture)]
        }
        if let found = dateline(block, lexemes, isFirstBody) { return found }
        if endsSentence && words >= 5 || block.span.length > 220 {
            isInList = false
            return [item(.body)]
        }
        return [item(isInList ? .furniture : nil)]
    }

    private mutating func note(_ found: MetadataReader.Found) {
        layout.outlet = layout.outlet ?? found.outlet
        guard let date = found.date else { return }
        if found.isUpdate { layout.updated.append(date) } else { layout.published.append(date) }
    }

    /// `By NAME | OUTLET | PLACE, DATE`.
    private mutating func noteByline(_ found: CreditReader.Found, _ lexemes: [Lexeme]) {
        layout.outlet = layout.outlet ?? found.outlet
        let dates = DateReader(lexemes: lexemes)
        for index in lexemes.indices where index > 0 {
            guard let date = dates.date(at: index) else { continue }
            layout.published.append(date)
            let bar = lexemes[..<index].lastIndex { ["|", "•", "·"].contains($0.text) } ?? -1
            if layout.dateline == nil, bar >= 0, lexemes[bar + 1].span.start < date.span.start,
                let place = DatelineReader(lexemes: Array(lexemes[(bar + 1)..<date.next])).dateline(at: 0, .inner)
            {
                layout.dateline = place.dateline
                layout.datelineDate = place.date
            }
            return
        }
    }

    /// A dateline at the start of a block, or behind a headline that bad extraction glued to it.
    private mutating func dateline(_ block: Block, _ lexemes: [Lexeme], _ isFirstBody: Bool) -> [Item]? {
        let isEarly = bodies < 3 && layout.dateline == nil && !isTranscript
        let position: DatelineReader.Position = !isEarly ? .inner : isFirstBody ? .opening : .early
        let reader = DatelineReader(lexemes: lexemes)
        guard var found = reader.dateline(at: 0, position) else {
            return isFirstBody ? gluedHeadline(block, lexemes, reader) : nil
        }
        // A bare place and colon before a few words is no dateline but a headline's topic.
        if found.date == nil, found.agency == nil, block.span.length < 90 { return nil }
        if found.date == nil, found.agency == nil, !TextBytes.endsSentence(text, block.span) { return nil }
        note(&found)
        var items = [
            Item(
                block: Block(span: found.dateline.span, hint: nil, blankBefore: block.blankBefore), label: .dateline,
                endsSentence: false, words: 0)
        ]
        if let start = found.bodyStart {
            let rest = Block(span: Span(start, block.span.end), hint: nil, blankBefore: false)
            items.append(Item(block: rest, label: .body, endsSentence: true, words: lexemes.count))
        }
        return items
    }

    private mutating func note(_ found: inout DatelineReader.Found) {
        if layout.dateline == nil {
            layout.dateline = found.dateline
            layout.datelineDate = found.date
        }
        if let agency = found.agency {
            layout.credits.append(Report.Credit(kind: .agency, name: agency, at: found.dateline.span))
        }
    }

    private mutating func gluedHeadline(_ block: Block, _ lexemes: [Lexeme], _ reader: DatelineReader) -> [Item]? {
        for index in lexemes.indices.dropFirst(4).prefix(32) {
            if [".", "!", "?"].contains(lexemes[index - 1].text), lexemes[index - 1].kind == .mark { return nil }
            guard lexemes[index].isUpper, !lexemes[index - 1].isUpper, lexemes[index - 1].kind != .mark,
                var found = reader.dateline(at: index, .inner), let start = found.bodyStart
            else { continue }
            note(&found)
            let headline = Span(block.span.start, lexemes[index - 1].span.end)
            let rest = Span(start, block.span.end)
            return [
                Item(
                    block: Block(span: headline, hint: nil, blankBefore: block.blankBefore), label: .headline,
                    endsSentence: false, words: index),
                Item(
                    block: Block(span: found.dateline.span, hint: nil, blankBefore: false), label: .dateline,
                    endsSentence: false, words: 0),
                Item(
                    block: Block(span: rest, hint: nil, blankBefore: false), label: .body, endsSentence: true,
                    words: lexemes.count),
            ]
        }
        return nil
    }

    /// Paragraphs that begin `NAME:` again and again.
    private func isTranscript(_ blocks: [Block]) -> Bool {
        var speakers = 0
        for block in blocks {
            let lexemes = reader.lexemes(in: block.span, limit: 5)
            guard let colon = lexemes.firstIndex(where: { $0.text == ":" }), colon > 0 else { continue }
            if lexemes[..<colon].allSatisfy({ $0.isUpper || $0.isCapital && $0.span.length <= 2 || $0.text == "." }) {
                speakers += 1
            }
        }
        return speakers >= 2
    }

    // MARK: what a block's place says

    /// Labels what is left: headline, lines under it, subheadings, lists of other stories.
    private mutating func place(_ items: inout [Item]) {
        guard let first = items.firstIndex(where: isBody) else {
            // No paragraph at all: a headline if there is one line for it, and the rest is read.
            for index in items.indices where items[index].label == nil { items[index].label = .body }
            return
        }
        placeHeading(&items, first)
        placePullQuotes(&items)
        guard let last = items.lastIndex(where: isBody) else { return }
        for index in items.indices where items[index].label == nil {
            if index > last {
                items[index].label = isListAtEnd(items, index, last) ? .furniture : .body
            } else {
                items[index].label = isSubheading(items, index) ? .subheading : .body
            }
        }
    }

    private mutating func placeHeading(_ items: inout [Item], _ first: Int) {
        let candidates = items.indices.prefix(first).filter { items[$0].label == nil }
        guard !items.contains(where: { $0.label == .headline }) else {
            for index in candidates { items[index].label = .subheading }
            return
        }
        // The longest line within a word or two of the first is the headline; a short one before it is a kicker.
        guard var headline = candidates.first else { return }
        if items[headline].words <= 2, let next = candidates.dropFirst().first,
            items[next].words > items[headline].words
        {
            items[headline].label = .metadata
            headline = next
        }
        guard items[headline].words <= 40 else { return }
        items[headline].label = .headline
        for index in candidates where items[index].label == nil {
            if isPersonLine(items[index]) {
                let span = items[index].block.span
                let name = reader.lexemes(in: span, limit: 8).prefix { $0.text != "," }
                items[index].label = .byline
                layout.credits.append(
                    Report.Credit(kind: .byline, name: Span(span.start, name.last!.span.end), at: span))
            } else {
                items[index].label = .subheading
            }
        }
    }

    /// A short paragraph with a line `— NAME, office` under it.
    private func placePullQuotes(_ items: inout [Item]) {
        for index in items.indices.dropFirst() where items[index].label == nil && !items[index].block.blankBefore {
            let lexemes = reader.lexemes(in: items[index].block.span, limit: 16)
            guard lexemes.count >= 3, lexemes.count < 16, lexemes[0].isDash, lexemes[1].isCapital, lexemes[2].isCapital,
                items[index - 1].label == .body || items[index - 1].label == nil, items[index - 1].words <= 60
            else { continue }
            items[index - 1].label = .quoteBlock
            items[index].label = .quoteBlock
        }
    }

    /// Two to four capitalised words under a headline, with a place behind a comma or without.
    private func isPersonLine(_ item: Item) -> Bool {
        let lexemes = reader.lexemes(in: item.block.span, limit: 8)
        let name = lexemes.prefix { $0.text != "," }
        let rest = lexemes.dropFirst(name.count + 1)
        return (2...4).contains(name.count) && rest.count <= 2
            && (name + rest).allSatisfy { $0.kind == .word && $0.isCapital }
            && (!name.contains { $0.isUpper } || !rest.isEmpty)
    }

    /// A short line without a full stop between paragraphs; not the lead-in to a quotation or the item of a list.
    private func isSubheading(_ items: [Item], _ index: Int) -> Bool {
        let item = items[index]
        guard item.words <= 16, !item.endsSentence, item.block.span.length <= 140 else { return false }
        let lexemes = reader.lexemes(in: item.block.span, limit: 40)
        guard let first = lexemes.first, let last = lexemes.last else { return false }
        if [":", ";", ",", "-"].contains(last.text) || ["-", "*", "•", "·"].contains(first.text) { return false }
        guard first.isCapital || first.kind == .number || ["\"", "'"].contains(first.text) else { return false }
        // The lines of a list follow one another.
        let neighbours = [index - 1, index + 1].filter { items.indices.contains($0) && items[$0].label == nil }
        return neighbours.isEmpty || item.block.blankBefore
    }

    /// Headlines of other stories after the last paragraph: two lines or more without a full stop.
    private func isListAtEnd(_ items: [Item], _ index: Int, _ last: Int) -> Bool {
        let rest = items[(last + 1)...].filter { $0.label == nil || $0.label == .furniture }
        let lines = rest.filter { $0.words <= 20 && !$0.endsSentence }
        if items[(last + 1)..<index].contains(where: { $0.label == .furniture }), items[index].words <= 20 {
            return true
        }
        return lines.count >= 3 && lines.count == rest.count
    }

    // MARK: the end of the last paragraph

    /// A credit behind the last full stop: `… he said. (AFP)`, `… he said. — Reuters`.
    private mutating func splitEnd(_ items: [Item]) {
        guard let index = layout.regions.lastIndex(where: { $0.label == .body }) else { return }
        let span = layout.regions[index].span
        let tail = Span(max(span.start, span.end - 160), span.end)
        var start = tail.start
        while start > span.start, text[start] & 0xC0 == 0x80 { start -= 1 }
        let lexemes = reader.lexemes(in: Span(start, span.end), limit: 160)
        for position in lexemes.indices.dropFirst().suffix(24) {
            let (mark, before) = (lexemes[position], lexemes[position - 1])
            guard ["(", "[", "/"].contains(mark.text) || mark.isDash,
                mark.spaceBefore || mark.text == "/" || mark.isDash,
                [".", "\"", "!", "?"].contains(before.text), before.kind == .mark
            else { continue }
            let credit = Span(mark.span.start, span.end)
            let reader = CreditReader(lexemes: Array(lexemes[position...]), span: credit)
            guard let found = reader.credit() else { continue }
            layout.credits += found.credits
            layout.regions[index].span = Span(span.start, before.span.end)
            layout.regions.insert(Region(.credit, credit), at: index + 1)
            return
        }
    }
}
