import Reports
import Testing

@Suite struct FigureTests {
  static func figure(_ images: [Report.Figure.Image], description: [Report.Block] = []) -> Report.Block {
    .figure(
      .init(
        anchor: "fig-a", number: 3, caption: [.text("A & B.")], alt: "Two \"dots\"", longDescription: description,
        width: 760, height: 460, images: images))
  }

  static let light = Report.Figure.Image(theme: .light, data: [0, 1, 2])
  static let dark = Report.Figure.Image(theme: .dark, data: [3, 4, 5])

  @Test func hasAPictureForEachTheme() throws {
    #expect(
      try html([Self.figure([Self.light, Self.dark])]) == """
        <div class="figure">
        <figure id="fig-a">
        <picture>
        <source media="screen and (prefers-color-scheme: dark)" width="760" height="460"
        srcset="data:image/png;base64,AwQF">
        <img alt="Two &quot;dots&quot;" width="760" height="460"
        src="data:image/png;base64,AAEC">
        </picture>
        <figcaption><span class="label">Figure\u{A0}3.</span> A &amp; B.</figcaption>
        </figure>
        </div>
        """)
  }

  @Test func oneImageServesBothThemes() throws {
    let page = try html([Self.figure([Self.dark])])
    #expect(!page.contains("<source") && page.contains("src=\"data:image/png;base64,AwQF\""))
  }

  @Test func aThemeOfItsOwnIsShownToAll() throws {
    let page = try html([Self.figure([Report.Figure.Image(theme: .print, data: [3, 4, 5])])])
    #expect(!page.contains("<source") && page.contains("src=\"data:image/png;base64,AwQF\""))
  }

  @Test func longDescriptionUnfoldsBelow() throws {
    let page = try html([Self.figure([Self.light], description: [.paragraph([.text("Long.")])])])
    #expect(page.contains(" aria-details=\"fig-a:description\""))
    #expect(
      passage(of: page, from: "</figure>", to: "</div>") == """
        <details id="fig-a:description">
        <summary>Description of Figure 3</summary>
        <p>Long.</p>
        </details>
        """)
  }

  @Test func theSummaryTellsOfTheData() throws {
    let data = Report.Block.table(Report.Table(columns: [.init([.text("x")])], rows: [[[.text("1")]]]))
    let page = try html([Self.figure([Self.light], description: [data])])
    #expect(page.contains("<summary>Description and data of Figure 3</summary>"))
  }
}
