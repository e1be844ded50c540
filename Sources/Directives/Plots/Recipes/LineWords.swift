internal import Charting
internal import Wording

/// The sentences of a line chart, made from its numbers.
struct LineWords {
  let recipe: LineRecipe
  let lines: [LineRecipe.Line]

  private static let mostRows = 40

  private var cloud: Cloud { recipe.cloud }
  private var x: Variable { cloud.xVariable }
  private var y: Variable { cloud.yVariable }
  private var spread: Double { (cloud.y.max() ?? 0) - (cloud.y.min() ?? 0) }
  private var manyColumns: Bool { recipe.plot.ys.count > 1 }
  /// Lines with several points at one place.
  private var crowded: Int { lines.count { line in zip(line.x, line.x.dropFirst()).contains { $0 == $1 } } }

  // MARK: The finding

  var title: String {
    let tops = tops
    guard let top = tops.first else { return "\(y.name) over \(x.name)".capitalizedFirst }
    if cloud.count == 1 { return "One point, at \(cloud.place(cloud.x[0], cloud.y[0]))" }
    if lines.allSatisfy({ $0.y.allSatisfy { $0 == top.value } }) {
      return "\(y.name) is \(y.measured(top.value)) throughout".capitalizedFirst
    }
    if lines.count == 1, let steady = steadyTitle(lines[0]) { return steady }
    let what = manyColumns ? lines[top.line].name : y.name
    let highest = "The highest \(estimator)\(what)"
    if tops.count > 1 {
      return "\(highest), \(y.measured(top.value, spread: spread)), is reached at \(spelled(tops.count, "point"))"
    }
    let line = lines[top.line]
    let group = line.name.isEmpty || manyColumns ? "" : " for \(line.name),"
    let panel =
      recipe.points.facets.cells.count > 1 ? ", in the panel of \(recipe.points.facets.cells[line.panel].name)" : ""
    return "\(highest) is\(group) at \(x.name) \(x.measured(top.place))\(panel)"
  }

  /// The highest points over all lines.
  private var tops: [(line: Int, place: Double, value: Double)] {
    guard let value = lines.flatMap(\.y).max() else { return [] }
    return lines.enumerated().flatMap { index, line in
      line.y.indices.filter { line.y[$0] == value }.map { (index, line.x[$0], value) }
    }
  }

  /// For a line that only rises or only falls.
  private func steadyTitle(_ line: LineRecipe.Line) -> String? {
    guard line.y.count > 2, crowded == 0 else { return nil }
    let steps = zip(line.y, line.y.dropFirst())
    let rises = steps.allSatisfy { $0 < $1 }
    guard rises || steps.allSatisfy({ $0 > $1 }) else { return nil }
    let ends = Variable.written([line.y[0], line.y[line.y.count - 1]], spread: spread)
    guard ends[0] != ends[1] else { return nil }
    return "\(estimator)\(y.name) \(rises ? "rises" : "falls") throughout, from \(ends[0]) to \(y.measured(ends[1]))"
      .capitalizedFirst
  }

  private var estimator: String {
    switch recipe.look.estimator {
    case .none: ""
    case .mean: "mean "
    case .median: "median "
    }
  }

  // MARK: What surrounds it

  var subtitle: String {
    let names = [recipe.groups?.name, recipe.dashes?.name].compactMap(\.self)
    let each = manyColumns ? "column" : names.count == 2 && names[0] == names[1] ? names[0] : joined(names)
    return "\(estimator)\(y.title) over \(x.title)".capitalizedFirst
      + (each.isEmpty ? "" : ", one line for each \(each)") + recipe.points.facets.phrase
  }

  var caption: String {
    let crowded = crowded
    let lines = lines.count == 1 ? "The line has" : "\(counted(crowded, "line")) \(crowded == 1 ? "has" : "have")"
    return sentences(
      manyColumns ? "\(counted(cloud.count, "point"))." : cloud.sampleSizes,
      crowded > 0 ? "\(lines) several values at one \(x.name), drawn in the order of their rows." : "",
      recipe.look.estimator == .none ? "" : "A point is the \(estimator)of the rows at its \(x.name).")
  }

  var alternativeText: String {
    let parts = lines.filter { !$0.name.isEmpty }.map(\.name)
    let names = parts.isEmpty ? "" : ", \(counted(Set(parts).count, "line")) (\(joined(unique(parts))))"
    let facets = recipe.points.facets
    let panels = facets.areUsed ? ", in \(counted(facets.cells.count, "panel")) by \(facets.names)" : ""
    return "Line chart of \(counted(cloud.count, "point")): \(cloud.ranges)\(names)\(panels). \(title)."
  }

  private func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
  }

  // MARK: At length

  private func name(_ line: LineRecipe.Line) -> String {
    let panel = recipe.points.facets.areUsed ? recipe.points.facets.cells[line.panel].name : ""
    return unique([panel, line.name].filter { !$0.isEmpty }).joined(separator: ", ")
  }

  /// Where lines begin and end, and between which heights they run.
  var description: String {
    let parts = lines.prefix(12).map { line in
      let low = line.y.min() ?? .nan
      let numbers = Variable.written(
        [line.y[0], line.y[line.y.count - 1], low, line.y.max() ?? .nan], spread: spread)
      let own = name(line)
      return (own.isEmpty ? "The line" : own) + " runs from \(numbers[0]) at \(x.name) \(x.measured(line.x[0])) to "
        + "\(numbers[1]) at \(x.measured(line.x[line.x.count - 1])), between \(numbers[2]) and \(y.measured(numbers[3]))."
    }
    let more = lines.count > 12 ? "\(counted(lines.count - 12, "more line"))." : ""
    return ([title + "."] + parts.map(\.capitalizedFirst) + [more]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Every point, or of many points a row a line.
  var data: ChartData {
    let names = lines.map(name)
    let title = [recipe.groups?.name, recipe.dashes?.name].compactMap(\.self).first ?? "line"
    let count = lines.reduce(0) { $0 + $1.x.count }
    guard count > Self.mostRows else {
      let own = lines.contains { !$0.name.isEmpty } || recipe.points.facets.areUsed
      let points: [ChartData.Column] = [
        .init(x.title, numbers: lines.flatMap(\.x)), .init(estimator + y.title, numbers: lines.flatMap(\.y)),
      ]
      let labels = zip(lines, names).flatMap { line, name in line.x.map { _ in name } }
      return ChartData((own ? [.init(title, texts: labels)] : []) + points)
    }
    let shown = Array(lines.prefix(Self.mostRows))
    return ChartData([
      .init(title, texts: zip(shown, names).map { $1.isEmpty ? y.name : $1 }),
      .init("points", numbers: shown.map { Double($0.x.count) }),
      .init("first \(x.title)", numbers: shown.map { $0.x[0] }),
      .init("last \(x.title)", numbers: shown.map { $0.x[$0.x.count - 1] }),
      .init("first \(y.title)", numbers: shown.map { $0.y[0] }),
      .init("last \(y.title)", numbers: shown.map { $0.y[$0.y.count - 1] }),
      .init("least \(y.title)", numbers: shown.map { $0.y.min() ?? .nan }),
      .init("greatest \(y.title)", numbers: shown.map { $0.y.max() ?? .nan }),
    ])
  }
}
