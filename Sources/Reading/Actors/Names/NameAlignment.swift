/// The best matching of the words of a shorter name to those of a longer one, in order.
struct NameAlignment: Sendable {
    /// Mean likeness of the matched words, weighted by their length.
    private(set) var similarity = 0.0
    private(set) var unmatchedShort = 0
    private(set) var unmatchedLong = 0
    /// Matches of an initial with a word.
    private(set) var initials = 0
    private(set) var startsTogether = false
    private(set) var endsTogether = false

    /// The likeness from which on two words may be one.
    static let threshold = 0.72

    private struct Cell {
        var gain = -1.0
        /// Words of each side that the last step took.
        var step = (0, 0)
        var likeness = 0.0
        var isInitial = false
    }

    /// - Parameter isExact: words match only letter for letter.
    init(_ short: [NameWords.Word], _ long: [NameWords.Word], isExact: Bool = false) {
        let (m, n) = (short.count, long.count)
        var cells = [Cell](repeating: Cell(), count: (m + 1) * (n + 1))
        func at(_ i: Int, _ j: Int) -> Int { i * (n + 1) + j }
        cells[0].gain = 0
        for i in 0...m {
            for j in 0...n where i + j > 0 {
                var best = Cell()
                func offer(_ di: Int, _ dj: Int, _ gain: Double, _ likeness: Double, _ isInitial: Bool) {
                    guard i >= di, j >= dj, cells[at(i - di, j - dj)].gain >= 0 else { return }
                    let total = cells[at(i - di, j - dj)].gain + gain
                    if total > best.gain {
                        best = Cell(gain: total, step: (di, dj), likeness: likeness, isInitial: isInitial)
                    }
                }
                if i > 0, j > 0 {
                    let (value, isInitial) = Self.likeness(short[i - 1], long[j - 1])
                    if value >= (isExact ? 0.9 : Self.threshold) { offer(1, 1, value, value, isInitial) }
                    if i > 1 {
                        let value = Self.likeness(short[i - 2].plain + short[i - 1].plain, long[j - 1])
                        if value >= Self.threshold { offer(2, 1, 2 * value, value, false) }
                    }
                    if j > 1 {
                        let value = Self.likeness(long[j - 2].plain + long[j - 1].plain, short[i - 1])
                        if value >= Self.threshold { offer(1, 2, value + 0.1, value, false) }
                    }
                }
                offer(1, 0, 0, 0, false)
                offer(0, 1, 0, 0, false)
                cells[at(i, j)] = best
            }
        }
        read(cells, short, long, at)
    }

    private mutating func read(
        _ cells: [Cell], _ short: [NameWords.Word], _ long: [NameWords.Word], _ at: (Int, Int) -> Int
    ) {
        var (i, j) = (short.count, long.count)
        var weight = 0.0
        while i + j > 0 {
            let cell = cells[at(i, j)]
            if cell.step.0 > 0 && cell.step.1 > 0 {
                let length = Double(max(2, long[j - 1].plain.count))
                similarity += cell.likeness * length
                weight += length
                if cell.isInitial { initials += 1 }
                if i == short.count && j == long.count { endsTogether = true }
                if i == cell.step.0 && j == cell.step.1 { startsTogether = true }
            } else if cell.step.0 > 0 {
                if !NameWords.particles.contains(short[i - 1].plain) { unmatchedShort += 1 }
            } else if !NameWords.particles.contains(long[j - 1].plain) {
                unmatchedLong += 1
            }
            i -= cell.step.0
            j -= cell.step.1
        }
        similarity = weight > 0 ? similarity / weight : 0
    }

    private static func likeness(_ a: NameWords.Word, _ b: NameWords.Word) -> (Double, Bool) {
        if a.plain == b.plain { return (1, false) }
        if a.isInitial != b.isInitial, a.plain[0] == b.plain[0] { return (0.9, true) }
        if a.isInitial || b.isInitial { return (0, false) }
        // A woman's name and a man's: "Danielle" is not "Daniel".
        let isGendered = endsInFeminine(a.plain) != endsInFeminine(b.plain) && a.plain.count != b.plain.count
        return (likeness(a.sound, b.sound) - (isGendered ? 0.12 : 0), false)
    }

    private static func endsInFeminine(_ word: [UInt8]) -> Bool {
        word.last == UInt8(ascii: "a") || word.last == UInt8(ascii: "e")
    }

    private static func likeness(_ joined: [UInt8], _ word: NameWords.Word) -> Double {
        likeness(Romanisation.fold(joined), word.sound)
    }

    private static func likeness(_ a: [UInt8], _ b: [UInt8]) -> Double {
        1 - Romanisation.distance(a, b)
    }
}
