import Testing

/// The sentences above figures of distributions against numbers of R 4.2.2, or counted by hand.
@Suite struct DistributionFindingTests {
  private let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private let penguins = cell("load penguins", "file: penguins.csv", "units: {body_mass_g: g}")

  private func figure(_ text: String) throws -> FigureWords {
    try #require(try Workbench.withData().figures(text).first)
  }

  private func figure(of table: String, _ options: String) throws -> FigureWords {
    var workbench = try Workbench.withData()
    workbench.files["t.csv"] = table
    return try #require(
      try workbench.figures(cell("load t", "file: t.csv") + cell("plot fig-p", "data: t", options)).first)
  }

  /// With R's bandwidth of 2.4968 the density is highest at 53.22 and 80.07, and 1.15 % of it lies beyond the data.
  @Test func densitiesNameTheirPeaks() throws {
    let figure = try figure(
      faithful
        + cell("plot fig-k", "kind: kde", "data: faithful", "x: waiting", "bandwidth: sheather-jones"))
    #expect(figure.title == "Two peaks in waiting, near 53.2 and 80.1 min")
    #expect(
      figure.caption == "n = 272. Gaussian kernel, bandwidth 2.50 min (Sheather–Jones), cut at the data’s range. "
        + "Area 1, 1 % of it cut off.")
    #expect(
      figure.alternativeText
        == "Kernel density of waiting, 43 to 96 min, 272 rows. Two peaks in waiting, near 53.2 and 80.1 min.")
  }

  /// Two values one bandwidth apart have one peak, half-way.
  @Test func aDensityWithOnePeak() throws {
    let figure = try figure(of: "x\n4\n6\n", "kind: kde\nx: x\nbandwidth: 2")
    #expect(figure.title == "The density of x peaks near 5")
  }

  /// The mean of sixty even steps from 0 to 59/30.
  @Test func lowPeaksAreTold() throws {
    let many = (0..<60).map { "\(Double($0) / 30)\n" }.joined()
    let figure = try figure(of: "x\n\(many)50\n", "kind: kde\nx: x\nbandwidth: 1")
    #expect(figure.title == "The density of x peaks near 0.983")
    #expect(figure.caption.contains("1 peak below a twentieth of the highest not counted."))
  }

  /// Medians by R: 3700, 3700 and 5000 g.
  @Test(arguments: ["kind: box", "kind: violin", "kind: strip"])
  func groupsNameTheirMedians(_ kind: String) throws {
    let figure = try figure(
      penguins + cell("plot fig-b", kind, "data: penguins", "x: species", "y: body_mass_g"))
    #expect(figure.title == "Median body mass g runs from 3,700 (Adelie and Chinstrap) to 5,000 g (Gentoo)")
    #expect(figure.caption.hasPrefix("n = 342. 2 rows left out: a value is missing."))
    #expect(figure.alternativeText.contains("342 rows, by species: Adelie (151), Chinstrap (68) and Gentoo (123)."))
  }

  /// Medians by R: Adelie 3400 and 4000, Chinstrap 3550 and 3950, Gentoo 4700 and 5500 g.
  @Test func groupsWithinGroupsNameBoth() throws {
    let figure = try figure(
      penguins + cell("plot fig-b", "kind: box", "data: penguins", "x: body_mass_g", "y: species", "color: sex"))
    #expect(figure.title == "Median body mass g runs from 3,400 (Adelie, female) to 5,500 g (Gentoo, male)")
    #expect(figure.subtitle == "Quartiles of body mass g (g) by species, coloured by sex")
    #expect(figure.caption.hasPrefix("n = 333. 11 rows left out"))
  }

  @Test func mediansThatAreEqualAreSaidToBe() throws {
    let figure = try figure(of: "g,x\na,1\na,3\nb,2\nb,2\n", "kind: box\nx: g\ny: x")
    #expect(figure.title == "All 2 groups have the same median x, 2")
  }

  @Test func oneGroupNamesItsQuartiles() throws {
    let figure = try figure(faithful + cell("plot fig-b", "kind: box", "data: faithful", "x: waiting"))
    #expect(figure.title == "Median waiting 76 min, quartiles 58 and 82")
  }

  @Test func groupsWithoutSpreadHaveNoCurve() throws {
    let figure = try figure(of: "g,x\na,1\na,2\na,4\nb,7\nb,7\n", "kind: violin\nx: g\ny: x")
    #expect(figure.caption.contains("No curve for b: fewer than two different values."))
  }

  /// By R, with the standard deviation of divisor n: D = 0.15557 below the step at 75.
  @Test func theFitLeavesTheBand() throws {
    let figure = try figure(
      faithful + cell("fit m", "data: faithful", "columns: [waiting]", "components: 1")
        + cell("plot fig-e", "kind: ecdf", "fit: m"))
    #expect(
      figure.title == "The fitted distribution of waiting leaves the data’s 95 % band (D = 0.156 at 75 min)")
    #expect(figure.caption.contains("± 0.082."))
  }

  @Test func calibrationsCountWhatLeavesTheBand() throws {
    let fits =
      faithful + cell("fit one", "data: faithful", "columns: [waiting]", "components: 1")
      + cell("fit two", "data: faithful", "columns: [waiting]", "components: 2")
    let figures = try Workbench.withData().figures(
      fits + cell("plot fig-a", "kind: calibration", "fit: one") + cell("plot fig-b", "kind: calibration", "fit: two"))
    #expect(figures[1].title == "Quantiles and histogram of waiting stay within the fit’s 95 % bands")
    #expect(figures[0].title.contains("quantiles of waiting leave the fit’s 95 % band"))
    #expect(figures[0].caption.contains("Values recorded in steps of 1 min are spread evenly over their step."))
  }
}
