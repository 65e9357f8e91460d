import Reports

/// Puts the joined ids in the place of those of single reports.
struct Renaming: Sendable {
    let actors: [Identifier: Identifier]
    let places: [Identifier: Identifier]

    func actor(_ id: Identifier) -> Identifier { actors[id] ?? id }

    func place(_ id: Identifier) -> Identifier { places[id] ?? id }

    func renamed(_ reading: Reading) -> Reading {
        var out = reading
        out.actors = reading.actors.map(renamed)
        out.statements = reading.statements.map(renamed)
        out.events = reading.events.map(renamed)
        out.findings = reading.findings.map(renamed)
        out.places = reading.places.map(renamed)
        return out
    }

    func renamed(_ actor: Actor) -> Actor {
        var out = actor
        out.id = self.actor(actor.id)
        for index in out.mentions.indices {
            let others = out.mentions[index].alternatives.map { self.actor($0) }
            out.mentions[index].alternatives = others.filter { $0 != out.id }
        }
        for index in out.roles.indices { out.roles[index].of = out.roles[index].of.map { self.actor($0) } }
        if let side = out.side {
            out.side = Actor.Side(actor: self.actor(side.actor), evidence: side.evidence, basis: side.basis)
            if out.side?.actor == out.id { out.side = nil }
        }
        out.possiblySame = actor.possiblySame.compactMap { other in
            let id = self.actor(other.actor)
            return id == out.id ? nil : Actor.PossibleIdentity(actor: id, reason: other.reason)
        }
        return out
    }

    private func renamed(_ statement: Statement) -> Statement {
        var out = statement
        for index in out.chain.indices { out.chain[index].actor = out.chain[index].actor.map(actor) }
        for index in out.addressees.indices { out.addressees[index].actor = actor(out.addressees[index].actor) }
        if let medium = out.medium { out.medium?.actor = medium.actor.map(actor) }
        return out
    }

    private func renamed(_ event: Event) -> Event {
        var out = event
        for index in out.actors.indices { out.actors[index].actor = actor(out.actors[index].actor) }
        for index in out.recipients.indices { out.recipients[index].actor = actor(out.recipients[index].actor) }
        out.place = event.place.map(place)
        return out
    }

    private func renamed(_ finding: Finding) -> Finding {
        var out = finding
        out.actor = finding.actor.map(actor)
        out.to = finding.to.map(actor)
        out.place = finding.place.map(place)
        out.reasons = finding.reasons.map(renamed)
        out.conditions = finding.conditions.map(renamed)
        out.vetoHolders = finding.vetoHolders.map(renamed)
        return out
    }

    private func renamed(_ detail: Finding.Detail) -> Finding.Detail {
        var out = detail
        out.actor = detail.actor.map(actor)
        return out
    }

    private func renamed(_ place: Place) -> Place {
        var out = place
        out.id = self.place(place.id)
        out.within = place.within.map { self.place($0) }
        return out
    }
}
