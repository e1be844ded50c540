/// Orders that look random and are always the same.
package enum Shuffle {
  /// A permutation of `0..<count`.
  package static func order(_ count: Int) -> [Int] {
    var generator = SplitMix64(state: 0x9E37_79B9_7F4A_7C15)
    return Array(0..<count).shuffled(using: &generator)
  }
}

/// - SeeAlso: Steele, Lea & Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator {
  package var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
