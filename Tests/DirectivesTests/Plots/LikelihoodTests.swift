import Testing

/// `kind: likelihood`: its sentences against numbers of a plain program in Python, its scenes, its mistakes.
@Suite struct LikelihoodTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private static func waiting(_ options: String = "components: 2") -> String {
    faithful
      + cell("fit m", "data: faithful", "columns: [waiting]", options, "regularization: 0", "tolerance: 1e-12")
  }

  /// With the components traded ℓ is at most 40.59 lower, at means 80.4 and 55.2; the pass between lies 424.36 lower.
  @Test func twoHillsOfOldFaithful() throws {
    let figures = try Workbench.withData().figures(
      Self.waiting() + cell("plot fig-l", "kind: likelihood", "fit: m")
        + cell("plot fig-s", "kind: likelihood", "fit: m", "starts: [[54, 80], [50, 90], [85, 55]]"))
    #expect(
      figures[0].title == "Two hills, 40.6 nats apart: EM climbs the higher from two of four starts, else the lower")
    #expect(
      figures[1].title == "Two hills, 40.6 nats apart: EM climbs the higher from two of three starts, else the lower")
    #expect(figures[0].caption.contains("Best in view: ℓ = −1,034.00; colours in nats below it."))
    #expect(figures[0].caption.contains("+: tops; ×: passes between them."))
    #expect(figures[0].caption.hasSuffix("Dashed: equal means; beyond it the components have traded places."))
    #expect(figures.map(\.problems) == ["", ""])
  }

  /// Components of one weight and one variance trade places without a trace.
  @Test func equalComponentsAreSymmetric() throws {
    var workbench = try Workbench.withData()
    workbench.files["pair.csv"] = "x\n-4\n-3\n-2\n2\n3\n4\n"
    let figures = try workbench.figures(
      cell("load t", "file: pair.csv")
        + cell(
          "fit m", "data: t", "components: 2", "covariance: tied", "means: [[-3], [3]]", "regularization: 0",
          "tolerance: 0", "max_iterations: 200")
        + cell("plot fig-l", "kind: likelihood", "fit: m"))
    #expect(figures[0].title.hasPrefix("Two hills of equal height"))
    #expect(figures[0].caption.hasSuffix("Dashed: equal means; the surface is its own mirror image there."))
    #expect(figures[0].problems == "")
  }

  @Test(arguments: [
    "parameters: [mean A, sd A]", "parameters: [mean A, weight A]", "parameters: [sd A, sd B]",
    "range_x: [50, 60]\nrange_y: [75, 85]", "range_x: [50, 60]\nrange_y: [50, 60]", "starts: []",
  ])
  func anySlice(options: String) throws {
    let figures = try Workbench.withData().figures(
      Self.waiting() + cell("plot fig-l", "kind: likelihood", "fit: m", options))
    #expect(figures.map(\.problems) == [""])
  }

  /// One Gaussian has one hill.
  @Test func oneComponent() throws {
    let figures = try Workbench.withData().figures(
      Self.waiting("components: 1") + cell("plot fig-l", "kind: likelihood", "fit: m"))
    #expect(figures[0].title == "One hill in view: all four EM paths climb it")
    #expect(figures.map(\.problems) == [""])
  }

  @Test(arguments: [1, 2, 9])
  func twoColumns(components: Int) throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + cell("fit m", "data: faithful", "components: \(components)", "restarts: 2", "max_iterations: 60")
        + cell("plot fig-l", "kind: likelihood", "fit: m")
        + cell("plot fig-x", "kind: likelihood", "fit: m", "parameters: [mean A of eruptions, mean A of waiting]"))
    #expect(figures.map(\.problems) == ["", ""])
  }

  @Test(arguments: [
    ("kind: likelihood", "9:1: this kind of plot needs the option 'fit'"),
    (
      "kind: likelihood\nfit: m\nparameters: mean A",
      "12:13: this kind of plot varies two parameters, not one (such as: [mean A, mean B])"
    ),
    ("kind: likelihood\nfit: m\nparameters: [mean A, mean A]", "12:22: 'mean A' is named twice"),
    (
      "kind: likelihood\nfit: m\nparameters: [weight A, weight B]",
      "11:6: these two weights leave nothing to vary: each is what the other leaves"
    ),
    (
      "kind: likelihood\nfit: m\nstarts: [50, 60]",
      "12:9: expected pairs of numbers such as [[50, 60], [70, 80]], not a list"
    ),
    (
      "kind: likelihood\nfit: m\nparameters: [sd A, mean A]\nstarts: [[-1, 60]]",
      "13:9: no log-likelihood at [−1, 60]"
    ),
    (
      "kind: likelihood\nfit: m\nparameters: [mean A, sd C]",
      "12:22: the fit has no component 'C' (its components are A to B)"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      cell("load faithful", "file: faithful.csv")
      + cell("fit m", "data: faithful", "columns: [waiting]", "components: 2")
      + cell("plot fig-p", options)
    #expect(try Workbench.withData().mistakes(text).first == expected)
  }
}
