/// The seed of one cell's own stream: from the notebook's seed and the cell's name alone, so that inserting or moving
/// other cells changes nothing.
///
/// The name is hashed by FNV-1a (64 bits), the sum finished as SplitMix64 does (Steele, Lea & Flood 2014).
package func streamSeed(_ seed: UInt64, name: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  var z = seed &+ hash &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
