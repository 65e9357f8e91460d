public import Reports

/// A slot of the record of one negotiation.
public enum Slot: String, Hashable, Sendable, CaseIterable {
    case parties, delegations, host, inviter, mediator, venue, place, dates, sessions, agenda, demands, redLines
    case offers, refusals, outcome, nextRound, confirmations
    /// That the talks took place at all.
    case held
    case background, other

    /// `held`, `background` and `other` stand in claims only.
    public var isInTalksRecord: Bool {
        switch self {
        case .held, .background, .other: false
        default: true
        }
    }
}

/// One value that one report gives for one slot of its talks, with the statement through which it is known.
///
/// Findings are the raw material of a talks record: `Stories` lays those of several reports beside each other.
public struct Finding: Hashable, Sendable {
    public enum Aspect: String, Hashable, Sendable {
        case topic, purpose
    }

    public enum Result: String, Hashable, Sendable {
        case none, agreement, partial, ceasefire, adjourned, continuing, unknown
    }

    public enum Stance: String, Hashable, Sendable {
        case asserts, presupposes, denies, disputes
        case doesNotConfirm = "does not confirm"
    }

    /// Words with what tells of them.
    public struct Detail: Hashable, Sendable {
        public var value: String
        public var actor: Identifier?
        public var statement: Identifier?
        public var evidence: [Evidence]

        public init(value: String, actor: Identifier? = nil, statement: Identifier? = nil, evidence: [Evidence]) {
            self.value = value
            self.actor = actor
            self.statement = statement
            self.evidence = evidence
        }
    }

    public var slot: Slot
    /// The words, or a number; nil if an id says it.
    public var value: String?
    /// Who holds, demands, refuses, confirms, mediates, hosts.
    public var actor: Identifier?
    public var to: [Identifier]
    public var place: Identifier?
    public var time: Identifier?
    public var number: Identifier?
    public var statement: Identifier
    public var event: Identifier?
    public var stance: Stance
    public var aspect: Aspect?
    public var result: Result?
    /// For refusals: reasons, conditions, and who holds the veto.
    public var reasons: [Detail]
    public var conditions: [Detail]
    public var vetoHolders: [Detail]
    /// Demands: `red line` is a slot of its own; an assurance is an offer with this set.
    public var isAssurance: Bool
    public var evidence: [Evidence]
    public var basis: Basis

    public init(
        slot: Slot, value: String? = nil, actor: Identifier? = nil, to: [Identifier] = [], place: Identifier? = nil,
        time: Identifier? = nil, number: Identifier? = nil, statement: Identifier, event: Identifier? = nil,
        stance: Stance = .asserts, aspect: Aspect? = nil, result: Result? = nil, reasons: [Detail] = [],
        conditions: [Detail] = [], vetoHolders: [Detail] = [], isAssurance: Bool = false, evidence: [Evidence],
        basis: Basis
    ) {
        self.slot = slot
        self.value = value
        self.actor = actor
        self.to = to
        self.place = place
        self.time = time
        self.number = number
        self.statement = statement
        self.event = event
        self.stance = stance
        self.aspect = aspect
        self.result = result
        self.reasons = reasons
        self.conditions = conditions
        self.vetoHolders = vetoHolders
        self.isAssurance = isAssurance
        self.evidence = evidence
        self.basis = basis
    }
}
