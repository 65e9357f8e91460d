import Language
import Lexicon

/// Looks a word up as a cue: by its lemma, and by what its form may be inflected from where the lemma is not known.
///
/// An analyser guesses the lemmas of words that it has seldom seen; a cue must not be lost by that.
struct CueLookup {
    let lexicon: Lexicon
    let analysis: Analysis

    func cue(_ token: Int, _ partOfSpeech: Cue.PartOfSpeech) -> Cue? {
        let word = analysis.tokens[token]
        if let cue = lexicon.cue(lemma: word.lemma, partOfSpeech: partOfSpeech) { return cue }
        guard partOfSpeech == .verb || partOfSpeech == .noun else { return nil }
        for lemma in Self.lemmas(of: Array(word.form.lowercased().utf8), isVerb: partOfSpeech == .verb) {
            if let cue = lexicon.cue(lemma: lemma, partOfSpeech: partOfSpeech) { return cue }
        }
        return nil
    }

    /// Lemmas that a form may have, the likeliest first.
    static func lemmas(of form: [UInt8], isVerb: Bool) -> [String] {
        let text = String(decoding: form, as: UTF8.self)
        if isVerb, let lemma = irregular(text) { return [lemma] }
        var stems: [[UInt8]] = [form]
        func ends(_ suffix: String) -> Bool {
            form.count > suffix.utf8.count + 1 && form.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        }
        func cut(_ count: Int, adding ending: String = "") { stems.append(form.dropLast(count) + Array(ending.utf8)) }
        if ends("ies") { cut(3, adding: "y") }
        if ends("es") { cut(2) }
        if ends("s") { cut(1) }
        if isVerb {
            for suffix in ["ed", "ing"] where ends(suffix) {
                let count = suffix.utf8.count
                if suffix == "ed", ends("ied") { cut(3, adding: "y") }
                cut(count)
                cut(count, adding: "e")
                let stem = form.dropLast(count)
                if stem.count > 2, stem.last == stem.dropLast().last { cut(count + 1) }
            }
        }
        return stems.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func irregular(_ form: String) -> String? {
        switch form {
        case "said": "say"
        case "told": "tell"
        case "thought": "think"
        case "knew", "known": "know"
        case "saw", "seen": "see"
        case "found": "find"
        case "felt": "feel"
        case "heard": "hear"
        case "wrote", "written": "write"
        case "spoke", "spoken": "speak"
        case "swore", "sworn": "swear"
        case "held": "hold"
        case "made": "make"
        case "gave", "given": "give"
        case "sought": "seek"
        case "understood": "understand"
        case "foresaw", "foreseen": "foresee"
        case "withdrew", "withdrawn": "withdraw"
        case "forbade", "forbidden": "forbid"
        case "meant": "mean"
        case "chose", "chosen": "choose"
        default: nil
        }
    }
}
