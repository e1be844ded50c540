import Testing

/// `kind: elbo`: its sentences against worked numbers, its scenes, its mistakes.
@Suite struct ElboTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")
  private static let waiting =
    faithful
    + cell(
      "fit m", "data: faithful", "columns: [waiting]", "components: 2", "regularization: 0", "tolerance: 1e-12")

  /// On the toy the first M step takes ℓ from −15.915 to −13.066 and leaves a divergence of .2757 (worked example).
  @Test func titlesTellTheFirstGap() throws {
    let figures = try Workbench.withData().figures(
      cell("load toy", "file: toy.csv")
        + cell(
          "fit m", "data: toy", "components: 2", "regularization: 0", "means: [[1], [9]]",
          "precisions: [[[0.25]], [[0.25]]]", "max_iterations: 3")
        + cell("plot fig-h", "kind: elbo", "fit: m"))
    #expect(
      figures[0].title
        == "M step 1 raises the bound by 2.574 nats and ℓ by 2.850; the next E step closes the gap of 0.276")
    #expect(
      figures[0].caption
        == "K = 2, full covariance, n = 6. Bars stand on ℓ of the start, −15.92 nats, where its E step puts ELBO. "
        + "KL: from the responsibilities used to those of the new parameters; 0 after an E step.")
    #expect(figures[0].problems == "")
  }

  /// Places of EM that moves the mean of A alone, from a plain program in Python.
  @Test func boundsLeadFromPlaceToPlace() throws {
    let figures = try Workbench.withData().figures(
      Self.waiting + cell("plot fig-b", "kind: elbo", "fit: m", "as: bounds", "from: 69.2929046")
        + cell("plot fig-d", "kind: elbo", "fit: m", "as: bounds"))
    #expect(figures[0].title == "Each bound peaks where the next one touches ℓ: 69.3, 59.3, 55.4, 54.7 min")
    #expect(figures[1].title == figures[0].title)
    #expect(figures[0].caption.contains("Maximum here: ℓ = −1,034.00 nats."))
    #expect(figures.map(\.problems) == ["", ""])
  }

  @Test(arguments: ["parameters: sd B", "parameters: weight A", "from: 40", "parameters: mean B\nfrom: 30"])
  func boundsAlongAnyParameter(options: String) throws {
    let figures = try Workbench.withData().figures(
      Self.waiting + cell("plot fig-b", "kind: elbo", "fit: m", "as: bounds", options))
    #expect(figures.map(\.problems) == [""])
  }

  @Test(arguments: [1, 2, 9])
  func oldFaithful(components: Int) throws {
    let figures = try Workbench.withData().figures(
      Self.faithful
        + cell(
          "fit m", "data: faithful", "components: \(components)", "init: random", "restarts: 1", "max_iterations: 30")
        + cell("plot fig-h", "kind: elbo", "fit: m")
        + cell("plot fig-b", "kind: elbo", "fit: m", "as: bounds", "parameters: mean A of eruptions")
        + cell("plot fig-i", "kind: elbo", "fit: m", "iterations: [1, 2]"))
    #expect(figures.map(\.problems) == ["", "", ""])
    if components == 1 {
      #expect(figures[0].title == "The M step of iteration 1 moves neither bound nor ℓ by as much as 0.001 nats")
    }
  }

  /// Line 9 is the plot's first option.
  @Test(arguments: [
    ("kind: elbo", "8:1: this kind of plot needs the option 'fit'"),
    ("kind: elbo\nfit: m\nas: bars", "11:5: expected halfsteps or bounds, not 'bars'"),
    (
      "kind: elbo\nfit: m\nfrom: 3", "11:7: 'from' means nothing for as: halfsteps (it belongs to as: bounds)"
    ),
    (
      "kind: elbo\nfit: m\nas: bounds\niterations: 2",
      "12:13: 'iterations' means nothing for as: bounds (it belongs to as: halfsteps)"
    ),
    (
      "kind: elbo\nfit: m\nas: bounds\nparameters: [mean A, mean B]",
      "12:13: this kind of plot varies one parameter, not two (such as: mean A)"
    ),
    (
      "kind: elbo\nfit: m\nas: bounds\nparameters: mean C of waiting",
      "12:13: the fit has no component 'C' (its components are A to B)"
    ),
    (
      "kind: elbo\nfit: m\nas: bounds\nparameters: mean A",
      "12:13: the fit has 2 columns; name the one of this mean (mean A of eruptions)"
    ),
    (
      "kind: elbo\nfit: m\nas: bounds\nparameters: sd A",
      "12:13: standard deviations vary in fits of one column only (choose means or weights)"
    ),
    ("kind: elbo\nfit: m\nas: bounds\nparameters: mu", "12:13: 'mu' is no parameter (write mean A, sd A or weight A)"),
    (
      "kind: elbo\nfit: m\nas: bounds\nparameters: weight A\nfrom: 2",
      "13:7: no log-likelihood where the weight of A is 2"
    ),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 2")
      + cell("plot fig-p", options)
    #expect(try Workbench.withData().mistakes(text).first == expected)
  }
}
