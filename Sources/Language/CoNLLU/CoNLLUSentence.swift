/// One sentence of a CoNLL-U file as its lines have it, before it is laid over a report.
struct CoNLLUSentence {
    /// A surface token: a word, or a multiword token with its words.
    struct Surface {
        var line: Int
        var form: String
        var words: Range<Int>
    }

    struct Word {
        var form: String
        var lemma: String
        var upos: UPOS
        var xpos: String
        /// Index of the head in `words`; nil for the root.
        var head: Int?
        var relation: String
        var misc: [(key: Substring, value: Substring)]
    }

    var words: [Word] = []
    var surfaces: [Surface] = []
    var startsParagraph = false
    var lastLine = 0

    /// The sentences of a file. Empty nodes and comments other than `newpar` and `newdoc` are passed over.
    static func all(in text: String) throws(CoNLLUError) -> [CoNLLUSentence] {
        var sentences: [CoNLLUSentence] = []
        var current = CoNLLUSentence()
        var number = 0
        for raw in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let bytes = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
            let line = Substring(bytes)
            if line.isEmpty {
                if let sentence = try current.closed() { sentences.append(sentence) }
                if !current.words.isEmpty { current = CoNLLUSentence() }
            } else if bytes.first == UInt8(ascii: "#") {
                if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") { current.startsParagraph = true }
            } else {
                try current.read(line, number)
            }
        }
        if let sentence = try current.closed() { sentences.append(sentence) }
        return sentences
    }

    private mutating func read(_ line: Substring, _ number: Int) throws(CoNLLUError) {
        let columns = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
        guard columns.count == 10 else { throw .columns(line: number, found: columns.count) }
        lastLine = number
        if columns[0].utf8.contains(UInt8(ascii: ".")) { return }
        if let hyphen = columns[0].utf8.firstIndex(of: UInt8(ascii: "-")) {
            let first = Int(columns[0][..<hyphen])
            let last = Int(Substring(columns[0].utf8[hyphen...].dropFirst()))
            guard let first, let last, first == words.count + 1, last > first, last - first < 64 else {
                throw .number(line: number, found: String(columns[0]))
            }
            surfaces.append(Surface(line: number, form: String(columns[1]), words: first - 1..<last))
            return
        }
        guard Int(columns[0]) == words.count + 1 else { throw .number(line: number, found: String(columns[0])) }
        if (surfaces.last?.words.upperBound ?? 0) <= words.count {
            surfaces.append(Surface(line: number, form: String(columns[1]), words: words.count..<words.count + 1))
        }
        words.append(try Self.word(columns, number))
    }

    private static func word(_ columns: [Substring], _ line: Int) throws(CoNLLUError) -> Word {
        guard let upos = columns[3] == "_" ? .other : UPOS(rawValue: String(columns[3])) else {
            throw .field(line: line, name: "UPOS", value: String(columns[3]))
        }
        guard let head = Int(columns[6]), head >= 0, !columns[1].isEmpty else {
            throw .head(line: line, found: String(columns[6]))
        }
        let misc = columns[9].utf8.split(separator: UInt8(ascii: "|")).compactMap { item -> (Substring, Substring)? in
            guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (Substring(item[..<equals]), Substring(item[equals...].dropFirst()))
        }
        return Word(
            form: String(columns[1]), lemma: columns[2] == "_" && columns[1] != "_" ? "" : String(columns[2]),
            upos: upos,
            xpos: columns[4] == "_" ? "" : String(columns[4]), head: head == 0 ? nil : head - 1,
            relation: String(columns[7]), misc: misc)
    }

    /// The sentence with its heads checked; nil if it has no words.
    private func closed() throws(CoNLLUError) -> CoNLLUSentence? {
        if words.isEmpty { return nil }
        guard surfaces.last!.words.upperBound <= words.count else {
            throw .number(line: surfaces.last!.line, found: "\(surfaces.last!.words.upperBound)")
        }
        // 0 not seen, 1 on the way up, 2 known to reach the root.
        var state = [UInt8](repeating: 0, count: words.count)
        for start in words.indices {
            var path: [Int] = []
            var here: Int? = start
            while let index = here, state[index] != 2 {
                guard state[index] == 0 else { throw .cycle(line: lastLine) }
                state[index] = 1
                path.append(index)
                here = words[index].head
                if let head = here, head >= words.count { throw .head(line: lastLine, found: "\(head + 1)") }
            }
            for index in path { state[index] = 2 }
        }
        return self
    }
}
