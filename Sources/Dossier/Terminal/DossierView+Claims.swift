import Reading
import Reports
import Stories

extension DossierView {
    func claims(_ story: Story, _ page: inout Page) {
        let shown = story.claims.filter {
            $0.slot.isShownAlone && (showsAll || $0.slot != .other || $0.status != .single)
        }
        let order = Claim.Status.allCases
        let sorted = shown.enumerated().sorted { a, b in
            let x = order.firstIndex(of: a.element.status) ?? 0
            let y = order.firstIndex(of: b.element.status) ?? 0
            return x == y ? a.offset < b.offset : x < y
        }
        for (_, claim) in sorted {
            page.entry(
                claim.slot.title, margin: Self.margin, body(claim), sign: Self.sign(claim), id: claim.id.rawValue)
        }
    }

    /// A sign and a word; the colour only repeats them.
    static func sign(_ claim: Claim) -> (String, Page.Ink) {
        switch claim.status {
        case .contested: ("✗ CONTESTED", .red)
        case .divergent: ("~ divergent", .yellow)
        case .bothSides: ("● both sides", .green)
        case .corroborated: ("● \(claim.origins.count) origins", .green)
        case .recycled: ("⚠ 1 origin" + (claim.flags.contains(.sourceLost) ? ", source lost" : ""), .yellow)
        case .single: ("○ " + (claim.account?.rawValue ?? "single"), .cyan)
        }
    }

    private func body(_ claim: Claim) -> String {
        let parts = claim.values.enumerated().map { index, value in
            let supports = claim.supports.filter { $0.value == index }
            var seen: Set<String> = []
            let sources = supports.map(source).filter { seen.insert($0).inserted }
            return text(of: value, claim: claim) + " (" + sources.joined(separator: "; ") + ")"
        }
        var body = parts.joined(separator: " | ")
        if !claim.silent.isEmpty, claim.status != .single, claim.slot.isTold {
            body += " · silent: " + claim.silent.map(names.actor).joined(separator: ", ")
        }
        return body
    }

    private func source(_ support: Claim.Support) -> String {
        let stance = support.stance == .asserts ? "" : " " + support.stance.rawValue
        guard let statement = support.statement.flatMap(names.statement) else {
            return names.report(support.report) + stance
        }
        return names.chain(statement.chain, in: support.report) + stance
    }

    private func text(of value: Claim.Value, claim: Claim) -> String {
        var parts: [String] = []
        if let actor = value.actor { parts.append(names.actor(actor)) }
        if let place = value.place { parts.append(names.place(place)) }
        if let time = value.time { parts.append(names.date(time)) }
        if let words = value.value, !parts.contains(words) {
            parts.append(words.unicodeScalars.count > 90 ? names.words(claim.supports[0].evidence) : words)
        }
        return parts.isEmpty ? names.words(claim.supports.first?.evidence ?? []) : parts.joined(separator: ": ")
    }
}

extension Slot {
    /// Demands, red lines, offers and refusals stand on the positions board instead.
    var isShownAlone: Bool {
        switch self {
        case .demands, .redLines, .offers, .refusals, .background: false
        default: true
        }
    }

    /// Whether a party's silence on it says something: who the parties are, they need not tell.
    var isTold: Bool {
        switch self {
        case .parties, .delegations, .other, .background: false
        default: true
        }
    }

    var title: String {
        switch self {
        case .parties: "PARTIES"
        case .delegations: "DELEGATION"
        case .host: "HOST"
        case .inviter: "INVITED BY"
        case .mediator: "MEDIATOR"
        case .venue: "VENUE"
        case .place: "PLACE"
        case .dates: "DATE"
        case .sessions: "SESSIONS"
        case .agenda: "AGENDA"
        case .demands: "DEMAND"
        case .redLines: "RED LINE"
        case .offers: "OFFER"
        case .refusals: "REFUSAL"
        case .outcome: "OUTCOME"
        case .nextRound: "NEXT ROUND"
        case .confirmations: "CONFIRMED"
        case .held: "HELD"
        case .background: "BACKGROUND"
        case .other: "ALSO SAID"
        }
    }
}
