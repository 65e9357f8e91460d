/// Which row a name led to, and by which kind of its names.
public struct Entry: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        case state, organisation, group, outlet, person, title, place, cue, talks
    }

    public enum Form: UInt8, Hashable, Sendable {
        case name, alias
        /// Adjective or people of a state.
        case demonym
        /// The capital of a state, which may stand for its government.
        case capital
        /// Another word for a government.
        case metonym
        /// What a person is called after the first mention.
        case short
    }

    public var kind: Kind
    public var form: Form
    /// Index in the lexicon's array of that kind.
    public var row: Int
}

/// Words of a text that are a name of the lexicon.
public struct Match: Hashable, Sendable {
    /// Indices of the words.
    public var words: Range<Int>
    public var entry: Entry
}

/// The kinds of entries that a caller wants.
public struct EntryKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    init(_ kind: Entry.Kind) { rawValue = 1 << UInt16(kind.rawValue) }

    public static let state = EntryKinds(.state)
    public static let organisation = EntryKinds(.organisation)
    public static let group = EntryKinds(.group)
    public static let outlet = EntryKinds(.outlet)
    public static let person = EntryKinds(.person)
    public static let title = EntryKinds(.title)
    public static let place = EntryKinds(.place)
    public static let cue = EntryKinds(.cue)
    public static let talks = EntryKinds(.talks)
    public static let all = EntryKinds(rawValue: 0x1FF)

    public func contains(_ kind: Entry.Kind) -> Bool { rawValue & (1 << UInt16(kind.rawValue)) != 0 }
}
