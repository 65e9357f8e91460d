public import Reading
public import Reports

/// The record of one negotiation: slots, each with all values that the reports give.
public struct Talks: Hashable, Sendable {
    public var id: Identifier
    /// In the order of `Slot.allCases`, then by evidence.
    public var items: [TalksItem]

    public init(id: Identifier, items: [TalksItem]) {
        self.id = id
        self.items = items
    }

    public func items(_ slot: Slot) -> [TalksItem] { items.filter { $0.slot == slot } }
}

/// One value of one slot, with the chain through which it is known.
public struct TalksItem: Hashable, Sendable {
    public var id: Identifier
    public var slot: Slot
    public var value: String?
    public var actor: Identifier?
    public var to: [Identifier]
    public var place: Identifier?
    public var time: Identifier?
    public var number: Identifier?
    public var statement: Identifier?
    public var event: Identifier?
    public var claim: Identifier?
    public var chain: [Link]
    public var status: Claim.Status
    public var account: Claim.Account?
    public var aspect: Finding.Aspect?
    public var result: Finding.Result?
    /// For refusals: ids of the demands refused; empty if the report does not say which.
    public var of: [Identifier]
    public var reasons: [Finding.Detail]
    public var conditions: [Finding.Detail]
    public var vetoHolders: [Finding.Detail]
    public var isAssurance: Bool
    public var evidence: [Evidence]
    public var basis: Basis

    public init(
        id: Identifier, slot: Slot, value: String? = nil, actor: Identifier? = nil, to: [Identifier] = [],
        place: Identifier? = nil, time: Identifier? = nil, number: Identifier? = nil, statement: Identifier? = nil,
        event: Identifier? = nil, claim: Identifier? = nil, chain: [Link], status: Claim.Status,
        account: Claim.Account? = nil, aspect: Finding.Aspect? = nil, result: Finding.Result? = nil,
        of: [Identifier] = [], reasons: [Finding.Detail] = [], conditions: [Finding.Detail] = [],
        vetoHolders: [Finding.Detail] = [], isAssurance: Bool = false, evidence: [Evidence], basis: Basis
    ) {
        self.id = id
        self.slot = slot
        self.value = value
        self.actor = actor
        self.to = to
        self.place = place
        self.time = time
        self.number = number
        self.statement = statement
        self.event = event
        self.claim = claim
        self.chain = chain
        self.status = status
        self.account = account
        self.aspect = aspect
        self.result = result
        self.of = of
        self.reasons = reasons
        self.conditions = conditions
        self.vetoHolders = vetoHolders
        self.isAssurance = isAssurance
        self.evidence = evidence
        self.basis = basis
    }
}

/// One issue and where each party stands on it.
public struct Position: Hashable, Sendable {
    public enum Stand: String, Hashable, Sendable {
        case demand
        case redLine = "red line"
        case offer, assurance, refusal, acceptance
        case notReported = "not reported"
    }

    public struct Cell: Hashable, Sendable {
        public var party: Identifier
        public var stands: [Stand]
        /// Ids of items in the talks record.
        public var items: [Identifier]
        public var blockedBy: [Identifier]
        public var unblocks: [Finding.Detail]
        public var deadline: Identifier?
        public var evidence: [Evidence]

        public init(
            party: Identifier, stands: [Stand], items: [Identifier] = [], blockedBy: [Identifier] = [],
            unblocks: [Finding.Detail] = [], deadline: Identifier? = nil, evidence: [Evidence] = []
        ) {
            self.party = party
            self.stands = stands
            self.items = items
            self.blockedBy = blockedBy
            self.unblocks = unblocks
            self.deadline = deadline
            self.evidence = evidence
        }
    }

    public var id: Identifier
    public var talks: Identifier
    public var issue: String
    public var issueEvidence: [Evidence]
    public var cells: [Cell]

    public init(
        id: Identifier, talks: Identifier, issue: String, issueEvidence: [Evidence], cells: [Cell]
    ) {
        self.id = id
        self.talks = talks
        self.issue = issue
        self.issueEvidence = issueEvidence
        self.cells = cells
    }
}
