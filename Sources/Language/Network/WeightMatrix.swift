internal import Kernels

/// One or several quantised matrices with the same inputs, packed for the processor side by side.
final class WeightMatrix: Sendable {
    nonisolated(unsafe) let packed: hearsay_matrix
    /// For each matrix its columns in the output.
    let columns: [Range<Int>]
    /// Inputs, and floats of a row of outputs, with padding.
    var inputs: Int { Int(packed.inputs) }
    var outputs: Int { Int(packed.outputs) }
    nonisolated(unsafe) private let storage: UnsafeMutableRawPointer

    /// - Parameters:
    ///   - names: NAME.q, NAME.s and NAME.b are the sections of a matrix [outputs, inputs].
    ///   - outputs: for each matrix the outputs that it must have; nil if the file decides.
    /// - Throws: `ModelError` if a section is missing or has another shape.
    init(_ file: ModelFile, _ names: [String], inputs: Int, outputs expected: [Int?]) throws(ModelError) {
        let alignment = Int(HEARSAY_INPUT_ALIGNMENT)
        let padded = (inputs + alignment - 1) / alignment * alignment
        precondition(padded <= Int(HEARSAY_MAX_INPUTS), "a matrix is wider than the kernels allow")
        var columns: [Range<Int>] = []
        var total = 0
        for (name, expected) in zip(names, expected) {
            guard let shape = file.shape(of: name + ".q") else {
                throw .missingSection(path: file.path, section: name + ".q")
            }
            let count = expected ?? shape.first ?? 0
            columns.append(total..<total + count)
            total += count
        }
        let block = Int(HEARSAY_OUTPUT_ALIGNMENT)
        let outputs = (total + block - 1) / block * block
        let weightBytes = outputs * padded
        let byteCount = weightBytes + 3 * 4 * outputs
        storage = .allocate(byteCount: byteCount, alignment: 64)
        storage.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        let weights = storage.assumingMemoryBound(to: Int8.self)
        let offsets = (storage + weightBytes).bindMemory(to: Int32.self, capacity: outputs)
        let scales = (storage + weightBytes + 4 * outputs).bindMemory(to: Float.self, capacity: outputs)
        let biases = (storage + weightBytes + 8 * outputs).bindMemory(to: Float.self, capacity: outputs)
        self.columns = columns
        packed = hearsay_matrix(
            weights: weights, offsets: offsets, scales: scales, biases: biases, outputs: Int32(outputs),
            inputs: Int32(padded))
        for (name, range) in zip(names, columns) {
            let source = try file.int8s(name + ".q", [range.count, padded])
            hearsay_pack(source.baseAddress, range.count, padded, padded, range.lowerBound, padded, weights, offsets)
            let sourceScales = try file.floats(name + ".s", [range.count])
            let sourceBiases = try file.floats(name + ".b", [range.count])
            for index in 0..<range.count {
                scales[range.lowerBound + index] = sourceScales[index]
                biases[range.lowerBound + index] = sourceBiases[index]
            }
        }
    }

    deinit { storage.deallocate() }
}
