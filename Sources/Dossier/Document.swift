public import Reading
public import Stories

/// All that was read from a set of reports, and what they tell together: the content of `hearsay/1`.
///
/// Every view is a pure function of it.
public struct Document: Sendable {
    /// What made the document.
    public struct Generator: Hashable, Sendable {
        public var name: String
        public var version: String
        /// Name and version of the reader.
        public var rules: String?
        /// Fingerprint of the lexicon tables.
        public var lexicons: String?

        public init(name: String, version: String, rules: String?, lexicons: String?) {
            self.name = name
            self.version = version
            self.rules = rules
            self.lexicons = lexicons
        }
    }

    public var generator: Generator
    public var record: Record
    public var stories: [Story]

    public init(generator: Generator, record: Record, stories: [Story]) {
        self.generator = generator
        self.record = record
        self.stories = stories
    }
}
