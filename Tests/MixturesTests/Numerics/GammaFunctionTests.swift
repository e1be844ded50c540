import Mixtures
import Testing

/// Against values worked out to 60 digits.
@Suite struct GammaFunctionTests {
  @Test func valuesAreWithinAFewUnitsInTheLastPlace() throws {
    let rows = try Reference.json("gamma")["rows"].items.map(\.doubles)
    #expect(rows.count == 217)
    for row in rows {
      let (x, logGamma, digamma) = (row[0], row[1], row[2])
      #expect(abs(Elementary.logGamma(x) - logGamma) <= 4 * logGamma.ulp, "log Γ(\(x))")
      #expect(abs(Elementary.digamma(x) - digamma) <= 4 * digamma.ulp, "ψ(\(x))")
    }
  }

  @Test func edgesAreThoseOfTheFunctions() {
    #expect(Elementary.logGamma(1) == 0)
    #expect(Elementary.logGamma(2) == 0)
    #expect(Elementary.logGamma(0) == .infinity)
    #expect(Elementary.logGamma(.infinity) == .infinity)
    #expect(Elementary.logGamma(-1).isNaN)
    #expect(Elementary.digamma(0) == -.infinity)
    #expect(Elementary.digamma(.infinity) == .infinity)
    #expect(Elementary.digamma(-0.5).isNaN)
  }
}
