internal import Charting
internal import Wording

/// The points behind a two-dimensional figure.
struct Cloud {
  let x: [Double]
  let y: [Double]
  let xVariable: Variable
  let yVariable: Variable
  /// Rows of the table without a place on the axes.
  var leftOut = 0
  /// Rows beyond the part of the axes that is shown.
  var outside = 0

  var count: Int { x.count }

  /// - Parameters:
  ///   - rangeX, rangeY: the ends of the axes; from the data when `nil`.
  func axes(
    logX: Bool = false, logY: Bool = false, rangeX: ClosedRange<Double>? = nil, rangeY: ClosedRange<Double>? = nil
  ) -> (x: Axis, y: Axis) {
    (axis(x, xVariable, logX, rangeX), axis(y, yVariable, logY, rangeY))
  }

  /// Between years and other whole numbers there is nothing to label.
  private func axis(_ values: [Double], _ variable: Variable, _ log: Bool, _ range: ClosedRange<Double>?) -> Axis {
    let levels = Set(values)
    let years = (1...8).contains(levels.count) && levels.allSatisfy(variable.isYear)
    return Axis(
      variable.title, scale: log ? .log : .linear, range: range,
      integers: !log && (1...13).contains(levels.count) && levels.allSatisfy { $0 == $0.rounded() },
      ticks: years && levels.count > 2
        ? levels.sorted().map { Tick($0, RichText(NumberFormat.fixed(0).string($0))) } : nil)
  }

  /// `eruptions (1.6 to 5.1 min) and waiting (43 to 96 min)`
  var ranges: String { "\(xVariable.name) (\(xVariable.span(x))) and \(yVariable.name) (\(yVariable.span(y)))" }

  /// `n = 151. 2 rows left out: a value is missing or has no logarithm.`
  var sampleSizes: String {
    sentences(
      sampleSize(count),
      leftOut == 0 ? "" : "\(counted(leftOut, "row")) left out: a value is missing or has no logarithm.",
      outside == 0 ? "" : "\(counted(outside, "row")) outside the axes not shown.")
  }

  /// `n = 214. 58 rows not drawn: a value is missing.`, of the rows of a fit.
  var fittedSizes: String { sentences(count == 0 ? "" : sampleSize(count), notDrawn(leftOut)) }

  /// `eruptions 2.04 and waiting 54.5`
  func place(_ x: Double, _ y: Double) -> String {
    "\(xVariable.name) \(Variable.written(x, spread: spread(self.x))) and "
      + "\(yVariable.name) \(Variable.written(y, spread: spread(self.y)))"
  }

  private func spread(_ values: [Double]) -> Double? {
    guard let low = values.min(), let high = values.max() else { return nil }
    return (high - low) / 10
  }
}
