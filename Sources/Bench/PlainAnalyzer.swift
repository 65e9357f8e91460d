import Language
import Reports

/// Cuts a report into words and sentences and stops there: for what needs no tags or trees.
struct PlainAnalyzer: Analyzer {
    var name: String { "words" }

    func analyze(_ report: Report) -> Analysis {
        let words = Tokenizer().words(of: report)
        let sentences = SentenceSplitter().sentences(of: words)
        return Analysis(
            report: report, tokens: words.tokens, sentences: sentences, paragraphs: words.paragraphs, names: [],
            attributions: [])
    }
}
