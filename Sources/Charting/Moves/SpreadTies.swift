/// Values recorded in steps, spread evenly over their step, so that equal ones follow each other as they would have been
/// measured.
///
/// - Returns: all finite values in ascending order, and the step; values without ties stay as they are.
package func untied(_ values: [Double]) -> (values: [Double], step: Double?) {
  let sorted = values.sortedFinite()
  guard let step = Resolution.granule(ofSorted: sorted), Set(sorted).count < sorted.count else { return (sorted, nil) }
  var result: [Double] = []
  var start = 0
  while start < sorted.count {
    var end = start
    while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
    let count = Double(end - start)
    for place in 0..<(end - start) { result.append(sorted[start] + ((Double(place) + 0.5) / count - 0.5) * step) }
    start = end
  }
  return (result, step)
}
