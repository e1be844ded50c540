/// What the horizontal axis of a panel takes below it, in CSS pixels.
struct BaseHeight {
  let measurer: TextMeasurer

  func of(_ base: Panel.Base, titleLines: Int) -> Double {
    switch base {
    case .none, .line: return 0
    case .ticks: return Style.tickLength
    case .labels:
      guard titleLines > 0 else { return labels }
      let extents = measurer.extents(of: "H", style: Style.axisTitle)
      return labels + Style.axisTitleGap + extents.capHeight + extents.descent
        + Double(titleLines - 1) * Style.subtitleLeading
    }
  }

  /// Ticks and labels.
  var labels: Double {
    Style.tickLength + Style.tickGap + measurer.extents(of: "0", style: Style.tick).capHeight
  }
}
