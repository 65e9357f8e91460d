public import Reports

/// A time expression and the interval that it names.
public struct TimeExpression: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case date, clock, interval, season, duration, set, reference
    }

    public enum Direction: String, Hashable, Sendable {
        case past, present, future
    }

    public enum Role: String, Hashable, Sendable {
        case publication, dateline, statement, event, deadline, condition, history, mentioned
    }

    public var id: Identifier
    /// nil when the user stated it, as the day of publication.
    public var at: Evidence?
    /// EDTF, such as `2022-01-10`, `XXXX-01-12`, `2022-21`, `../2022-01-10`.
    public var value: String?
    /// ISO dates; nil for open.
    public var earliest: String?
    public var latest: String?
    public var kind: Kind
    /// For a reference without a date.
    public var direction: Direction?
    public var role: Role
    /// Times that it was reckoned from.
    public var anchors: [Identifier]
    public var certainty: Certainty
    public var basis: Basis

    public init(
        id: Identifier, at: Evidence?, value: String?, earliest: String?, latest: String?, kind: Kind,
        direction: Direction? = nil, role: Role, anchors: [Identifier] = [], certainty: Certainty = .certain,
        basis: Basis
    ) {
        self.id = id
        self.at = at
        self.value = value
        self.earliest = earliest
        self.latest = latest
        self.kind = kind
        self.direction = direction
        self.role = role
        self.anchors = anchors
        self.certainty = certainty
        self.basis = basis
    }
}

/// A named place, with every use of it.
public struct Place: Hashable, Sendable {
    public enum Level: String, Hashable, Sendable {
        case country, province, city, site, region
    }

    public enum Role: String, Hashable, Sendable {
        case event, dateline
        /// What a demand or a fight is about.
        case scope
        /// Part of a name or an office.
        case attribute
        case origin, destination, mentioned
    }

    public struct Use: Hashable, Sendable {
        public var at: Evidence
        public var role: Role
        public var event: Identifier?
        public var basis: Basis

        public init(at: Evidence, role: Role, event: Identifier? = nil, basis: Basis) {
            self.at = at
            self.role = role
            self.event = event
            self.basis = basis
        }
    }

    public var id: Identifier
    public var name: String
    /// ISO 3166 alpha-3.
    public var country: String?
    public var level: Level
    public var within: Identifier?
    /// WGS 84 degrees.
    public var latitude: Double?
    public var longitude: Double?
    public var uses: [Use]

    public init(
        id: Identifier, name: String, country: String?, level: Level, within: Identifier? = nil,
        latitude: Double? = nil, longitude: Double? = nil, uses: [Use]
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.level = level
        self.within = within
        self.latitude = latitude
        self.longitude = longitude
        self.uses = uses
    }
}

/// A quantity as the report gives it.
public struct Quantity: Hashable, Sendable {
    public var id: Identifier
    public var value: Double
    /// Upper end of a range.
    public var most: Double?
    public var unit: String?
    /// What is counted.
    public var of: String?
    public var isApproximate: Bool
    public var at: Evidence

    public init(
        id: Identifier, value: Double, most: Double? = nil, unit: String? = nil, of: String? = nil,
        isApproximate: Bool = false, at: Evidence
    ) {
        self.id = id
        self.value = value
        self.most = most
        self.unit = unit
        self.of = of
        self.isApproximate = isApproximate
        self.at = at
    }
}
