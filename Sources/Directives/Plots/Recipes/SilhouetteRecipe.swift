internal import Charting
internal import Mixtures
internal import Tables
internal import Wording

/// The silhouette width of every row, sorted within its component.
struct SilhouetteRecipe {
  let silhouette: Silhouette
  /// The component of every row of the fit.
  let labels: [Int]
  let components: Int
  /// Columns of the fit.
  let columns: Int
  let standardized: Bool
  let model: String
  /// For each row its number in the file.
  let rowNumbers: RowNumbers

  func chart() -> Chart {
    let blocks = blocks
    let areWide = blocks.allSatisfy { $0.widths.count * 10 >= silhouette.rows.count }
    let bars: [any Mark] = blocks.map { block in
      let steps = block.widths.indices.flatMap { [block.start + Double($0), block.start + Double($0 + 1)] }
      return AreaMark(x: steps, upper: block.widths.flatMap { [$0, $0] }, paint: .component(block.component))
    }
    // A line of background between neighbours, so that a block never runs into the next.
    let gaps: [any Mark] = blocks.dropFirst().map {
      RuleMark(.vertical, at: $0.start, paint: .background, width: 2, dash: [])
    }
    let all = RuleMark(
      .horizontal, at: silhouette.mean, paint: .ink, label: Label("mean \(written(silhouette.mean))", at: .end))
    let foot = RuleMark(.horizontal, at: 0, paint: .axis, width: 1, dash: [])
    return Chart(
      title: title, subtitle: subtitle, caption: caption, alternativeText: alternativeText, description: description,
      data: data,
      x: Axis("rows, by component and width", range: 0...Double(silhouette.rows.count), integers: true),
      panels: [
        Panel(
          y: Axis("silhouette width", range: range),
          marks: bars + gaps + [foot, all] + (areWide ? blocks.map(name) : []),
          grid: .horizontal)
      ], legend: areWide ? nil : legend(blocks))
  }

  /// From below the lowest bar to where names have room above bars of width 1.
  private var range: ClosedRange<Double> {
    let lowest = min(0, silhouette.widths.min() ?? 0)
    return lowest - (lowest < 0 ? 0.05 : 0)...1.14
  }

  /// Over the middle of a block.
  private func name(_ block: Block) -> any Mark {
    TextMark(
      lines: ["\(componentName(block.component))   n = \(block.count)", "mean \(written(block.mean))"],
      x: block.start + Double(block.widths.count) / 2, y: max(block.widths.first ?? 0, silhouette.mean, 0),
      paint: .component(block.component))
  }

  /// Names beside the panel, for blocks too narrow to carry theirs.
  private func legend(_ blocks: [Block]) -> Legend {
    Legend(
      entries: blocks.map { block in
        Legend.Entry(
          componentName(block.component), note: "n = \(block.count), mean \(written(block.mean))",
          paint: .component(block.component))
      })
  }

  private struct Block {
    let component: Int
    /// Descending.
    let widths: [Double]
    /// Where it begins on the horizontal axis.
    let start: Double

    var mean: Double { widths.reduce(0, +) / Double(widths.count) }
    var count: String { NumberFormat.count.string(Double(widths.count)) }
  }

  /// One a component that has rows measured.
  private var blocks: [Block] {
    var groups = Array(repeating: [Double](), count: components)
    for (row, width) in zip(silhouette.rows, silhouette.widths) { groups[labels[row]].append(width) }
    var start = 0.0
    return groups.indices.filter { !groups[$0].isEmpty }.map { k in
      defer { start += Double(groups[k].count) }
      return Block(component: k, widths: groups[k].sorted(by: >), start: start)
    }
  }

  private func written(_ width: Double) -> String { NumberFormat.fixed(2).string(width) }
}

// MARK: Words

extension SilhouetteRecipe {
  private var isSampled: Bool { silhouette.rows.count < labels.count }
  private var negative: Int { silhouette.widths.count { $0 < 0 } }

  private var title: String {
    let mean = "Mean silhouette \(written(silhouette.mean))"
    if negative == 0 { return "\(mean); no row lies nearer to another component" }
    let rows = counted(silhouette.rows.count, isSampled ? "sampled row" : "row")
    return "\(mean); \(NumberFormat.count.string(Double(negative))) of \(rows) "
      + "\(negative == 1 ? "lies" : "lie") nearer to another component"
  }

  private var subtitle: String {
    "Silhouette width (b − a) / max(a, b) of each row: a, b its mean distance to its own and to the nearest other component"
  }

  private var distance: String {
    "Euclidean distance on \(counted(columns, "column")) "
      + (standardized ? "scaled to standard deviation 1" : "as \(columns == 1 ? "it is" : "they are")")
  }

  private var caption: String {
    sentences(
      sampleSize(labels.count), model + ".", distance + ".",
      isSampled
        ? "\(counted(silhouette.rows.count, "row")) drawn at random (seed 1), each measured against all." : "",
      components > blocks.count ? "Components without a row are left out." : "")
  }

  private var alternativeText: String {
    let parts = blocks.prefix(9).map { "\(componentName($0.component)) \(written($0.mean)) (n = \($0.widths.count))" }
    return
      "Silhouette plot of \(counted(silhouette.rows.count, "row")) in \(counted(blocks.count, "component")), widths "
      + "\(written(silhouette.widths.min() ?? 0)) to \(written(silhouette.widths.max() ?? 0)). \(title); means: "
      + "\(joined(Array(parts)))."
  }

  private var description: String {
    let worst = silhouette.widths.indices.min { silhouette.widths[$0] < silhouette.widths[$1] } ?? 0
    let row = silhouette.rows[worst]
    let last =
      silhouette.widths[worst] < 0
      ? " The lowest width, \(written(silhouette.widths[worst])), is that of row \(rowNumbers[row]): component "
        + "\(componentName(labels[row])), nearer to \(componentName(silhouette.neighbours[worst]))." : ""
    return "\(title). \(distance).\(last)"
  }

  private var data: ChartData {
    let blocks = blocks
    return ChartData([
      .init("component", texts: blocks.map { componentName($0.component) }),
      .init("rows", numbers: blocks.map { Double($0.widths.count) }),
      .init("mean width", numbers: blocks.map(\.mean)),
      .init("lowest width", numbers: blocks.map { $0.widths.last ?? 0 }),
      .init("rows below 0", numbers: blocks.map { block in Double(block.widths.count { $0 < 0 }) }),
    ])
  }
}
