internal import Kernels

/// The sizes of a network.
struct Dimensions: Hashable, Sendable {
    var hidden: Int
    var layers: Int
    var heads: Int
    var feedForward: Int
    /// Values of a word's shape, beside its hidden values.
    static let wordShape = 16
    /// Pieces of a window with `[CLS]` and `[SEP]`.
    static let mostPieces = Window.budget + 2

    /// What is known of a word.
    var word: Int { hidden + Self.wordShape }

    /// - Throws: `ModelError.invalidEntry` if the kernels cannot work with these sizes.
    func check(_ file: ModelFile) throws(ModelError) {
        let alignment = Int(HEARSAY_OUTPUT_ALIGNMENT)
        let most = Int(HEARSAY_MAX_INPUTS) - alignment
        let isPossible =
            (alignment...most).contains(hidden) && hidden % alignment == 0
            && heads * Int(HEARSAY_HEAD) == hidden && (1...64).contains(layers)
            && (alignment...most).contains(feedForward) && feedForward % alignment == 0
        guard isPossible else {
            let entry = "hidden \(hidden), layers \(layers), heads \(heads), ffn \(feedForward)"
            throw .invalidEntry(path: file.path, section: "meta", entry: entry)
        }
    }
}
