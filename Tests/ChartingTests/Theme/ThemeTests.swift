import Charting
import Testing

@Suite struct ThemeTests {
  static let themes = [Theme.light, .dark, .print]
  static let paints: [Paint] =
    (0..<8).map { .component($0) } + (0..<7).map { .ordered($0, of: 7) } + [.ink, .muted, .neutral, .axis]
    + stride(from: 0.0, through: 1, by: 0.1).map { .sequential($0) } + [.diverging(-1), .diverging(0), .diverging(1)]
    + [.blend([0.5, 0.5]), .blend([0.2, 0.3, 0.5])]

  @Test(arguments: themes, paints)
  func textIsLegible(theme: Theme, paint: Paint) {
    #expect(theme.textColor(paint).contrast(with: theme.background) >= 4.5)
    #expect(theme.textColor(paint.opacity(0.2)).alpha == 1)
  }

  @Test(arguments: themes)
  func graphicsStandOut(theme: Theme) {
    for paint in (0..<6).map({ Paint.component($0) }) + (0..<6).map({ .ordered($0, of: 6) }) {
      #expect(theme.color(paint).contrast(with: theme.background) >= 3)
    }
  }

  @Test(arguments: themes)
  func laterInAnOrderStandsOutMore(theme: Theme) {
    let contrasts = (0..<6).map { theme.color(.ordered($0, of: 6)).contrast(with: theme.background) }
    #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// Little of something looks like none of it; more of it always stands out more.
  @Test(arguments: themes)
  func sequentialColoursLeaveThePage(theme: Theme) {
    let contrasts = (0...50).map { theme.color(.sequential(Double($0) / 50)).contrast(with: theme.background) }
    #expect(contrasts[0] < 1.1 && contrasts[50] > 7)
    #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// On a grey print, fills, grids and the first three components keep apart.
  @Test func printHoldsInGrey() {
    let theme = Theme.print
    #expect(theme.background == .white)
    #expect(theme.neutral.contrast(with: .white) >= 2 && theme.grid.contrast(with: .white) >= 1.4)
    let fills = (0..<3).map { theme.color(.component($0)) } + [theme.neutral]
    for (index, fill) in fills.enumerated() {
      for other in fills[..<index] { #expect(fill.contrast(with: other) >= 1.3) }
    }
  }

  /// The palette of the style guide.
  @Test func componentsHaveTheirColours() {
    let light = ["#2F4B8F", "#DF6A10", "#15806A", "#C44FB5", "#74440A", "#1E96F0"]
    let dark = ["#3FA0F5", "#FFB066", "#4AE6BE", "#EE5A9E", "#B09D20", "#BCCBF2"]
    #expect((0..<6).map { Theme.light.color(.component($0)).hex } == light)
    #expect((0..<6).map { Theme.dark.color(.component($0)).hex } == dark)
    #expect(Theme.light.textColor(.component(1)).hex == "#B85408")
    #expect(Theme.light.color(.ordered(0, of: 5)).hex == "#5A96D6")
    #expect(Theme.light.color(.ordered(4, of: 5)).hex == "#0C274B")
  }

  @Test func coloursRepeatWithAnotherShape() {
    #expect(Theme.light.color(.component(6)) == Theme.light.color(.component(0)))
    let looks = (0..<36).map { "\(Theme.light.color(.component($0)).hex) \(Symbol.component($0))" }
    #expect(Set(looks).count == 36)
    #expect((0..<6).map { Symbol.component($0) } == Symbol.allCases)
  }

  @Test func aCertainPointHasItsComponentsColour() {
    #expect(Theme.dark.color(.blend([0, 1, 0])) == Theme.dark.color(.component(1)))
    #expect(Theme.light.color(.component(0).opacity(0.5)).alpha == 0.5)
  }
}
