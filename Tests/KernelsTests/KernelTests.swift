import Kernels
import Testing

/// Small numbers that look random and are the same everywhere (Knuth's MMIX generator).
private struct Noise {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    /// Between -scale and scale.
    mutating func float(_ scale: Float) -> Float { Float(next(below: 200_001) - 100_000) / 100_000 * scale }

    mutating func floats(_ count: Int, _ scale: Float) -> [Float] { (0..<count).map { _ in float(scale) } }
}

private var kernels: [hearsay_kernel] {
    (0..<hearsay_kernel_count()).compactMap { index in
        guard let kernel = hearsay_kernel_at(index)?.pointee, kernel.is_available() else { return nil }
        return kernel
    }
}

private func withPointers<A, B, C, D>(
    _ a: [A], _ b: [B], _ c: [C], _ d: [D],
    _ body: (UnsafePointer<A>, UnsafePointer<B>, UnsafePointer<C>, UnsafePointer<D>) -> Void
) {
    a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
            c.withUnsafeBufferPointer { c in
                d.withUnsafeBufferPointer { d in
                    body(a.baseAddress!, b.baseAddress!, c.baseAddress!, d.baseAddress!)
                }
            }
        }
    }
}

/// Runs something on every kernel of this processor and expects the bits of plain C.
private func expectSameBits(
    _ what: Comment, _ run: (hearsay_kernel) -> [Float], sourceLocation: SourceLocation = #_sourceLocation
) -> [Float] {
    let plain = run(kernels[kernels.count - 1])
    for kernel in kernels.dropLast() {
        let same = run(kernel).map(\.bitPattern) == plain.map(\.bitPattern)
        #expect(same, "\(String(cString: kernel.name)): \(what)", sourceLocation: sourceLocation)
    }
    return plain
}

struct KernelTests {
    @Test func plainIsAlwaysThereAndLast() {
        #expect(String(cString: kernels[kernels.count - 1].name) == "plain")
    }

    /// Every count of rows that a tile can have, widths with and without padding, and the largest weights and activations.
    @Test(arguments: [
        (1, 5, 16, false), (7, 33, 400, false), (12, 32, 64, true), (13, 48, 384, true), (31, 97, 96, false),
    ])
    func productsAreExact(rows: Int, outputs: Int, inputs: Int, extreme: Bool) {
        var noise = Noise(UInt64(rows * 1000 + outputs))
        let depth = (inputs + 63) / 64 * 64
        let padded = (outputs + 31) / 32 * 32
        var weights = [Int8](repeating: 0, count: outputs * depth)
        for output in 0..<outputs {
            for input in 0..<inputs {
                let largest = output % 2 == 0 ? 127 : -127
                weights[output * depth + input] = Int8(extreme ? largest : noise.next(below: 255) - 127)
            }
        }
        let activations = (0..<rows * inputs).map { index in
            extreme ? (index % 3 == 0 ? -127 : 127) : noise.next(below: 255) - 127
        }
        var packed = [Int8](repeating: 0, count: padded * depth)
        var offsets = [Int32](repeating: 0, count: padded)
        hearsay_pack(weights, outputs, depth, depth, 0, depth, &packed, &offsets)
        let scales = noise.floats(padded, 0.01)
        let biases = noise.floats(padded, 1)
        let rowScales = noise.floats(rows, 0.1)
        var values = [UInt8](repeating: 128, count: rows * depth)
        for row in 0..<rows {
            for input in 0..<inputs { values[row * depth + input] = UInt8(activations[row * inputs + input] + 128) }
        }
        let found = expectSameBits("product") { kernel in
            var out = [Float](repeating: 0, count: rows * padded)
            withPointers(packed, offsets, scales, biases) { packed, offsets, scales, biases in
                withPointers(values, rowScales, [0], [0]) { values, rowScales, _, _ in
                    var matrix = hearsay_matrix(
                        weights: packed, offsets: offsets, scales: scales, biases: biases, outputs: Int32(padded),
                        inputs: Int32(depth))
                    let activations = hearsay_rows(
                        values: values, scales: rowScales, count: Int32(rows), stride: Int32(depth))
                    kernel.product(&matrix, activations, &out, padded)
                }
            }
            return out
        }
        for row in 0..<rows {
            for output in 0..<outputs {
                var total = 0
                for input in 0..<inputs {
                    total += activations[row * inputs + input] * Int(weights[output * depth + input])
                }
                let expected = Float(total) * rowScales[row] * scales[output] + biases[output]
                #expect(found[row * padded + output] == expected)
            }
        }
    }

    @Test func quantisingRoundsToNearestAndKeepsTheScale() {
        var noise = Noise(3)
        var rows = noise.floats(3 * 400, 9)
        for index in 400..<800 { rows[index] = 0 }
        let found = expectSameBits("quantise") { kernel in
            var values = [UInt8](repeating: 0, count: 3 * 448)
            var scales = [Float](repeating: 0, count: 3)
            kernel.quantise(rows, 400, 3, 400, &values, 448, &scales)
            return scales + values.map { Float($0) - 128 }
        }
        let values = found[3...]
        #expect(found[1] == 0 && values[3 + 448..<3 + 896].allSatisfy { $0 == 0 })
        for row in [0, 2] {
            for index in 0..<448 {
                let value = values[3 + row * 448 + index]
                let expected = index < 400 ? rows[row * 400 + index] / found[row] : 0
                #expect(abs(value - expected) <= 0.5001)
            }
            #expect(values[(3 + row * 448)..<(3 + row * 448 + 400)].contains { abs($0) == 127 })
        }
    }

    @Test func geluIsCloseToItsDefinition() {
        // x and x/2 (1 + erf(x / sqrt 2)), from a table of the normal distribution.
        let table: [(Float, Float)] = [
            (0, 0), (1, 0.841_344_7), (-1, -0.158_655_25), (2, 1.954_499_7), (-2, -0.045_500_264), (0.5, 0.345_731_23),
            (-3, -0.004_049_694), (4, 3.999_873_3), (-6, -5.9e-9), (30, 30), (-30, 0),
        ]
        var input = table.map(\.0)
        input += [Float](repeating: 0.25, count: 16 - input.count)
        let found = expectSameBits("gelu") { kernel in
            var values = input
            kernel.gelu(&values, 16, 1, 16)
            return values
        }
        for (index, (x, expected)) in table.enumerated() {
            #expect(abs(found[index] - expected) < 3e-6 * max(1, abs(x)))
        }
    }

    @Test func normalisedRowsHaveMeanAndDeviationOfTheWeights() {
        var noise = Noise(5)
        let rows = noise.floats(2 * 96, 4)
        let added = noise.floats(2 * 96, 2)
        let found = expectSameBits("normalise") { kernel in
            var values = rows
            let weight = [Float](repeating: 2, count: 96)
            let bias = [Float](repeating: 1, count: 96)
            kernel.normalise(&values, 96, added, 96, 2, 96, weight, bias)
            return values
        }
        for row in 0..<2 {
            let values = found[row * 96..<row * 96 + 96]
            let mean = values.reduce(0, +) / 96
            let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 96
            #expect(abs(mean - 1) < 1e-4 && abs(variance - 4) < 1e-3)
        }
    }

    /// Windows shorter than a vector, of whole vectors, and of whole tiles.
    @Test(arguments: [1, 2, 15, 16, 17, 64, 65, 130])
    func attentionIsAWeightedMean(count: Int) {
        var noise = Noise(UInt64(count))
        let rows = noise.floats(count * 192, 2)
        let found = expectSameBits("attend") { kernel in
            var scratch = [Float](repeating: .nan, count: hearsay_attention_scratch(count))
            var out = [Float](repeating: 0, count: count * 64)
            kernel.attend(rows, 192, count, 2, &scratch, &out, 64)
            return out
        }
        for query in Set([0, count / 2, count - 1]) {
            for head in 0..<2 {
                let scores = (0..<count).map { key in
                    let products = (head * 32..<head * 32 + 32).map {
                        rows[query * 192 + $0] * rows[key * 192 + 64 + $0]
                    }
                    return Double(products.reduce(0, +)) / 32.0.squareRoot()
                }
                let weights = scores.map { power($0 - scores.max()!) }
                let total = weights.reduce(0, +)
                for d in 0..<32 {
                    let values = (0..<count).map { Double(rows[$0 * 192 + 128 + head * 32 + d]) }
                    let mean = zip(weights, values).map { $0 * $1 }.reduce(0, +) / total
                    #expect(abs(Double(found[query * 64 + head * 32 + d]) - mean) < 1e-4)
                }
            }
        }
    }

    @Test(arguments: [1, 2, 9, 16, 37])
    func exponentialsAreRelativeToTheLargest(count: Int) {
        var noise = Noise(UInt64(count) + 11)
        let values = noise.floats(count, 30)
        let found = expectSameBits("exponentials") { kernel in
            var row = values
            let sum = kernel.exponentials(&row, count)
            return row + [sum]
        }
        let top = values.max()!
        for (index, value) in values.enumerated() {
            let expected = power(Double(value - top))
            #expect(abs(Double(found[index]) - expected) <= 1e-6 * expected + 1e-30)
        }
        #expect(abs(found[count] - found[..<count].reduce(0, +)) <= 1e-5 * found[count])
    }

    @Test func dotsAndEmbeddingsAreSums() {
        var noise = Noise(17)
        let a = noise.floats(64, 1)
        let b = noise.floats(5 * 70, 1)
        let dots = expectSameBits("dots") { kernel in
            var out = [Float](repeating: 0, count: 5)
            kernel.dots(a, b, 70, 5, 64, &out)
            return out
        }
        for row in 0..<5 {
            let expected = (0..<64).map { a[$0] * b[row * 70 + $0] }.reduce(0, +)
            #expect(abs(dots[row] - expected) < 1e-4)
        }
        let weights = (0..<32).map { Int8($0 - 16) }
        let sums = expectSameBits("embed") { kernel in
            var out = [Float](repeating: 0, count: 32)
            kernel.embed(weights, 0.5, a, b, 32, &out)
            return out
        }
        #expect(sums[3] == -13 * 0.5 + a[3] + b[3])
    }
}

/// e to a power, by the series: for checking only.
private func power(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    let small = x / 1024
    for n in 1..<20 {
        term *= small / Double(n)
        sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
}
