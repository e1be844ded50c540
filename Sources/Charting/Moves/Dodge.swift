/// Divides a band among groups that stand side by side.
///
/// - Parameters:
///   - band: the whole, such as a bin or the half units around a category.
///   - index: the group, counted from 0, of `count`.
///   - gap: the share of the band left free between groups.
package func dodged(_ band: ClosedRange<Double>, index: Int, of count: Int, gap: Double = 0.1) -> ClosedRange<Double> {
  let width = band.upperBound - band.lowerBound
  let step = width / Double(max(1, count))
  let start = band.lowerBound + step * Double(index)
  let margin = count > 1 ? gap * step / 2 : 0
  return start + margin...start + step - margin
}
