import Language
import Reports

/// Tells whether an event happened, will, may, did not: as its words put it.
struct RealityReader {
    let analysis: Analysis
    private let clauses: ClauseView

    init(_ analysis: Analysis) {
        self.analysis = analysis
        clauses = ClauseView(analysis)
    }

    struct Finding: Equatable {
        var isNegated = false
        var isFuture = false
        var isHypothetical = false
        /// Under "will not", "would not", "cannot": a refusal.
        var isRefused = false
        /// Under "try to": done, whether or not it succeeded.
        var isAttempted = false
        /// Under "fail to".
        var isFailed = false

        var reality: Event.Reality {
            if isNegated { return .negated }
            if isHypothetical { return .hypothetical }
            return isFuture ? .future : .actual
        }
    }

    /// What the words over and around a trigger do to it.
    func read(_ words: EventWords) -> Finding {
        var finding = Finding()
        if let object = words.object { readDeterminer(of: object, &finding) }
        var token = words.trigger
        if !clauses.isVerb(token) { readDeterminer(of: token, &finding) }
        var isLowest = true
        while true {
            readAuxiliaries(of: token, isLowest: isLowest, &finding)
            guard let head = analysis.tokens[token].head else { break }
            let relation = analysis.tokens[token].relation
            isLowest = false
            if !clauses.isVerb(token), !isPredicate(token) {
                // A noun: what its verb does to it counts where it is the verb's object or subject.
                guard [.object, .subject, .passiveSubject].contains(relation), clauses.isVerb(head) else {
                    if relation == .openComplement || relation == .conjunct {
                        token = head
                        continue
                    }
                    break
                }
                readGovernor(head, &finding)
                token = head
                continue
            }
            switch relation {
            case .openComplement, .complement, .clausalSubject:
                readGovernor(head, &finding)
                if relation == .complement { return finding }
            case .adverbClause, .adnominalClause:
                readClause(token, of: head, &finding)
                return finding
            case .conjunct: break
            default: return finding
            }
            token = head
        }
        return finding
    }

    private func isPredicate(_ token: Int) -> Bool {
        analysis.child(of: token, .copula) != nil || analysis.child(of: token, .subject) != nil
    }

    private func readDeterminer(of noun: Int, _ finding: inout Finding) {
        for child in analysis.children(of: noun, .determiner, .adverbModifier)
        where ["no", "neither", "never"].contains(analysis.tokens[child].lemma.lowercased()) {
            finding.isNegated.toggle()
        }
    }

    private func readAuxiliaries(of token: Int, isLowest: Bool, _ finding: inout Finding) {
        var isModal = false
        var isNegative = false
        for child in analysis.children(of: token) {
            let word = analysis.tokens[child]
            let lemma = word.lemma.lowercased()
            switch word.upos {
            case .aux:
                switch lemma {
                case "will", "shall", "'ll", "wo", "’ll":
                    finding.isFuture = true
                    isModal = true
                case "would":
                    isModal = true
                    finding.isFuture = true
                case "can", "ca", "could":
                    isModal = true
                    finding.isHypothetical = true
                case "may", "might", "must", "should", "ought": finding.isHypothetical = true
                default: break
                }
            case .part, .adv, .cconj:
                if ["not", "n't", "never", "n’t", "neither", "hardly"].contains(lemma),
                    child < token || word.upos == .part
                {
                    isNegative = true
                }
            case .sconj:
                if ["if", "unless", "whether", "lest"].contains(lemma) { finding.isHypothetical = true }
            default: break
            }
            if word.relation == .marker, ["if", "unless", "whether"].contains(lemma) { finding.isHypothetical = true }
        }
        if isNegative {
            finding.isNegated.toggle()
            if isModal { finding.isRefused = true }
        }
    }

    /// What a verb does to its complement or object.
    private func readGovernor(_ governor: Int, _ finding: inout Finding) {
        let lemma = analysis.tokens[governor].lemma
        if Self.negating.contains(lemma) {
            finding.isNegated.toggle()
            if lemma == "fail" { finding.isFailed = true }
        } else if lemma == "try" || lemma == "attempt" {
            finding.isAttempted = true
        } else if Self.prospective.contains(lemma) {
            finding.isFuture = true
        } else if Self.hypothesising.contains(lemma) {
            finding.isHypothetical = true
        }
    }

    private func readClause(_ token: Int, of head: Int, _ finding: inout Finding) {
        let isInfinitive = analysis.children(of: token, .marker).contains { analysis.tokens[$0].lemma == "to" }
        guard isInfinitive else { return }
        let lemma = analysis.tokens[head].lemma
        if Self.negatingNouns.contains(lemma) {
            finding.isNegated.toggle()
        } else {
            // A purpose, a plan, a right: not yet done.
            finding.isHypothetical = true
        }
    }

    static let negating: Set<String> = [
        "fail", "decline", "refuse", "avoid", "prevent", "stop", "deny", "forget", "neglect", "cease", "abandon",
        "rule",
        "foil", "thwart", "refrain", "cancel", "postpone", "reject", "lack",
    ]

    static let prospective: Set<String> = [
        "plan", "expect", "schedule", "set", "intend", "prepare", "agree", "promise", "vow", "pledge", "offer", "due",
        "ready", "willing", "decide", "go", "poise", "commit", "undertake", "swear", "threaten", "determine", "resolve",
    ]

    static let hypothesising: Set<String> = [
        "want", "hope", "wish", "seek", "consider", "demand", "ask", "urge", "request", "propose",
        "suggest", "recommend", "discuss", "call", "order", "allow", "warn", "fear", "need", "would", "like", "favour",
        "favor", "appear", "seem", "suspect", "believe", "mull", "contemplate", "oppose", "aim",
    ]

    private static let negatingNouns: Set<String> = [
        "failure", "refusal", "inability", "reluctance", "unable", "unwilling",
    ]
}
