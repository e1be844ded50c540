import Charting
import Testing

@Suite struct ColorTests {
  @Test(arguments: ["#2F4B8F", "2F4B8F", "2f4b8f"])
  func readsHex(_ text: String) {
    #expect(Color(hex: text) == Color(red: 0x2F, green: 0x4B, blue: 0x8F))
  }

  @Test(arguments: ["", "#", "#2F4B8", "#2F4B8F0", "#2F4B8G", "+2F4B8", "blue"])
  func refusesOtherText(_ text: String) {
    #expect(Color(hex: text) == nil)
  }

  @Test func writesHex() {
    #expect(Color(0x0A0B0C).hex == "#0A0B0C")
  }

  /// WCAG 2.2: black on white is 21, a colour on itself 1; #767676 on white is the well-known 4.54.
  @Test func contrast() {
    #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-12)
    #expect(Color(0x2F4B8F).contrast(with: Color(0x2F4B8F)) == 1)
    #expect(abs(Color(0x767676).contrast(with: .white) - 4.54) < 0.005)
    #expect(Color.white.contrast(with: Color(0x767676)) == Color(0x767676).contrast(with: .white))
  }

  @Test func compositesOverABackground() {
    #expect(Color(0xFF0000, alpha: 0.5).over(Color(0x0000FF)) == Color(0x800080))
    #expect(Color(0x123456, alpha: 0).over(.white) == .white)
    #expect(Color(0x123456).opacity(0.5).opacity(0.5).alpha == 0.25)
  }

  @Test func mixingKeepsTheEnds() {
    let (a, b) = (Color(0x2F4B8F), Color(0xDF6A10))
    #expect(a.mixed(with: b, fraction: 0) == a)
    #expect(a.mixed(with: b, fraction: 1) == b)
  }

  /// In OKLab the middle of black and white has lightness 0.5: light 0.5³ = 0.125, which sRGB encodes as #636363.
  @Test func mixingIsPerceptual() {
    #expect(Color.black.mixed(with: .white, fraction: 0.5) == Color(0x636363))
  }

  @Test func mixtureIsWeighted() {
    let colors = [Color(0x2F4B8F), Color(0xDF6A10), Color(0x15806A)]
    #expect(Color.mixture(colors, weights: [0, 0, 3]) == colors[2])
    #expect(Color.mixture(colors, weights: [2, 2, 0]) == colors[0].mixed(with: colors[1], fraction: 0.5))
    #expect(Color.mixture(colors, weights: [0, 0, 0]) == colors[0])
  }
}
