/// Random numbers that are the same on every machine: xoshiro256++ (Blackman & Vigna 2019), its state filled from the
/// seed by SplitMix64 (Steele, Lea & Flood 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  private var spareNormal: Double?
  private let seed: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    var mixer = seed
    state = (Self.splitMix(&mixer), Self.splitMix(&mixer), Self.splitMix(&mixer), Self.splitMix(&mixer))
  }

  /// An independent generator for one purpose, determined by this one's seed and the name alone, however many numbers
  /// were drawn before.
  package func stream(named name: String) -> SeededGenerator {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // Fowler–Noll–Vo, 64 bits
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var mixer = seed
    return SeededGenerator(seed: Self.splitMix(&mixer) ^ Self.splitMix(&hash))
  }

  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  package mutating func next() -> UInt64 {
    func rotate(_ x: UInt64, _ by: UInt64) -> UInt64 { (x << by) | (x >> (64 - by)) }
    let result = rotate(state.0 &+ state.3, 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotate(state.3, 45)
    return result
  }

  /// Uniform on [0, 1): a multiple of 2⁻⁵³.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Standard normal, by Marsaglia's polar method.
  package mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * Elementary.log(square) / square).squareRoot()
      spareNormal = v * factor
      return u * factor
    }
  }

  /// Uniform on 0 ..< bound, without bias (Lemire 2019). `bound` is at least 1.
  package mutating func integer(below bound: Int) -> Int {
    let range = UInt64(bound)
    let threshold = (0 &- range) % range
    while true {
      let product = next().multipliedFullWidth(by: range)
      if product.low >= threshold { return Int(product.high) }
    }
  }

  /// A random order of 0 ..< count (Fisher–Yates).
  package mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// Puts the elements in random order.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for i in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(i, integer(below: i + 1)) }
  }

  /// An index drawn with probability proportional to its weight; the weights are not negative and not all zero.
  package mutating func index(weights: [Double]) -> Int {
    let target = uniform() * weights.reduce(0, +)
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      sum += weight
      if target < sum { return index }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}
