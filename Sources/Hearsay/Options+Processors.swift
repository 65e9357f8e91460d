import Foundation

extension Hearsay.Options {
    public static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
