import Charting
import Testing

@Suite struct PixelDifferenceTests {
  let white = PNGImage(width: 10, height: 10, pixels: [UInt8](repeating: 255, count: 400))

  @Test func equalPicturesDifferByNothing() throws {
    let difference = try #require(PixelDifference(white, white))
    #expect(difference.mean == 0 && difference.percentile95 == 0 && difference.maximum == 0)
    #expect(difference.isNegligible)
  }

  @Test func otherSizesCannotBeCompared() {
    #expect(PixelDifference(white, PNGImage(width: 20, height: 5, pixels: white.pixels)) == nil)
  }

  @Test func theMeanCountsEveryChannel() throws {
    var other = white
    other.pixels[0] = 215
    let difference = try #require(PixelDifference(white, other))
    #expect(difference.mean == 0.1 && difference.maximum == 40 && difference.percentile95 == 0)
    #expect(!difference.isNegligible)
  }

  @Test func theFivePercentWorstAreSetAside() throws {
    var other = white
    for i in 0..<20 { other.pixels[i] = 255 - 9 }
    #expect(try #require(PixelDifference(other, white)).percentile95 == 0)
    other.pixels[20] = 255 - 3
    #expect(try #require(PixelDifference(other, white)).percentile95 == 3)
  }
}
