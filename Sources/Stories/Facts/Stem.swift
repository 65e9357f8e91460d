/// What a verb and the nouns made from it have in common: "inspect", "inspection", "inspecting". Words for death are
/// one: tolls are told in all of them.
enum Stem {
    static func of(_ lemma: String) -> String {
        let word = lemma.lowercased()
        if deaths.contains(word) { return "death" }
        var bytes = Array(word.utf8)
        for (ending, least) in endings where bytes.count >= least && bytes.suffix(ending.count).elementsEqual(ending) {
            bytes.removeLast(ending.count)
            break
        }
        if bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let deaths: Set = [
        "die", "kill", "drown", "perish", "dead", "death", "fatality", "killing", "slay",
    ]

    /// Endings with the length that a word must have to lose them.
    private static let endings: [(ending: [UInt8], least: Int)] = [
        (Array("ment".utf8), 8), (Array("ing".utf8), 6), (Array("ion".utf8), 8),
    ]
}
