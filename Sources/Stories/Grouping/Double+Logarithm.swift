extension Double {
    /// Natural logarithm for values of one and more, by its series after taking out powers of two: the C library's
    /// may differ in the last bit from machine to machine.
    var logarithm: Double {
        var power = 0.0
        var rest = self
        while rest > 1.5 {
            rest /= 2
            power += 1
        }
        let z = (rest - 1) / (rest + 1)
        let square = z * z
        var term = z
        var sum = 0.0
        for odd in stride(from: 1.0, through: 31.0, by: 2.0) {
            sum += term / odd
            term *= square
        }
        return 2 * sum + power * 0.693_147_180_559_945_3
    }
}
