public import Reports

/// A person, group, state, organisation or outlet that reports name or speak of.
public struct Actor: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case person, group, organisation, state, outlet, collective, place
    }

    public var id: Identifier
    /// The fullest form found, or the lexicon's.
    public var name: String
    public var kind: Kind
    /// A source that the report does not name. One for each report and wording.
    public var isAnonymous: Bool
    /// The different names, without articles, in order of first use.
    public var names: [String]
    /// In text order.
    public var mentions: [Mention]
    public var roles: [Role]
    public var side: Side?
    public var code: Code?
    /// Actors that may be the same one, where the evidence does not suffice to join them.
    public var possiblySame: [PossibleIdentity]

    public init(
        id: Identifier, name: String, kind: Kind, isAnonymous: Bool = false, names: [String] = [],
        mentions: [Mention] = [], roles: [Role] = [], side: Side? = nil, code: Code? = nil,
        possiblySame: [PossibleIdentity] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.isAnonymous = isAnonymous
        self.names = names
        self.mentions = mentions
        self.roles = roles
        self.side = side
        self.code = code
        self.possiblySame = possiblySame
    }
}

extension Actor {
    /// A phrase that stands for an actor, with all its modifiers and titles.
    public struct Mention: Hashable, Sendable {
        public enum Form: String, Hashable, Sendable {
            case name, nominal, pronoun
        }

        public var at: Evidence
        public var form: Form
        /// Other actors that the phrase may stand for.
        public var alternatives: [Identifier]

        public init(at: Evidence, form: Form, alternatives: [Identifier] = []) {
            self.at = at
            self.form = form
            self.alternatives = alternatives
        }
    }

    /// An office, or a tie to another actor.
    public struct Role: Hashable, Sendable {
        public enum Relation: String, Hashable, Sendable {
            case office
            case speaksFor = "speaks for"
            case leads
            case belongsTo = "belongs to"
            case partOf = "part of"
        }

        public var relation: Relation
        /// The office as the report words it, lower case, with "acting" and without "former".
        public var title: String?
        public var of: Identifier?
        /// ISO dates, where known.
        public var from: String?
        public var to: String?
        public var isActing: Bool
        public var isFormer: Bool
        public var evidence: [Evidence]
        public var basis: Basis

        public init(
            relation: Relation, title: String? = nil, of: Identifier? = nil, from: String? = nil, to: String? = nil,
            isActing: Bool = false, isFormer: Bool = false, evidence: [Evidence], basis: Basis
        ) {
            self.relation = relation
            self.title = title
            self.of = of
            self.from = from
            self.to = to
            self.isActing = isActing
            self.isFormer = isFormer
            self.evidence = evidence
            self.basis = basis
        }
    }

    /// The party that an actor stands with.
    public struct Side: Hashable, Sendable {
        public var actor: Identifier
        public var evidence: [Evidence]
        public var basis: Basis

        public init(actor: Identifier, evidence: [Evidence], basis: Basis) {
            self.actor = actor
            self.evidence = evidence
            self.basis = basis
        }
    }

    /// PLOVER's country and sector, valid at the time of the report.
    public struct Code: Hashable, Sendable {
        /// ISO 3166 alpha-3.
        public var country: String?
        public var sector: String?
        public var basis: Basis

        public init(country: String?, sector: String?, basis: Basis) {
            self.country = country
            self.sector = sector
            self.basis = basis
        }
    }

    public struct PossibleIdentity: Hashable, Sendable {
        public var actor: Identifier
        public var reason: String

        public init(actor: Identifier, reason: String) {
            self.actor = actor
            self.reason = reason
        }
    }
}
