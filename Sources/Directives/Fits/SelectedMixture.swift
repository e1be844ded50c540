internal import Mixtures
internal import Tables

/// A grid of fits and the best of them, under the names that expressions know them by.
package struct SelectedMixture: Inspectable {
  package static let kind = "selection"

  let selection: Selection
  let columns: [ColumnShape]
  let rowNumbers: RowNumbers
  /// Starts tried for each cell.
  let restarts: Int

  package static let members: [Member<SelectedMixture>] = [
    Member("best", "the best fit by the criterion; usable as fit:", .any) { .object($0.best) },
    Member("best_aic", "the best sound cell by AIC", cellShape) { .object($0.cell(.aic)) },
    Member("best_bic", "the best sound cell by BIC", cellShape) { .object($0.cell(.bic)) },
    Member("best_icl", "the best sound cell by ICL", cellShape) { .object($0.cell(.icl)) },
    Member("top", "the best three cells, or fewer: each the columns of table", .list(cellShape)) { selected in
      .list(selected.selection.top.map { .object(record($0)) })
    },
    Member("criterion", "bic, aic, icl or cv", .text) { .text($0.selection.criterion.rawValue) },
    Member("edge", "whether the best lies at the edge of the grid, so that one beyond it may be better", .boolean) {
      .boolean($0.selection.edge != nil)
    },
    Member("failed", "cells of the grid that could not be fitted", .number) { selected in
      .number(Double(selected.selection.cells.count { $0.failure != nil }))
    },
    Member("table", "a table of the cells, in grid order", .object(tableShape)) {
      $0.table.map(Value.object) ?? .number(.nan)
    },
  ]

  /// - Parameter parts: what the components of the largest mixture are called in names of columns.
  static func shape(columns: [ColumnShape], parts: [String]) -> ObjectShape {
    ObjectShape(
      of: SelectedMixture.self, shapes: ["best": .object(FittedMixture.shape(columns: columns, parts: parts))],
      columns: columns)
  }

  var best: FittedMixture { FittedMixture(fit: selection.best, columns: columns, rowNumbers: rowNumbers) }

  private static let cellShape = Shape.object(
    ObjectShape(
      of: Record.self,
      own: tableColumns.map { ($0.name, .number) } + textColumns.map { ($0.name, .text) }))

  /// The sound cell that is best by a criterion.
  private func cell(_ criterion: Criterion) -> Record {
    let sound = selection.cells.filter(\.isSound)
    return Self.record(
      sound.min { (criterion.loss(of: $0) ?? .infinity) < (criterion.loss(of: $1) ?? .infinity) })
  }

  /// A cell as a record of the columns of `table`.
  private static func record(_ cell: SelectionCell?) -> Record {
    Record(
      tableColumns.map { column in (column.name, Value.number(cell.flatMap(column.value) ?? .nan)) }
        + textColumns.map { column in (column.name, Value.text(cell.flatMap(column.text) ?? "")) })
  }

  private static let tableColumns: [(name: String, value: @Sendable (SelectionCell) -> Double?)] = [
    ("components", { Double($0.components) }), ("parameters", { Double($0.parameterCount) }),
    ("loglik", { $0.logLikelihood }), ("bic", { $0.bic }), ("aic", { $0.aic }), ("icl", { $0.icl }),
    ("cv", { $0.validation?.score }), ("cv_error", { $0.validation?.standardError }),
    ("iterations", { $0.iterations.map(Double.init) }),
  ]

  private static let textColumns: [(name: String, text: @Sendable (SelectionCell) -> String?)] = [
    ("covariance", { $0.family.name }), ("outcome", { $0.verdict }), ("reason", { $0.reason }),
  ]

  private static var tableShape: ObjectShape {
    ObjectShape.table(
      textColumns.map { ColumnShape($0.name, type: .category) }
        + tableColumns.map { ColumnShape($0.name, type: .number) })
  }

  private var table: Table? {
    let cells = selection.cells
    let texts = Self.textColumns.map { column in Column(column.name, texts: cells.map(column.text)) }
    let numbers = Self.tableColumns.map { column in
      Column(column.name, numbers: cells.map { column.value($0) ?? .nan })
    }
    return try? Table(columns: texts.prefix(1) + numbers + texts.dropFirst())
  }
}

extension SelectionCell {
  /// In a word or two: `converged`, `not converged`, `spurious`, `failed`.
  var verdict: String {
    if failure != nil { return "failed" }
    if spurious != nil { return "spurious" }
    return outcome?.isConverged == true ? "converged" : "not converged"
  }
}

extension Criterion {
  /// As readers see it: `BIC`.
  var title: String { rawValue.uppercased() }
}
