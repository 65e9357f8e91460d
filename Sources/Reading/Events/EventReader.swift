import Language
import Lexicon
import Reports

/// Reads the events of a report: a row of the event table at a verb or noun, its parties where the row's frame allows
/// them, and the rules of the PLOVER manual over both.
struct EventReader: Sendable {
    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// Events in text order. An event without an actor that the report tells of is left out, as the manual has it.
    func read(
        _ analysis: Analysis, statements: [Statement], actors: ActorTable, circumstances: Circumstances
    ) -> [Event] {
        var candidates = candidates(in: analysis, actors)
        let finder = StatementFinder(analysis.report, statements)
        let participants = ParticipantFinder(analysis, actors)
        EventGovernance(analysis).link(&candidates)
        EventCoding(analysis).apply(to: &candidates)
        candidates += SpeakerActs(analysis, PatternMatcher(analysis, lexicon), participants)
            .acts(in: statements, finder, besides: candidates)
        candidates.sort { $0.words.trigger < $1.words.trigger }
        MissingSides(analysis, actors, participants).fill(&candidates)
        let sentence = SentenceEvents(analysis, circumstances)
        var events: [Event] = []
        let completeness = EventCompleteness(analysis)
        for candidate in candidates where completeness.isTold(candidate) {
            events.append(sentence.event(candidate, statement: finder.statement(telling: candidate, in: analysis)))
        }
        return Self.withoutRepeats(events, analysis)
    }

    private func candidates(in analysis: Analysis, _ actors: ActorTable) -> [EventCandidate] {
        let matcher = PatternMatcher(analysis, lexicon)
        let finder = ParticipantFinder(analysis, actors)
        let reality = RealityReader(analysis)
        var isNamed = [Bool](repeating: false, count: analysis.tokens.count)
        for name in analysis.names where name.kind != .other {
            for token in name.tokens { isNamed[token] = true }
        }
        var taken = [Bool](repeating: false, count: analysis.tokens.count)
        var matches: [PatternMatch] = []
        for token in analysis.tokens.indices where analysis.tokens[token].upos == .verb {
            guard let match = matcher.match(at: token) else { continue }
            for word in [match.words.object, match.words.oblique].compactMap({ $0 }) { taken[word] = true }
            matches.append(match)
        }
        for token in analysis.tokens.indices where analysis.tokens[token].upos == .noun && !isNamed[token] {
            // A noun before another noun names a kind of it: "ceasefire monitors".
            guard analysis.tokens[token].relation != .compound, let match = matcher.match(at: token) else { continue }
            guard taken[token] else {
                matches.append(match)
                continue
            }
            // The object of a row tells of something itself where it names who did it: "rejected Arvia's offer".
            if !match.pattern.symmetric, !finder.parties(of: match).actors.isEmpty { matches.append(match) }
        }
        matches.sort { $0.words.trigger < $1.words.trigger }
        return matches.compactMap { match in
            let parties = finder.parties(of: match)
            guard let kind = Event.Kind(rawValue: match.pattern.type.rawValue) else { return nil }
            return EventCandidate(
                words: match.words, kind: kind, mode: match.pattern.mode,
                contexts: match.pattern.contexts.map(\.rawValue), isMutual: match.pattern.symmetric,
                isVerbal: match.pattern.partOfSpeech == .verb, parties: parties, reality: reality.read(match.words))
        }
    }

    /// One happening told twice in one sentence stays once: by the verb, with the most parties.
    private static func withoutRepeats(_ events: [Event], _ analysis: Analysis) -> [Event] {
        var kept: [Event] = []
        for event in events {
            let sentence = analysis.sentenceOfToken[event.trigger]
            if let index = kept.firstIndex(where: { other in
                other.kind == event.kind && analysis.sentenceOfToken[other.trigger] == sentence
                    && (isPart(event, of: other) || isPart(other, of: event))
            }) {
                if isPart(kept[index], of: event), !isPart(event, of: kept[index]) { kept[index] = event }
                continue
            }
            kept.append(event)
        }
        return kept
    }

    private static func isPart(_ a: Event, of b: Event) -> Bool {
        Set(a.actors.map(\.actor)).isSubset(of: Set(b.actors.map(\.actor)))
            && Set(a.recipients.map(\.actor)).isSubset(of: Set(b.recipients.map(\.actor)))
    }
}
