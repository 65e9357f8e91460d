extension LexiconLint {
    mutating func checkStates() {
        checkDuplicates(.states, lexicon.states.map(\.code))
        checkDuplicates(.states, lexicon.states.map(\.name))
        for (row, state) in lexicon.states.enumerated() {
            if !Self.isCode(state.code) {
                report(.unknownCode, .states, row, "\"\(state.code)\" is not three capitals")
            }
            checkCountry(state.of, .states, row, nonState: false, required: false)
            if state.kind == .state, !state.of.isEmpty {
                report(.badShape, .states, row, "a state belongs to no other; name its kind")
            }
        }
        checkCircles(.states, parents: lexicon.states.map { ($0.code, $0.of) })
    }

    mutating func checkOrganisations() {
        let organisations = lexicon.organisations
        checkDuplicates(.organisations, organisations.map { $0.country + " " + $0.name })
        let names = Set(organisations.map(\.name) + lexicon.groups.map(\.name))
        for (row, organisation) in organisations.enumerated() {
            checkCountry(organisation.country, .organisations, row)
            checkPeriod(organisation.period, .organisations, row)
            if !organisation.parent.isEmpty, !names.contains(organisation.parent) {
                report(.unknownName, .organisations, row, "the parent \"\(organisation.parent)\" is in no table")
            }
            checkAliases(organisation.name, organisation.aliases, .organisations, row)
        }
        checkCircles(.organisations, parents: organisations.map { ($0.name, $0.parent) })
    }

    mutating func checkGroups() {
        let groups = lexicon.groups
        let names = Set(groups.map(\.name))
        for (row, group) in groups.enumerated() {
            checkCountry(group.country, .groups, row)
            checkAliases(group.name, group.aliases, .groups, row)
            for (role, name) in [("parent", group.parent), ("origin", group.origin)] {
                if !name.isEmpty, !names.contains(name) {
                    report(.unknownName, .groups, row, "the \(role) \"\(name)\" is no group")
                }
            }
            for (index, standing) in group.standings.enumerated() {
                checkPeriod(standing.period, .groups, row)
                if !standing.side.isEmpty, !names.contains(standing.side), lexicon.stateOfCode[standing.side] == nil {
                    report(.unknownName, .groups, row, "the side \"\(standing.side)\" is neither group nor state")
                }
                if index > 0, overlaps(group.standings[index - 1].period, standing.period) {
                    report(.periodsOverlap, .groups, row, "\"\(group.name)\" has two standings at a time")
                }
            }
        }
        checkCircles(.groups, parents: groups.map { ($0.name, $0.parent) })
        checkCircles(.groups, parents: groups.map { ($0.name, $0.origin) })
        checkCircles(.groups, parents: groups.map { ($0.name, $0.standing()?.side ?? "") })
    }

    /// Whether the first period surely runs into the second; one day of handing over is none.
    private func overlaps(_ first: Period, _ second: Period) -> Bool {
        guard let end = first.to, let start = second.from else { return true }
        return end.earliest > start.earliest
    }

    mutating func checkOutlets() {
        checkDuplicates(.outlets, lexicon.outlets.map(\.name))
        checkDuplicates(.outlets, lexicon.outlets.enumerated().map { $1.domain.isEmpty ? "row \($0)" : $1.domain })
        for (row, outlet) in lexicon.outlets.enumerated() {
            checkCountry(outlet.country, .outlets, row, required: false)
            checkAliases(outlet.name, outlet.aliases, .outlets, row)
            if !outlet.owner.isEmpty, !isKnownBody(outlet.owner) {
                report(.unknownName, .outlets, row, "the owner \"\(outlet.owner)\" is in no table")
            }
        }
    }

    mutating func checkPeople() {
        for (row, person) in lexicon.people.enumerated() {
            checkCountry(person.country, .people, row, nonState: false)
            checkAliases(person.name, person.aliases, .people, row)
            if person.roles.isEmpty { report(.badShape, .people, row, "\"\(person.name)\" has no role") }
            for role in person.roles {
                checkPeriod(role.period, .people, row)
                if !role.of.isEmpty, !isKnownBody(role.of) {
                    report(.unknownName, .people, row, "\"\(role.of)\" is in no table")
                }
            }
            let roles = person.roles.map { "\($0.title)|\($0.of)|\($0.period.from?.description ?? "")" }
            if Set(roles).count < roles.count {
                report(.duplicate, .people, row, "\"\(person.name)\" has the same role twice")
            }
        }
    }

    /// Aliases that say nothing new.
    private mutating func checkAliases(
        _ name: String, _ aliases: [String], _ table: Lexicon.TableName, _ row: Int
    ) {
        var seen: Set<String> = [name]
        for alias in aliases where !seen.insert(alias).inserted {
            report(.duplicate, table, row, "\"\(alias)\" is given twice")
        }
    }

    private func isKnownBody(_ name: String) -> Bool {
        lexicon.stateOfCode[name] != nil
            || lexicon.entries(named: name, kinds: [.state, .organisation, .group, .outlet, .place]).contains {
                $0.form == .name
            }
    }
}
