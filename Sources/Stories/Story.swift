public import Reading
public import Reports

/// The reports of one happening, laid beside each other.
public struct Story: Hashable, Sendable {
    public var id: Identifier
    public var reports: [Identifier]
    /// Why these reports belong together.
    public var basis: Basis
    public var passages: [Passage]
    public var origins: [Origin]
    public var claims: [Claim]
    public var talks: [Talks]
    public var positions: [Position]
    public var timeline: [Moment]
    public var notStated: [Silence]
    public var aside: [Aside]

    public init(
        id: Identifier, reports: [Identifier], basis: Basis, passages: [Passage] = [], origins: [Origin] = [],
        claims: [Claim] = [], talks: [Talks] = [], positions: [Position] = [], timeline: [Moment] = [],
        notStated: [Silence] = [], aside: [Aside] = []
    ) {
        self.id = id
        self.reports = reports
        self.basis = basis
        self.passages = passages
        self.origins = origins
        self.claims = claims
        self.talks = talks
        self.positions = positions
        self.timeline = timeline
        self.notStated = notStated
        self.aside = aside
    }
}

/// A stretch of words that reports share.
public struct Passage: Hashable, Sendable {
    public var id: Identifier
    /// Words in common, after folding of case, punctuation and spelling.
    public var words: Int
    /// One place in each report.
    public var places: [Evidence]
    /// The report with the earlier date; earlier is not "copied from".
    public var earlier: Identifier?
    /// Words that differ inside the stretch.
    public var changed: [Evidence]
    /// The whole sentences that hold the stretch.
    public var sentences: [Evidence]

    public init(
        id: Identifier, words: Int, places: [Evidence], earlier: Identifier?, changed: [Evidence] = [],
        sentences: [Evidence] = []
    ) {
        self.id = id
        self.words = words
        self.places = places
        self.earlier = earlier
        self.changed = changed
        self.sentences = sentences
    }
}

/// Where a piece of information entered the reports. A copy adds none.
public struct Origin: Hashable, Sendable {
    public var id: Identifier
    public var kind: Link.Kind
    public var actor: Identifier?
    /// The report in which it first appears.
    public var report: Identifier
    public var medium: Statement.Medium?
    public var statements: [Identifier]
    public var passages: [Identifier]

    public init(
        id: Identifier, kind: Link.Kind, actor: Identifier?, report: Identifier, medium: Statement.Medium? = nil,
        statements: [Identifier], passages: [Identifier] = []
    ) {
        self.id = id
        self.kind = kind
        self.actor = actor
        self.report = report
        self.medium = medium
        self.statements = statements
        self.passages = passages
    }
}

/// One stretch of the story's time.
public struct Moment: Hashable, Sendable {
    public var time: Identifier
    public var what: Identifier?
    public var evidence: [Evidence]

    public init(time: Identifier, what: Identifier?, evidence: [Evidence]) {
        self.time = time
        self.what = what
        self.evidence = evidence
    }
}

/// What a reader would look for and the reports do not say.
public struct Silence: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
        case noEvidence = "no evidence"
        case onlyInferred = "only inferred"
        case abstained
    }

    public var slot: Slot
    public var party: Identifier?
    public var issue: String?
    public var reason: Reason

    public init(slot: Slot, party: Identifier? = nil, issue: String? = nil, reason: Reason) {
        self.slot = slot
        self.party = party
        self.issue = issue
        self.reason = reason
    }
}

/// What the reports tell besides.
public struct Aside: Hashable, Sendable {
    public var events: [Identifier]
    public var evidence: [Evidence]
    public var reason: String

    public init(events: [Identifier], evidence: [Evidence], reason: String) {
        self.events = events
        self.evidence = evidence
        self.reason = reason
    }
}
