internal import Kernels

/// The arithmetic of the network for one instruction set. All kernels give the same bits; they differ in speed.
public struct Kernel: Sendable {
    nonisolated(unsafe) let functions: UnsafePointer<hearsay_kernel>

    public var name: String { String(cString: functions.pointee.name) }

    /// The kernels that this processor can run, best first.
    public static let available: [Kernel] = (0..<hearsay_kernel_count()).compactMap { index in
        guard let functions = hearsay_kernel_at(index), functions.pointee.is_available() else { return nil }
        return Kernel(functions: functions)
    }

    public static var best: Kernel { available[0] }

    /// A kernel by name (`vnni`, `avxvnni`, `avx2`, `sse2`, `neon`, `plain`); nil if this processor cannot run it.
    public static func named(_ name: String) -> Kernel? { available.first { $0.name == name } }
}
