import Language
import Reports

/// A report of one region a line, and its analysis from words written one a line: form, lemma, XPOS, head, relation.
///
/// A blank line ends a sentence. Parts of speech follow from the Penn tags. The text is the words joined by spaces,
/// without one before closing punctuation and clitics; `paragraphs` says how many sentences each paragraph has.
func parsed(_ rows: String, paragraphs: [Int] = [], publisher: String? = nil) throws -> Analysis {
    var text = ""
    var regions: [Region] = []
    var conllu = ""
    var left = paragraphs.first ?? .max
    var next = 1
    var start = 0
    for sentence in rows.split(separator: "\n\n") {
        if left == 0 {
            regions.append(Region(.body, Span(start, text.utf8.count)))
            text += "\n\n"
            start = text.utf8.count
            left = next < paragraphs.count ? paragraphs[next] : .max
            next += 1
        }
        var isOpened = false
        for (index, row) in sentence.split(separator: "\n").enumerated() {
            let cells = row.split(separator: " ").map(String.init)
            let form = cells[0]
            let isClosing = [",", ".", "?", "!", ":", ";", "”", "’", "'s", "’s", "n't", ")"].contains(form)
            if text.utf8.count > start, !isClosing, !isOpened { text += " " }
            isOpened = ["“", "‘", "("].contains(form)
            text += form
            conllu +=
                "\(index + 1)\t\(form)\t\(cells[1])\t\(upos(cells[2]))\t\(cells[2])\t_\t\(cells[3])\t\(cells[4])\t_\t_\n"
        }
        conllu += "\n"
        left -= 1
    }
    regions.append(Region(.body, Span(start, text.utf8.count)))
    let report = Report(
        id: Identifier(.report, text), source: Report.Source(name: "example", sha256: ""), text: text,
        publisher: publisher.map { Report.Publisher(name: $0, evidence: [], basis: .stated) }, regions: regions)
    return try CoNLLUReader().analysis(of: report, from: conllu)
}

private func upos(_ xpos: String) -> String {
    let table: [(String, String)] = [
        ("NNP", "PROPN"), ("NN", "NOUN"), ("VB", "VERB"), ("MD", "AUX"), ("JJ", "ADJ"), ("RB", "ADV"), ("PRP", "PRON"),
        ("WP", "PRON"), ("WDT", "PRON"), ("IN", "ADP"), ("TO", "PART"), ("DT", "DET"), ("CC", "CCONJ"), ("CD", "NUM"),
        ("POS", "PART"),
    ]
    return table.first { xpos.hasPrefix($0.0) }?.1 ?? "PUNCT"
}
