package import Language
package import Lexicon
import Reports

/// Finds who says what by whose account: every attribution of a report, nested, over tokens.
///
/// Two proposers stand behind one structure. The network gives the parts of outermost attributions, which are linked
/// here; cues and trees give attributions at any level, inside a content as well as where the network is silent or
/// absent. Quotation marks correct the edges of both.
package struct AttributionFinder {
    package let lexicon: Lexicon

    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    package func find(_ analysis: Analysis) -> (attributions: [Attribution], marks: [Mark]) {
        let quotations = Quotations(analysis)
        let reader = ClauseReader(analysis: analysis, lexicon: lexicon, quotations: quotations)
        var pool = ProposalPool(reader: reader)
        pool.resumeAfterAsides()
        pool.mergeChains()
        pool.dropNounsBeside()
        pool.reconcile()
        pool.closeQuotations()
        pool.mergeDoubles()
        pool.adoptFloatingQuotations()
        let attributions = Nesting(pool).attributions()
        let marks = MarkFinder(analysis: analysis, lexicon: lexicon, quotations: quotations).marks(
            besides: attributions)
        return (attributions, marks)
    }
}
