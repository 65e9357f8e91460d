internal import Kernels

/// The layers of the network: pieces in, one vector a piece out (a transformer encoder; Vaswani et al. 2017).
struct Encoder: Sendable {
    private struct Norm: Sendable {
        nonisolated(unsafe) var weight: UnsafePointer<Float>
        nonisolated(unsafe) var bias: UnsafePointer<Float>

        init(_ file: ModelFile, _ name: String, _ width: Int) throws(ModelError) {
            weight = try file.floats(name + ".w", [width]).baseAddress!
            bias = try file.floats(name + ".b", [width]).baseAddress!
        }
    }

    private struct Layer: Sendable {
        /// Queries, keys and values, side by side.
        var attention: WeightMatrix
        var mixing: WeightMatrix
        var attentionNorm: Norm
        var up: WeightMatrix
        var down: WeightMatrix
        var norm: Norm
    }

    let dimensions: Dimensions
    private let file: ModelFile
    nonisolated(unsafe) private let words: UnsafePointer<Int8>
    nonisolated(unsafe) private let wordScales: UnsafePointer<Float>
    nonisolated(unsafe) private let positions: UnsafePointer<Float>
    nonisolated(unsafe) private let shapes: UnsafePointer<Float>
    private let norm: Norm
    private let layers: [Layer]

    /// - Throws: `ModelError` if a matrix is missing or has another shape.
    init(_ file: ModelFile, _ dimensions: Dimensions, pieces: Int) throws(ModelError) {
        let width = dimensions.hidden
        self.file = file
        self.dimensions = dimensions
        words = try file.int8s("word_emb.q", [pieces, width]).baseAddress!
        wordScales = try file.floats("word_emb.s", [pieces]).baseAddress!
        guard let rows = file.shape(of: "pos_emb")?.first, rows >= Dimensions.mostPieces else {
            throw .missingSection(path: file.path, section: "pos_emb")
        }
        positions = try file.floats("pos_emb", [rows, width]).baseAddress!
        shapes = try file.floats("shape_emb", [64, width]).baseAddress!
        norm = try Norm(file, "norm", width)
        var layers: [Layer] = []
        for index in 0..<dimensions.layers {
            let name = "layers.\(index)."
            let layer = try Layer(
                attention: WeightMatrix(file, [name + "qkv"], inputs: width, outputs: [3 * width]),
                mixing: WeightMatrix(file, [name + "out"], inputs: width, outputs: [width]),
                attentionNorm: Norm(file, name + "norm1", width),
                up: WeightMatrix(file, [name + "up"], inputs: width, outputs: [dimensions.feedForward]),
                down: WeightMatrix(file, [name + "down"], inputs: dimensions.feedForward, outputs: [width]),
                norm: Norm(file, name + "norm2", width))
            layers.append(layer)
        }
        self.layers = layers
    }

    /// The memory of one reading. Windows are encoded in groups of at most `capacity` pieces.
    final class Workspace {
        /// Two full windows.
        static let capacity = 2 * Dimensions.mostPieces
        /// Rows that go through a matrix at a time, so that what comes out stays in the cache.
        static let strip = 48

        fileprivate let dimensions: Dimensions
        fileprivate let hidden: FloatRows
        fileprivate let context: FloatRows
        fileprivate let attention: FloatRows
        fileprivate let inner: FloatRows
        fileprivate let scratch: UnsafeMutablePointer<Float>
        fileprivate let quantised: QuantisedRows
        private let storage: Buffer<Float>

        init(_ dimensions: Dimensions) {
            let width = dimensions.hidden
            let scratchSize = hearsay_attention_scratch(Dimensions.mostPieces)
            let sizes = [
                Self.capacity * width, Self.capacity * width, Self.capacity * 3 * width,
                Self.strip * max(dimensions.feedForward, 3 * width), scratchSize,
            ]
            self.dimensions = dimensions
            storage = Buffer(sizes.reduce(0, +), zero: 0)
            var next = storage.start
            var starts: [UnsafeMutablePointer<Float>] = []
            for size in sizes {
                starts.append(next)
                next += size
            }
            hidden = FloatRows(start: starts[0], stride: width)
            context = FloatRows(start: starts[1], stride: width)
            attention = FloatRows(start: starts[2], stride: 3 * width)
            inner = FloatRows(start: starts[3], stride: max(dimensions.feedForward, 3 * width))
            scratch = starts[4]
            quantised = QuantisedRows(capacity: Self.strip, width: max(dimensions.feedForward, width) + 64)
        }
    }

    /// Encodes windows and keeps one row for the `[CLS]` of each window and one for the first piece of each of its words
    /// (context left out), in this order.
    ///
    /// - Parameter windows: with at most `Workspace.capacity` pieces together.
    /// - Returns: the rows, in the workspace: valid until the next call.
    func encode(
        _ windows: ArraySlice<Window>, _ pieces: PieceSequence, _ vocabulary: Vocabulary, _ workspace: Workspace,
        _ kernel: Kernel
    ) -> FloatRows {
        var lengths: [Int] = []
        var kept: [Int] = []
        var count = 0
        for window in windows {
            kept.append(count)
            for word in window.words {
                kept.append(count + 1 + Int(pieces.starts[word] - pieces.starts[window.context.lowerBound]))
            }
            lengths.append(embed(window, pieces, vocabulary, workspace.hidden.row(count), kernel))
            count += lengths[lengths.count - 1]
        }
        normalise(workspace.hidden, nil, count, norm, kernel)
        for (index, layer) in layers.enumerated() {
            attend(layer, lengths, count, workspace, kernel)
            if index == layers.count - 1 {
                keep(kept, workspace)
                count = kept.count
            }
            feedForward(layer, count, workspace, kernel)
        }
        return workspace.hidden
    }

    /// Writes the sums of the embeddings of a window's pieces; returns how many there are.
    private func embed(
        _ window: Window, _ pieces: PieceSequence, _ vocabulary: Vocabulary, _ rows: FloatRows, _ kernel: Kernel
    ) -> Int {
        let width = dimensions.hidden
        var place = 0
        func add(_ id: Int32, _ feature: UInt8) {
            kernel.functions.pointee.embed(
                words + Int(id) * width, wordScales[Int(id)], positions + place * width, shapes + Int(feature) * width,
                width, rows.row(place).start)
            place += 1
        }
        add(vocabulary.classifier, Shape.none)
        let first = pieces.starts[window.context.lowerBound]
        for piece in Int(first)..<Int(pieces.starts[window.words.upperBound]) {
            add(pieces.ids[piece], pieces.features[piece])
        }
        add(vocabulary.separator, Shape.none)
        return place
    }

    private func normalise(_ rows: FloatRows, _ added: FloatRows?, _ count: Int, _ norm: Norm, _ kernel: Kernel) {
        kernel.functions.pointee.normalise(
            rows.start, rows.stride, added?.start, added?.stride ?? 0, count, dimensions.hidden, norm.weight, norm.bias)
    }

    /// Attention of each window within itself, into `context`.
    private func attend(_ layer: Layer, _ lengths: [Int], _ count: Int, _ workspace: Workspace, _ kernel: Kernel) {
        let width = dimensions.hidden
        for start in stride(from: 0, to: count, by: Workspace.strip) {
            let rows = min(Workspace.strip, count - start)
            workspace.quantised.fill(
                workspace.hidden.row(start), count: rows, width: width, for: layer.attention, kernel)
            workspace.quantised.multiply(layer.attention, count: rows, into: workspace.attention.row(start), kernel)
        }
        var start = 0
        for length in lengths {
            kernel.functions.pointee.attend(
                workspace.attention.row(start).start, workspace.attention.stride, length, dimensions.heads,
                workspace.scratch, workspace.context.row(start).start, workspace.context.stride)
            start += length
        }
    }

    /// Moves some rows to the front; `rows` ascends.
    private func keep(_ rows: [Int], _ workspace: Workspace) {
        for (target, source) in rows.enumerated() where target != source {
            for matrix in [workspace.hidden, workspace.context] {
                matrix.row(target).start.update(from: matrix.row(source).start, count: dimensions.hidden)
            }
        }
    }

    /// The rest of a layer, row by row: what was attended to is mixed in, then the feed-forward network.
    private func feedForward(_ layer: Layer, _ count: Int, _ workspace: Workspace, _ kernel: Kernel) {
        let width = dimensions.hidden
        let quantised = workspace.quantised
        for start in stride(from: 0, to: count, by: Workspace.strip) {
            let rows = min(Workspace.strip, count - start)
            let hidden = workspace.hidden.row(start)
            let context = workspace.context.row(start)
            quantised.fill(context, count: rows, width: width, for: layer.mixing, kernel)
            quantised.multiply(layer.mixing, count: rows, into: context, kernel)
            normalise(hidden, context, rows, layer.attentionNorm, kernel)
            quantised.fill(hidden, count: rows, width: width, for: layer.up, kernel)
            quantised.multiply(layer.up, count: rows, into: workspace.inner, kernel)
            kernel.functions.pointee.gelu(workspace.inner.start, workspace.inner.stride, rows, dimensions.feedForward)
            quantised.fill(
                workspace.inner, count: rows, width: dimensions.feedForward, for: layer.down, kernel)
            quantised.multiply(layer.down, count: rows, into: context, kernel)
            normalise(hidden, context, rows, layer.norm, kernel)
        }
    }
}
