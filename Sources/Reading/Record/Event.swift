public import Reports

/// Who did what to whom, where and when, as one statement tells it.
public struct Event: Hashable, Sendable {
    /// The event types of the PLOVER manual.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case agree = "AGREE"
        case consult = "CONSULT"
        case support = "SUPPORT"
        case concede = "CONCEDE"
        case cooperate = "COOPERATE"
        case aid = "AID"
        case retreat = "RETREAT"
        case request = "REQUEST"
        case accuse = "ACCUSE"
        case reject = "REJECT"
        case threaten = "THREATEN"
        case protest = "PROTEST"
        case sanction = "SANCTION"
        case mobilize = "MOBILIZE"
        case coerce = "COERCE"
        case assault = "ASSAULT"
    }

    /// As the source puts it.
    public enum Reality: String, Hashable, Sendable {
        case actual, negated, future, hypothetical
        /// Before the story that the report tells.
        case historical
    }

    public struct Participant: Hashable, Sendable {
        public var actor: Identifier
        public var at: Evidence

        public init(actor: Identifier, at: Evidence) {
            self.actor = actor
            self.at = at
        }
    }

    /// Another coding that the manual allows.
    public struct Alternative: Hashable, Sendable {
        public var kind: Kind
        public var mode: String?
        public var rule: String

        public init(kind: Kind, mode: String?, rule: String) {
            self.kind = kind
            self.mode = mode
            self.rule = rule
        }
    }

    public var id: Identifier
    public var report: Identifier
    /// The innermost statement that tells of it; its chain is the event's chain.
    public var statement: Identifier
    public var kind: Kind
    public var mode: String?
    public var contexts: [String]
    public var reality: Reality
    /// Of a mutual event all are actors.
    public var actors: [Participant]
    public var recipients: [Participant]
    /// Never the dateline.
    public var place: Identifier?
    /// Never the day of publication for want of better.
    public var time: Identifier?
    public var readings: [Alternative]
    /// The words of the event, without its attribution.
    public var evidence: [Evidence]
    public var basis: Basis
    /// The token that carries the event, in the report's analysis.
    public var trigger: Int

    public init(
        id: Identifier, report: Identifier, statement: Identifier, kind: Kind, mode: String? = nil,
        contexts: [String] = [], reality: Reality, actors: [Participant], recipients: [Participant],
        place: Identifier? = nil, time: Identifier? = nil, readings: [Alternative] = [], evidence: [Evidence],
        basis: Basis, trigger: Int
    ) {
        self.id = id
        self.report = report
        self.statement = statement
        self.kind = kind
        self.mode = mode
        self.contexts = contexts
        self.reality = reality
        self.actors = actors
        self.recipients = recipients
        self.place = place
        self.time = time
        self.readings = readings
        self.evidence = evidence
        self.basis = basis
        self.trigger = trigger
    }
}
