internal import Mixtures
package import Reports
internal import Tables
internal import Wording

/// Tests of K components against K + 1, under the names that expressions know them by.
package struct ComponentTests: Inspectable {
  package static let kind = "test of the number of components"

  /// At least one, K ascending by one.
  let tests: [BootstrapTest]
  let level: Double
  /// `full covariance`
  let model: String

  package static let members: [Member<ComponentTests>] = [
    Member("components", "the K that the last test leaves: its own, or one more where p is at most level", .number) {
      .number(Double($0.components))
    },
    Member("statistic", "2 (ℓ of K + 1 − ℓ of K) of the last test, in nats", .number) { .number($0.last.statistic) },
    Member("p", "of the last test: (1 + replicates that reach the statistic) / (replicates + 1)", .number) {
      .number($0.last.pValue)
    },
    Member("level", "the largest p that speaks against K components", .number) { .number($0.level) },
    Member("table", "a table of the tests: components, statistic, p, replicates, failed", .object(tableShape)) {
      $0.table.map(Value.object) ?? .number(.nan)
    },
    Member("nulls", "a table of the statistics of the replicates: components, statistic", .object(nullShape)) {
      $0.nulls.map(Value.object) ?? .number(.nan)
    },
  ]

  private static let tableColumns = ["components", "statistic", "p", "replicates", "failed"]
  private static let nullColumns = ["components", "statistic"]
  private static var tableShape: ObjectShape { .table(tableColumns.map { ColumnShape($0, type: .number) }) }
  private static var nullShape: ObjectShape { .table(nullColumns.map { ColumnShape($0, type: .number) }) }

  private var last: BootstrapTest { tests[tests.count - 1] }

  var components: Int { last.pValue > level ? last.components : last.components + 1 }

  private var table: Table? {
    let numbers = [
      tests.map { Double($0.components) }, tests.map(\.statistic), tests.map(\.pValue),
      tests.map { Double($0.nullStatistics.count) }, tests.map { Double($0.failed) },
    ]
    return try? Table(columns: zip(Self.tableColumns, numbers).map { Column($0, numbers: $1) })
  }

  private var nulls: Table? {
    let numbers = [
      tests.flatMap { test in test.nullStatistics.map { _ in Double(test.components) } },
      tests.flatMap(\.nullStatistics),
    ]
    return try? Table(columns: zip(Self.nullColumns, numbers).map { Column($0, numbers: $1) })
  }

  var warnings: [String] {
    var result: [String] = []
    let failed = tests.reduce(0) { $0 + $1.failed }
    if failed > 0 {
      let all = tests.reduce(0) { $0 + $1.nullStatistics.count + $1.failed }
      result.append("\(failed) of \(counted(all, "replicate")) had no sound fit, and do not count")
    }
    // The least p there can be is 1 / (replicates + 1).
    if let test = tests.first(where: { 1 / Double($0.nullStatistics.count + 1) > level }) {
      result.append(
        "\(counted(test.nullStatistics.count, "replicate")) are too few for p to reach \(NumberFormat.plain.string(level))"
      )
    } else if tests.count > 1, last.pValue <= level {
      result.append(
        "every number of components tested is too small; \(components) are left untested")
    }
    return result
  }
}

extension ComponentTests: Tabulated {
  package func reportTable(columns: [String]?, decimals: Int?) -> Report.Table {
    let replicates = tests.map { Double($0.nullStatistics.count) }
    return Report.Table(
      [
        .init("K", numbers: tests.map { Double($0.components) }),
        .init("against", numbers: tests.map { Double($0.components + 1) }),
        .init("2 Δℓ", numbers: tests.map(\.statistic), decimals: decimals ?? 2),
        .init("p", numbers: tests.map(\.pValue), decimals: max(3, decade(of: (replicates.max() ?? 1) + 1))),
        .init("replicates", numbers: replicates),
        .init("verdict", texts: tests.map { $0.pValue > level ? "K is enough" : "K is too few" }),
      ], caption: [.text("Likelihood-ratio tests of K components against K + 1, \(model).")])
  }

  package var tableNote: String? {
    "Bootstrap from the mixture with K components, both refitted; p is the share of replicates, with the data counted in, "
      + "whose statistic reaches that of the data. K is enough where p is above \(NumberFormat.plain.string(level))."
  }
}
