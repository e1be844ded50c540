import Directives
import Testing

@Suite struct SeedStreamTests {
  @Test func finishesAsSplitMix64() {
    // The empty name leaves FNV's offset basis; chosen so that the sum is SplitMix64's first state from seed 0, whose
    // first output is published with the generator.
    #expect(streamSeed(0 &- 0xCBF2_9CE4_8422_2325, name: "") == 0xE220_A839_7B1D_CDAF)
  }

  @Test func differsByNameAndSeed() {
    var seen: Set<UInt64> = []
    for seed in UInt64(0)..<20 {
      for name in ["a", "b", "ab", "ba", "g2", "g3"] { seen.insert(streamSeed(seed, name: name)) }
    }
    #expect(seen.count == 120)
  }
}
