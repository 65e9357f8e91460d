/// A Chinese or Korean name as syllables, in a form that the common romanisations of one name share.
///
/// Pinyin, Wade-Giles, the two Korean systems and news habits differ in few, regular ways; within one of them a single
/// letter makes another person. So such names are compared syllable by syllable, and exactly.
struct SyllableName: Hashable, Sendable {
    var surname: [UInt8]
    /// The syllables of the given name in a row.
    var given: [[UInt8]]

    /// Nil for names without a Chinese or Korean surname, or with words that are not made of their syllables.
    init?(_ words: [NameWords.Word]) {
        guard words.count >= 2, words.count <= 4 else { return nil }
        func read(_ surname: [UInt8], _ rest: [NameWords.Word]) -> SyllableName? {
            guard let known = Self.surnames[surname] else { return nil }
            var given: [[UInt8]] = []
            for word in rest {
                guard let syllables = Self.syllables(word.plain) else { return nil }
                given += syllables
            }
            guard given.count == 1 || given.count == 2 else { return nil }
            return SyllableName(surname: known, given: given)
        }
        if let found = read(words[0].plain, Array(words.dropFirst())) {
            self = found
        } else if let found = read(words[words.count - 1].plain, words.dropLast()) {
            self = found
        } else {
            return nil
        }
    }

    private init(surname: [UInt8], given: [[UInt8]]) {
        self.surname = surname
        self.given = given
    }

    // MARK: Syllables

    /// A word divided into syllables, each with one letter for its initial and one spelling for its final.
    private static func syllables(_ word: [UInt8]) -> [[UInt8]]? {
        var out: [[UInt8]] = []
        var index = 0
        while index < word.count {
            var end = index
            while end < word.count, !isVowel(word[end]) { end += 1 }
            let initial = Array(word[index..<end])
            guard end < word.count, let onset = initials[initial] else { return nil }
            var close = end
            while close < word.count, isVowel(word[close]) { close += 1 }
            var final = Array(word[end..<close])
            // A consonant before another vowel begins the next syllable.
            var coda = close
            while coda < word.count, !isVowel(word[coda]) { coda += 1 }
            let tail = Array(word[close..<coda])
            let kept = coda == word.count ? codaLength(tail, isLast: true) : codaLength(tail, isLast: false)
            guard let kept else { return nil }
            final += word[close..<close + kept]
            out.append(onset + finalForm(final, after: onset))
            index = close + kept
        }
        return out.isEmpty || out.count > 2 ? nil : out
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// How many consonants after the vowels close the syllable; nil if they cannot stand there.
    private static func codaLength(_ tail: [UInt8], isLast: Bool) -> Int? {
        if tail.isEmpty { return 0 }
        if isLast { return codas.contains(tail) ? tail.count : nil }
        for length in stride(from: tail.count - 1, through: 0, by: -1) {
            let coda = Array(tail[..<length])
            guard length == 0 || codas.contains(coda), initials[Array(tail[length...])] != nil else { continue }
            return length
        }
        return nil
    }

    private static func finalForm(_ final: [UInt8], after onset: [UInt8]) -> [UInt8] {
        let text = String(decoding: final, as: UTF8.self)
        return finals[text].map { Array($0.utf8) } ?? final
    }

    private static let codas = Set(["n", "ng", "h", "k", "l", "m", "p", "r", "t", "b", "g"].map { Array($0.utf8) })

    /// Initials by what they may stand for: voiced and voiceless ones are one, as Wade-Giles leaves its apostrophe out.
    private static let initials: [[UInt8]: [UInt8]] = table([
        ("", ""), ("b", "p"), ("p", "p"), ("pp", "p"), ("m", "m"), ("f", "f"), ("d", "t"), ("t", "t"), ("tt", "t"),
        ("th", "t"), ("n", "n"), ("l", "l"), ("g", "k"), ("k", "k"), ("kk", "k"), ("kh", "k"), ("h", "h"), ("j", "j"),
        ("q", "j"), ("zh", "j"), ("ch", "j"), ("jj", "j"), ("x", "s"), ("hs", "s"), ("sh", "s"), ("s", "s"),
        ("ss", "s"),
        ("z", "z"), ("c", "z"), ("ts", "z"), ("tz", "z"), ("r", "r"), ("y", "y"), ("w", "w"), ("hw", "hw"),
        ("kw", "kw"),
        ("my", "my"), ("gy", "ky"), ("ky", "ky"), ("hy", "hy"), ("by", "py"), ("py", "py"), ("ny", "ny"), ("ry", "ry"),
        ("gw", "kw"), ("ly", "ly"), ("v", "v"),
    ])

    private static let finals: [String: String] = [
        "ien": "ian", "ieh": "ie", "uei": "ui", "iou": "iu", "eh": "e", "ih": "i", "uh": "u", "oh": "o", "ah": "a",
        "o": "e", "uo": "e", "kuo": "e", "ung": "ong", "iung": "iong", "eong": "ong", "eon": "on", "eo": "o", "eu": "u",
        "eun": "un", "eul": "ul", "eob": "op", "eok": "ok", "eol": "ol", "eom": "om", "oo": "u", "ou": "ou", "ee": "i",
        "oong": "ong", "oon": "un", "ueh": "ue", "uan": "uan", "oun": "un", "ol": "ol", "ub": "up", "ab": "ap",
        "ag": "ak", "og": "ok", "ug": "uk", "aek": "aek", "oi": "oe", "oae": "oe",
    ]

    // MARK: Surnames

    /// Each spelling of a surname with one that stands for all.
    private static let surnames: [[UInt8]: [UInt8]] = {
        var out: [[UInt8]: [UInt8]] = [:]
        let sets = """
            li lee yi ri rhee rhie/wang/zhang chang jang/liu/chen ch'en/yang/huang/zhao chao/wu/zhou chou/\
            xu hsu/sun/ma/zhu chu ju joo/hu/guo kuo/he ho/gao kao ko/lin/luo lo/\
            zheng cheng jeong chung jung chong/liang/xie hsieh/tang/han/cao tsao/deng teng/feng/peng/\
            zeng tseng/xiao hsiao/tian tien/dong tung/pan/yuan/cai tsai/jiang chiang/yu yoo ryu lyu/du tu/\
            ye yeh/wei/su suh/lu/ding ting/ren jen/shen/yao/lien lian/jin kim gim/tan/zou tsou/xiong/\
            bai pai/meng/qin chin/qiu chiu/hou/shao/long lung/wan/qian chien/dai tai/mo/kong kung/lai/wen/\
            hua/hong hung/zuo tso/bo po/an ahn/qi chi/mao/fu/pak park bak/choe choi ch'oe/kang gang/cho jo/\
            yun yoon/im lim rim/shin sin/kwon gwon/hwang/song sung/hahn/ko go koh/moon mun/son sohn/\
            bae pae/baek paek paik/heo hur huh/nam/sim shim/roh no noh/ha/chon jeon jun chun/kwak gwak/cha/\
            ban pan/min/ma/na ra/hyon hyun/tsang/kwok/cheung/wong/leung/chan/lam/ng/ban/thae/ju/ong
            """
        for set in sets.split(separator: "/") {
            let words = set.split(separator: " ").map { Array($0.utf8).filter { $0 != 39 } }
            for word in words where out[word] == nil { out[word] = words[0] }
        }
        return out
    }()

    private static func table(_ pairs: [(String, String)]) -> [[UInt8]: [UInt8]] {
        var out: [[UInt8]: [UInt8]] = [:]
        for (from, to) in pairs { out[Array(from.utf8)] = Array(to.utf8) }
        return out
    }
}
