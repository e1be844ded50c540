import Testing

/// `kind: em_steps`: its sentences against worked numbers, its scenes on easy and nasty data, its mistakes.
@Suite struct EMStepsTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private static let toy =
    cell("load toy", "file: toy.csv")
    + cell(
      "fit m", "data: toy", "components: 2", "regularization: 0", "means: [[1], [9]]",
      "precisions: [[[0.25]], [[0.25]]]",
      "max_iterations: 3")

  /// ℓ of the toy goes −15.915, −13.066, −12.728, −12.7235 (worked example, from another program).
  @Test func titlesTellTheClimb() throws {
    let figures = try Workbench.withData().figures(Self.toy + cell("plot fig-e", "kind: em_steps", "fit: m"))
    #expect(figures[0].title == "Three EM iterations raise ℓ by 3.2 nats, 89 % of it in the first")
    #expect(figures[0].caption == "n = 6. K = 2, full covariance. ℓ in nats, in brackets the gain; higher is better.")
    #expect(
      figures[0].alternativeText
        == "Small multiples: histograms of 6 rows over x (1 to 9) at the E step and the M step of iterations 1, 2 and 3 "
        + "of EM, 2 components. Three EM iterations raise ℓ by 3.2 nats, 89 % of it in the first.")
    #expect(figures[0].problems == "")
  }

  @Test(arguments: [
    ("components: 1\nregularization: 0", "Two EM iterations leave ℓ at −14.834"),
    ("components: 1\nregularization: 0\nmax_iterations: 1", "One EM iteration leaves ℓ at −14.834"),
  ])
  func noClimbIsNoClimb(options: String, title: String) throws {
    let figures = try Workbench.withData().figures(
      cell("load toy", "file: toy.csv") + cell("fit m", "data: toy", options)
        + cell("plot fig-e", "kind: em_steps", "fit: m"))
    #expect(figures[0].title == title)
  }

  @Test(arguments: [1, 2, 3, 9])
  func oldFaithful(components: Int) throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + cell(
          "fit m", "data: faithful", "components: \(components)", "init: random", "restarts: 1", "max_iterations: 40",
          "error: true")
        + cell("plot fig-e", "kind: em_steps", "fit: m") + cell("plot fig-x", "kind: em_steps", "fit: m", "x: waiting")
        + cell(
          "plot fig-one", "kind: em_steps", "fit: m", "x: waiting", "y: eruptions", "iterations: 1")
        + cell("plot fig-two", "kind: em_steps", "fit: m", "iterations: [1, 2]"))
    #expect(figures.map(\.problems) == ["", "", "", ""])
    if components > 1 { #expect(figures[2].subtitle.hasPrefix("E step: points take the colours")) }
    if components > 1 { #expect(figures[1].caption.contains("on 2 columns; shown: its marginals")) }
  }

  @Test func manyIterationsOfManyColumns() throws {
    let figures = try Workbench.withData().figures(
      cell("load red", "file: red_wine.csv", "units: {residual sugar: g/l, alcohol: '% vol'}")
        + cell("fit m", "data: red", "components: 3", "restarts: 1", "max_iterations: 12")
        + cell(
          "plot fig-e", "kind: em_steps", "fit: m", "x: alcohol", "y: residual sugar", "iterations: [1, 2, 3, 5, 8, 12]"
        ))
    #expect(figures.map(\.problems) == [""])
    #expect(figures[0].subtitle.contains("the components responsible on all 11 columns"))
  }

  @Test func extremeScales() throws {
    var workbench = try Workbench.withData()
    workbench.files["odd.csv"] =
      "a,b\n"
      + (0..<30).map { "\(Double($0 % 7) * 1e-9 + ($0 < 15 ? 0 : 5e-8)),\(Double($0 * $0 % 11) * 1e9)" }
      .joined(separator: "\n") + "\n"
    let figures = try workbench.figures(
      cell("load t", "file: odd.csv") + cell("fit m", "data: t", "components: 2", "max_iterations: 8")
        + cell("plot fig-e", "kind: em_steps", "fit: m"))
    #expect(figures.map(\.problems) == [""])
  }

  /// Line 11 is the first option of the plot.
  @Test(arguments: [
    ("kind: em_steps", "10:1: this kind of plot needs the option 'fit'"),
    ("kind: em_steps\nfit: m\ny: waiting", "13:4: 'y' needs 'x' beside it (x alone draws one column)"),
    ("kind: em_steps\nfit: m\nx: waiting\ny: waiting", "14:4: x and y are the same column"),
    ("kind: em_steps\nfit: m\nx: waitin", "13:4: unknown column 'waitin' (did you mean 'waiting'?)"),
    (
      "kind: em_steps\nfit: m\niterations: [0, 1]",
      "13:14: expected whole numbers from 1 on, such as 3, 1..9 or [1, 2, 4], not '0'"
    ),
    (
      "kind: em_steps\nfit: m\niterations: 1..20",
      "13:13: 20 iterations are too many for one figure (choose at most 12)"
    ),
    (
      "kind: em_steps\nfit: m\niterations: [1, 7]",
      "13:13: iteration 7 is not one of this fit (it made iterations 1 to 3)"
    ),
    (
      "kind: em_steps\nfit: m\nas: bounds",
      "13:5: 'as' means nothing for the kind em_steps (it belongs to other kinds; gmm-report directives lists them)"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      cell("load faithful", "file: faithful.csv")
      + cell("fit m", "data: faithful", "components: 2", "max_iterations: 3", "init: random")
      + cell("plot fig-p", options)
    #expect(try Workbench.withData().mistakes(text).first == expected)
  }

  @Test func namesTheColumnsOfManyToChoose() throws {
    let text =
      cell("load red", "file: red_wine.csv") + cell("fit m", "data: red", "components: 1", "max_iterations: 2")
      + cell("plot fig-p", "kind: em_steps", "fit: m")
    #expect(
      try Workbench.withData().mistakes(text)
        == ["11:6: the fit has 11 columns; name the two to draw (x: fixed acidity and y: volatile acidity)"])
  }
}
