/// Something in a finished scene that a reader would stumble over.
package enum SceneProblem: Sendable, Hashable, CustomStringConvertible {
  case textOutsideCanvas(String)
  case textOnText(String, String)
  case textTooSmall(String, size: Double)
  case textTooFaint(String, contrast: Double)
  case axisWithFewLabels(axis: Int, labels: Int)
  case colorBarWithFewLabels(labels: Int)
  case smallPanels(share: Double)

  package var description: String {
    switch self {
    case .textOutsideCanvas(let text): "‘\(text)’ is cut off or touches the edge"
    case .textOnText(let a, let b): "‘\(a)’ and ‘\(b)’ overlap"
    case .textTooSmall(let text, let size): "‘\(text)’ is set at \(size) px, under \(SceneChecks.leastSize)"
    case .textTooFaint(let text, let contrast):
      "‘\(text)’ has a contrast of \(contrast) to what it stands on, under \(SceneChecks.leastContrast)"
    case .axisWithFewLabels(let axis, let labels):
      "axis \(axis) has \(labels) labels, fewer than \(SceneChecks.leastLabels)"
    case .colorBarWithFewLabels(let labels):
      "a colour bar has \(labels) labels, fewer than \(SceneChecks.leastLabels)"
    case .smallPanels(let share): "the data take \(share) of the canvas, less than \(SceneChecks.leastShare)"
    }
  }
}
