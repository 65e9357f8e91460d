/// The closed word lists of the tokenizer. They follow what the UD English treebanks (EWT, GUM) do with such words.
enum WordTables {
    /// Prefixes that stay with their word at a hyphen: `anti-war` is one word, `well-known` three.
    static let joiningPrefixes: Set<ShortWord> = [
        "anti", "arch", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "hyper", "infra", "inter", "intra",
        "macro", "mega", "micro", "mid", "mini", "multi", "neo", "non", "over", "post", "pre", "pro", "proto", "pseudo",
        "psycho", "quasi", "re", "semi", "socio", "sub", "super", "trans", "ultra", "un", "under",
    ]

    /// Where a contraction written as one word divides.
    static let divided: [ShortWord: Int] = [
        "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "dont": 2, "doesnt": 4, "didnt": 3,
        "isnt": 2, "wasnt": 3, "arent": 3, "havent": 4, "hasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
        "werent": 4, "wont": 2, "cant": 2, "ive": 1, "im": 1, "youre": 3, "theyre": 4, "thats": 4, "theres": 5,
    ]

    /// What may follow an apostrophe as a word of its own: the possessive and the short forms of verbs.
    static let clitics: Set<ShortWord> = ["s", "m", "d", "re", "ve", "ll"]

    /// Words that begin with an apostrophe in place of lost letters.
    static let clipped: Set<ShortWord> = ["em", "til", "cause", "n", "bout", "cos", "round", "tis", "twas"]

    /// Units that are cut from the number they are glued to.
    static let units: Set<ShortWord> = [
        "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "k", "m", "mm", "cm", "km", "ft", "mi", "g", "kg", "mg", "lb", "lbs",
        "oz", "ml", "bn", "mn", "tn", "mln", "bln", "kw", "mw", "gw", "kwh", "mwh", "gb", "mb", "tb", "hz", "khz",
        "mhz", "ghz", "mph", "kph", "kmh", "hr", "hrs", "min", "mins", "sec", "secs", "x", "ha", "sq", "mp",
    ]

    /// Titles and forms that take a full stop wherever they stand, if written with a capital.
    static let titles: Set<ShortWord> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "sgt", "capt", "maj", "cmdr", "adm", "brig", "rev",
        "hon", "gov", "sen", "sens", "rep", "reps", "pvt", "cpl", "messrs", "mme", "mlle", "supt", "insp", "det",
        "asst", "drs", "sts", "atty", "pres", "amb", "sec", "ft", "mt", "msgr", "fr", "sr", "jr", "inc", "ltd", "co",
        "corp", "bros",
        "ave", "blvd", "dept", "univ", "assn", "intl", "ass't",
    ]

    /// Months and days.
    static let calendar: Set<ShortWord> = [
        "jan", "feb", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur",
        "thurs", "fri",
    ]

    /// Forms that take a full stop only where a number follows; elsewhere they are words.
    static let beforeNumber: Set<ShortWord> = [
        "no", "nos", "p", "pp", "vol", "vols", "fig", "figs", "art", "ch", "para", "c", "ca", "mar", "jun", "jul",
        "sat", "sun", "op",
    ]

    /// Forms that take a full stop in any case of letters.
    static let common: Set<ShortWord> = [
        "etc", "vs", "approx", "dept", "est", "cf", "viz", "al", "incl", "attn", "eds",
    ]

    /// Of these a sentence may end with: the next one is told by its first word.
    static let mayEndSentence: Set<ShortWord> = [
        "etc.", "inc.", "ltd.", "co.", "corp.", "bros.", "jr.", "sr.", "a.m.", "p.m.", "al.", "st.", "ave.",
    ]

    /// Words that seldom stand after an abbreviation but at the start of a sentence.
    static let sentenceStarters: Set<ShortWord> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "his", "her",
        "its", "their", "in", "on", "at", "but", "and", "so", "if", "when", "while", "after", "before", "since", "as",
        "however", "there", "what", "who", "how", "why", "for", "from", "some", "many", "most", "no", "not",
        "our", "my", "your", "also", "then", "now", "another", "both", "under", "with", "by", "one",
    ]

    static let reportingVerbs: Set<ShortWord> = [
        "said", "says", "asked", "asks", "told", "added", "replied", "wrote", "writes", "tweeted",
    ]

    /// The last label of a web address or the ending of a file's name. Those that are English words are left out.
    static let addressEndings: Set<ShortWord> = [
        "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "news", "tv", "io", "co", "uk", "ca", "de",
        "fr", "ru", "ir", "pk", "af", "cn", "jp", "kr", "au", "nz", "ch", "eu", "nl", "pl", "ua", "tr", "il", "eg",
        "za", "ke", "ng", "et", "br", "mx", "sa", "ae", "qa", "iq", "sy", "lb", "ly", "dz", "sd", "lk", "bd", "np",
        "mm", "ph", "vn", "th", "sg", "hk", "tw", "ge", "az", "kz", "doc", "docx", "xls", "xlsx", "pdf", "txt", "ppt",
        "jpg", "jpeg", "png", "gif", "htm", "html", "zip", "mp3", "mp4", "csv", "exe", "php", "asp",
    ]

    static let emoticons: Set<ShortWord> = [
        ":)", ":-)", ":(", ":-(", ";)", ";-)", ":d", ":-d", ":p", ":-p", "=)", "=(", "=d", ":/", ":-/", ":o", ":-o",
        "(:", "<3", "^_^", "-_-", ":'(", ":))", ":]", ":[", "xd", ":*", ":|", "8)", "=]", "o_o", "<-", "->",
    ]
}
