import Reading
import Reports

extension Border {
    func json(_ actor: Actor) -> JSON {
        .object([
            .init("id", .id(actor.id)),
            .init("name", .string(actor.name)),
            .init("kind", .string(actor.kind.rawValue)),
            .init("anonymous", .bool(actor.isAnonymous)),
            .init("names", .array(actor.names.map(JSON.string))),
            .init("mentions", .array(actor.mentions.map(mention))),
            .init("roles", .array(actor.roles.map(role))),
            .init("side", side(actor.side)),
            .init("code", code(actor.code)),
        ])
    }

    private func mention(_ mention: Actor.Mention) -> JSON {
        var fields: [JSON.Field] = [.init("at", ref(mention.at)), .init("form", .string(mention.form.rawValue))]
        if !mention.alternatives.isEmpty { fields.append(.init("alternatives", .ids(mention.alternatives))) }
        return .object(fields)
    }

    private func role(_ role: Actor.Role) -> JSON {
        var fields: [JSON.Field] = [
            .init("relation", .string(role.relation.rawValue)), .init("title", .optional(role.title)),
            .init("of", .id(role.of)),
        ]
        if role.isActing { fields.append(.init("acting", .bool(true))) }
        if role.isFormer { fields.append(.init("former", .bool(true))) }
        fields += [.init("from", .optional(role.from)), .init("to", .optional(role.to))]
        fields.append(.init("evidence", refs(role.evidence)))
        return .object(fields + JSON.basis(role.basis))
    }

    private func side(_ side: Actor.Side?) -> JSON {
        guard let side else { return .null }
        return .object(
            [.init("actor", .id(side.actor)), .init("evidence", refs(side.evidence))] + JSON.basis(side.basis))
    }

    private func code(_ code: Actor.Code?) -> JSON {
        guard let code else { return .null }
        return .object(
            [.init("country", .optional(code.country)), .init("sector", .optional(code.sector))]
                + JSON.basis(code.basis))
    }

    func json(_ statement: Statement) -> JSON {
        var fields: [JSON.Field] = [
            .init("id", .id(statement.id)),
            .init("report", .id(statement.report)),
            .init("parent", .id(statement.parent)),
            .init("kind", .string(statement.kind.rawValue)),
            .init("act", .string(statement.act.rawValue)),
            .init("chain", chain(statement.chain)),
            .init("depth", .int(statement.depth)),
            .init("content", refs(statement.content)),
            .init("addressees", .array(statement.addressees.map(addressee))),
            .init("medium", medium(statement.medium)),
            .init("time", .id(statement.time)),
            .init("polarity", .string(statement.polarity.rawValue)),
            .init("certainty", .string(statement.certainty.rawValue)),
        ]
        if let abstained = statement.abstained { fields.append(.init("abstained", .string(abstained))) }
        fields += [.init("evidence", refs(statement.evidence)), .init("basis", "stated")]
        fields.append(.init("rule", .string(statement.rule)))
        return .object(fields)
    }

    func chain(_ chain: [Link]) -> JSON { .array(chain.map(link)) }

    private func link(_ link: Link) -> JSON {
        .object(
            [
                .init("kind", .string(link.kind.rawValue)), .init("actor", .id(link.actor)),
                .init("mention", link.mention.map(ref) ?? .null), .init("cues", refs(link.cues)),
            ] + JSON.basis(link.basis))
    }

    private func addressee(_ addressee: Statement.Addressee) -> JSON {
        .object([.init("actor", .id(addressee.actor)), .init("evidence", refs([addressee.evidence]))])
    }

    func medium(_ medium: Statement.Medium?) -> JSON {
        guard let medium else { return .null }
        return .object([
            .init("actor", .id(medium.actor)), .init("kind", .string(medium.kind.rawValue)),
            .init("at", ref(medium.at)),
        ])
    }

    func json(_ event: Event, chain: [Link]) -> JSON {
        func participant(_ participant: Event.Participant) -> JSON {
            .object([.init("actor", .id(participant.actor)), .init("at", ref(participant.at))])
        }
        let readings = event.readings.map { reading in
            JSON.object([
                .init("type", .string(reading.kind.rawValue)), .init("mode", .optional(reading.mode)),
                .init("rule", .string(reading.rule)),
            ])
        }
        return .object(
            [
                .init("id", .id(event.id)),
                .init("report", .id(event.report)),
                .init("statement", .id(event.statement)),
                .init("chain", self.chain(chain)),
                .init("type", .string(event.kind.rawValue)),
                .init("mode", .optional(event.mode)),
                .init("contexts", .array(event.contexts.map(JSON.string))),
                .init("reality", .string(event.reality.rawValue)),
                .init("actors", .array(event.actors.map(participant))),
                .init("recipients", .array(event.recipients.map(participant))),
                .init("place", .id(event.place)),
                .init("time", .id(event.time)),
                .init("readings", .array(readings)),
                .init("evidence", refs(event.evidence)),
            ] + JSON.basis(event.basis))
    }

    func json(_ time: TimeExpression) -> JSON {
        .object(
            [
                .init("id", .id(time.id)),
                .init("value", .optional(time.value)),
                .init("earliest", .optional(time.earliest)),
                .init("latest", .optional(time.latest)),
                .init("kind", .string(time.kind.rawValue)),
                .init("direction", .optional(time.direction?.rawValue)),
                .init("role", .string(time.role.rawValue)),
                .init("anchors", .ids(time.anchors)),
                .init("certainty", .string(time.certainty.rawValue)),
                .init("evidence", refs(time.at.map { [$0] } ?? [])),
            ] + JSON.basis(time.basis))
    }

    func json(_ place: Place) -> JSON {
        var fields: [JSON.Field] = [
            .init("id", .id(place.id)), .init("name", .string(place.name)),
            .init("country", .optional(place.country)), .init("level", .string(place.level.rawValue)),
            .init("within", .id(place.within)),
        ]
        if let latitude = place.latitude, let longitude = place.longitude {
            fields += [.init("latitude", .double(latitude)), .init("longitude", .double(longitude))]
        }
        let uses = place.uses.map { use in
            JSON.object(
                [
                    .init("at", ref(use.at)), .init("role", .string(use.role.rawValue)),
                    .init("event", .id(use.event)),
                ] + JSON.basis(use.basis))
        }
        return .object(fields + [.init("uses", .array(uses))])
    }

    func json(_ number: Quantity) -> JSON {
        var fields: [JSON.Field] = [.init("id", .id(number.id)), .init("value", .double(number.value))]
        if let most = number.most { fields.append(.init("most", .double(most))) }
        fields += [.init("unit", .optional(number.unit)), .init("of", .optional(number.of))]
        if number.isApproximate { fields.append(.init("approximate", .bool(true))) }
        return .object(fields + [.init("at", ref(number.at))])
    }
}
