import Directives
import Reports
import Testing

@Suite struct CertificateDirectiveTests {
  /// Without a floor ℓ itself never falls and squared distances add up to n d: two laws more. Covariances within and
  /// between add up to that of the data only where a family keeps them whole.
  @Test(
    arguments: [("full", 10), ("tied", 10), ("diagonal", 9), ("spherical", 9)],
    [("regularization: 0", 0), ("restarts: 10", 2)])
  func lawsHold(family: (name: String, laws: Int), floor: (option: String, fewer: Int)) throws {
    let outcome = try Workbench.withData().run(
      cell("load faithful", "file: faithful.csv")
        + cell("fit m", "data: faithful", "components: 2", "covariance: \(family.name)", floor.option)
        + cell("certificate", "fit: m"))
    let table = try #require(outcome.report.tables.first)
    let holds = try #require(table.columns.firstIndex { $0.title.plainText == "holds" })
    #expect(table.rows.map { $0[holds].plainText } == Array(repeating: "✓", count: family.laws - floor.fewer))
    #expect(outcome.warnings.isEmpty)
  }
}
