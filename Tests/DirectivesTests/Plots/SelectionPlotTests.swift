import Testing

@Suite struct SelectionPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv")
  private static let select = cell("select s", "data: faithful", "components: 1..6", "restarts: 3")

  /// mclust's choice among these families: EEE (tied), K = 3, BIC 2314.3. By AIC more components win: the difference of
  /// the criteria, (log n − 2) p, is what AIC does not charge.
  @Test func drawsAnyCriterionOfASelection() throws {
    let figures = try Workbench.withData().charts(
      Self.faithful + Self.select + cell("plot fig-b", "kind: selection", "select: s")
        + cell("plot fig-a", "kind: selection", "select: s", "criterion: aic")
        + cell("plot fig-i", "kind: selection", "select: s", "criterion: icl", "range_y: [-5, 60]"))
    #expect(figures.map(\.problems) == ["", "", ""])
    #expect(figures[0].title == "BIC picks 3 components with tied covariance")
    #expect(!figures[0].caption.contains("The selection itself"))
    #expect(figures[1].title.hasPrefix("AIC picks "))
    #expect(figures[1].caption.contains("The selection itself was made by BIC."))
    let (aic, loglik) = (figures[1].numbers("AIC"), figures[1].numbers("log-likelihood"))
    for (index, parameters) in figures[1].numbers("parameters").enumerated() {
      #expect(abs(aic[index] - (2 * parameters - 2 * loglik[index])) < 1e-9)
    }
  }

  /// The table behind the figure holds every cell, the best first, and its BIC is −2ℓ + p log n.
  @Test func holdsEveryCell() throws {
    let figure = try #require(
      try Workbench.withData().charts(Self.faithful + Self.select + cell("plot fig-b", "kind: selection", "select: s"))
        .first)
    let (bic, excess) = (figure.numbers("BIC"), figure.numbers("ΔBIC"))
    #expect(bic.count == 24)
    #expect(excess.first == 0)
    let sound = zip(bic, figure.data["verdict"] ?? []).filter { $1 == "sound" }.map(\.0)
    #expect(sound == sound.sorted() && sound.first == bic.first)
    for (index, parameters) in figure.numbers("parameters").enumerated() {
      let expected = -2 * figure.numbers("log-likelihood")[index] + parameters * 5.605802066295998
      #expect(abs(bic[index] - expected) < 1e-6)
    }
  }

  /// mclust's best three on Old Faithful are EEE at K = 3, then VVE at 2 and VEE at 3.
  @Test func setsMostOfManyFamiliesBack() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.faithful
          + cell("select s", "data: faithful", "components: 1..4", "covariance: all", "init: hierarchical")
          + cell("plot fig-b", "kind: selection", "select: s")
      ).first)
    #expect(figure.problems == "")
    #expect(figure.title == "BIC picks 3 components with EEE (tied) covariance")
    let grey = figure.caption.split(separator: "Grey: ").last?.split(separator: ".").first ?? ""
    #expect(grey.hasPrefix("EII, VII (spherical), ") && grey.split(separator: " ").count > 8)
    #expect(!grey.contains("EEE") && !grey.contains("VEE"))
    #expect(figure.data["covariance"]?.count == 40)
  }

  /// Six rows allow no seven components: the cell shows, and the caption says what its mark means.
  @Test func showsCellsWithoutAFit() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        cell("load toy", "file: toy.csv") + cell("select s", "data: toy", "components: [1, 2, 7]")
          + cell("plot fig-b", "kind: selection", "select: s")
      ).first)
    #expect(figure.problems == "")
    #expect(figure.caption.contains("Crosses: no fit."))
    #expect(figure.data["verdict"]?.last == "no fit")
    #expect(figure.description.contains("could not be fitted."))
  }

  @Test func refusesOtherCriteria() throws {
    let text = Self.faithful + cell("select s", "data: faithful", "components: 1")
    let found = try Workbench.withData().mistakes(
      text + cell("plot fig-b", "kind: selection", "select: s", "criterion: bik"))
    #expect(found == ["11:12: expected bic, aic, icl or cv, not 'bik' (did you mean 'bic'?)"])
  }
}
