package import Reports

/// One attribution over the tokens of an analysis, before its source is resolved to an actor.
///
/// The finder gives attributions outer before inner; `parent` is an index into the same list.
package struct Attribution: Hashable, Sendable {
    /// Tokens of the source phrase with all its modifiers; nil for a source-less report ("it was reported").
    package var source: Range<Int>?
    /// How the source is known where no words stand for it here, such as a floating quotation that inherits its speaker.
    package var sourceRule: String?
    /// Index of the attribution whose source this one inherits.
    package var inherits: Int?
    package var cues: [Range<Int>]
    package var contents: [Range<Int>]
    package var addressees: [Range<Int>]
    package var medium: Medium?
    package var parent: Int?
    package var kind: Statement.Kind
    package var act: Statement.Act
    package var polarity: Polarity
    package var certainty: Certainty
    package var rule: String
    package var confidence: Float
    package var abstained: String?

    package struct Medium: Hashable, Sendable {
        package var tokens: Range<Int>
        package var kind: Statement.Medium.Kind
    }

    package init(
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
