import Reports

extension Lexicon {
    /// Loads the tables of a folder and adds further ones to them.
    ///
    /// - Parameters:
    ///   - folder: holds the tables. A table that is not there is empty.
    ///   - additions: folders of tables, or single tables. Their rows come after the built-in ones; of two rows for one
    ///     cue, title or talks term, or one state, the added one holds; people and groups gain roles.
    /// - Throws: `LexiconError` for the first fault.
    public static func load(from folder: String, adding additions: [String] = []) throws(LexiconError) -> Lexicon {
        var lexicon = Lexicon()
        lexicon.hasAdditions = !additions.isEmpty
        var digest = StableHash()
        guard FileReading.isFolder(folder) else { throw .notFound(tried: [folder]) }
        var sources: [String] = []
        for path in [folder] + additions {
            guard FileReading.isFolder(path) else {
                sources.append(path)
                continue
            }
            guard let names = FileReading.names(in: path) else { throw .unreadable(path: path) }
            for name in names where name.hasSuffix(".tsv") && tableName(name) != nil {
                sources.append(path + "/" + name)
            }
        }
        for path in sources {
            guard let name = tableName(path) else { throw .unknownTable(path: path) }
            guard let bytes = FileReading.bytes(of: path) else { throw .unreadable(path: path) }
            digest.combine(name.rawValue)
            digest.combine(byte: 0)
            for byte in bytes { digest.combine(byte: byte) }
            try lexicon.add(Table(file: path, bytes: bytes), as: name)
        }
        lexicon.fingerprint = hexadecimal(digest.value)
        lexicon.index()
        return lexicon
    }

    /// The table that a file of this name holds: "people.tsv", "people-sahel.tsv".
    static func tableName(_ path: String) -> TableName? {
        let base = path.split(separator: "/").last ?? ""
        guard base.hasSuffix(".tsv") else { return nil }
        let stem = base.dropLast(4)
        return TableName.allCases.first { stem == $0.rawValue || stem.hasPrefix($0.rawValue + "-") }
    }

    mutating func add(_ table: Table, as name: TableName) throws(LexiconError) {
        let here = table.rows.map { TableLine(file: table.file, line: $0.line) }
        switch name {
        case .states: states += try State.read(table)
        case .organisations: organisations += try Organisation.read(table)
        case .outlets: outlets += try Outlet.read(table)
        case .titles: titles += try Title.read(table)
        case .places: places += try Place.read(table)
        case .cues: cues += try Cue.read(table)
        case .events: eventPatterns += try EventPattern.read(table)
        case .talks: talksTerms += try TalksTerm.read(table)
        case .words: commonWords += try CommonWord.read(table)
        case .groups: return try addGroups(GroupRow.read(table), here)
        case .people: return try addPeople(PersonRow.read(table), here)
        }
        lines[name, default: []] += here
    }

    private mutating func addGroups(_ rows: [GroupRow], _ here: [TableLine]) {
        var known: [NameInCountry: Int] = [:]
        known.reserveCapacity(groups.count + rows.count)
        for (index, group) in groups.enumerated() {
            known[NameInCountry(name: group.name, country: group.country)] = index
        }
        for (row, line) in zip(rows, here) {
            let group = row.group
            let key = NameInCountry(name: group.name, country: group.country)
            guard let index = known[key] else {
                known[key] = groups.count
                groups.append(group)
                lines[.groups, default: []].append(line)
                continue
            }
            groups[index].standings += group.standings
            groups[index].aliases += group.aliases
            if !group.parent.isEmpty { groups[index].parent = group.parent }
            if !group.origin.isEmpty { groups[index].origin = group.origin }
            if groups[index].note.isEmpty { groups[index].note = group.note }
        }
    }

    private mutating func addPeople(_ rows: [PersonRow], _ here: [TableLine]) {
        var known: [NameInCountry: Int] = [:]
        known.reserveCapacity(people.count + rows.count)
        for (index, person) in people.enumerated() {
            known[NameInCountry(name: person.name, country: person.country)] = index
        }
        for (row, line) in zip(rows, here) {
            let person = row.person
            let key = NameInCountry(name: person.name, country: person.country)
            guard let index = known[key] else {
                known[key] = people.count
                people.append(person)
                lines[.people, default: []].append(line)
                continue
            }
            people[index].roles += person.roles
            people[index].aliases += person.aliases
            if people[index].note.isEmpty { people[index].note = person.note }
        }
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// What makes rows of a table one person or group.
private struct NameInCountry: Hashable {
    var name: String
    var country: String
}
