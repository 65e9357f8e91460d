/// Hearsay's reader: one encoder and all heads, loaded once and shared by all readings.
struct Network: Sendable {
    let name: String
    let wordPiece: WordPiece
    let encoder: Encoder
    let heads: Heads
    let labels: Labels
    let kernel: Kernel

    /// - Throws: `ModelError` if the file lacks something or holds what this program does not know.
    init(_ file: ModelFile, _ kernel: Kernel) throws(ModelError) {
        let meta = try ModelMeta(file)
        let dimensions = Dimensions(
            hidden: try meta.integer("hidden"), layers: try meta.integer("layers"), heads: try meta.integer("heads"),
            feedForward: try meta.integer("ffn"))
        try dimensions.check(file)
        let vocabulary = try Vocabulary(file)
        name = try meta.text("name") + " " + meta.text("version") + " (" + meta.text("training") + ")"
        wordPiece = WordPiece(vocabulary: vocabulary)
        encoder = try Encoder(file, dimensions, pieces: vocabulary.count)
        labels = try Labels(file)
        heads = try Heads(file, dimensions, labels, meta, kernel)
        self.kernel = kernel
    }
}
