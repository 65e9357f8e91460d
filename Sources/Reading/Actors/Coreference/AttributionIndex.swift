import Language

/// Which attribution's words a token stands in, and whether between quotation marks.
struct AttributionIndex {
    /// For each token the index of the innermost attribution whose content holds it; -1 for none.
    private let innermost: [Int]
    private let isQuoted: [Bool]

    init(_ analysis: Analysis, _ attributions: [Attribution]) {
        var innermost = [Int](repeating: -1, count: analysis.tokens.count)
        var size = [Int](repeating: .max, count: analysis.tokens.count)
        for (index, attribution) in attributions.enumerated() {
            let total = attribution.contents.reduce(0) { $0 + $1.count }
            for content in attribution.contents {
                for token in content where total < size[token] {
                    innermost[token] = index
                    size[token] = total
                }
            }
        }
        self.innermost = innermost
        isQuoted = Self.quoted(analysis)
    }

    func attribution(of token: Int) -> Int? { innermost[token] >= 0 ? innermost[token] : nil }

    func isQuoted(_ token: Int) -> Bool { isQuoted[token] }

    /// Between an opening and a closing quotation mark of one paragraph; a quotation that is never closed ends with it.
    private static func quoted(_ analysis: Analysis) -> [Bool] {
        var out = [Bool](repeating: false, count: analysis.tokens.count)
        for paragraph in analysis.paragraphs {
            var depth = 0
            for index in paragraph.tokens {
                switch analysis.tokens[index].form {
                case "“", "``", "«", "„": depth += 1
                case "”", "''", "»": depth = max(0, depth - 1)
                case "\"": depth = depth > 0 ? 0 : 1
                default: out[index] = depth > 0
                }
            }
        }
        return out
    }
}
