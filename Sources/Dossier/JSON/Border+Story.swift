import Reading
import Reports
import Stories

extension Border {
    func json(_ story: Story, chains: [Identifier: [Link]]) -> JSON {
        .object(
            [.init("id", .id(story.id)), .init("reports", .ids(story.reports))] + JSON.basis(story.basis) + [
                .init("passages", .array(story.passages.map(passage))),
                .init("origins", .array(story.origins.map(origin))),
                .init("claims", .array(story.claims.map { claim($0, talks: story.talks) })),
                .init("talks", .array(story.talks.map { talks($0, chains: chains) })),
                .init("positions", .array(story.positions.map(position))),
                .init("timeline", .array(story.timeline.map(moment))),
                .init("notStated", .array(story.notStated.map(silence))),
                .init("aside", .array(story.aside.map(aside))),
            ])
    }

    private func passage(_ passage: Passage) -> JSON {
        .object(
            [
                .init("id", .id(passage.id)), .init("words", .int(passage.words)),
                .init("places", refs(passage.places)), .init("earlier", .id(passage.earlier)),
                .init("changed", .bool(!passage.changed.isEmpty)), .init("sentences", refs(passage.sentences)),
            ] + JSON.basis(.inferred(rule: "shared-words")))
    }

    private func origin(_ origin: Origin) -> JSON {
        .object([
            .init("id", .id(origin.id)), .init("kind", .string(origin.kind.rawValue)),
            .init("actor", .id(origin.actor)), .init("report", .id(origin.report)),
            .init("medium", medium(origin.medium)), .init("statements", .ids(origin.statements)),
            .init("passages", .ids(origin.passages)),
        ])
    }

    private func claim(_ claim: Claim, talks: [Talks]) -> JSON {
        let home = talks.first { $0.items.contains { $0.claim == claim.id } }
        let values = claim.values.map { value in
            JSON.object(
                [.init("value", .optional(value.value))]
                    + optionals([
                        ("actor", value.actor), ("place", value.place), ("time", value.time), ("number", value.number),
                    ]))
        }
        let supports = claim.supports.map { support in
            JSON.object([
                .init("statement", .id(support.statement)), .init("event", .id(support.event)),
                .init("report", .id(support.report)), .init("origin", .id(support.origin)),
                .init("side", .id(support.side)), .init("stance", .string(support.stance.rawValue)),
                .init("value", .int(support.value)), .init("evidence", refs(support.evidence)),
            ])
        }
        return .object(
            [
                .init("id", .id(claim.id)), .init("slot", .string(claim.slot.rawValue)), .init("talks", .id(home?.id)),
                .init("compares", .string(claim.compares.rawValue)), .init("status", .string(claim.status.rawValue)),
                .init("account", .optional(claim.account?.rawValue)), .init("values", .array(values)),
                .init("supports", .array(supports)), .init("origins", .ids(claim.origins)),
                .init("sides", .ids(claim.sides)), .init("silent", .ids(claim.silent)),
                .init("flags", .array(claim.flags.map { .string($0.rawValue) })),
            ] + JSON.basis(claim.basis))
    }

    private func optionals(_ fields: [(String, Identifier?)]) -> [JSON.Field] {
        fields.compactMap { key, id in id.map { JSON.Field(key, .id($0)) } }
    }

    private func talks(_ talks: Talks, chains: [Identifier: [Link]]) -> JSON {
        let slots = Slot.allCases.filter(\.isInTalksRecord).map { slot in
            JSON.Field(slot.rawValue, .array(talks.items(slot).map { item($0, chains: chains) }))
        }
        return .object([.init("id", .id(talks.id))] + slots)
    }

    private func item(_ item: TalksItem, chains: [Identifier: [Link]]) -> JSON {
        var fields: [JSON.Field] = [.init("id", .id(item.id)), .init("value", .optional(item.value))]
        fields += optionals([
            ("actor", item.actor), ("to", item.to.first), ("place", item.place), ("time", item.time),
            ("number", item.number), ("statement", item.statement), ("event", item.event), ("claim", item.claim),
        ])
        fields += [
            .init("chain", chain(item.chain)), .init("status", .string(item.status.rawValue)),
            .init("account", .optional(item.account?.rawValue)),
        ]
        if let aspect = item.aspect { fields.append(.init("aspect", .string(aspect.rawValue))) }
        if let result = item.result { fields.append(.init("result", .string(result.rawValue))) }
        if item.slot == .refusals {
            let vetoHolders = item.vetoHolders.map { holder in
                JSON.object([
                    .init("actor", .id(holder.actor)), .init("statement", .id(holder.statement)),
                    .init("chain", chain(holder.statement.flatMap { chains[$0] } ?? item.chain)),
                    .init("evidence", refs(holder.evidence)),
                ])
            }
            fields += [
                .init("of", .ids(item.of)), .init("reason", .array(item.reasons.map(detail))),
                .init("condition", .array(item.conditions.map(detail))), .init("vetoHolder", .array(vetoHolders)),
            ]
        }
        return .object(fields + [.init("evidence", refs(item.evidence))] + JSON.basis(item.basis))
    }

    private func detail(_ detail: Finding.Detail) -> JSON {
        .object([
            .init("value", .string(detail.value)), .init("evidence", refs(detail.evidence)),
            .init("statement", .id(detail.statement)),
        ])
    }

    private func position(_ position: Position) -> JSON {
        let cells = position.cells.map { cell in
            JSON.object([
                .init("party", .id(cell.party)), .init("stands", .array(cell.stands.map { .string($0.rawValue) })),
                .init("items", .ids(cell.items)), .init("blockedBy", .ids(cell.blockedBy)),
                .init("unblocks", .array(cell.unblocks.map(detail))), .init("deadline", .id(cell.deadline)),
                .init("evidence", refs(cell.evidence)),
            ])
        }
        return .object([
            .init("id", .id(position.id)), .init("talks", .id(position.talks)),
            .init(
                "issue",
                .object([
                    .init("label", .string(position.issue)), .init("evidence", refs(position.issueEvidence)),
                ])),
            .init("cells", .array(cells)),
        ])
    }

    private func moment(_ moment: Moment) -> JSON {
        .object([
            .init("time", .id(moment.time)), .init("what", .id(moment.what)),
            .init("evidence", refs(moment.evidence)),
        ])
    }

    private func silence(_ silence: Silence) -> JSON {
        .object([
            .init("slot", .string(silence.slot.rawValue)), .init("party", .id(silence.party)),
            .init("issue", .optional(silence.issue)), .init("reason", .string(silence.reason.rawValue)),
        ])
    }

    private func aside(_ aside: Aside) -> JSON {
        .object([
            .init("events", .ids(aside.events)), .init("evidence", refs(aside.evidence)),
            .init("reason", .string(aside.reason)),
        ])
    }
}
