import Testing

@Suite struct MixturePlotTests {
  private static func stated(_ components: String, _ options: String...) -> String {
    cell("plot fig-m", (["kind: mixture", "components: \(components)"] + options).joined(separator: "\n"))
  }

  /// .5 N(4, .25) + .5 N(7, .25): one peak each, and at 5.5 the valley between.
  @Test(arguments: [
    ("[3, 5.5]", "One peak in x between 3 and 5.5, near 4.00"),
    ("[5.2, 5.8]", "No peaks in x between 5.2 and 5.8"),
    ("[0, 9]", "Two peaks in x between 0 and 9, near 4.00 and 7.00"),
  ])
  func countsThePeaksShown(range: String, title: String) throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.stated("[{mean: 4, covariance: 0.25}, {mean: 7, covariance: 0.25}]", "range_x: \(range)")
      ).first)
    #expect(figure.title == title)
    #expect(figure.problems == "")
  }

  @Test func holdsItsComponents() throws {
    let figure = try #require(
      try Workbench.withData().charts(
        Self.stated("[{weight: 1, mean: 4, covariance: 0.25}, {weight: 3, mean: 7, covariance: 1}]")
      ).first)
    #expect(figure.data["component"] == ["A", "B"])
    #expect(figure.numbers("weight") == [0.25, 0.75])
    #expect(figure.numbers("mean of x") == [4, 7])
    #expect(figure.numbers("sd of x") == [0.5, 1])
    #expect(
      figure.description.hasPrefix(
        "Component A holds 25 % with mean 4 and standard deviation 0.5 and component B holds 75 % with mean 7"))
  }

  /// Half of the rows are all 0 but for a hundredth: a spike many times as high as any bar.
  @Test func spikesDoNotFlattenTheRest() throws {
    var workbench = try Workbench.withData()
    let rows = (0..<200).map { i in
      i % 2 == 0 ? "\(Double(i % 7) / 10000)" : "\(5 + Double((i * 37) % 101) / 10)"
    }
    workbench.files["spike.csv"] = "x\n" + rows.joined(separator: "\n") + "\n"
    let figures = try workbench.charts(
      cell("load t", "file: spike.csv") + cell("fit m", "data: t", "components: 2", "regularization: 1e-9")
        + cell("plot fig-m", "kind: mixture", "fit: m", "binwidth: 0.5")
        + cell("plot fig-r", "kind: mixture", "fit: m", "binwidth: 0.5", "range_y: [0, 1]"))
    #expect(figures.map(\.problems) == ["", ""])
    #expect(figures[0].caption.hasSuffix("A rises beyond the panel."))
    #expect(!figures[1].caption.contains("beyond"))
  }

  /// A column with few values, one value and many components.
  @Test func standOnPoorData() throws {
    var workbench = try Workbench.withData()
    workbench.files["grades.csv"] =
      "g\n" + (0..<120).map { "\(3 + ($0 * $0) % 5)" }.joined(separator: "\n") + "\n"
    workbench.files["far.csv"] = "g\n1e9\n1000000001\n1000000002\n1000000009\n1000000010\n"
    let figures = try workbench.charts(
      cell("load grades", "file: grades.csv") + cell("load far", "file: far.csv")
        + cell("load galaxies", "file: galaxies.csv")
        + cell("fit a", "data: grades", "components: 2") + cell("fit b", "data: far", "components: 2")
        + cell("fit c", "data: galaxies", "components: 9")
        + ["a", "b", "c"].map { cell("plot fig-\($0)", "kind: mixture", "fit: \($0)") }.joined())
    #expect(figures.map(\.problems) == ["", "", ""])
  }
}
