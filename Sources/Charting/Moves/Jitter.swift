/// Moves values by up to `width / 2` to either side, each by the same amount on every run, so that equal ones show.
package func jittered(_ values: [Double], width: Double) -> [Double] {
  var generator = SplitMix64(state: 0x2545_F491_4F6C_DD1D)
  return values.map { $0 + Double.random(in: -0.5...0.5, using: &generator) * width }
}
