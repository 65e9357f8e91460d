/// Universal part of speech.
public enum UPOS: String, Hashable, Sendable, CaseIterable {
    case adj = "ADJ"
    case adp = "ADP"
    case adv = "ADV"
    case aux = "AUX"
    case cconj = "CCONJ"
    case det = "DET"
    case intj = "INTJ"
    case noun = "NOUN"
    case num = "NUM"
    case part = "PART"
    case pron = "PRON"
    case propn = "PROPN"
    case punct = "PUNCT"
    case sconj = "SCONJ"
    case sym = "SYM"
    case verb = "VERB"
    case other = "X"
}

/// A Universal Dependencies relation with its subtype, such as `nsubj:pass`.
public struct Relation: Hashable, Sendable, CustomStringConvertible {
    public let name: String

    public init(_ name: String) { self.name = name }

    public var description: String { name }

    /// The relation without its subtype.
    public var base: Substring {
        let utf8 = name.utf8
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return name[...] }
        return name[..<colon]
    }

    public static let root = Relation("root")
    public static let subject = Relation("nsubj")
    public static let passiveSubject = Relation("nsubj:pass")
    public static let clausalSubject = Relation("csubj")
    public static let object = Relation("obj")
    public static let indirectObject = Relation("iobj")
    public static let oblique = Relation("obl")
    public static let agent = Relation("obl:agent")
    public static let nounModifier = Relation("nmod")
    public static let possessive = Relation("nmod:poss")
    public static let adjective = Relation("amod")
    public static let apposition = Relation("appos")
    public static let flat = Relation("flat")
    public static let compound = Relation("compound")
    public static let particle = Relation("compound:prt")
    public static let determiner = Relation("det")
    public static let number = Relation("nummod")
    public static let caseMarker = Relation("case")
    public static let marker = Relation("mark")
    public static let auxiliary = Relation("aux")
    public static let passiveAuxiliary = Relation("aux:pass")
    public static let copula = Relation("cop")
    public static let adverbModifier = Relation("advmod")
    public static let adverbClause = Relation("advcl")
    public static let relativeClause = Relation("acl:relcl")
    public static let adnominalClause = Relation("acl")
    public static let complement = Relation("ccomp")
    public static let openComplement = Relation("xcomp")
    public static let parataxis = Relation("parataxis")
    public static let conjunct = Relation("conj")
    public static let coordinator = Relation("cc")
    public static let discourse = Relation("discourse")
    public static let punctuation = Relation("punct")
    public static let list = Relation("list")
    public static let unspecified = Relation("dep")
}
