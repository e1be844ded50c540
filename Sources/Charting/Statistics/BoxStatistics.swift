/// The numbers of a box plot.
///
/// - SeeAlso: J. W. Tukey, *Exploratory Data Analysis*, 1977, §2C; quartiles are of type 7, as in R's `quantile` and
///   numpy. R. McGill, J. W. Tukey & W. A. Larsen, *Variations of box plots*, The American Statistician 32, 1978.
package struct BoxStatistics: Sendable, Hashable {
  package let count: Int
  package let lowerQuartile: Double
  package let median: Double
  package let upperQuartile: Double
  /// The furthest values within 1.5 interquartile ranges of the box.
  package let whiskers: ClosedRange<Double>
  /// The values beyond the whiskers, ascending.
  package let outliers: [Double]
  /// Values further than this lie more than 3 interquartile ranges from the box: Tukey's "far out".
  package let outerFences: ClosedRange<Double>
  package let mean: Double

  /// - Parameter values: those that are not finite are left out.
  /// - Returns: `nil` when none is finite.
  package init?(_ values: [Double]) {
    let sorted = values.sortedFinite()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    count = sorted.count
    lowerQuartile = Quantile.value(0.25, ofSorted: sorted)
    median = Quantile.value(0.5, ofSorted: sorted)
    upperQuartile = Quantile.value(0.75, ofSorted: sorted)
    let reach = 1.5 * (upperQuartile - lowerQuartile)
    let (low, high) = (lowerQuartile - reach, upperQuartile + reach)
    let inside = sorted.filter { low <= $0 && $0 <= high }
    whiskers = (inside.first ?? first)...(inside.last ?? last)
    outliers = sorted.filter { $0 < low || $0 > high }
    outerFences = low - reach...high + reach
    mean = Moments(sorted).mean
  }

  package var interquartileRange: Double { upperQuartile - lowerQuartile }

  /// The median's 95 % interval when medians are compared two by two: 1.57 IQR / √n to either side.
  package var notch: ClosedRange<Double> {
    let half = 1.57 * interquartileRange / Double(count).squareRoot()
    return median - half...median + half
  }
}
