import Charting
import Directives
import Foundation
import Reports
import Testing

/// A component of a fit looks alike in figures, tables and formulas.
@Suite struct ComponentColourTests {
  @Test(arguments: [(Theme.light, Palette.light), (.dark, .dark)])
  func thePageHasTheColoursOfTheCharts(theme: Theme, palette: Palette) {
    #expect(palette.components == theme.components.map(\.hex))
    #expect(palette.componentTexts == theme.componentTexts.map(\.hex))
    #expect(palette.page == theme.background.hex && palette.ink == theme.ink.hex && palette.muted == theme.muted.hex)
  }

  private static let notebook =
    cell("load faithful", "file: faithful.csv") + cell("fit m", "data: faithful", "components: 9", "max_iterations: 5")

  /// The rules of the page for each component, without the names of its colours.
  private func rules(of page: String) -> [Int: String] {
    var rules: [Int: String] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix(".component-") {
      let parts = line.dropFirst(".component-".count).split(separator: " ", maxSplits: 1)
      guard let sign = line.range(of: "--sign: ") else { continue }
      rules[Int(parts[0]) ?? 0] = String(line[sign.upperBound...])
    }
    return rules
  }

  private func page(_ cells: String) throws -> String {
    let report = try Workbench.withData().run(Self.notebook + cells).report
    return String(decoding: try HTMLRenderer().render(report).files[0].contents, as: UTF8.self)
  }

  /// Nine components: from the seventh on colours repeat, and shapes tell them apart.
  @Test func theSignsAreThoseOfTheCharts() throws {
    let page = try page(cell("table", "fit: m"))
    let rules = rules(of: page)
    #expect(rules.keys.sorted() == Array(1...9))
    for k in 0..<9 {
      #expect(page.contains("--component-\(k + 1): \(Theme.light.color(.component(k)).hex);"))
      #expect(page.contains("--component-\(k + 1)-text: \(Theme.dark.textColor(.component(k)).hex);"))
      for other in 0..<9 {
        #expect((rules[k + 1] == rules[other + 1]) == (Symbol.component(k) == Symbol.component(other)), "\(k) \(other)")
      }
    }
  }

  @Test func everyNameOfAComponentHasItsSign() throws {
    let names = (0..<9).map { "<span class=\"named component-\($0 + 1)\">\(componentName($0))</span>" }
    let table = try page(cell("table", "fit: m"))
    #expect(names.allSatisfy { table.contains("<th scope=\"col\" class=\"right\">\($0)</th>") })
    let cross = try page(cell("compare", "fit: m", "with: m"))
    #expect(names.allSatisfy { cross.contains("<th scope=\"row\">\($0)</th>") })
    #expect(names.allSatisfy { cross.contains("<th scope=\"col\" class=\"right\">\($0)</th>") })
  }

  @Test func aPageWithoutComponentsHasNoneOfTheirColours() throws {
    #expect(try !page("Text.").contains("component-"))
  }

  /// A column of the data that holds letters is no component.
  @Test func lettersOfTheDataHaveNone() throws {
    var workbench = try Workbench.withData()
    workbench.files["x.csv"] = "x,kind\n1,A\n1.2,A\n0.9,B\n9,B\n9.3,B\n8.8,B\n"
    let report = try workbench.run(
      cell("load t", "file: x.csv") + cell("fit g", "data: t", "columns: [x]", "components: 2")
        + cell("compare", "fit: g", "with: kind", "data: t"))
    let table = try #require(report.report.tables.first)
    #expect(table.columns.map(\.title) == ["component of g \\ kind", "A", "B", "total"].map { [.text($0)] })
    #expect(table.rows.prefix(2).map { $0[0] } == [[.component(0, [.text("A")])], [.component(1, [.text("B")])]])
  }
}
