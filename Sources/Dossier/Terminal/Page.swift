/// How text is set on a terminal: its width, and whether colour is used beside the words and signs that carry the
/// meaning alone.
public struct TerminalStyle: Hashable, Sendable {
    /// Columns; lines are wrapped to it.
    public var width: Int
    public var usesColour: Bool

    public init(width: Int = 100, usesColour: Bool = false) {
        self.width = max(40, width)
        self.usesColour = usesColour
    }
}

/// Lines of text, wrapped and painted as they are added.
struct Page {
    enum Ink: String {
        case plain = ""
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    let style: TerminalStyle
    private(set) var text = ""

    init(_ style: TerminalStyle) { self.style = style }

    mutating func blank() { text += "\n" }

    /// A line with a label in the margin and text that wraps beneath itself; `id` stands at the end.
    mutating func entry(
        _ label: String = "", margin: Int = 0, ink: Ink = .bold, _ body: String, sign: (String, Ink)? = nil,
        id: String? = nil
    ) {
        var words: [(String, Ink)] = []
        if let sign { words += sign.0.split(separator: " ").map { (String($0), sign.1) } }
        words += Self.words(body).map { ($0, .plain) }
        if let id { words.append(("[" + id + "]", .dim)) }
        let start = max(margin, label.isEmpty ? margin : columns(label) + 1)
        text += paint(label, ink) + spaces(start - columns(label))
        var column = start
        var isFirst = true
        for (word, wordInk) in words {
            let size = columns(word)
            if !isFirst, column + 1 + size > style.width {
                text += "\n" + spaces(margin)
                column = margin
                isFirst = true
            }
            if !isFirst {
                text += " "
                column += 1
            }
            text += paint(word, wordInk)
            column += size
            isFirst = false
        }
        text += "\n"
    }

    /// A title with a command at the right edge, if there is room for it, or with text that wraps beneath itself.
    mutating func heading(_ title: String, _ rest: String = "", command: String = "") {
        guard rest.isEmpty else { return entry(title, margin: min(columns(title) + 2, 12), rest) }
        let gap = style.width - columns(title) - columns(command)
        text += paint(title, .bold)
        if !command.isEmpty, gap > 1 { text += spaces(gap) + paint(command, .dim) }
        text += "\n"
    }

    /// Cells side by side, each wrapped to its column's width.
    mutating func row(_ cells: [String], widths: [Int], indent: Int = 2, ink: Ink = .plain) {
        let wrapped = zip(cells, widths).map { wrap($0, to: $1) }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
            var out = spaces(indent)
            for (index, lines) in wrapped.enumerated() {
                let cell = line < lines.count ? lines[line] : ""
                out += paint(cell, ink)
                if index < wrapped.count - 1 { out += spaces(widths[index] - columns(cell) + 1) }
            }
            while out.utf8.last == UInt8(ascii: " ") { out.removeLast() }
            text += out + "\n"
        }
    }

    func wrap(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in Self.words(text) {
            if !line.isEmpty, columns(line) + 1 + columns(word) > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? word : " " + word
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// Words of a text; white space of any kind parts them, control characters are dropped so that a report cannot
    /// steer the terminal.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                if !word.isEmpty { words.append(String(word)) }
                word = String.UnicodeScalarView()
            } else if scalar.properties.generalCategory != .control, scalar.properties.generalCategory != .format {
                word.append(scalar)
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    private func paint(_ text: String, _ ink: Ink) -> String {
        style.usesColour && ink != .plain && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// Columns that a text takes: combining marks take none, East Asian wide characters two.
    func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: return sum
            default: break
            }
            let isWide =
                (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
                || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
                || (0xFF00...0xFF60).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
            return sum + (isWide ? 2 : 1)
        }
    }
}
