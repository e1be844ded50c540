import Charting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Charts whose panels stand in grids.
enum Grids {
  static func cloud(_ seed: Int, count: Int = 40, center: Point = Point(0, 0), spread: Double = 1) -> PointMark {
    var random = SplitMix64(state: UInt64(seed))
    func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0...1, using: &random) } }
    return PointMark(
      x: (0..<count).map { _ in center.x + spread * normal() },
      y: (0..<count).map { _ in center.y + spread * normal() },
      paints: [.component(seed)])
  }

  /// The steps of an algorithm: titles and remarks above panels that share both axes.
  static var steps: Chart {
    let names = ["start", "E step, L = 1", "M step, L = 1", "L = 2", "L = 5", "L = 20"]
    return Chart(
      title: "Six steps to the maximum", subtitle: "Colour is the responsibility blend", caption: "n = 40.",
      alternativeText: "Small multiples", size: .smallMultiples, x: Axis("x"),
      panels: names.enumerated().map { index, name in
        Panel(
          title: name, note: "ℓ = −\(1400 - 100 * index).2", y: Axis("y"),
          marks: [cloud(index, center: Point(Double(index) / 3, 0))])
      }, grid: PanelGrid(columns: 3))
  }

  /// The lower half of all pairs of variables, with densities on the diagonal.
  static var pairs: Chart {
    let names = ["bill length (mm)", "bill depth (mm)", "flipper length (mm)", "body mass (g)"]
    let scales = [40.0, 17, 200, 4200]
    var panels: [Panel] = []
    for row in 0..<4 {
      for column in 0...row {
        let x = Axis(names[column])
        let points = cloud(row * 4 + column)
        let marks: [any Mark] =
          row == column
          ? [
            LineMark(
              x: (-30...30).map { scales[row] * (1 + Double($0) / 100) },
              y: (-30...30).map { Charts.bell(Double($0) / 10, 0, 1) }, paint: .ink)
          ]
          : [
            PointMark(
              x: points.x.map { scales[column] * (1 + $0 / 10) }, y: points.y.map { scales[row] * (1 + $0 / 10) })
          ]
        panels.append(
          Panel(
            x: x, y: row == column ? Axis(range: 0...0.45, ticks: []) : Axis(names[row]), marks: marks,
            place: .init(row: row, column: column)))
      }
    }
    return Chart(
      title: "Two measures separate the species", subtitle: "Scatter plots of every pair", caption: "n = 342.",
      alternativeText: "Pairs", size: Size(900, 800), x: Axis(), panels: panels,
      grid: PanelGrid(columns: 4, x: .lines, y: .lines),
      legend: Legend(
        "species",
        entries: ["Adelie", "Chinstrap", "Gentoo"].enumerated().map {
          .init($1, note: "n = \(50 + $0)", paint: .component($0))
        }))
  }

  /// A strip of boxes above each of three facets, with a legend and a colour bar.
  static var strips: Chart {
    let edges = (0...8).map(Double.init)
    var panels: [Panel] = []
    for column in 0..<3 {
      let box = BoxMark.Box(
        row: 0, whiskers: 1...7, quartiles: 2...5, median: 3 + Double(column) / 2, paint: .component(0))
      panels.append(
        Panel(
          height: .fixed(28), title: "quality = \(column + 4)", y: .hidden,
          marks: [BoxMark([box])], base: Panel.Base.none, place: .init(row: 0, column: column)))
      panels.append(
        Panel(
          y: Axis("count"), marks: [BarMark(edges: edges, heights: [1, 3, 7, 9, 4, 2, 1, Double(column)])], gap: 8,
          place: .init(row: 1, column: column)))
    }
    return Chart(
      title: "Better wines hold less", subtitle: "Count per bin", caption: "Bin 1 g/l.",
      alternativeText: "Histograms", size: Size(900, 480), x: Axis("residual sugar (g/l)"), panels: panels,
      grid: PanelGrid(columns: 3), legend: Legend("grade", entries: [.init("all", note: "n = 30", paint: .neutral)]),
      colorBar: ColorBar(
        "ℓ", paints: (0..<20).map { .sequential(Double($0) / 19) },
        ticks: [Tick(0, "0"), Tick(0.5, "1"), Tick(1, "2")]))
  }

  /// Every panel with axes of its own, and names at the ends of lines.
  static var free: Chart {
    let steps = (0...20).map(Double.init)
    return Chart(
      title: "Each on its own scale", caption: "Five runs.", alternativeText: "Lines", size: .smallMultiples,
      x: Axis("iteration", integers: true),
      panels: (0..<5).map { index in
        let unit = pow(10, Double(index) - 1)
        return Panel(
          title: "run \(index)", y: Axis("log-likelihood"),
          marks: [
            LineMark(
              x: steps, y: steps.map { -unit * (1 + pow(0.7, $0)) }, paint: .component(0),
              label: Label("best", at: .end)),
            LineMark(
              x: steps, y: steps.map { -unit * (1.1 + pow(0.8, $0)) }, paint: .component(1),
              label: Label("other start", at: .end)),
          ])
      }, grid: PanelGrid(columns: 3, x: .none, y: .none))
  }

  /// A chart of random rows, columns, holes, sharing, sizes, titles and data.
  static func random(_ seed: Int) -> Chart {
    var random = SplitMix64(state: UInt64(seed) &* 7919)
    func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
    let words = ["residual", "sugar", "of", "Chinstrap", "density", "waiting time", "(mg/l)", "per bin", "L = 5", "x"]
    func phrase(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in pick(words) }.joined(separator: " ")
    }
    let (rows, columns) = (Int.random(in: 1...5, using: &random), Int.random(in: 1...5, using: &random))
    let size = Size(
      Double.random(in: max(360, Double(columns) * 140 + 160)...1200, using: &random),
      Double.random(in: Double(rows) * 90 + 220...1200, using: &random))
    let sharing: [PanelGrid.Sharing] = [.all, .lines, .none]
    let grid = PanelGrid(columns: columns, x: pick(sharing), y: pick(sharing))
    let (titled, noted, sameTitles) = (Bool.random(using: &random), Bool.random(using: &random), pick([true, false]))
    let title = phrase(0...3)
    let hole = Double.random(in: 0...0.4, using: &random)
    var panels: [Panel] = []
    for row in 0..<rows {
      for column in 0..<columns where (row, column) == (0, 0) || Double.random(in: 0...1, using: &random) > hole {
        let unit = pow(10, Double.random(in: -3...4, using: &random))
        let points = cloud(row * 5 + column, center: Point(unit * 3, -unit), spread: unit)
        panels.append(
          Panel(
            title: titled ? phrase(1...4) : "", note: noted && titled ? "ℓ = −\(Int(unit)).5" : "",
            y: Axis(sameTitles ? title : phrase(0...2)), marks: [points], place: .init(row: row, column: column)))
      }
    }
    let entries = (0..<Int.random(in: 0...5, using: &random)).map { index in
      Legend.Entry(phrase(1...2), note: "n = \(index)", paint: .component(index))
    }
    return Chart(
      title: phrase(2...12), subtitle: phrase(0...10), caption: phrase(0...12), alternativeText: "Random grid",
      size: size, x: Axis(phrase(0...4)), panels: panels, grid: grid,
      legend: entries.isEmpty ? nil : Legend(entries: entries))
  }
}
