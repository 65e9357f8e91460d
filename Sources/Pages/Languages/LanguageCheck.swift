import Reports

/// Tells which language a text is in, as far as Hearsay needs to: English, or which other.
///
/// The script decides first, then letters that only one language of a script uses, then the share of function words.
struct LanguageCheck {
    let text: [UInt8]

    /// Words of a text beyond this many tell nothing new.
    private static let sample = 4000

    /// BCP 47 of a stretch; nil if it is too short to tell.
    func language(of spans: [Span]) -> String? {
        var census = Census()
        for span in spans where census.words < Self.sample { count(span, &census) }
        return census.verdict()
    }

    /// Whether a stretch is English beyond doubt: of its words one in eight is `the`, `of`, `to`, `in`, `and`, `a`, `was`.
    /// Quicker than counting all.
    func isPlainlyEnglish(_ span: Span) -> Bool {
        var (words, hits) = (0, 0)
        var packed: UInt32 = 0
        for offset in span.start...span.end {
            let byte = offset < span.end ? text[offset] : 0x20
            if byte > 0x20 {
                packed = packed << 8 | UInt32(byte)
                if packed > 0xFF_FFFF { packed = 0xFFFF_FFFF }
                continue
            }
            guard packed != 0 else { continue }
            words += 1
            switch packed {
            case 0x74_6865, 0x6F66, 0x746F, 0x696E, 0x61_6E64, 0x61, 0x77_6173: hits += 1
            default: break
            }
            packed = 0
        }
        return hits * 8 >= words && hits > 1
    }

    private func count(_ span: Span, _ census: inout Census) {
        var word: [UInt8] = []
        var offset = span.start
        while offset < span.end, census.words < Self.sample {
            let byte = text[offset]
            if byte < 0x80 {
                if byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A {
                    word.append(byte | 0x20)
                    census.latin += 1
                } else if byte != 0x27 {
                    census.add(&word)
                }
                offset += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard offset + length <= span.end else { break }
            var scalar = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
            for step in 1..<length { scalar = scalar << 6 | UInt32(text[offset + step] & 0x3F) }
            if scalar >= 0xC0 && scalar < 0x250 {
                word.append(contentsOf: text[offset..<offset + length])
                census.latin += 1
            } else {
                census.add(&word)
                census.add(scalar)
            }
            offset += length
        }
        census.add(&word)
    }
}

private struct Census {
    var words = 0
    var latin = 0
    private var scripts = [Int](repeating: 0, count: Script.all.count)
    private var marks: [UInt32: Int] = [:]
    /// Different English function words, up to six.
    private var english: Set<String> = []
    private var hits = [Int](repeating: 0, count: FunctionWords.languages.count)

    mutating func add(_ word: inout [UInt8]) {
        guard !word.isEmpty else { return }
        words += 1
        let text = String(decoding: word, as: UTF8.self)
        for language in FunctionWords.table[text] ?? [] {
            hits[language] += 1
            if language == 0, english.count < 6 { english.insert(text) }
        }
        word.removeAll(keepingCapacity: true)
    }

    mutating func add(_ scalar: UInt32) {
        guard let script = Script.all.firstIndex(where: { $0.range.contains(scalar) }) else { return }
        scripts[script] += 1
        if scalar < 0x700 { marks[scalar, default: 0] += 1 }
    }

    func verdict() -> String? {
        let other = scripts.reduce(0, +)
        if other > latin {
            guard other >= 10 else { return nil }
            let best = scripts.indices.max { scripts[$0] < scripts[$1] || scripts[$0] == scripts[$1] && $0 > $1 }!
            return Script.all[best].code.map { refined($0) } ?? "und"
        }
        guard words >= 8 else { return nil }
        let best = hits.indices.max { hits[$0] < hits[$1] || hits[$0] == hits[$1] && $0 > $1 }!
        let count = hits[0]
        if best == 0 || count * 100 >= words * 20 && hits[best] * 4 <= count * 5 {
            // Lists and tables have few such words, but other languages have few different ones.
            if count * 100 >= words * 8 || english.count == 6 && count * 100 >= words * 2 { return "en" }
            return words >= 40 ? "und" : nil
        }
        return hits[best] * 100 >= words * 12 ? FunctionWords.languages[best].code : nil
    }

    /// Languages that share a script, by letters that only one of them has.
    private func refined(_ code: String) -> String {
        func has(_ scalars: UInt32...) -> Bool {
            scalars.reduce(0) { $0 + (marks[$1] ?? 0) } * 200 > scripts.reduce(0, +)
        }
        switch code {
        case "ar":
            if has(0x679, 0x688, 0x691, 0x6BA, 0x6D2) { return "ur" }
            if has(0x681, 0x685, 0x689, 0x693, 0x696, 0x69A, 0x6BC, 0x6D0, 0x6CD) { return "ps" }
            if has(0x6CE, 0x6C6, 0x6D5, 0x695) { return "ckb" }
            return has(0x67E, 0x686, 0x698, 0x6AF, 0x6CC) ? "fa" : "ar"
        case "ru":
            if has(0x456, 0x457, 0x454, 0x491) { return "uk" }
            if has(0x452, 0x458, 0x459, 0x45A, 0x45B, 0x45F) { return "sr" }
            if has(0x49B, 0x4B1, 0x4D9, 0x4E9) { return "kk" }
            return has(0x44B, 0x44D, 0x451) ? "ru" : has(0x44A) ? "bg" : "ru"
        default: return code
        }
    }
}

private struct Script {
    var range: ClosedRange<UInt32>
    var code: String?

    static let all: [Script] = [
        Script(range: 0x600...0x6FF, code: "ar"), Script(range: 0x400...0x52F, code: "ru"),
        Script(range: 0x370...0x3FF, code: "el"), Script(range: 0x530...0x58F, code: "hy"),
        Script(range: 0x590...0x5FF, code: "he"), Script(range: 0x900...0x97F, code: "hi"),
        Script(range: 0x980...0x9FF, code: "bn"), Script(range: 0xA00...0xA7F, code: "pa"),
        Script(range: 0xA80...0xAFF, code: "gu"), Script(range: 0xB80...0xBFF, code: "ta"),
        Script(range: 0xC00...0xC7F, code: "te"), Script(range: 0xD00...0xD7F, code: "ml"),
        Script(range: 0xD80...0xDFF, code: "si"), Script(range: 0xE00...0xE7F, code: "th"),
        Script(range: 0xE80...0xEFF, code: "lo"), Script(range: 0x1000...0x109F, code: "my"),
        Script(range: 0x10A0...0x10FF, code: "ka"), Script(range: 0x1200...0x139F, code: "am"),
        Script(range: 0x1780...0x17FF, code: "km"), Script(range: 0x3040...0x30FF, code: "ja"),
        Script(range: 0x4E00...0x9FFF, code: "zh"), Script(range: 0xAC00...0xD7AF, code: "ko"),
    ]
}

/// The commonest small words of languages in Latin script.
private enum FunctionWords {
    /// English first.
    static let languages: [(code: String, words: String)] = [
        (
            "en",
            "the of and to in a that is for on with said was by as it has at from he his are be have were which an not this but its after had who they will would their been she her or we more about when"
        ),
        (
            "es",
            "de la que el en los del se las por un para con una su al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también fue hasta hay donde desde todo nos según dijo"
        ),
        (
            "fr",
            "de la le et les des en un du une que est pour qui dans par sur au plus ne pas il avec ce sont aux se son cette ou été mais ses leur a selon ont deux elle comme nous"
        ),
        (
            "de",
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war"
        ),
        (
            "pt",
            "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já também só pelo pela até isso foi são segundo"
        ),
        (
            "it",
            "di e il la che in un a per è una sono con non del le si della dei da nel al come più alla anche ha gli delle ma nella lo dal stato essere tra fra sul"
        ),
        (
            "nl",
            "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar door over bij uit naar nog wordt worden heeft hij werd tot of deze"
        ),
        (
            "tr",
            "ve bir bu için de da ile olarak çok daha olan gibi kadar sonra ne en var ise ancak olduğunu dedi tarafından göre her yeni iki değil"
        ),
        (
            "id",
            "yang dan di dengan untuk pada dari ini itu dalam tidak akan adalah oleh ke juga sebagai tersebut kata mereka telah bisa karena lebih atau ada menjadi"
        ),
        (
            "sw",
            "ya na wa kwa ni katika za la kuwa huo hiyo huyo hilo alisema amesema baada yake wake pia lakini kama bila kwamba cha vya"
        ),
        ("so", "oo iyo ka ku ee in uu waxaa la ah ayaa waa waxa ay isagoo sheegay dalka wuxuu kale markii"),
        (
            "pl",
            "w i na z do się nie że jest o to przez jak od za po ale co dla tym ich był oraz które który będzie jego"
        ),
        ("ro", "de și în a la cu pe din o un nu că pentru mai este care au fost ale lui sau după prin sunt despre dar"),
        ("vi", "và của là các có cho trong được với không một những người này đã tại khi từ về ông"),
        ("ku", "û li ku ji bi de di wê wî ev ew jî ne her hat kir bo yên"),
        ("az", "və bir bu üçün ilə də da olan edib olub görə deyib daha ki onun bildirib"),
        ("sq", "e të në dhe i për me një nga që së është ka si kanë tha më do janë"),
        ("sr", "je i u na se da za su od sa koji što kao nije će bi o iz ali a ne po to"),
        ("sv", "och i att det som en på är av för med den till inte har de om ett men var sig"),
        ("tl", "ang ng sa na mga ay at ni kay para hindi ito siya nang mula"),
        ("ms", "yang dan di untuk dengan pada telah akan ini itu beliau tidak oleh dalam kepada"),
    ]

    static let table: [String: [Int]] = {
        var table: [String: [Int]] = [:]
        for (index, language) in languages.enumerated() {
            for word in language.words.split(separator: " ") { table[String(word), default: []].append(index) }
        }
        return table
    }()
}
