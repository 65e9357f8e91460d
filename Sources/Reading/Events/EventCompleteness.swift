import Language
import Reports

/// Decides whether a sentence tells enough for an event: a word alone is not one.
struct EventCompleteness {
    let analysis: Analysis
    private let clauses: ClauseView

    init(_ analysis: Analysis) {
        self.analysis = analysis
        clauses = ClauseView(analysis)
    }

    /// Whether a candidate stands for itself and has the parties that its type needs.
    func isTold(_ event: EventCandidate) -> Bool {
        guard event.governor == nil, !event.parties.actors.isEmpty, !isPredicate(event) else { return false }
        let hasRecipients = !event.parties.recipients.isEmpty
        let hasObject = event.words.object != nil || event.words.oblique != nil
        // Another side is what makes a future act an agreement.
        if event.rule == "future-act-is-agreement", !hasRecipients, event.parties.actors.count < 2 { return false }
        if event.isMutual, !hasRecipients, event.parties.actors.count < 2 {
            // A meeting of one is none; a pact of one says at least to what it agreed.
            return event.isVerbal && event.kind != .consult && (event.kind != .agree || hasComplement(event))
        }
        switch event.kind {
        case .cooperate: return hasRecipients || event.isMutual
        case .aid, .sanction, .accuse: return hasRecipients
        case .consult: return hasRecipients || event.isMutual || event.mode == "third-party"
        // Who wants to do something asks nobody for it.
        case .request where analysis.tokens[event.words.trigger].lemma == "want":
            return analysis.child(of: event.words.trigger, .object) != nil && hasRecipients
        case .request: return hasRecipients || event.isVerbal && isAskedFor(event)
        case .reject: return !isAboutSpeaking(event) && (event.isVerbal || hasRecipients)
        case .support: return hasRecipients || event.isMutual
        case .retreat where event.mode == "release": return hasRecipients
        case .agree: return hasRecipients || event.isVerbal && hasComplement(event)
        case .threaten: return event.isVerbal || hasRecipients
        case .concede, .retreat, .protest, .mobilize: return true
        case .assault: return hasRecipients || hasObject || !event.isVerbal && isDoneByOwner(event)
        case .coerce: return event.isVerbal || hasRecipients || isDoneByOwner(event)
        }
    }

    /// "He was a threat to them": said of somebody, not done.
    private func isPredicate(_ event: EventCandidate) -> Bool {
        !event.isVerbal && analysis.child(of: event.words.trigger, .copula) != nil
    }

    /// What is agreed or offered: a clause, a row's own object, or something after "to" or "on".
    private func hasComplement(_ event: EventCandidate) -> Bool {
        if event.words.object != nil || event.words.oblique != nil || event.rule != nil { return true }
        let trigger = event.words.trigger
        if analysis.child(of: trigger, .openComplement) != nil { return true }
        return ["to", "on"].contains { !clauses.dependents(of: trigger, with: $0).isEmpty }
    }

    /// "Asked for", "demanded that", "demanded the release": not "asked why", "asked rhetorically".
    private func isAskedFor(_ event: EventCandidate) -> Bool {
        let trigger = event.words.trigger
        if event.words.object != nil || event.words.oblique != nil { return true }
        if !clauses.dependents(of: trigger, with: "for").isEmpty { return true }
        if analysis.tokens[trigger].lemma != "ask", !clauses.logicalObjects(of: trigger).isEmpty { return true }
        return analysis.children(of: trigger, .complement).contains { clause in
            analysis.children(of: clause, .marker).contains { analysis.tokens[$0].lemma == "that" }
        }
    }

    /// "Declined to comment" keeps silence and refuses nothing.
    private func isAboutSpeaking(_ event: EventCandidate) -> Bool {
        let trigger = event.words.trigger
        guard ["decline", "refuse", "reject"].contains(analysis.tokens[trigger].lemma) else { return false }
        if analysis.tokens[trigger].lemma == "decline", event.parties.recipients.isEmpty { return true }
        return analysis.children(of: trigger, .openComplement, .object).contains {
            Self.speaking.contains(analysis.tokens[$0].lemma)
        }
    }

    /// "The rebels' capture of", "raids by the army": a noun before the noun may be anything.
    private func isDoneByOwner(_ event: EventCandidate) -> Bool {
        analysis.child(of: event.words.trigger, .possessive) != nil
            || !clauses.dependents(of: event.words.trigger, with: "by").isEmpty
    }

    private static let speaking: Set<String> = [
        "comment", "say", "answer", "respond", "elaborate", "discuss", "disclose", "reveal", "name", "identify",
        "speculate",
        "confirm", "specify", "give", "explain", "talk", "speak", "describe",
    ]
}
