/// Finds what a table's grammar cannot: names that lead nowhere, twins, dates that run backwards, circles.
///
/// Loading throws for a value that cannot be read. Lint reads a lexicon that loaded and lists every fault with its
/// place; the order is that of the tables and their lines.
public struct LexiconLint: Sendable {
    /// One fault, with the line it stands on.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case duplicate
            case periodReversed = "period reversed"
            case periodsOverlap = "periods overlap"
            case unknownCode = "unknown code"
            case unknownName = "unknown name"
            case circle
            case badShape = "bad shape"
        }

        public var kind: Kind
        public var place: TableLine
        public var message: String

        public var description: String { "\(place.file):\(place.line): \(kind.rawValue): \(message)" }
    }

    let lexicon: Lexicon
    private var findings: [Finding] = []

    private init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// All faults of a lexicon.
    public static func findings(in lexicon: Lexicon) -> [Finding] {
        var lint = LexiconLint(lexicon)
        lint.checkStates()
        lint.checkOrganisations()
        lint.checkGroups()
        lint.checkOutlets()
        lint.checkPeople()
        lint.checkTitles()
        lint.checkPlaces()
        lint.checkWords()
        return lint.findings
    }

    mutating func report(_ kind: Finding.Kind, _ table: Lexicon.TableName, _ row: Int, _ message: String) {
        let lines = lexicon.lines[table] ?? []
        let place = row < lines.count ? lines[row] : TableLine(file: table.rawValue + ".tsv", line: 0)
        findings.append(Finding(kind: kind, place: place, message: message))
    }

    /// Reports rows whose keys repeat an earlier row's.
    mutating func checkDuplicates(_ table: Lexicon.TableName, _ keys: [String]) {
        var first: [String: Int] = [:]
        for (row, key) in keys.enumerated() {
            if let earlier = first[key] {
                let line = lexicon.lines[table]?[earlier].line ?? 0
                report(.duplicate, table, row, "\"\(key)\" stands already on line \(line)")
            } else {
                first[key] = row
            }
        }
    }

    mutating func checkPeriod(_ period: Period, _ table: Lexicon.TableName, _ row: Int) {
        if let from = period.from, let to = period.to, from.earliest > to.latest {
            report(.periodReversed, table, row, "ends \(to) before it begins \(from)")
        }
    }

    /// - Parameter required: whether an empty code is a fault.
    mutating func checkCountry(
        _ code: String, _ table: Lexicon.TableName, _ row: Int, nonState: Bool = true, required: Bool = true
    ) {
        if code.isEmpty, !required { return }
        if lexicon.stateOfCode[code] != nil || (nonState && NonState.codes.contains(code)) { return }
        report(.unknownCode, table, row, "\"\(code)\" is no country code")
    }

    /// Reports the rows whose parents lead back to themselves.
    mutating func checkCircles(_ table: Lexicon.TableName, parents: [(name: String, parent: String)]) {
        let parent = Dictionary(parents.map { ($0.name, $0.parent) }) { first, _ in first }
        for (row, start) in parents.enumerated() where !start.parent.isEmpty {
            var here = start.parent
            var steps = 0
            while !here.isEmpty, here != start.name, steps < parents.count {
                here = parent[here] ?? ""
                steps += 1
            }
            if here == start.name { report(.circle, table, row, "\"\(start.name)\" is above itself") }
        }
    }

    static func isCode(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
    }
}
