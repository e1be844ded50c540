internal import Charting
internal import Notebooks
internal import Wording

/// The sentences of a scatter plot, made from its numbers.
struct ScatterWords {
  let recipe: ScatterRecipe

  private var cloud: Cloud { recipe.cloud }
  private var plot: TablePlot { recipe.plot }
  private var x: Variable { cloud.xVariable }
  private var y: Variable { cloud.yVariable }
  private var all: [Int] { Array(0..<cloud.count) }
  /// Smaller correlations than this are not told apart from none.
  private static let none = 0.1

  private static func written(_ r: Double) -> String { NumberFormat.fixed(2).string(r) }

  /// The groups that the rows are split into: colours, else panels; empty without any.
  private var parts: [(name: String, rows: [Int])] {
    if let groups = recipe.groups {
      return groups.levels.indices.map { level in (groups.title(level), all.filter { groups.codes[$0] == level }) }
        .filter { !$0.rows.isEmpty }
    }
    return recipe.facets.areUsed ? recipe.facets.cells.map { ($0.name, $0.rows) } : []
  }

  private var partsName: String { recipe.groups?.name ?? recipe.facets.names }

  // MARK: The finding

  var title: String {
    if cloud.count == 1 { return "One point, at \(cloud.place(cloud.x[0], cloud.y[0]))" }
    if let constant = constantTitle { return constant }
    guard let r = recipe.correlation(all) else { return "\(y.name) against \(x.name)".capitalizedFirst }
    let inParts = parts.compactMap { recipe.correlation($0.rows) }
    if parts.count > 1, inParts.count == parts.count, let reversed = reversedTitle(r, inParts) { return reversed }
    if let compared = comparedTitle { return compared }
    if recipe.look.trendline == .ols, parts.isEmpty, abs(r) >= Self.none, let slope = slopeTitle { return slope }
    let value = "(r = \(Self.written(r)))"
    if abs(r) < Self.none { return "\(y.name) and \(x.name): hardly correlated \(value)".capitalizedFirst }
    return "Higher \(x.name), \(r > 0 ? "higher" : "lower") \(y.name) \(value)"
  }

  /// For points in one line along an axis.
  private var constantTitle: String? {
    let (flat, upright) = (cloud.y.allSatisfy { $0 == cloud.y[0] }, cloud.x.allSatisfy { $0 == cloud.x[0] })
    if flat, upright { return "All \(counted(cloud.count, "point")) lie at \(cloud.place(cloud.x[0], cloud.y[0]))" }
    if flat { return "\(y.name) is \(y.measured(cloud.y[0])) whatever \(x.name) is".capitalizedFirst }
    if upright { return "\(x.name) is \(x.measured(cloud.x[0])) whatever \(y.name) is".capitalizedFirst }
    return nil
  }

  /// Where every group goes the other way than all together.
  private func reversedTitle(_ r: Double, _ inParts: [Double]) -> String? {
    guard abs(r) >= Self.none, inParts.allSatisfy({ $0 * r < 0 && abs($0) >= Self.none }) else { return nil }
    let (over, within) = r > 0 ? ("higher", "lower") : ("lower", "higher")
    return "Higher \(x.name), \(over) \(y.name) over all (r = \(Self.written(r))), but \(within) "
      + "within every \(partsName)"
  }

  /// Between which correlations the panels lie; `nil` without panels, and where none stands out in writing.
  private var comparedTitle: String? {
    let cells = recipe.facets.cells
    let all = cells.compactMap { cell in recipe.correlation(cell.rows).map { (name: cell.name, value: $0) } }
    guard cells.count > 1, all.count == cells.count else { return nil }
    let sorted = all.sorted { $0.value < $1.value }
    let texts = sorted.map { Self.written($0.value) }
    guard texts[0] != texts[1], texts[texts.count - 1] != texts[texts.count - 2] else { return nil }
    return "Correlation of \(x.name) and \(y.name): from r = \(texts[0]) for \(sorted[0].name) "
      + "to \(texts[texts.count - 1]) for \(sorted[sorted.count - 1].name)"
  }

  /// What a step along x comes to; `nil` without a line.
  private var slopeTitle: String? {
    guard let fit = recipe.fit(all), fit.slope != 0 else { return nil }
    let squared = "(r² = \(Self.written(fit.determination)))"
    let (verb, size) = (fit.slope > 0 ? "rises" : "falls", abs(fit.slope))
    let step = x.unit.isEmpty ? "unit of \(x.name)" : "\(x.unit) of \(x.name)"
    switch (plot.logX, plot.logY) {
    case (false, false): return "\(y.name) \(verb) by \(y.measured(size)) per \(step) \(squared)".capitalizedFirst
    case (true, false):
      return "\(y.name) \(verb) by \(y.measured(size)) whenever \(x.name) is ten times as large \(squared)"
        .capitalizedFirst
    case (false, true):
      let factor = Scale.log.value(at: fit.slope)
      guard Variable.written(factor) != "1" else { return nil }
      return "\(y.name) is multiplied by \(Variable.written(factor)) per \(step) \(squared)".capitalizedFirst
    case (true, true):
      return "\(y.name) \(verb) as \(x.name) to the power \(Variable.written(fit.slope)) \(squared)".capitalizedFirst
    }
  }

  // MARK: What surrounds it

  var subtitle: String {
    let colors = recipe.groups.map { $0.name == recipe.facets.names ? nil : "coloured by \($0.name)" } ?? nil
    let shapes = recipe.points.symbols.map { $0.name == recipe.groups?.name ? nil : "shaped by \($0.name)" } ?? nil
    let how = [colors, shapes].compactMap(\.self)
    return "\(y.title) against \(x.title)".capitalizedFirst + (how.isEmpty ? "" : ", " + joined(how))
      + recipe.facets.phrase
  }

  var caption: String {
    let logarithms =
      plot.logX && plot.logY ? " of the logarithms" : plot.logX || plot.logY ? ", with the logarithm of one" : ""
    let line =
      recipe.look.trendline == .ols
      ? "Line\(parts.count > 1 ? "s" : ""): least squares\(plot.logX || plot.logY ? " on the axes as drawn" : "")." : ""
    let saysCorrelation = title.contains("r = ")
    let saysShare = title.contains("r² = ")
    return sentences(
      cloud.sampleSizes, recipe.drawing.caption, saysCorrelation ? "r: Pearson’s correlation\(logarithms)." : "", line,
      recipe.look.interval.map { "Bars: from \($0[0].value) to \($0[1].value)." } ?? "",
      saysShare ? "r²: the share of the variance that the line accounts for." : "")
  }

  var alternativeText: String {
    let groups = recipe.groups.map { ", coloured by \($0.summary)" } ?? ""
    let shapes = recipe.points.symbols.map { $0.name == recipe.groups?.name ? "" : ", shaped by \($0.summary)" } ?? ""
    let panels =
      recipe.facets.areUsed ? ", in \(counted(recipe.facets.cells.count, "panel")) by \(recipe.facets.names)" : ""
    let (how, densest) = recipe.drawing.words
    return sentences(
      "Scatter plot of \(counted(cloud.count, "point"))\(how): \(cloud.ranges)\(groups)\(shapes)\(panels). \(title).",
      densest)
  }

  // MARK: At length

  var description: String {
    let r = recipe.correlation(all).map { "Over all, r = \(Self.written($0))." } ?? ""
    let inParts = parts.map { part in
      let r = recipe.correlation(part.rows).map { "r = \(Self.written($0))" } ?? "no correlation"
      return "\(part.name) (n = \(NumberFormat.count.string(Double(part.rows.count)))) \(r)"
    }
    return sentences(
      title + ".", "\(counted(cloud.count, "point")): \(cloud.ranges).", r,
      inParts.isEmpty ? "" : "By \(partsName): \(joined(inParts)).", fits)
  }

  private var fits: String {
    guard recipe.look.trendline == .ols, !plot.logX, !plot.logY else { return "" }
    let lines = (parts.isEmpty ? [("", all)] : parts).compactMap { part in
      recipe.fit(part.1).map { fit in
        (part.0.isEmpty ? "" : "\(part.0): ") + "\(y.name) = \(Variable.written(fit(0))) "
          + "\(fit.slope < 0 ? "−" : "+") \(Variable.written(abs(fit.slope))) × \(x.name)"
      }
    }
    return lines.isEmpty ? "" : "Line\(lines.count > 1 ? "s" : ""): \(joined(lines))."
  }

  /// A row for all points and one for each group: how many, their means, their correlation.
  var data: ChartData {
    let rows = [("all", all)] + parts.prefix(39)
    func mean(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 / Double(values.count) } }
    return ChartData([
      .init(partsName.isEmpty ? "points" : partsName, texts: rows.map(\.0)),
      .init("n", numbers: rows.map { Double($0.1.count) }),
      .init("mean \(x.title)", numbers: rows.map { row in mean(row.1.map { cloud.x[$0] }) }),
      .init("mean \(y.title)", numbers: rows.map { row in mean(row.1.map { cloud.y[$0] }) }),
      .init("r", numbers: rows.map { recipe.correlation($0.1) ?? .nan }),
      .init("slope", numbers: rows.map { recipe.fit($0.1)?.slope ?? .nan }),
    ])
  }
}
