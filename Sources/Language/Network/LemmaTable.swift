/// Lemmas of words seen in training, by form and tags: irregular forms and those whose ending deceives.
///
/// Lines `form<TAB>UPOS<TAB>XPOS<TAB>lemma`, sorted by their bytes, in the mapped model; a look-up is a binary search.
struct LemmaTable: @unchecked Sendable {
    /// Owned by the model file, which the network keeps.
    private let bytes: UnsafeRawBufferPointer

    /// An empty table for a model without one: its scripts then make all lemmas.
    init(_ file: ModelFile) {
        bytes = (try? file.text("lemma.table")) ?? UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// nil if the table does not have the word with these tags.
    func lemma(of form: String, _ upos: UPOS, _ xpos: String) -> String? {
        var low = 0
        var high = bytes.count
        while low < high {
            let start = lineStart(before: (low + high) / 2, above: low)
            var cursor = start
            switch compare(&cursor, form, upos.rawValue, xpos) {
            case 0:
                let end = lineEnd(from: cursor)
                return String(decoding: bytes[cursor..<end], as: UTF8.self)
            case let order where order < 0: low = lineEnd(from: cursor) + 1
            default: high = start
            }
        }
        return nil
    }

    private func lineStart(before offset: Int, above low: Int) -> Int {
        var start = offset
        while start > low, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func lineEnd(from offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return end
    }

    /// The order of the line at the cursor and a key; the cursor ends after what was equal.
    private func compare(_ cursor: inout Int, _ parts: String...) -> Int {
        for part in parts {
            for byte in part.utf8 {
                let difference = Int(cursor < bytes.count ? bytes[cursor] : 0x0A) - Int(byte)
                if difference != 0 { return difference }
                cursor += 1
            }
            let difference = Int(cursor < bytes.count ? bytes[cursor] : 0x0A) - 0x09
            if difference != 0 { return difference }
            cursor += 1
        }
        return 0
    }
}
