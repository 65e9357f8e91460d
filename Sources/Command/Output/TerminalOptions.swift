import ArgumentParser
import Foundation
import Hearsay

/// How text for people is set.
struct TerminalOptions: ParsableArguments {
    enum Colour: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    @Option(help: ArgumentHelp("Columns; otherwise the terminal's, at most 100.", valueName: "columns"))
    var width: Int?

    @Option(help: "Colour beside the words and signs; NO_COLOR switches it off.")
    var color: Colour = .auto

    func validate() throws {
        if let width, width < 40 { throw ValidationError("--width wants at least 40 columns.") }
    }

    var style: TerminalStyle { TerminalStyle(width: width ?? min(100, Self.columns ?? 100), usesColour: usesColour) }

    private var usesColour: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            isatty(1) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
                && ProcessInfo.processInfo.environment["TERM"] != "dumb"
        }
    }

    /// Columns of the terminal on standard output; nil if it is none.
    private static var columns: Int? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
