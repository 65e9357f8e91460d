import Language

/// The manual's rules about what an event is coded as, beyond what its word says.
struct EventCoding {
    let analysis: Analysis

    init(_ analysis: Analysis) { self.analysis = analysis }

    func apply(to candidates: inout [EventCandidate]) {
        for index in candidates.indices {
            if let governor = candidates[index].governor {
                complete(&candidates[governor], with: candidates[index])
            }
        }
        for index in candidates.indices where candidates[index].governor == nil {
            refuse(&candidates[index])
            promise(&candidates[index])
            threaten(&candidates[index])
            callToEnd(&candidates[index])
            attempt(&candidates[index])
        }
        presuppose(&candidates)
    }

    /// What is demanded, promised or refused gives the mode, and the other side where the clause names none.
    private func complete(_ event: inout EventCandidate, with complement: EventCandidate) {
        switch event.kind {
        case .request, .reject: event.mode = Self.mode(ofAsking: complement.kind) ?? event.mode
        case .threaten: event.mode = event.mode ?? Self.mode(ofThreatening: complement)
        default: break
        }
        guard event.kind != .accuse, event.kind != .support, event.parties.recipients.isEmpty else { return }
        let own = Set(event.parties.actors.map(\.actor))
        guard !event.isMutual || own.count < 2 else { return }
        let others = complement.parties.recipients.filter { !own.contains($0.actor) }
        let fallback = complement.parties.actors.filter { !own.contains($0.actor) }
        event.parties.recipients = others.isEmpty ? fallback : others
    }

    private static func mode(ofAsking kind: Event.Kind) -> String? {
        switch kind {
        case .aid, .support, .cooperate: "assist"
        case .retreat, .concede: "yield"
        case .consult: "meet"
        default: nil
        }
    }

    private static func mode(ofThreatening complement: EventCandidate) -> String? {
        switch (complement.kind, complement.mode) {
        case (.assault, _), (.mobilize, _): "violence"
        case (.coerce, "arrest"?): "arrest"
        case (.coerce, "deport"?), (.sanction, "expel"?): "expel"
        case (.sanction, "withdraw"?): "relations"
        case (.sanction, _), (.coerce, _): "restrict"
        default: nil
        }
    }

    /// "Will not meet", "would not agree to": a refusal, not the absence of a meeting.
    private func refuse(_ event: inout EventCandidate) {
        guard event.reality.isNegated, event.reality.isRefused || event.reality.isFailed else { return }
        if event.reality.isFailed, event.kind != .agree, event.kind != .consult { return }
        switch event.kind {
        case .agree, .consult, .support, .cooperate, .aid, .concede, .retreat:
            event.readings.append(Event.Alternative(kind: event.kind, mode: event.mode, rule: "negated-act"))
            event.mode = event.kind == .agree ? "change" : Self.mode(ofAsking: event.kind) ?? "change"
            event.kind = .reject
            event.rule = "refused-act-is-rejection"
            event.reality = RealityReader.Finding()
            splitParties(&event)
        default: break
        }
    }

    /// Any future consultation, support, cooperation or aid is an agreement to it.
    private func promise(_ event: inout EventCandidate) {
        guard event.reality.isFuture, !event.reality.isNegated, !event.reality.isHypothetical else { return }
        switch event.kind {
        case .consult, .support, .cooperate, .aid:
            event.readings.append(Event.Alternative(kind: event.kind, mode: event.mode, rule: "future-act"))
            event.kind = .agree
            event.mode = nil
            event.rule = "future-act-is-agreement"
        case .retreat, .concede:
            // The manual's section on concessions also claims announced retreats.
            event.readings.append(Event.Alternative(kind: .concede, mode: nil, rule: "announced-retreat"))
            event.kind = .agree
            event.mode = nil
            event.rule = "announced-act-is-agreement"
        default: break
        }
    }

    /// What one says that one will do to another's harm is a threat.
    private func threaten(_ event: inout EventCandidate) {
        guard event.reality.isFuture, !event.reality.isNegated, !event.reality.isHypothetical else { return }
        guard [.sanction, .coerce, .assault, .protest].contains(event.kind) else { return }
        event.readings.append(Event.Alternative(kind: event.kind, mode: event.mode, rule: "future-act"))
        event.mode = Self.mode(ofThreatening: event)
        event.kind = .threaten
        event.rule = "future-act-is-threat"
    }

    /// An attempt at violence or force is coded as one; of anything else it is only an intention.
    private func attempt(_ event: inout EventCandidate) {
        guard event.reality.isAttempted else { return }
        switch event.kind {
        case .assault, .coerce, .protest, .mobilize: break
        default: event.reality.isHypothetical = true
        }
    }

    /// A party's call to end the fighting may be read as agreeing to end it.
    private func callToEnd(_ event: inout EventCandidate) {
        guard event.kind == .request, event.mode == "yield" else { return }
        event.readings.append(Event.Alternative(kind: .agree, mode: nil, rule: "call-to-end-a-conflict"))
    }

    /// Who refuses or accepts a demand is the one that it was put to.
    private func presuppose(_ candidates: inout [EventCandidate]) {
        for index in candidates.indices where candidates[index].parties.recipients.isEmpty {
            let trigger = candidates[index].words.trigger
            guard [.request, .agree].contains(candidates[index].kind), !candidates[index].isMutual,
                let answer = candidates.first(where: {
                    $0.words.trigger != trigger && isObject(trigger, of: $0.words)
                        && [.reject, .concede, .agree, .support].contains($0.kind)
                })
            else { continue }
            let own = Set(candidates[index].parties.actors.map(\.actor))
            candidates[index].parties.recipients = answer.parties.actors.filter { !own.contains($0.actor) }
            candidates[index].reality = RealityReader.Finding()
            candidates[index].rule = "presupposed-by-its-answer"
        }
    }

    private func isObject(_ noun: Int, of words: EventWords) -> Bool {
        words.object == noun || words.oblique == noun
            || analysis.tokens[noun].head == words.trigger
                && [.object, .passiveSubject].contains(analysis.tokens[noun].relation)
    }

    /// A refusal has two sides where the act refused had parties alike.
    private func splitParties(_ event: inout EventCandidate) {
        guard event.isMutual, event.parties.actors.count == 2, event.parties.recipients.isEmpty else {
            return
        }
        event.parties.recipients = [event.parties.actors.removeLast()]
    }
}
