import Charting
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ColorScaleTests {
  @Test func endsAndMiddleTakeTheirColours() {
    let scale = ColorScale(domain: 10...30)
    #expect(
      scale.paint(10) == .sequential(0) && scale.paint(20) == .sequential(0.5) && scale.paint(99) == .sequential(1))
    let log = ColorScale(scale: .log, domain: 1...10_000)
    #expect(log.position(100) == 0.5 && log.paint(0) == .grid)
    let diverging = ColorScale(.diverging(around: 1), domain: 0...5)
    #expect(diverging.domain == -3...5 && diverging.paint(1) == .diverging(0) && diverging.paint(-3) == .diverging(-1))
  }

  @Test func logarithmsAreLabelledAtPowers() {
    let bar = ColorScale(scale: .log, domain: 1...10_000).bar("density")
    #expect(bar.ticks.map(\.label.plain).contains("100"))
    #expect(
      bar.ticks.allSatisfy { tick in
        Double(tick.label.plain.replacing(",", with: "")).map { abs(tick.value - log10($0) / 4) < 1e-9 } == true
      })
  }

  @Test(arguments: 0..<80)
  func barsHaveAtLeastThreeLabels(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let low = Double.random(in: -5...5, using: &random) * pow(10, Double.random(in: -8...8, using: &random))
    let span = pow(10, Double.random(in: -8...8, using: &random))
    let scales = [
      ColorScale(domain: low...low + span), ColorScale(.diverging(around: 0), domain: low...low + span),
      ColorScale(scale: .log, domain: abs(low)...(abs(low) + span)), ColorScale(domain: low...low),
    ]
    for scale in scales {
      let bar = scale.bar("value")
      #expect(bar.ticks.count >= 3 && bar.ticks.allSatisfy { (0...1).contains($0.value) }, "\(scale)")
      #expect(zip(bar.ticks, bar.ticks.dropFirst()).allSatisfy { $0.value < $1.value })
      #expect(bar.paints.first == scale.paint(scale.domain.lowerBound))
    }
    // As many on either side of the middle, at the same distances.
    let places = scales[1].bar("value").ticks.map(\.value)
    #expect(zip(places, places.reversed()).allSatisfy { abs($0 + $1 - 1) < 1e-9 } && places.contains(0.5))
  }
}
