extension Scene {
  /// The scene with all lines as many times as wide, their dashes as many times as long; nothing else changes.
  func scalingLines(by factor: Double) -> Scene {
    guard factor != 1 else { return self }
    var scene = self
    scene.primitives = primitives.map { $0.scalingLines(by: factor) }
    return scene
  }
}

extension Primitive {
  fileprivate func scalingLines(by factor: Double) -> Primitive {
    switch self {
    case .path(let path, let fill, let stroke): return .path(path, fill: fill, stroke: stroke?.scaled(by: factor))
    case .symbols(var stamps):
      stamps.outline = stamps.outline?.scaled(by: factor)
      return .symbols(stamps)
    case .group(let clip, let members): return .group(clip: clip, members.map { $0.scalingLines(by: factor) })
    case .text, .image: return self
    }
  }
}

extension Stroke {
  fileprivate func scaled(by factor: Double) -> Stroke {
    var stroke = self
    stroke.width *= factor
    stroke.dash = dash.map { $0 * factor }
    return stroke
  }
}
