import Foundation
import Reports
import Testing

@Suite struct PaletteTests {
  /// (L₁ + .05) / (L₂ + .05) of WCAG 2.2, from the relative luminances of two colours `#RRGGBB`.
  static func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ color: String) -> Double {
      let value = Int(color.dropFirst(), radix: 16) ?? 0
      let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel -> Double in
        let c = Double(channel) / 255
        return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func theFormulaGivesTheKnownExtremes() {
    #expect(abs(Self.contrast("#000000", "#FFFFFF") - 21) < 1e-9)
    #expect(abs(Self.contrast("#777777", "#FFFFFF") - 4.48) < 0.005)
  }

  @Test(arguments: [Palette.light, .dark])
  func everyTextCanBeRead(palette: Palette) {
    for (name, color) in palette.roles where !["page", "surface", "hairline"].contains(name) {
      let needed = name == "muted" ? 4.5 : 7
      #expect(Self.contrast(color, palette.page) >= needed, "\(name) on the page")
    }
    #expect(Self.contrast(palette.ink, palette.surface) >= 7)
  }

  @Test(arguments: [Palette.light, .dark])
  func componentsStandOutAndCanBeReadAsText(palette: Palette) {
    #expect(palette.components.count == 6 && palette.componentTexts.count == 6)
    #expect(palette.components.allSatisfy { Self.contrast($0, palette.page) >= 3 })
    #expect(palette.componentTexts.allSatisfy { Self.contrast($0, palette.page) >= 4.5 })
  }

  @Test func thePageIsTheGroundOfTheCharts() {
    #expect(Palette.light.page == "#FFFFFF")
    #expect(Palette.dark.page == "#16191D")
    #expect(Palette.dark.ink == "#ECEEF1")
  }

  @Test func bothPalettesReachThePage() throws {
    let page = try htmlPage(of: .of([]))
    let screen = "@media screen and (prefers-color-scheme: dark) {"
    let light = passage(of: page, from: ":root {", to: "}")
    let dark = passage(of: page, from: screen + "\n:root {", to: "}")
    #expect(light.contains("--page: #FFFFFF;") && light.contains("--muted: #5B6470;"))
    #expect(dark.contains("--page: #16191D;") && dark.contains("--muted: #A3ABB6;"))
  }
}
