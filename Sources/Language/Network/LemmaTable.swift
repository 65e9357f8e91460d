/// Lemmas of words seen in training, by form and tags: irregular forms and those whose ending deceives.
///
/// Lines `form<TAB>UPOS<TAB>XPOS<TAB>lemma`, sorted by their bytes, in the mapped model; a look-up is a binary search.
struct LemmaTable: Sendable {
    /// Keeps the bytes mapped.
    private let file: ModelFile?
    nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer

    /// An empty table for a model without one: its scripts then make all lemmas.
    init(_ file: ModelFile) {
        self.file = file
        bytes = (try? file.text("lemma.table")) ?? UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// A table in memory that its owner keeps.
    init(_ bytes: UnsafeRawBufferPointer) {
        file = nil
        self.bytes = bytes
    }

    /// nil if the table does not have the word with these tags.
    func lemma(of form: String, _ upos: UPOS, _ xpos: String) -> String? {
        let tag = upos.rawValue
        let length = form.utf8.count + tag.utf8.count + xpos.utf8.count + 3
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { key in
            var end = 0
            func append(_ field: String) {
                for byte in field.utf8 {
                    key[end] = byte
                    end += 1
                }
                key[end] = UInt8(ascii: "\t")
                end += 1
            }
            append(form)
            append(tag)
            append(xpos)
            return find(UnsafeBufferPointer(key))
        }
    }

    /// The rest of the line that begins with a key.
    private func find(_ key: UnsafeBufferPointer<UInt8>) -> String? {
        // Both bounds are where a line begins, or the end.
        var low = 0
        var high = bytes.count
        while low < high {
            var start = (low + high) / 2
            while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
            var end = start
            while end < bytes.count, end - start < key.count, bytes[end] == key[end - start] { end += 1 }
            let matched = end - start
            let isBefore = matched < key.count && (end == bytes.count || bytes[end] < key[matched])
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
            if matched == key.count { return String(decoding: bytes[start + matched..<end], as: UTF8.self) }
            if isBefore { low = min(end + 1, bytes.count) } else { high = start }
        }
        return nil
    }
}
