import Reading
import Reports

/// Says which findings of one slot are the same value, and which values of a slot exclude each other.
struct FindingMatcher: Sendable {
    let scene: Scene
    let sides: PartySides
    let passages: [Passage]
    /// Wordings that share this part of the smaller one's content lemmas say the same.
    var sameWording = 0.6

    func isSame(_ a: Sighting, _ b: Sighting) -> Bool {
        let (x, y) = (a.finding, b.finding)
        switch x.slot {
        case .held: return true
        case .parties: return isSameParty(x.actor, y.actor)
        case .delegations, .host, .inviter, .mediator, .confirmations: return x.actor != nil && x.actor == y.actor
        case .place, .venue: return isSamePlace(x.place, y.place)
        case .dates: return overlaps(x.time, y.time) ?? (x.value == y.value)
        case .nextRound: return overlaps(x.time, y.time) ?? true
        case .sessions: return count(x) != nil && count(x) == count(y)
        case .outcome: return x.result == y.result
        case .refusals: return isSameParty(x.actor, y.actor) && isSameAddressee(x, y)
        case .redLines, .demands, .offers: return isSameParty(x.actor, y.actor) && isSameWording(a, b)
        case .agenda: return x.aspect == y.aspect && isSameWording(a, b)
        case .background, .other: return isSameWording(a, b)
        }
    }

    /// Whether two values of a slot cannot both be true.
    func contradict(_ a: Sighting, _ b: Sighting) -> Bool {
        let (x, y) = (a.finding, b.finding)
        switch x.slot {
        case .sessions:
            guard let m = count(x), let n = count(y) else { return false }
            return m != n
        case .outcome: return Self.exclude(x.result, y.result)
        case .place, .venue: return isOtherPlace(x.place, y.place)
        case .dates, .nextRound: return overlaps(x.time, y.time) == false
        default: return false
        }
    }

    func count(_ finding: Finding) -> Double? { finding.number.flatMap(scene.number)?.value }

    private func isSameParty(_ a: Identifier?, _ b: Identifier?) -> Bool {
        guard let a, let b else { return false }
        return a == b || (sides.side(a) ?? a) == (sides.side(b) ?? b)
    }

    private func isSameAddressee(_ x: Finding, _ y: Finding) -> Bool {
        guard let a = x.to.first, let b = y.to.first else { return true }
        return isSameParty(a, b)
    }

    private func isSameWording(_ a: Sighting, _ b: Sighting) -> Bool {
        if Sighting.overlap(a.lemmas, b.lemmas) >= sameWording { return true }
        return passages.contains { passage in stands(a, in: passage) && stands(b, in: passage) }
    }

    private func stands(_ sighting: Sighting, in passage: Passage) -> Bool {
        sighting.finding.evidence.contains { evidence in
            passage.places.contains { place in
                place.report == evidence.report
                    && 2 * (place.span.intersection(evidence.span)?.length ?? 0)
                        >= min(place.span.length, evidence.span.length)
            }
        }
    }

    /// Equal, or one inside the other: a city and its country do not exclude each other.
    private func isSamePlace(_ a: Identifier?, _ b: Identifier?) -> Bool {
        guard let a, let b else { return false }
        return a == b || isWithin(a, b) || isWithin(b, a) || isPartOfName(a, b)
    }

    /// "Oslo" and "Oslo's Grand Hotel": the words of one name stand in the other.
    private func isPartOfName(_ a: Identifier, _ b: Identifier) -> Bool {
        guard let x = scene.place(a), let y = scene.place(b) else { return false }
        func words(_ name: String) -> Set<Substring> {
            Set(name.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0 != "s" && $0 != "the" })
        }
        let (left, right) = (words(x.name), words(y.name))
        return !left.isEmpty && (left.isSubset(of: right) || right.isSubset(of: left))
    }

    func isWithin(_ inner: Identifier, _ outer: Identifier) -> Bool {
        var current = scene.place(inner)?.within
        var steps = 0
        while let here = current, steps < 8 {
            if here == outer { return true }
            current = scene.place(here)?.within
            steps += 1
        }
        guard let place = scene.place(inner), let other = scene.place(outer), other.level == .country else {
            return false
        }
        return place.country != nil && place.country == other.country
    }

    private func isOtherPlace(_ a: Identifier?, _ b: Identifier?) -> Bool {
        guard let a, let b, !isSamePlace(a, b), let x = scene.place(a), let y = scene.place(b) else { return false }
        return x.level == y.level || (x.country != nil && y.country != nil && x.country != y.country)
    }

    /// Whether two times can be one; nil if either has no bounds.
    private func overlaps(_ a: Identifier?, _ b: Identifier?) -> Bool? {
        guard let x = a.flatMap(scene.time), let y = b.flatMap(scene.time) else { return nil }
        guard x.earliest != nil || x.latest != nil, y.earliest != nil || y.latest != nil else { return nil }
        let startsInTime = (x.earliest ?? "") <= (y.latest ?? "9999")
        return startsInTime && (y.earliest ?? "") <= (x.latest ?? "9999")
    }

    private static func exclude(_ a: Finding.Result?, _ b: Finding.Result?) -> Bool {
        guard let a, let b, a != b else { return false }
        func isReached(_ result: Finding.Result) -> Bool { result == .agreement || result == .ceasefire }
        func isOpen(_ result: Finding.Result) -> Bool { result == .none || result == .adjourned }
        return (isReached(a) && isOpen(b)) || (isOpen(a) && isReached(b))
    }
}
