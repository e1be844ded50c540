internal import Charting
internal import Notebooks
internal import Reports
internal import Wording

extension Annotation {
  /// Draws this into a chart.
  ///
  /// - Throws: `Diagnostic` when there is no such panel or place.
  func draw(in chart: inout Chart, _ session: inout Session) throws {
    let panels = chart.panels.indices
    let index = try panel.map { number in
      guard number <= panels.count else {
        throw Diagnostic.error(
          "there is no panel \(number)", at: location, hint: "the figure has \(counted(panels.count, "panel"))")
      }
      return number - 1
    }
    guard let index = index ?? chart.mainPanel else { return }
    let axes = (x: chart.panels[index].x ?? chart.x, y: chart.panels[index].y)
    let x = try bounds.x.map { try $0.place(on: axes.x, "x", mayReachOver: shape == .region, session) }
    let y = try bounds.y.map { try $0.place(on: axes.y, "y", mayReachOver: shape == .region, session) }
    let words = try session.phrases(text).spelledText
    switch shape {
    case .note:
      chart.panels[index].marks.append(TextMark(words, x: x[0], y: y[0], paint: .ink, arrow: true))
    case .rule:
      let label = words.isEmpty ? nil : Label(words, paint: .muted)
      chart.panels[index].marks.append(
        RuleMark(x.isEmpty ? .horizontal : .vertical, at: x.first ?? y[0], paint: .muted, label: label))
    case .region:
      let label = words.isEmpty ? nil : Label(words, paint: .muted)
      let region = RectMark(
        x: try range(x, bounds.x), y: try range(y, bounds.y), paint: .neutral.opacity(0.45), label: label)
      // Beneath what the figure shows.
      chart.panels[index].marks.insert(region, at: 0)
    }
  }

  private func range(_ ends: [Double], _ expressions: [Expression]) throws -> ClosedRange<Double>? {
    guard ends.count == 2 else { return nil }
    guard ends[0] < ends[1] else {
      throw Diagnostic.error(
        "a region runs from a smaller to a larger value, not from \(NumberFormat.plain.string(ends[0])) to "
          + NumberFormat.plain.string(ends[1]), at: expressions[0].source.location)
    }
    return ends[0]...ends[1]
  }
}

extension Chart {
  /// The highest of the panels that share the height, the first among equals.
  fileprivate var mainPanel: Int? {
    func weight(_ panel: Panel) -> Double { if case .weight(let weight) = panel.height { weight } else { 0 } }
    return panels.indices.max { (weight(panels[$0]), -$0) < (weight(panels[$1]), -$1) }
  }
}

extension Expression {
  /// The value where an annotation stands.
  fileprivate func place(
    on axis: Axis, _ name: String, mayReachOver: Bool, _ session: Session
  ) throws -> Double {
    let value = try session.value(of: self)
    guard case .number(let number) = value else { throw isNoPlace(value.kind) }
    let written = NumberFormat.plain.string(number)
    guard number.isFinite else {
      throw Diagnostic.error("the place of an annotation is \(written)", at: source.location)
    }
    if axis.scale == .log, number <= 0 {
      throw Diagnostic.error("\(written) has no place on a logarithmic axis", at: source.location)
    }
    if let range = axis.range, !mayReachOver, !range.contains(number) {
      let ends = [range.lowerBound, range.upperBound].map { NumberFormat.significant(3).string($0) }
      throw Diagnostic.error(
        "\(name) = \(written) lies outside the figure", at: source.location,
        hint: "its \(name) axis runs from \(ends[0]) to \(ends[1])")
    }
    return number
  }
}
