/// A JSON value whose objects keep the order of their fields.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Field])

    public struct Field: Hashable, Sendable {
        public var key: String
        public var value: JSON

        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// A string, or null.
    static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    /// One line without white space, or indented by two spaces; UTF-8 in both.
    public func text(indented: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        write(to: &out, indent: indented ? 0 : nil)
        return out
    }

    private func write(to out: inout [UInt8], indent: Int?) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .int(let value): out += String(value).utf8
        case .double(let value):
            let isWhole = value == value.rounded() && abs(value) < 1e15
            out += (isWhole ? String(Int(value)) : String(value)).utf8
        case .string(let value): Self.write(value, to: &out)
        case .array(let values):
            Self.write(values, "[", "]", to: &out, indent: indent) { value, out, indent in
                value.write(to: &out, indent: indent)
            }
        case .object(let fields):
            Self.write(fields, "{", "}", to: &out, indent: isLeaf ? nil : indent) { field, out, indent in
                Self.write(field.key, to: &out)
                out.append(UInt8(ascii: ":"))
                if indent != nil { out.append(UInt8(ascii: " ")) }
                field.value.write(to: &out, indent: indent)
            }
        }
    }

    /// A flat object stands on one line even in indented text: refs would otherwise take six.
    private var isLeaf: Bool {
        guard case .object(let fields) = self else { return true }
        return fields.allSatisfy { field in
            switch field.value {
            case .array(let values): values.isEmpty
            case .object: false
            default: true
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to out: inout [UInt8], indent: Int?,
        each: (Element, inout [UInt8], Int?) -> Void
    ) {
        out.append(UInt8(ascii: open))
        for (index, element) in elements.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            if let indent { newline(&out, indent + 1) }
            each(element, &out, indent.map { $0 + 1 })
        }
        if let indent, !elements.isEmpty { newline(&out, indent) }
        out.append(UInt8(ascii: close))
    }

    private static func newline(_ out: inout [UInt8], _ indent: Int) {
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    private static func write(_ text: String, to out: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out += "\\\"".utf8
            case UInt8(ascii: "\\"): out += "\\\\".utf8
            case 0x0A: out += "\\n".utf8
            case 0x0D: out += "\\r".utf8
            case 0x09: out += "\\t".utf8
            case 0..<0x20, 0x7F: out += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

extension JSON: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}
