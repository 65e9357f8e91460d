import Language
import Reports

/// Finds the other side of an act where its own clause names none: in what is promised, in the demand that is answered,
/// or at the table at which the act is done.
struct MissingSides {
    let analysis: Analysis
    let actors: ActorTable
    let finder: ParticipantFinder

    init(_ analysis: Analysis, _ actors: ActorTable, _ finder: ParticipantFinder) {
        self.analysis = analysis
        self.actors = actors
        self.finder = finder
    }

    func fill(_ candidates: inout [EventCandidate]) {
        for index in candidates.indices {
            let event = candidates[index]
            guard event.governor == nil, event.parties.recipients.isEmpty, Self.twoSided.contains(event.kind),
                !event.isMutual || event.parties.actors.count == 1, !event.parties.actors.isEmpty
            else { continue }
            let own = Set(event.parties.actors.map(\.actor))
            var found = finder.beneficiaries(of: event.words, besides: own)
            var rule = event.rule
            let areNear = !found.isEmpty
            if found.isEmpty {
                found = holdersOfWhatIsAnswered(by: event, in: candidates[..<index]).filter { !own.contains($0.actor) }
                rule = "holder-of-the-demand-before"
            }
            if found.isEmpty, event.kind == .request {
                found = otherSide(of: event, in: candidates[..<index])
                rule = "other-side-of-the-talks"
            }
            guard !found.isEmpty else { continue }
            candidates[index].parties.recipients = found
            candidates[index].rule = rule
            candidates[index].areRecipientsElsewhere = !areNear
        }
    }

    private static let twoSided: Set<Event.Kind> = [.agree, .request, .reject, .concede, .threaten, .protest]

    /// "Rejected these demands": those who put them, by the last event before that has the same word.
    private func holdersOfWhatIsAnswered(
        by event: EventCandidate, in earlier: ArraySlice<EventCandidate>
    ) -> [Event.Participant] {
        guard event.kind == .reject || event.kind == .concede || event.kind == .agree else { return [] }
        let objects =
            [event.words.object, event.words.oblique].compactMap { $0 }
            + analysis.children(of: event.words.trigger, .object)
        for object in objects where isPointing(object) {
            let lemma = analysis.tokens[object].lemma
            let told = earlier.last { other in
                (other.kind == .request || other.kind == .agree) && !other.isMutual && !other.parties.actors.isEmpty
                    && [other.words.trigger, other.words.object ?? other.words.trigger].contains {
                        analysis.tokens[$0].lemma == lemma
                    }
            }
            if let told { return told.parties.actors }
        }
        return []
    }

    private func isPointing(_ noun: Int) -> Bool {
        analysis.children(of: noun).contains {
            ["this", "these", "that", "those", "such", "the", "both", "all"].contains(
                analysis.tokens[$0].form.lowercased())
        }
    }

    /// "During the meeting they raised a demand": to those whom they met.
    private func otherSide(
        of event: EventCandidate, in earlier: ArraySlice<EventCandidate>
    ) -> [Event.Participant] {
        let sentence = analysis.sentence(of: event.words.trigger).tokens
        guard sentence.contains(where: { Self.talks.contains(analysis.tokens[$0].lemma) }),
            let own = event.parties.actors.first.map({ party(of: $0.actor) })
        else { return [] }
        for meeting in earlier.reversed() where meeting.kind == .consult && meeting.isMutual {
            let present = meeting.parties.actors
            guard present.contains(where: { party(of: $0.actor) == own }) else { continue }
            let others = present.filter { party(of: $0.actor) != own }
            if let first = others.first, others.allSatisfy({ party(of: $0.actor) == party(of: first.actor) }) {
                return others
            }
        }
        return []
    }

    private func party(of actor: Identifier) -> Identifier { actors.side(of: actor) ?? actor }

    private static let talks: Set<String> = [
        "meeting", "talk", "negotiation", "discussion", "dialogue", "session", "summit", "consultation", "conference",
    ]
}
