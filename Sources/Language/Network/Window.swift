/// Words that the network reads together: at most 256 pieces with `[CLS]` and `[SEP]`.
struct Window: Hashable, Sendable {
    /// The end of the part before, which only gives context; its own reading comes from the window before.
    var context: Range<Int>
    /// Paragraphs, or parts of long ones, in text order without gaps.
    var parts: [Range<Int>]

    /// Pieces of a window without `[CLS]` and `[SEP]`.
    static let budget = 254
    /// The most pieces of context.
    static let mostContext = 64

    /// All words that are read for their own sake.
    var words: Range<Int> { context.upperBound..<(parts.last?.upperBound ?? context.upperBound) }

    /// Divides a report into windows: whole paragraphs while they fit, a long one cut where a sentence ends.
    static func windows(_ paragraphs: [Range<Int>], _ pieces: PieceSequence) -> [Window] {
        var windows: [Window] = []
        var window: Window?
        var size = 0
        var previous: Range<Int>?
        for paragraph in paragraphs {
            var start = paragraph.lowerBound
            while start < paragraph.upperBound {
                let part = start..<cut(start..<paragraph.upperBound, pieces)
                let need = pieces.size(part)
                if window != nil, size + need <= budget {
                    window?.parts.append(part)
                    size += need
                } else {
                    if let window { windows.append(window) }
                    let context = previous.map { tail($0, atMost: min(mostContext, budget - need), pieces) }
                    window = Window(context: context ?? part.lowerBound..<part.lowerBound, parts: [part])
                    size = need + (context.map(pieces.size) ?? 0)
                }
                previous = part
                start = part.upperBound
            }
        }
        if let window { windows.append(window) }
        return windows
    }

    /// The end of the first part of some words: all of them, or those up to the last end of a sentence that fits.
    private static func cut(_ words: Range<Int>, _ pieces: PieceSequence) -> Int {
        var end = words.lowerBound
        while end < words.upperBound, pieces.size(words.lowerBound..<end + 1) <= budget { end += 1 }
        guard end < words.upperBound else { return end }
        var index = end - 1
        var closings = 0
        while index > words.lowerBound {
            switch pieces.endings[index] {
            case .stop: return index + 1 + closings
            case .closing: closings += 1
            case .none: closings = 0
            }
            index -= 1
        }
        let isStop = pieces.endings[index] == .stop && closings > 0
        return isStop ? index + 1 + closings : max(end, words.lowerBound + 1)
    }

    /// The last whole words of a part with at most a number of pieces.
    private static func tail(_ part: Range<Int>, atMost most: Int, _ pieces: PieceSequence) -> Range<Int> {
        var start = part.upperBound
        while start > part.lowerBound, pieces.size(start - 1..<part.upperBound) <= most { start -= 1 }
        return start..<part.upperBound
    }
}
