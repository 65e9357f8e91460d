internal import Kernels

/// Memory of a fixed size for one reading, freed with its owner.
final class Buffer<Element: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Element>

    init(_ count: Int, zero: Element) {
        start = .allocate(capacity: count)
        start.initialize(repeating: zero, count: count)
    }

    deinit { start.deallocate() }
}

/// Rows of floats in memory that another value owns.
struct FloatRows {
    var start: UnsafeMutablePointer<Float>
    /// Floats from one row to the next.
    var stride: Int

    func row(_ index: Int) -> FloatRows { FloatRows(start: start + index * stride, stride: stride) }
    func column(_ index: Int) -> FloatRows { FloatRows(start: start + index, stride: stride) }
}

/// Rows of activations in 8 bits, ready to be multiplied.
final class QuantisedRows {
    private let values: Buffer<UInt8>
    private let scales: Buffer<Float>
    private let capacity: Int

    /// - Parameters:
    ///   - capacity: the most rows.
    ///   - width: the most values of a row, with padding.
    init(capacity: Int, width: Int) {
        self.capacity = capacity
        values = Buffer(capacity * width, zero: 0)
        scales = Buffer(capacity, zero: 0)
    }

    /// Quantises rows of floats; `inputs` is the padded width of the matrix that they will be multiplied with.
    func fill(_ rows: FloatRows, count: Int, width: Int, inputs: Int, _ kernel: Kernel) {
        precondition(count <= capacity)
        kernel.functions.pointee.quantise(
            rows.start, rows.stride, count, width, values.start, inputs, scales.start)
    }

    /// Multiplies the first rows with a matrix.
    func multiply(_ matrix: WeightMatrix, count: Int, into out: FloatRows, _ kernel: Kernel) {
        let rows = hearsay_rows(
            values: values.start, scales: scales.start, count: Int32(count), stride: matrix.packed.inputs)
        withUnsafePointer(to: matrix.packed) { kernel.functions.pointee.product($0, rows, out.start, out.stride) }
    }
}
