/// One news text, with what is known of it before it is read for content.
///
/// Regions are labelled, never cut: every offset counts in `text` as it came in (after decoding).
public struct Report: Hashable, Sendable {
    public var id: Identifier
    public var source: Source
    /// The text that all offsets count in. Native UTF-8; a byte-order mark is not part of it.
    public var text: String
    /// BCP 47.
    public var language: String
    public var headline: Span?
    public var dateline: Dateline?
    public var date: DateStamp?
    public var publisher: Publisher?
    public var credits: [Credit]
    /// In text order, without overlap. What no region covers is white space.
    public var regions: [Region]

    public init(
        id: Identifier, source: Source, text: String, language: String = "en", headline: Span? = nil,
        dateline: Dateline? = nil, date: DateStamp? = nil, publisher: Publisher? = nil, credits: [Credit] = [],
        regions: [Region] = []
    ) {
        self.id = id
        self.source = source
        self.text = text
        self.language = language
        self.headline = headline
        self.dateline = dateline
        self.date = date
        self.publisher = publisher
        self.credits = credits
        self.regions = regions
    }
}

extension Report {
    /// Where the bytes came from.
    public struct Source: Hashable, Codable, Sendable {
        /// Base name of the file.
        public var name: String
        /// Of the raw bytes, lower-case hexadecimal.
        public var sha256: String
        public var mediaType: String
        public var url: String?

        public init(name: String, sha256: String, mediaType: String = "text/plain", url: String? = nil) {
            self.name = name
            self.sha256 = sha256
            self.mediaType = mediaType
            self.url = url
        }
    }

    /// `NAIROBI, March 4:`, read into its parts. A dateline says where the report was filed, not where anything happened.
    public struct Dateline: Hashable, Sendable {
        public var span: Span
        public var place: Span?
        public var date: Span?

        public init(span: Span, place: Span?, date: Span?) {
            self.span = span
            self.place = place
            self.date = date
        }
    }

    /// The day of publication. Month and day may be known without a year.
    public struct DateStamp: Hashable, Sendable {
        public var year: Int?
        public var month: Int
        public var day: Int
        /// nil when the user stated it.
        public var at: Span?
        public var basis: Basis

        public init(year: Int?, month: Int, day: Int, at: Span?, basis: Basis) {
            self.year = year
            self.month = month
            self.day = day
            self.at = at
            self.basis = basis
        }
    }

    /// The outlet, with the words that name it (none when the user stated it).
    public struct Publisher: Hashable, Sendable {
        public var name: String
        public var evidence: [Span]
        public var basis: Basis

        public init(name: String, evidence: [Span], basis: Basis) {
            self.name = name
            self.evidence = evidence
            self.basis = basis
        }
    }

    /// Where the text came from, as the report says.
    public struct Credit: Hashable, Sendable {
        public enum Kind: String, Hashable, Codable, Sendable {
            case syndication, agency, byline, photo, editor
        }

        public var kind: Kind
        /// The words that name who is credited.
        public var name: Span
        public var at: Span

        public init(kind: Kind, name: Span, at: Span) {
            self.kind = kind
            self.name = name
            self.at = at
        }
    }
}

/// A labelled part of a report.
public struct Region: Hashable, Sendable {
    public enum Label: String, Hashable, Codable, Sendable, CaseIterable {
        case headline, subheading, dateline, metadata, byline, body, caption, credit, furniture
        case quoteBlock = "quote block"

        /// Whether the region is read for statements and events.
        public var isRead: Bool {
            switch self {
            case .headline, .subheading, .body, .caption, .quoteBlock: true
            case .dateline, .metadata, .byline, .credit, .furniture: false
            }
        }
    }

    public var label: Label
    /// One paragraph, heading or line; without surrounding white space.
    public var span: Span

    public init(_ label: Label, _ span: Span) {
        self.label = label
        self.span = span
    }
}
