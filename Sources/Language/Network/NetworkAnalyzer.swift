public import Reports

/// Reads reports with the network: one pass gives sentences, tags, lemmas, trees, names and the parts of attributions.
///
/// The network is loaded once and shared by all copies and threads. A reading uses a few megabytes beside its result,
/// however long the report is, and time in proportion to its length.
public struct NetworkAnalyzer: Analyzer {
    /// The steps of a reading, for measuring.
    public enum Stage: String, Hashable, Sendable, CaseIterable {
        case tokens, pieces, encoder, heads, decoding, assembly
    }

    let network: Network
    /// Called on the reading's thread each time that a step ends.
    public var onStage: (@Sendable (Stage) -> Void)?

    public var name: String { network.name }

    /// - Throws: `ModelError` if the model cannot be used.
    public init(_ file: ModelFile, kernel: Kernel = .best) throws(ModelError) {
        network = try Network(file, kernel)
    }

    public func analyze(_ report: Report) throws -> Analysis {
        let words = Tokenizer().words(of: report)
        onStage?(.tokens)
        return analyze(words, of: report)
    }

    /// Reads words that are already divided, such as those of a treebank.
    public func analyze(_ words: Words, of report: Report) -> Analysis {
        read(words, of: report, keepsVectors: false).0
    }

    /// Reads a report and also gives the vectors of its sentences.
    public func analyzeWithVectors(_ report: Report) -> (Analysis, SentenceVectors) {
        let words = Tokenizer().words(of: report)
        onStage?(.tokens)
        let (analysis, vectors) = read(words, of: report, keepsVectors: true)
        return (analysis, vectors ?? SentenceVectors(dimension: network.encoder.dimensions.hidden))
    }

    private func read(_ words: Words, of report: Report, keepsVectors: Bool) -> (Analysis, SentenceVectors?) {
        var reading = NetworkReading(network, words, keepsVectors: keepsVectors, onStage)
        var text = report.text
        text.withUTF8 { reading.read($0) }
        let analysis = reading.analysis(of: report)
        onStage?(.assembly)
        return (analysis, reading.vectors)
    }
}
