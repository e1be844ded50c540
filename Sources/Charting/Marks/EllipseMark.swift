/// The contours of a two-dimensional Gaussian: points at a Mahalanobis distance of s from its mean.
///
/// In two dimensions 1σ holds 1 − e^(−1/2) = 39 % of the mass, 2σ holds 86 %.
package struct EllipseMark: Mark {
  package struct Covariance: Sendable, Hashable {
    package var xx: Double
    package var xy: Double
    package var yy: Double

    package init(xx: Double, xy: Double, yy: Double) {
      self.xx = xx
      self.xy = xy
      self.yy = yy
    }

    /// The lower triangular L with L Lᵀ = Σ; `nil` where there is none.
    var cholesky: (xx: Double, yx: Double, yy: Double)? {
      let (a, rest) = (xx.squareRoot(), yy - xy * xy / xx)
      guard xx > 0, rest > 0, a.isFinite, rest.isFinite else { return nil }
      return (a, xy / a, rest.squareRoot())
    }
  }

  /// In data units.
  package var x: Double
  package var y: Double
  /// In squared data units, positive definite; others are not drawn.
  package var covariance: Covariance
  /// Distances in standard deviations, such as 1 and 2: the innermost is drawn solid, others dashed.
  package var sigmas: [Double]
  package var paint: Paint
  /// A rim in the colour of the background, for ellipses over a crowd of points.
  package var rimmed: Bool
  package var label: Label?
  /// Drawn dashed, pale and without a fill: where something was before.
  package var isGhost: Bool

  package init(
    x: Double, y: Double, covariance: Covariance, sigmas: [Double] = [1, 2], paint: Paint, rimmed: Bool = false,
    label: Label? = nil, isGhost: Bool = false
  ) {
    self.x = x
    self.y = y
    self.covariance = covariance
    self.sigmas = sigmas
    self.paint = paint
    self.rimmed = rimmed
    self.label = label
    self.isGhost = isGhost
  }

  package var grid: Panel.Grid? { .both }

  package func extend(x: inout Extent, y: inout Extent) {
    guard let outermost = sigmas.max(), let factor = covariance.cholesky else { return }
    let (dx, dy) = (outermost * factor.xx, outermost * covariance.yy.squareRoot())
    x.include([self.x - dx, self.x + dx])
    y.include([self.y - dy, self.y + dy])
  }

  package func draw(in panel: inout PanelDrawing) {
    guard let factor = covariance.cholesky else { return }
    let center = panel.point(x, y)
    let (sx, sy) = (panel.x.pixelsPerUnit, panel.y.pixelsPerUnit)
    let axes = (Point(factor.xx * sx, factor.yx * sy), Point(0, factor.yy * sy))
    for (index, sigma) in sigmas.sorted().enumerated().reversed() {
      let path = Path.ellipse(center: center, axes: (axes.0 * sigma, axes.1 * sigma))
      let isSolid = index == 0 && !isGhost
      let fill = isGhost || rimmed ? nil : panel.theme.color(paint.opacity(index == 0 ? 0.10 : 0.05))
      let stroke = Stroke(
        panel.theme.color(isGhost ? paint.opacity(0.75) : paint), width: isSolid ? 1.8 : isGhost ? 1.1 : 1.4,
        dash: isSolid ? [] : isGhost ? [4, 3] : [5, 3])
      if rimmed {
        panel.add(.stroke(path, Stroke(panel.theme.background.opacity(0.8), width: stroke.width + 2.5)))
      }
      panel.add(.path(path, fill: fill, stroke: stroke))
      panel.obstacles.add(line: Self.outline(center, axes, sigma), weight: 2)
    }
    if let label, let outermost = sigmas.max() {
      panel.labels.append(
        LabelRequest(
          label, paint: paint, swatch: .fill, beside: .outline(Self.outline(center, axes, outermost), center)))
    }
  }

  private static func outline(_ center: Point, _ axes: (Point, Point), _ sigma: Double) -> [Point] {
    UnitCircle.points(72).map { center + axes.0 * ($0.x * sigma) + axes.1 * ($0.y * sigma) }
  }
}
