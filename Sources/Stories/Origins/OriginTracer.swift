import Language
import Reading
import Reports

/// Traces every statement to the point where its information entered the reports.
///
/// The origin of a statement is the first source inside the outlet: the one who told it. What an outlet says in its
/// own voice is its own. Words that stand in an earlier report's passage go back to that report's origin. (What an
/// outlet says again after a source of its own told it stays that source's too; the claims see to that, which know
/// what is the same.)
struct OriginTracer: Sendable {
    private(set) var origins: [Origin] = []
    private var indexOfKey: [Key: Int] = [:]
    private var originOfStatement: [Identifier: Int] = [:]
    /// Statements whose words stand in an earlier report, by statement.
    private(set) var copiedFrom: [Identifier: Identifier] = [:]

    private struct Key: Hashable {
        var kind: Link.Kind
        var actor: Identifier?
        /// Nil for a named actor: one speaker is one origin in whatever report.
        var report: Identifier?
    }

    init(_ scene: Scene, passages: [Passage]) {
        let copies = Self.copies(scene, passages)
        for reading in scene.readings {
            for statement in reading.statements {
                let root = Self.root(of: statement, scene)
                if let source = copies[statement.id] { copiedFrom[statement.id] = source }
                add(statement, key: Self.key(of: root), medium: Self.medium(of: statement, scene))
            }
        }
        // Copies take the origin of what they copy; sources before copies, so that a chain of copies ends at its head.
        for copy in copiedFrom.keys.sorted(by: { a, b in isEarlier(a, b, scene) }) {
            var source = copiedFrom[copy]
            var seen: Set<Identifier> = [copy]
            while let here = source, let next = copiedFrom[here], seen.insert(here).inserted { source = next }
            if let source, let index = originOfStatement[source] { move(copy, to: index) }
        }
        for passage in passages {
            for index in origins.indices {
                let places = origins[index].statements.compactMap { scene.statement($0)?.content }.joined()
                if places.contains(where: { at in
                    passage.places.contains { $0.report == at.report && $0.span.overlaps(at.span) }
                }) {
                    origins[index].passages.append(passage.id)
                }
            }
        }
        origins.removeAll { $0.statements.isEmpty }
        originOfStatement = [:]
        for (index, origin) in origins.enumerated() {
            for statement in origin.statements { originOfStatement[statement] = index }
        }
    }

    func origin(of statement: Identifier) -> Origin? { originOfStatement[statement].map { origins[$0] } }

    /// The chain's first source, or the outlet.
    static func root(of statement: Statement, _ scene: Scene) -> (link: Link, report: Identifier) {
        (statement.chain.count > 1 ? statement.chain[1] : statement.chain[0], statement.report)
    }

    private static func key(of root: (link: Link, report: Identifier)) -> Key {
        let isNamed = root.link.kind == .actor
        return Key(kind: root.link.kind, actor: root.link.actor, report: isNamed ? nil : root.report)
    }

    /// The medium of the outermost attribution.
    private static func medium(of statement: Statement, _ scene: Scene) -> Statement.Medium? {
        var current = statement
        while let parent = current.parent.flatMap(scene.statement), parent.depth > 0 { current = parent }
        return current.medium
    }

    private mutating func add(_ statement: Statement, key: Key, medium: Statement.Medium?) {
        if let index = indexOfKey[key] {
            origins[index].statements.append(statement.id)
            if origins[index].medium == nil { origins[index].medium = medium }
            originOfStatement[statement.id] = index
            return
        }
        let id = Identifier(
            .origin, key.kind.rawValue, key.actor?.rawValue ?? "", key.report?.rawValue ?? "")
        indexOfKey[key] = origins.count
        originOfStatement[statement.id] = origins.count
        origins.append(
            Origin(
                id: id, kind: key.kind, actor: key.actor, report: statement.report, medium: medium,
                statements: [statement.id]))
    }

    private mutating func move(_ statement: Identifier, to index: Int) {
        guard let old = originOfStatement[statement], old != index else { return }
        origins[old].statements.removeAll { $0 == statement }
        origins[index].statements.append(statement)
        originOfStatement[statement] = index
    }

    private func isEarlier(_ a: Identifier, _ b: Identifier, _ scene: Scene) -> Bool {
        guard let x = scene.statement(a)?.evidence.first, let y = scene.statement(b)?.evidence.first else {
            return a < b
        }
        return scene.isBefore(x, y)
    }

    /// Statements that stand in a passage of another report, with the statement there that has the same words: one
    /// text has one origin, whomever the later report credits. Where no date tells which is earlier, it is the one that
    /// names a source. Two named sources stay two: they may have said it together.
    private static func copies(_ scene: Scene, _ passages: [Passage]) -> [Identifier: Identifier] {
        var found: [Identifier: Identifier] = [:]
        for passage in passages {
            let told = passage.places.compactMap { innermost(at: passage, in: $0.report, scene) }
            let source =
                told.first { $0.report == passage.earlier } ?? told.first { $0.depth > 0 } ?? told.first
            guard let source else { continue }
            for copy in told where copy.report != source.report && found[copy.id] == nil {
                if isNamed(source, scene), isNamed(copy, scene) { continue }
                found[copy.id] = source.id
            }
        }
        return found
    }

    private static func isNamed(_ statement: Statement, _ scene: Scene) -> Bool {
        let link = root(of: statement, scene).link
        guard link.kind == .actor, let actor = link.actor.flatMap(scene.actor) else { return false }
        return actor.kind == .person || actor.side != nil
    }

    /// The statement with the shortest content that covers most of a passage's place in a report.
    private static func innermost(at passage: Passage, in report: Identifier, _ scene: Scene) -> Statement? {
        guard let place = passage.places.first(where: { $0.report == report }), let reading = scene.reading(report)
        else { return nil }
        func covered(_ statement: Statement) -> Int {
            statement.content.reduce(0) { $0 + ($1.span.intersection(place.span)?.length ?? 0) }
        }
        func length(_ statement: Statement) -> Int { statement.content.reduce(0) { $0 + $1.span.length } }
        return reading.statements.filter { 2 * covered($0) >= place.span.length }
            .min { (length($0), $0.id) < (length($1), $1.id) }
    }
}
