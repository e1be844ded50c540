import Charting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Charts for tests: small ones that show every mark, and random ones.
enum Charts {
  static let xs = (0...60).map { Double($0) / 6 }

  static func bell(_ x: Double, _ mean: Double, _ sd: Double) -> Double {
    exp(-(x - mean) * (x - mean) / (2 * sd * sd)) / (sd * (2 * Double.pi).squareRoot())
  }

  /// A histogram of three stacked groups with their boxes, an overflow bin and a legend.
  static var histogram: Chart {
    let edges = [0.0, 1, 2, 3, 4, 5, 6]
    let spans = stacked([[1, 4, 6, 3, 1, 2], [2, 5, 4, 2, 0, 1], [0, 1, 2, 1, 1, 0]])
    let boxes = (0..<3).map { group in
      BoxMark.Box(
        row: Double(group), whiskers: 0.4...4, quartiles: 1.2...2.8, median: 1.9 + Double(group) / 4,
        outliers: [4.6, 9], paint: .ordered(group, of: 3))
    }
    return Chart(
      title: "Most lie between 1 and 3", subtitle: "Count per bin, by grade", caption: "n = 36. Bin 1 g/l.",
      alternativeText: "Histogram", size: Size(480, 360),
      x: Axis("sugar (g/l)", range: 0...6.2, overflow: .init(above: 5, at: 5.5)),
      panels: [
        Panel(
          height: .fixed(60), y: Axis("grade", scale: .ordinal(["a", "b", "c"])), marks: [BoxMark(boxes)],
          base: Panel.Base.none),
        Panel(
          y: Axis("count"), marks: (0..<3).map { BarMark(edges: edges, spans: spans[$0], paint: .ordered($0, of: 3)) }),
      ],
      legend: Legend(
        "grade",
        entries: (0..<3).reversed().map { .init(["a", "b", "c"][$0], note: "n = \($0)", paint: .ordered($0, of: 3)) }))
  }

  /// A density with named components and the strip of their responsibilities.
  static var mixture: Chart {
    let components = [(0.4, 3.0, 0.9), (0.6, 7.0, 1.1)]
    let curves = components.map { part in xs.map { part.0 * bell($0, part.1, part.2) } }
    let sum = zip(curves[0], curves[1]).map(+)
    var marks: [any Mark] = curves.enumerated().map {
      AreaMark(x: xs, upper: $1, paint: .component($0).opacity(Style.areaOpacity))
    }
    marks += curves.enumerated().map { index, curve -> any Mark in
      LineMark(
        x: xs, y: curve, paint: .component(index),
        label: Label(lines: [["A", "B"][index], "π = \(components[index].0)"], at: .peak))
    }
    marks.append(LineMark(x: xs, y: sum, paint: .ink, width: Style.sumLine, label: Label("mixture", at: .valley)))
    let strip = RasterMark(
      x: 0...10, columns: xs.count,
      paints: xs.indices.map { .blend([curves[0][$0] / sum[$0], curves[1][$0] / sum[$0]]) }, smooth: true)
    return Chart(
      title: "Two bells", subtitle: "Density and its weighted components", caption: "Strip: responsibilities.",
      alternativeText: "Density", size: Size(480, 320), x: Axis("x (min)"),
      panels: [
        Panel(y: Axis("density"), marks: marks, base: .line),
        Panel(height: .fixed(10), y: .hidden, marks: [strip], gap: 8),
      ])
  }

  /// Points with ellipses, rings and names.
  static var scatter: Chart {
    func spiral(_ index: Int) -> Point {
      let (angle, radius) = (Double(index) * 2.4, Double(index) / 30)
      let center = index % 2 == 0 ? Point(2, 3) : Point(9, 8)
      return center + Point(3 * radius * cos(angle), 2 * radius * sin(angle))
    }
    let (x, y) = ((0..<30).map { spiral($0).x }, (0..<30).map { spiral($0).y })
    let marks: [any Mark] = [
      EllipseMark(x: 2, y: 3, covariance: .init(xx: 1.4, xy: 0.4, yy: 0.8), paint: .component(0), label: Label("A")),
      EllipseMark(x: 9, y: 8, covariance: .init(xx: 1.2, xy: -0.5, yy: 1), paint: .component(1), label: Label("B")),
      PointMark(
        x: x, y: y, paints: (0..<30).map { .component($0 % 2) }, symbols: (0..<30).map { .component($0 % 2) },
        rings: [3, 8, 11]),
      CentreMark(x: 2, y: 3), CentreMark(x: 9, y: 8),
    ]
    return Chart(
      title: "Two clouds", subtitle: "Ellipses at 1σ and 2σ", caption: "n = 30.", alternativeText: "Scatter plot",
      size: Size(420, 360), x: Axis("length (mm)"), panels: [Panel(y: Axis("weight (g)"), marks: marks)])
  }

  /// Two panels of lines, the lower logarithmic, with names at line ends.
  static var traces: Chart {
    let steps = (0...20).map(Double.init)
    let fast = steps.map { -100 - 60 * pow(0.6, $0) }
    let slow = steps.map { -102 - 80 * pow(0.8, $0) }
    func increments(_ trace: [Double]) -> [Double] { zip(trace, trace.dropFirst()).map { $1 - $0 } }
    return Chart(
      title: "Both converge", subtitle: "Log-likelihood and its increments", caption: "Dashed: tolerance.",
      alternativeText: "Line chart", size: Size(480, 400), x: Axis("iteration", integers: true),
      panels: [
        Panel(
          y: Axis("log-likelihood"),
          marks: [
            LineMark(x: steps, y: slow, paint: .muted.opacity(0.5), width: 1.1, label: Label("other", at: .end)),
            LineMark(x: steps, y: fast, paint: .component(0), label: Label("best", at: .end)),
          ]),
        Panel(
          y: Axis("increment", scale: .log),
          marks: [
            LineMark(x: Array(steps.dropFirst()), y: increments(fast), paint: .component(0)),
            RuleMark(.horizontal, at: 1e-3, label: Label("tolerance", at: .end)),
          ]),
      ])
  }

  /// A chart of random size, scales, data, texts and names.
  static func random(_ seed: Int) -> Chart {
    var random = SplitMix64(state: UInt64(seed))
    let (width, height) = (Double.random(in: 420...900, using: &random), Double.random(in: 340...640, using: &random))
    let words = ["residual", "sugar", "of", "wines", "density", "waiting time", "(mg/l)", "per bin", "−12.5", "above"]
    func phrase(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let magnitude = pow(10, Double.random(in: -4...6, using: &random))
    let offset = Double.random(in: -3...3, using: &random) * magnitude
    let count = Int.random(in: 2...60, using: &random)
    let x = (0..<count).map { Double($0) * Double.random(in: 0.9...1.1, using: &random) }
    let lines = Int.random(in: 1...5, using: &random)
    let places: [Label.Place] = [.end, .peak, .valley, .anywhere]
    let panels = (0..<Int.random(in: 1...2, using: &random)).map { panel -> Panel in
      let log = panel == 1
      let marks = (0..<lines).map { index -> any Mark in
        let y = x.map { _ in
          log
            ? pow(10, Double.random(in: -6...1, using: &random))
            : offset + magnitude * Double.random(in: -1...1, using: &random)
        }
        let label = Label("group \(index)", at: places.randomElement(using: &random) ?? .end)
        return index % 2 == 0
          ? LineMark(x: x, y: y, paint: .component(index), label: label)
          : PointMark(x: x, y: y, paints: [.component(index)], label: label)
      }
      return Panel(y: Axis(phrase(1...3), scale: log ? .log : .linear), marks: marks)
    }
    return Chart(
      title: phrase(3...20), subtitle: phrase(0...25), caption: phrase(0...30), alternativeText: "Random",
      size: Size(width, height), x: Axis(phrase(0...4)), panels: panels)
  }
}
