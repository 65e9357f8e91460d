internal import Kernels

/// The classifiers over the encoder: tags, lemmas, sentence starts, names, statements and trees.
struct Heads: Sendable {
    /// Where each head's columns stand in the product of all of them.
    private enum Column: Int, CaseIterable {
        case upos, xpos, lemma, sentence, name, statement, arcDependent, arcHead, labelDependent, labelHead

        var section: String {
            switch self {
            case .upos: "upos"
            case .xpos: "xpos"
            case .lemma: "lemma"
            case .sentence: "sentence"
            case .name: "name.hidden"
            case .statement: "statement.hidden"
            case .arcDependent: "arc_dependent"
            case .arcHead: "arc_head"
            case .labelDependent: "label_dependent"
            case .labelHead: "label_head"
            }
        }
    }

    private let dimensions: Dimensions
    private let file: ModelFile
    nonisolated(unsafe) private let wordShapes: UnsafePointer<Float>
    private let first: WeightMatrix
    private let nameOut: WeightMatrix
    private let statementOut: WeightMatrix
    private let arc: WeightMatrix
    private let label: WeightMatrix
    private let relations: Int
    private let labelWidth: Int
    private let arcWidth: Int
    let names: LinearChain
    let statements: LinearChain
    private let sentenceTemperature: Float
    private let sentenceThreshold: Float

    /// - Throws: `ModelError` if a matrix is missing or has another shape.
    init(
        _ file: ModelFile, _ dimensions: Dimensions, _ labels: Labels, _ meta: ModelMeta, _ kernel: Kernel
    ) throws(ModelError) {
        let counts: [Column: Int] = [
            .upos: labels.upos.count, .xpos: labels.xpos.count, .lemma: labels.lemmas.count, .sentence: 2,
        ]
        self.file = file
        self.dimensions = dimensions
        wordShapes = try file.floats("word_shapes", [Int(Shape.root) + 1, Dimensions.wordShape]).baseAddress!
        let first = try WeightMatrix(
            file, Column.allCases.map(\.section), inputs: dimensions.word, outputs: Column.allCases.map { counts[$0] })
        self.first = first
        func width(_ column: Column) -> Int { first.columns[column.rawValue].count }
        let nameTags = 2 * labels.names.count + 1
        let statementTags = 2 * labels.attributions.count + 1
        nameOut = try WeightMatrix(file, ["name.out"], inputs: width(.name), outputs: [nameTags])
        statementOut = try WeightMatrix(file, ["statement.out"], inputs: width(.statement), outputs: [statementTags])
        arcWidth = width(.arcHead)
        labelWidth = width(.labelHead)
        relations = labels.relations.count
        arc = try WeightMatrix(file, ["arc"], inputs: width(.arcDependent), outputs: [arcWidth])
        label = try WeightMatrix(
            file, ["label"], inputs: width(.labelDependent), outputs: [relations * (labelWidth + 1)])
        names = try Self.chain(file, "name", nameTags, meta, kernel)
        statements = try Self.chain(file, "statement", statementTags, meta, kernel)
        sentenceTemperature = try meta.float("temperature.sentence")
        sentenceThreshold = try meta.float("sentence.threshold")
        for column in Column.allCases.dropFirst(4) where width(column) % 16 != 0 {
            throw .wrongShape(
                path: file.path, section: column.section, found: [width(column)], expected: [width(column) / 16 * 16])
        }
    }

    private static func chain(
        _ file: ModelFile, _ name: String, _ tags: Int, _ meta: ModelMeta, _ kernel: Kernel
    ) throws(ModelError) -> LinearChain {
        LinearChain(
            start: Array(try file.floats(name + ".start", [tags])),
            transitions: Array(try file.floats(name + ".transitions", [tags, tags])),
            temperature: try meta.float("temperature." + name), kernel)
    }

    /// What the heads say of some rows: valid until the next group of windows.
    final class Workspace {
        /// Rows whose labels are scored at a time.
        fileprivate static let labelStrip = 24

        /// For each row its class.
        fileprivate(set) var upos: [UInt16]
        fileprivate(set) var xpos: [UInt16]
        fileprivate(set) var lemma: [UInt16]
        fileprivate(set) var startsSentence: [Bool]
        let names: FloatRows
        let statements: FloatRows
        fileprivate let words: FloatRows
        fileprivate let strip: FloatRows
        fileprivate let arcDependents: FloatRows
        fileprivate let arcHeads: FloatRows
        fileprivate let labelHeads: FloatRows
        fileprivate let labels: FloatRows
        fileprivate let quantised: QuantisedRows
        fileprivate let labelDependents: QuantisedRows
        private let storage: Buffer<Float>

        init(_ heads: Heads) {
            let capacity = Encoder.Workspace.capacity
            let widths = [
                heads.nameOut.outputs, heads.statementOut.outputs, heads.dimensions.word, heads.arc.outputs,
                heads.arcWidth, heads.labelWidth,
            ]
            let sizes =
                widths.map { $0 * capacity } + [
                    heads.first.outputs * Encoder.Workspace.strip, heads.label.outputs * Self.labelStrip,
                ]
            let storage = Buffer<Float>(sizes.reduce(0, +), zero: 0)
            var next = storage.start
            func take(_ index: Int, _ stride: Int) -> FloatRows {
                defer { next += sizes[index] }
                return FloatRows(start: next, stride: stride)
            }
            self.storage = storage
            names = take(0, widths[0])
            statements = take(1, widths[1])
            words = take(2, widths[2])
            arcDependents = take(3, widths[3])
            arcHeads = take(4, widths[4])
            labelHeads = take(5, widths[5])
            strip = take(6, heads.first.outputs)
            labels = take(7, heads.label.outputs)
            let inputs = [heads.first, heads.nameOut, heads.statementOut, heads.arc].map(\.inputs).max() ?? 0
            quantised = QuantisedRows(capacity: Encoder.Workspace.strip, width: inputs)
            labelDependents = QuantisedRows(capacity: capacity, width: heads.label.inputs)
            upos = [UInt16](repeating: 0, count: capacity)
            xpos = upos
            lemma = upos
            startsSentence = [Bool](repeating: false, count: capacity)
        }
    }

    /// Runs all heads but the choice of relations over encoded rows.
    ///
    /// - Parameters:
    ///   - hidden: one row for the `[CLS]` of each window and one for each of its words.
    ///   - shapes: for each row its word shape.
    func run(_ hidden: FloatRows, shapes: [UInt8], _ workspace: Workspace, _ kernel: Kernel) {
        for (index, shape) in shapes.enumerated() {
            let row = workspace.words.row(index).start
            row.update(from: hidden.row(index).start, count: dimensions.hidden)
            (row + dimensions.hidden).update(
                from: wordShapes + Int(shape) * Dimensions.wordShape, count: Dimensions.wordShape)
        }
        for start in stride(from: 0, to: shapes.count, by: Encoder.Workspace.strip) {
            let count = min(Encoder.Workspace.strip, shapes.count - start)
            workspace.quantised.fill(
                workspace.words.row(start), count: count, width: dimensions.word, for: first, kernel)
            workspace.quantised.multiply(first, count: count, into: workspace.strip, kernel)
            classify(start, count, workspace, kernel)
            activate(start, count, workspace, kernel)
        }
    }

    private func columns(_ column: Column) -> Range<Int> { first.columns[column.rawValue] }

    /// Reads the best classes out of a strip.
    private func classify(_ start: Int, _ count: Int, _ workspace: Workspace, _ kernel: Kernel) {
        for index in 0..<count {
            let row = workspace.strip.row(index).start
            func best(_ column: Column) -> UInt16 {
                let range = columns(column)
                var top = range.lowerBound
                for place in range where row[place] > row[top] { top = place }
                return UInt16(top - range.lowerBound)
            }
            workspace.upos[start + index] = best(.upos)
            workspace.xpos[start + index] = best(.xpos)
            workspace.lemma[start + index] = best(.lemma)
            let sentence = row + columns(.sentence).lowerBound
            sentence[0] /= sentenceTemperature
            sentence[1] /= sentenceTemperature
            let sum = kernel.functions.pointee.exponentials(sentence, 2)
            workspace.startsSentence[start + index] = sentence[1] / sum >= sentenceThreshold
        }
    }

    /// The hidden layers of a strip and what is computed from them word by word.
    private func activate(_ start: Int, _ count: Int, _ workspace: Workspace, _ kernel: Kernel) {
        let strip = workspace.strip
        let hidden = columns(.name).lowerBound..<columns(.labelHead).upperBound
        kernel.functions.pointee.gelu(strip.start + hidden.lowerBound, strip.stride, count, hidden.count)
        let products = [
            (Column.name, nameOut, workspace.names), (Column.statement, statementOut, workspace.statements),
            (Column.arcDependent, arc, workspace.arcDependents),
        ]
        for (column, matrix, out) in products {
            let range = columns(column)
            workspace.quantised.fill(
                strip.column(range.lowerBound), count: count, width: range.count, for: matrix, kernel)
            workspace.quantised.multiply(matrix, count: count, into: out.row(start), kernel)
        }
        for (column, out) in [(Column.arcHead, workspace.arcHeads), (Column.labelHead, workspace.labelHeads)] {
            let range = columns(column)
            for index in 0..<count {
                out.row(start + index).start.update(
                    from: strip.row(index).start + range.lowerBound, count: range.count)
            }
        }
        let range = columns(.labelDependent)
        workspace.labelDependents.fill(
            strip.column(range.lowerBound), count: count, width: range.count, for: label, at: start, kernel)
    }

    /// The scores of all arcs of a sentence.
    ///
    /// - Parameters:
    ///   - rows: of the sentence's words.
    ///   - root: the row that stands for the root.
    ///   - scores: room for one row a word: the root, then the words as heads.
    func scoreArcs(
        _ rows: Range<Int>, root: Int, _ workspace: Workspace, _ kernel: Kernel,
        into scores: UnsafeMutablePointer<Float>
    ) {
        let heads = workspace.arcHeads
        for (index, row) in rows.enumerated() {
            let dependent = workspace.arcDependents.row(row).start
            let out = scores + index * (rows.count + 1)
            kernel.functions.pointee.dots(dependent, heads.row(root).start, heads.stride, 1, arcWidth, out)
            kernel.functions.pointee.dots(
                dependent, heads.row(rows.lowerBound).start, heads.stride, rows.count, arcWidth, out + 1)
        }
    }

    /// The best relation of each row to its head: `root` if the head's row is negative, any other if it is not.
    func chooseRelations(
        _ headRows: [Int], root: Int, _ workspace: Workspace, _ kernel: Kernel, _ found: (Int, Int) -> Void
    ) {
        let width = labelWidth + 1
        var scores = [Float](repeating: 0, count: relations)
        for start in stride(from: 0, to: headRows.count, by: Workspace.labelStrip) {
            let count = min(Workspace.labelStrip, headRows.count - start)
            workspace.labelDependents.multiply(label, from: start, count: count, into: workspace.labels, kernel)
            for index in 0..<count {
                let head = headRows[start + index]
                guard head >= 0 else {
                    found(start + index, root)
                    continue
                }
                let row = workspace.labels.row(index).start
                kernel.functions.pointee.dots(
                    workspace.labelHeads.row(head).start, row, width, relations, labelWidth, &scores)
                var best = -1
                for relation in 0..<relations where relation != root {
                    scores[relation] += row[relation * width + labelWidth]
                    if best < 0 || scores[relation] > scores[best] { best = relation }
                }
                found(start + index, best)
            }
        }
    }
}
