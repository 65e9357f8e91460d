/// The names of a network's classes, as the analysis has them.
struct Labels: Sendable {
    let upos: [UPOS]
    let xpos: [String]
    let lemmas: [LemmaScript]
    let lemmaTable: LemmaTable
    let relations: [Relation]
    /// The class of the relation of a sentence's first word in the tree.
    let root: Int
    let names: [NameSpan.Kind]
    let attributions: [AttributionSpan.Kind]

    /// A word's lemma: the table's for its tags, or else what the script makes of it.
    func lemma(of form: String, _ upos: UPOS, _ xpos: String, script: Int) -> String {
        if let known = lemmaTable.lemma(of: form, upos, xpos) { return known }
        let made = lemmas[script].apply(to: form)
        return upos == .verb ? RegularVerb(form: form, tag: xpos).lemma(insteadOf: made, lemmaTable) : made
    }

    /// - Throws: `ModelError` if a section is missing or holds a label that the analysis has no name for.
    init(_ file: ModelFile) throws(ModelError) {
        upos = try Self.read(file, "labels.upos") { UPOS(rawValue: $0) }
        xpos = try file.lines("labels.xpos")
        lemmas = try Self.read(file, "labels.lemma") { LemmaScript($0) }
        lemmaTable = LemmaTable(file)
        relations = try file.lines("labels.relation").map { Relation($0) }
        guard let root = relations.firstIndex(of: .root) else {
            throw .invalidEntry(path: file.path, section: "labels.relation", entry: "no root")
        }
        self.root = root
        names = try Self.kinds(file, "labels.name") { NameSpan.Kind(rawValue: $0) }
        attributions = try Self.kinds(file, "labels.statement") { AttributionSpan.Kind(rawValue: $0) }
    }

    private static func read<Label>(
        _ file: ModelFile, _ section: String, _ label: (String) -> Label?
    ) throws(ModelError) -> [Label] {
        var labels: [Label] = []
        for line in try file.lines(section) {
            guard let label = label(line) else { throw .invalidEntry(path: file.path, section: section, entry: line) }
            labels.append(label)
        }
        return labels
    }

    /// The kinds behind the tags O, B-x, I-x, B-y, I-y and so on.
    private static func kinds<Kind>(
        _ file: ModelFile, _ section: String, _ kind: (String) -> Kind?
    ) throws(ModelError) -> [Kind] {
        let lines = try file.lines(section)
        var kinds: [Kind] = []
        for (index, line) in lines.enumerated() {
            let expected = index == 0 ? "O" : (index % 2 == 1 ? "B-" : "I-") + line.dropFirst(2)
            let kind = index == 0 ? nil : kind(String(line.dropFirst(2)))
            let isSame = index % 2 == 1 || index == 0 || line.dropFirst(2) == lines[index - 1].dropFirst(2)
            guard line == expected, isSame, index == 0 || kind != nil else {
                throw .invalidEntry(path: file.path, section: section, entry: line)
            }
            if index % 2 == 1, let kind { kinds.append(kind) }
        }
        return kinds
    }
}
