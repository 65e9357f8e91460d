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
    private let width: Int

    /// - Parameters:
    ///   - capacity: the most rows.
    ///   - width: the most values of a row, with padding.
    init(capacity: Int, width: Int) {
        self.capacity = capacity
        self.width = width
        values = Buffer(capacity * width, zero: 0)
        scales = Buffer(capacity, zero: 0)
    }

    /// Quantises rows of floats, to be multiplied with a matrix, and keeps them from row `first` on.
    func fill(
        _ rows: FloatRows, count: Int, width: Int, for matrix: WeightMatrix, at first: Int = 0, _ kernel: Kernel
    ) {
        precondition(first + count <= capacity && matrix.inputs <= self.width)
        let out = values.start + first * matrix.inputs
        kernel.functions.pointee.quantise(
            rows.start, rows.stride, count, width, out, matrix.inputs, scales.start + first)
    }

    /// Multiplies rows with the matrix that they were filled for.
    func multiply(_ matrix: WeightMatrix, from first: Int = 0, count: Int, into out: FloatRows, _ kernel: Kernel) {
        let rows = hearsay_rows(
            values: values.start + first * matrix.inputs, scales: scales.start + first, count: Int32(count),
            stride: matrix.packed.inputs)
        withUnsafePointer(to: matrix.packed) { kernel.functions.pointee.product($0, rows, out.start, out.stride) }
    }
}
