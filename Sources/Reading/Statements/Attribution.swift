import Reports

/// One attribution over the tokens of an analysis, before its source is resolved to an actor.
///
/// The finder gives attributions outer before inner; `parent` is an index into the same list.
struct Attribution: Hashable, Sendable {
    /// Tokens of the source phrase with all its modifiers; nil for a source-less report ("it was reported").
    var source: Range<Int>?
    /// How the source is known where no words stand for it here, such as a floating quotation that inherits its speaker.
    var sourceRule: String?
    /// Index of the attribution whose source this one inherits.
    var inherits: Int?
    var cues: [Range<Int>]
    var contents: [Range<Int>]
    var addressees: [Range<Int>]
    var medium: Medium?
    var parent: Int?
    var kind: Statement.Kind
    var act: Statement.Act
    var polarity: Polarity
    var certainty: Certainty
    var rule: String
    var confidence: Float
    var abstained: String?

    struct Medium: Hashable, Sendable {
        var tokens: Range<Int>
        var kind: Statement.Medium.Kind
    }

    init(
        source: Range<Int>?, sourceRule: String? = nil, inherits: Int? = nil, cues: [Range<Int>],
        contents: [Range<Int>], addressees: [Range<Int>] = [], medium: Medium? = nil, parent: Int? = nil,
        kind: Statement.Kind, act: Statement.Act, polarity: Polarity = .positive, certainty: Certainty = .certain,
        rule: String, confidence: Float = 1, abstained: String? = nil
    ) {
        self.source = source
        self.sourceRule = sourceRule
        self.inherits = inherits
        self.cues = cues
        self.contents = contents
        self.addressees = addressees
        self.medium = medium
        self.parent = parent
        self.kind = kind
        self.act = act
        self.polarity = polarity
        self.certainty = certainty
        self.rule = rule
        self.confidence = confidence
        self.abstained = abstained
    }
}
