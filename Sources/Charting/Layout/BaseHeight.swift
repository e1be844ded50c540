/// What the horizontal axis of a panel takes below it, in CSS pixels.
struct BaseHeight {
  let measurer: TextMeasurer

  /// - Parameter names: the height of the names of categories, where there are any.
  func of(_ base: Panel.Base, titleLines: Int, names: Double? = nil) -> Double {
    switch base {
    case .none, .line: return 0
    case .ticks: return Style.tickLength
    case .labels:
      let labels = labels(names: names)
      guard titleLines > 0 else { return labels }
      let extents = measurer.extents(of: "H", style: Style.axisTitle)
      return labels + Style.axisTitleGap + extents.capHeight + extents.descent
        + Double(titleLines - 1) * Style.subtitleLeading
    }
  }

  /// Ticks and labels.
  func labels(names: Double? = nil) -> Double {
    Style.tickLength + Style.tickGap + (names ?? measurer.extents(of: "0", style: Style.tick).capHeight)
  }
}
