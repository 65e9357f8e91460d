import Language
import Lexicon
import Reports
import Testing

@testable import Reading

/// The repository's own tables.
private let lexicon: Lexicon? = {
    let folder = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try? Lexicon.load(from: "/" + folder + "/Lexicons")
}()

private func find(_ analysis: Analysis) throws -> (attributions: [Attribution], marks: [Mark]) {
    AttributionFinder(lexicon: try #require(lexicon)).find(analysis)
}

/// Attributions as lines: source | cues | contents, indented by level.
private func found(in analysis: Analysis) throws -> [String] {
    let attributions = try find(analysis).attributions
    return attributions.map { attribution in
        var depth = 0
        var here = attribution
        while let parent = here.parent {
            depth += 1
            here = attributions[parent]
        }
        let words: ([Range<Int>]) -> String = { $0.map { analysis.words($0) }.joined(separator: " + ") }
        return String(repeating: "  ", count: depth)
            + [
                attribution.source.map { analysis.words($0) } ?? "-", words(attribution.cues),
                words(attribution.contents),
            ]
            .joined(separator: " | ")
    }
}

@Suite struct AttributionFinderTests {
    @Test func findsAClauseWithItsAddressee() throws {
        let analysis = try parsed(
            """
            The the DT 2 det
            envoy envoy NN 3 nsubj
            told tell VBD 0 root
            the the DT 5 det
            council council NN 3 iobj
            that that IN 9 mark
            the the DT 8 det
            bridge bridge NN 9 nsubj
            stood stand VBD 3 ccomp
            . . . 3 punct
            """)
        #expect(try found(in: analysis) == ["The envoy | told | the bridge stood"])
        let attribution = try #require(try find(analysis).attributions.first)
        #expect(attribution.addressees.map { analysis.words($0) } == ["the council"])
        #expect(attribution.kind == .indirect)
    }

    @Test func nestsWhatStandsInsideAContent() throws {
        let analysis = try parsed(
            """
            Mira Mira NNP 2 nsubj
            said say VBD 0 root
            the the DT 4 det
            harbour harbour NN 5 nsubj
            denied deny VBD 2 ccomp
            that that IN 9 mark
            a a DT 8 det
            ship ship NN 9 nsubj
            sank sink VBD 5 ccomp
            . . . 2 punct
            """)
        #expect(
            try found(in: analysis)
                == ["Mira | said | the harbour denied that a ship sank", "  the harbour | denied | a ship sank"])
        let attributions = try find(analysis).attributions
        #expect(attributions.map(\.parent) == [nil, 0])
        #expect(attributions[1].act == .deny)
        #expect(attributions[1].polarity == .negative)
    }

    @Test func aPostposedCueStandsBehindItsQuotation() throws {
        let analysis = try parsed(
            """
            “ “ `` 4 punct
            The the DT 3 det
            road road NN 4 nsubj
            closed close VBD 8 ccomp
            , , , 4 punct
            ” ” '' 4 punct
            she she PRP 8 nsubj
            said say VBD 0 root
            . . . 8 punct
            """)
        #expect(try found(in: analysis) == ["she | said | “The road closed,”"])
        #expect(try find(analysis).attributions[0].kind == .direct)
    }

    @Test func aQuotationOverTwoSentencesIsOneContent() throws {
        let analysis = try parsed(
            """
            He he PRP 2 nsubj
            said say VBD 0 root
            : : : 2 punct
            “ “ `` 6 punct
            We we PRP 6 nsubj
            lost lose VBD 2 ccomp
            . . . 6 punct

            We we PRP 2 nsubj
            know know VBP 0 root
            it it PRP 2 obj
            . . . 2 punct
            ” ” '' 2 punct
            """, paragraphs: [2])
        #expect(try found(in: analysis).first == "He | said: | “We lost. We know it.”")
    }

    @Test func accordingToGivesTheRestOfTheSentence() throws {
        let analysis = try parsed(
            """
            According accord VBG 4 case
            to to IN 1 fixed
            two two CD 4 nummod
            guards guard NNS 8 obl
            , , , 8 punct
            the the DT 7 det
            gate gate NN 8 nsubj
            opened open VBD 0 root
            . . . 8 punct
            """)
        #expect(try found(in: analysis) == ["two guards | According to | the gate opened"])
    }

    @Test func aFloatingQuotationInheritsItsSpeaker() throws {
        let analysis = try parsed(
            """
            “ “ `` 3 punct
            We we PRP 3 nsubj
            left leave VBD 7 ccomp
            , , , 3 punct
            ” ” '' 3 punct
            Ana Ana NNP 7 nsubj
            said say VBD 0 root
            . . . 7 punct

            “ “ `` 3 punct
            Nobody nobody NN 3 nsubj
            stopped stop VBD 0 root
            us we PRP 3 obj
            . . . 3 punct
            ” ” '' 3 punct
            """, paragraphs: [1, 1])
        let attributions = try find(analysis).attributions
        #expect(attributions.count == 2)
        #expect(attributions.last?.inherits == 0)
        #expect(attributions.last?.sourceRule == "floating-quotation")
    }

    @Test func scareQuotesAreAMarkAndNoStatement() throws {
        let analysis = try parsed(
            """
            The the DT 5 det
            “ “ `` 5 punct
            volunteer volunteer NN 5 compound
            ” ” '' 5 punct
            brigade brigade NN 6 nsubj
            marched march VBD 0 root
            . . . 6 punct
            """)
        let (attributions, marks) = try find(analysis)
        #expect(attributions.isEmpty)
        #expect(marks.map(\.label) == [.scareQuotes])
        #expect(marks.map { analysis.report.words($0.at.span) } == ["“volunteer”"])
    }

    @Test func narrationIsWhatNoAttributionTakes() throws {
        let analysis = try parsed(
            """
            Rain rain NN 2 nsubj
            fell fall VBD 0 root
            . . . 2 punct

            Mira Mira NNP 2 nsubj
            said say VBD 0 root
            it it PRP 4 nsubj
            stopped stop VBD 2 ccomp
            . . . 2 punct
            """, paragraphs: [2])
        let attributions = try find(analysis).attributions
        let statements = StatementBuilder().build(analysis, attributions, ActorTable(actors: [], entries: []))
        #expect(statements.map(\.kind) == [.narration, .indirect])
        #expect(statements.map(\.depth) == [0, 1])
        #expect(analysis.report.words(statements[0].content[0].span) == "Rain fell.")
    }

    @Test func aCueBetweenCommasIsTheOuterOne() throws {
        // The tree hangs the clause on the aside, as parsers do.
        let analysis = try parsed(
            """
            Vera Vera NNP 2 nsubj
            told tell VBD 0 root
            the the DT 4 det
            judge judge NN 2 iobj
            , , , 8 punct
            a a DT 7 det
            clerk clerk NN 8 nsubj
            said say VBD 2 parataxis
            , , , 8 punct
            that that IN 12 mark
            Tom Tom NNP 12 nsubj
            lied lie VBD 8 ccomp
            . . . 2 punct
            """)
        #expect(
            try found(in: analysis) == [
                "a clerk | said | Vera told the judge + Tom lied", "  Vera | told | Tom lied",
            ])
    }

    @Test func doubleCuesOfOneSourceAreOneAttribution() throws {
        let analysis = try parsed(
            """
            According accord VBG 4 case
            to to IN 1 fixed
            envoy envoy NN 4 compound
            Vale Vale NNP 8 obl
            , , , 8 punct
            the the DT 7 det
            port port NN 8 nsubj
            closed close VBD 0 root
            , , , 8 punct
            Vale Vale NNP 11 nsubj
            told tell VBD 8 parataxis
            reporters reporter NNS 11 iobj
            . . . 8 punct
            """)
        let attributions = try find(analysis).attributions
        #expect(attributions.count == 1)
        #expect(attributions.first?.cues.map { analysis.words($0) } == ["According to", "told"])
        #expect(attributions.first?.contents.map { analysis.words($0) } == ["the port closed"])
        #expect(attributions.first?.addressees.map { analysis.words($0) } == ["reporters"])
    }

    @Test func aQuotationIsSignedBehindADash() throws {
        let analysis = try parsed(
            """
            “ “ `` 3 punct
            Rivers river NNS 3 nsubj
            remember remember VBP 0 root
            every every DT 5 det
            bridge bridge NN 3 obj
            . . . 3 punct
            ” ” '' 3 punct
            — — : 3 punct
            Ida Ida NNP 3 parataxis
            Roe Roe NNP 9 flat
            """)
        #expect(try found(in: analysis).first == "Ida Roe | — | “Rivers remember every bridge.”")
    }

    @Test func negationOfTheContentAndModalsAreTheSourcesStance() throws {
        let analysis = try parsed(
            """
            Ida Ida NNP 2 nsubj
            said say VBD 0 root
            the the DT 4 det
            dam dam NN 7 nsubj
            might might MD 7 aux
            not not RB 7 advmod
            hold hold VB 2 ccomp
            . . . 2 punct
            """)
        let attribution = try #require(try find(analysis).attributions.first)
        #expect(attribution.polarity == .negative)
        #expect(attribution.certainty == .possible)
    }
}

@Suite struct CueLookupTests {
    @Test(arguments: [
        ("rejected", "reject"), ("denies", "deny"), ("denied", "deny"), ("told", "tell"), ("admitted", "admit"),
        ("urging", "urge"), ("vows", "vow"), ("swore", "swear"),
    ])
    func givesTheLemmaOfAVerbForm(form: String, lemma: String) {
        #expect(CueLookup.lemmas(of: Array(form.utf8), isVerb: true).contains(lemma))
    }
}
