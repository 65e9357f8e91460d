public import Reading
public import Reports

/// What statements and events of several reports have in common, and where they part.
public struct Claim: Hashable, Sendable {
    public enum Comparison: String, Hashable, Sendable {
        /// One value and all that speaks for or against it.
        case value
        /// The different values of one slot.
        case slot
    }

    /// The first that holds, in this order.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case contested, divergent
        case bothSides = "both sides"
        case recycled, corroborated, single
    }

    /// Whose account a single claim is.
    public enum Account: String, Hashable, Sendable, CaseIterable {
        /// One party tells what the other said, did or means.
        case adversary = "adversary account"
        case selfAttributed = "self-attributed"
        case anonymous
        /// The outlet gives no source.
        case unsourced
    }

    public enum Flag: String, Hashable, Sendable, CaseIterable {
        case sourceLost = "source lost"
        case variesWithinReport = "varies within a report"
        case granularityDiffers = "granularity differs"
        case quotationDiffers = "quotation differs"
        case dateInferred = "date inferred"
        case containsEvaluation = "contains an evaluation"
    }

    public struct Value: Hashable, Sendable {
        public var value: String?
        public var actor: Identifier?
        public var place: Identifier?
        public var time: Identifier?
        public var number: Identifier?

        public init(
            value: String? = nil, actor: Identifier? = nil, place: Identifier? = nil, time: Identifier? = nil,
            number: Identifier? = nil
        ) {
            self.value = value
            self.actor = actor
            self.place = place
            self.time = time
            self.number = number
        }
    }

    public struct Support: Hashable, Sendable {
        public var statement: Identifier?
        public var event: Identifier?
        public var report: Identifier
        public var origin: Identifier
        public var side: Identifier?
        public var stance: Finding.Stance
        /// Index into `values`.
        public var value: Int
        public var evidence: [Evidence]

        public init(
            statement: Identifier?, event: Identifier?, report: Identifier, origin: Identifier, side: Identifier?,
            stance: Finding.Stance, value: Int, evidence: [Evidence]
        ) {
            self.statement = statement
            self.event = event
            self.report = report
            self.origin = origin
            self.side = side
            self.stance = stance
            self.value = value
            self.evidence = evidence
        }
    }

    public var id: Identifier
    public var slot: Slot
    public var compares: Comparison
    public var status: Status
    /// For `single` only.
    public var account: Account?
    public var values: [Value]
    public var supports: [Support]
    public var origins: [Identifier]
    public var sides: [Identifier]
    public var silent: [Identifier]
    public var flags: [Flag]
    public var basis: Basis

    public init(
        id: Identifier, slot: Slot, compares: Comparison, status: Status, account: Account? = nil, values: [Value],
        supports: [Support], origins: [Identifier], sides: [Identifier], silent: [Identifier], flags: [Flag] = [],
        basis: Basis
    ) {
        self.id = id
        self.slot = slot
        self.compares = compares
        self.status = status
        self.account = account
        self.values = values
        self.supports = supports
        self.origins = origins
        self.sides = sides
        self.silent = silent
        self.flags = flags
        self.basis = basis
    }
}
