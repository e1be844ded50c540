import Charting
import Testing

/// Twelve skewed values, recorded to 0.1.
let skewed = [2.1, 2.4, 2.4, 2.5, 2.7, 3.0, 3.1, 3.3, 3.8, 4.4, 5.9, 9.6]

@Suite struct BinRuleTests {
  /// Widths by numpy 2.4.6, `numpy.lib._histograms_impl._hist_bin_selectors`.
  @Test(arguments: [
    (BinRule.auto, 1.288531185486041), (.freedmanDiaconis, 1.288531185486041), (.scott, 3.096386189353281),
    (.sturges, 1.6357821898914868), (.doane, 1.1107575001856274),
  ])
  func namedRulesAreNumpys(_ rule: BinRule, _ width: Double) throws {
    #expect(abs(try #require(rule.width(for: skewed)) - width) < 1e-12)
  }

  @Test func givenCountsAndWidths() {
    #expect(BinRule.count(3).width(for: skewed) == 2.5)
    #expect(BinRule.width(0.2).width(for: skewed) == 0.2)
  }

  @Test(arguments: [BinRule.width(0), .width(-1), .width(.nan), .width(.infinity)])
  func nonsenseGivesNoWidth(_ rule: BinRule) {
    #expect(rule.width(for: skewed) == nil)
  }

  @Test func noSpreadGivesNoWidth() {
    #expect(BinRule.auto.width(for: [3, 3, 3]) == nil)
    #expect(BinRule.auto.width(for: []) == nil)
  }
}
