import Dispatch
public import Dossier
public import Language
public import Lexicon
public import Reading
public import Reports
import Stories
import Synchronization

/// Reads news reports of talks and conflict, and lays what they say beside each other.
///
///     let document = try Hearsay().read(reports)
///     for story in document.stories { print(story.claims.count) }
///
/// Model and lexicon are loaded once and shared read-only; one value serves any number of threads. The same reports
/// give the same document, whatever their order of arrival at the cores.
public struct Hearsay: Sendable {
    /// The version of the program and library.
    public static let version = "0.1.0"

    public struct Options: Hashable, Sendable {
        /// Path of a model file; nil looks in the usual places (see `ModelLocator`).
        public var model: String?
        /// Folders of lexicon tables beside the built-in ones.
        public var lexicons: [String]
        /// Reports read at once.
        public var threads: Int

        public init(model: String? = nil, lexicons: [String] = [], threads: Int = Options.processorCount) {
            self.model = model
            self.lexicons = lexicons
            self.threads = max(1, threads)
        }
    }

    /// One allocation, shared by all copies of the value.
    private final class Parts: Sendable {
        let lexicon: Lexicon
        let reader: Reader
        let analyzer: any Analyzer
        let threads: Int

        init(_ lexicon: Lexicon, _ analyzer: any Analyzer, _ threads: Int) {
            self.lexicon = lexicon
            reader = Reader(lexicon: lexicon)
            self.analyzer = analyzer
            self.threads = threads
        }
    }

    private let parts: Parts

    public var lexicon: Lexicon { parts.lexicon }

    /// Loads model and lexicon.
    ///
    /// - Throws: `ModelError` or `LexiconError`, which name the file and the mend.
    public init(_ options: Options = Options()) throws {
        let path = try ModelLocator(explicit: options.model).locate()
        let lexicon = try Lexicon.load(from: LexiconLocator.folder(), adding: options.lexicons)
        try self.init(
            analyzer: NetworkAnalyzer(ModelFile(path: path)), lexicon: lexicon, threads: options.threads)
    }

    /// Reads with another analyser, such as one that takes CoNLL-U.
    public init(analyzer: any Analyzer, lexicon: Lexicon, threads: Int = Options.processorCount) {
        parts = Parts(lexicon, analyzer, max(1, threads))
    }

    /// Sentences, words, trees, names and the parts of attributions of one report.
    public func analyze(_ report: Report) throws -> Analysis { try parts.analyzer.analyze(report) }

    /// One report, read by itself.
    public func reading(of report: Report) throws -> Reading { parts.reader.read(try analyze(report)) }

    /// All reports, read and compared. A report given twice is read once.
    public func read(_ reports: [Report]) throws -> Document {
        var seen: Set<Identifier> = []
        return compare(try readings(of: reports.filter { seen.insert($0.id).inserted }))
    }

    /// Each report read by itself, in the order given.
    public func readings(of reports: [Report]) throws -> [Reading] {
        let results = Mutex<[Int: Result<Reading, any Error>]>([:])
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(parts.threads, reports.count)) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < reports.count else { return }
                let result = Result { try reading(of: reports[index]) }
                results.withLock { $0[index] = result }
            }
        }
        return try results.withLock { all in try reports.indices.map { try all[$0]!.get() } }
    }

    /// Lays readings beside each other: one id for one actor in all of them, stories, claims.
    public func compare(_ readings: [Reading]) -> Document {
        var record = Record(joining: readings, lexicon: lexicon)
        var groups = StoryGrouper(lexicon).group(record)
        let dated = YearCompletion(record: record, groups: groups).readings { parts.reader.read($0) }
        if let dated {
            record = Record(joining: dated, lexicon: lexicon)
            groups = StoryGrouper(lexicon).group(record)
        }
        return Document(
            generator: generator, record: record, stories: StoryTeller(lexicon).tell(record, groups: groups))
    }

    private var generator: Document.Generator {
        Document.Generator(
            name: "hearsay", version: Self.version, rules: parts.analyzer.name, lexicons: lexicon.fingerprint)
    }
}
