import Testing

@Suite struct DensityPlotTests {
  private static let faithful = cell("load faithful", "file: faithful.csv", "units: {eruptions: min, waiting: min}")

  private static func plot(_ name: String, _ options: String...) -> String {
    cell(
      "plot fig-\(name)", (["kind: density", "fit: m", "x: eruptions", "y: waiting"] + options).joined(separator: "\n"))
  }

  /// Of one Gaussian in the plane, the region {p ≥ (1 − m) p(μ)} holds the mass m.
  @Test func regionsOfOneGaussianHoldTheirMass() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.faithful + cell("fit m", "data: faithful", "components: 1")
          + Self.plot("d", "masses: [0.1, 0.5, 0.9]")
      ).first)
    #expect(figure.data["what"] == ["region of 10 %", "region of 50 %", "region of 90 %", "peak"])
    let densities = figure.numbers("density")
    for (density, mass) in zip(densities, [0.1, 0.5, 0.9]) {
      #expect(abs(density / densities[3] - (1 - mass)) < 0.01)
    }
    // The largest density of a Gaussian with the covariance of the 272 rows: 1 / (2π √det).
    #expect(abs(densities[3] / 0.02375 - 1) < 0.01)
    #expect(figure.caption.contains("Diamonds") == false)
  }

  @Test func standWithoutProblems() throws {
    let figures = try Workbench.withData().charts(
      Self.faithful + cell("fit m", "data: faithful", "components: 2")
        + ["contour", "hdr", "raster"].map { Self.plot($0, "as: \($0)") }.joined()
        + Self.plot("l", "levels: 3", "points: false") + Self.plot("o", "opacity: 0.9")
        + Self.plot("r", "range_x: [3, 5.5]", "range_y: [60, 100]")
        + Self.plot("rr", "as: raster", "range_x: [3, 5.5]"))
    #expect(figures.map(\.problems) == Array(repeating: "", count: 7))
    #expect(figures[3].subtitle == "Smallest regions that hold 25 %, 50 % and 75 % of the probability")
    // What is not shown still counts: regions and peaks are those of the whole density.
    #expect(figures[5].title == figures[0].title)
    #expect(figures[5].data == figures[0].data)
    #expect(figures[5].caption.hasSuffix("Shares are of the whole density, not of the part shown."))
    #expect(figures[2].data["what"] == ["peak", "peak"])
  }

  /// Line 13 is the plot's fifth option.
  @Test(arguments: [
    ("masses: [0.5]\nlevels: 3", "14:9: masses and levels each choose the regions (keep one of them)"),
    ("as: raster\nlevels: 3", "14:9: a raster has no regions for 'levels' (as: hdr draws them)"),
    ("levels: 0", "13:9: expected a whole number from 1 to 20, not '0'"),
    ("points: false\nopacity: 0.5", "14:10: 'opacity' means nothing without points"),
    ("opacity: 2", "13:10: expected a number above 0 and up to 1, not '2'"),
  ])
  func refuses(options: String, expected: String) throws {
    let text =
      cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 1")
      + Self.plot("d", options)
    #expect(try Workbench.withData().mistakes(text).first == expected)
  }
}
