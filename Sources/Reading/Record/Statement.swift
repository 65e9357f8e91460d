public import Reports

/// One link of a chain: through whom a piece of information passed.
public struct Link: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// The report's own voice; always the first link.
        case outlet
        case actor
        /// A source without a name.
        case unnamed
        /// Other reports that are not named.
        case reports
    }

    public var kind: Kind
    /// nil where the outlet is unknown, or the source cannot be told apart. Never nil for `.actor`.
    public var actor: Identifier?
    /// The words for the source here; nil for a silent outlet.
    public var mention: Evidence?
    /// The words that attribute; none for the outlet.
    public var cues: [Evidence]
    public var basis: Basis

    public init(kind: Kind, actor: Identifier?, mention: Evidence?, cues: [Evidence], basis: Basis = .stated) {
        self.kind = kind
        self.actor = actor
        self.mention = mention
        self.cues = cues
        self.basis = basis
    }
}

/// One attribution: who said what, by which words, to whom, through what.
public struct Statement: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// The outlet's own voice.
        case narration
        case direct, indirect, mixed
    }

    public enum Act: String, Hashable, Sendable, CaseIterable {
        case say, tell, claim, confirm, deny, admit, reject, refuse, demand, request, offer, assure, promise, accept
        case accuse, threaten, warn, believe, hope, fear, announce, ask, urge, blame, apologise, other
    }

    public struct Addressee: Hashable, Sendable {
        public var actor: Identifier
        public var evidence: Evidence

        public init(actor: Identifier, evidence: Evidence) {
            self.actor = actor
            self.evidence = evidence
        }
    }

    public struct Medium: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case broadcaster, newspaper, video, letter, interview, website, document, other
            case newsAgency = "news agency"
            case socialNetwork = "social network"
            case pressConference = "press conference"
        }

        public var actor: Identifier?
        public var kind: Kind
        public var at: Evidence

        public init(actor: Identifier?, kind: Kind, at: Evidence) {
            self.actor = actor
            self.kind = kind
            self.at = at
        }
    }

    public var id: Identifier
    public var report: Identifier
    /// The statement whose content holds this one.
    public var parent: Identifier?
    public var kind: Kind
    public var act: Act
    /// From the outlet inwards; the last link is the source.
    public var chain: [Link]
    /// What is said; several pieces where the attribution stands in between.
    public var content: [Evidence]
    public var addressees: [Addressee]
    public var medium: Medium?
    public var time: Identifier?
    public var polarity: Polarity
    public var certainty: Certainty
    /// What could not be decided.
    public var abstained: String?
    /// Source, cue and content together.
    public var evidence: [Evidence]
    /// The rule or pattern that made the statement, for `hearsay show`.
    public var rule: String
    /// Calibrated, 0…1.
    public var confidence: Float

    public init(
        id: Identifier, report: Identifier, parent: Identifier?, kind: Kind, act: Act, chain: [Link],
        content: [Evidence], addressees: [Addressee] = [], medium: Medium? = nil, time: Identifier? = nil,
        polarity: Polarity = .positive, certainty: Certainty = .certain, abstained: String? = nil,
        evidence: [Evidence], rule: String, confidence: Float = 1
    ) {
        self.id = id
        self.report = report
        self.parent = parent
        self.kind = kind
        self.act = act
        self.chain = chain
        self.content = content
        self.addressees = addressees
        self.medium = medium
        self.time = time
        self.polarity = polarity
        self.certainty = certainty
        self.abstained = abstained
        self.evidence = evidence
        self.rule = rule
        self.confidence = confidence
    }

    /// Links without the outlet: 0 is the outlet's own voice.
    public var depth: Int { chain.count - 1 }

    public var source: Link { chain[chain.count - 1] }
}

/// Words that look like speech or fact and are neither.
public struct Mark: Hashable, Sendable {
    public enum Label: String, Hashable, Sendable {
        case scareQuotes = "scare quotes"
        case epithet, title
        /// An editor's words inside a quotation.
        case insertion
        /// The outlet's own judgement.
        case evaluation
    }

    public var label: Label
    public var at: Evidence

    public init(label: Label, at: Evidence) {
        self.label = label
        self.at = at
    }
}
