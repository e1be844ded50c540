internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{table} tbl-…`: rows of a table, a cross-tabulation of two of its columns, or what another result has to show.
struct TableDirective: Directive {
  static let name = "table"
  static let summary =
    "shows rows of a table, a cross-tabulation, a fit's parameters and their errors, a selection or a test"
  static let naming = CellNaming.label(.table, isOptional: true)
  static let options = [
    OptionDoc("data", "table", "the table to show rows of"),
    OptionDoc("fit", "fit or mixture", "what to show the parameters of"),
    OptionDoc("select", "selection", "the selection to show"),
    OptionDoc("errors", "set of standard errors", "the errors of a fit's parameters to show"),
    OptionDoc("test", "test of the number of components", "the test to show"),
    OptionDoc("columns", "list of columns", "which columns to show; in a cross-tabulation the one across"),
    OptionDoc(
      "rows", "whole number or column", default: "10",
      "how many rows, or cells of a selection, to show; or the column down a cross-tabulation"),
    OptionDoc("digits", "whole number", "decimals of every number; chosen by the data when not given"),
    OptionDoc("caption", "inline Markdown", "what the table shows"),
  ]

  private enum Content {
    case rows(of: Expression, count: Int)
    case crossTabulation(of: Expression, down: Located<String>, across: Located<String>)
    /// The count is nil where everything is shown.
    case result(Expression, kind: String, count: Int?)
  }

  private let label: Located<String>
  private let content: Content
  private let columns: [Located<String>]?
  private let decimals: Int?
  private let caption: [Inline]?

  init(_ options: inout Options) throws {
    label = options.name
    columns = options.columns("columns")
    decimals = options.wholeNumber("digits", 0...15)
    caption = options.inlines("caption")
    let rows = options.text("rows")
    let data = options.object("data")
    let results = [
      (FittedMixture.kind, options.object("fit")), (SelectedMixture.kind, options.object("select")),
      (FitErrors.kind, options.object("errors")), (ComponentTests.kind, options.object("test")),
    ]
    let sources =
      (data.map { [("table", $0)] } ?? []) + results.compactMap { kind, source in source.map { (kind, $0) } }
    guard let source = sources.first, sources.count == 1 else {
      options.fail(
        "a table shows one of data, fit, select, errors and test", at: options.location,
        hint: "give exactly one of them")
      throw OptionsIncomplete()
    }
    guard source.0 == "table" else {
      if [SelectedMixture.kind, ComponentTests.kind].contains(source.0), columns != nil {
        options.fail(
          "'columns' means nothing for \(withArticle(source.0))", at: options.location(of: "columns"),
          hint: "data: \(source.1.source.value).table shows columns of its rows")
      }
      var count: Int?
      if source.0 == "selection" {
        count = options.wholeNumber("rows", 1...)
      } else if options.has("rows") {
        options.fail("'rows' means nothing for \(withArticle(source.0))", at: options.location(of: "rows"))
      }
      content = .result(source.1, kind: source.0, count: count)
      return
    }
    let text = try options.required(rows)
    if let count = Int(text.value) {
      if count < 1 { options.fail("expected at least one row, not '\(text.value)'", at: text.location) }
      content = .rows(of: source.1, count: count)
    } else if let columns, columns.count == 1 {
      content = .crossTabulation(of: source.1, down: text, across: columns[0])
    } else {
      options.fail(
        "a cross-tabulation by '\(text.value)' needs one column to stand across", at: text.location,
        hint: "give it as 'columns: COLUMN', or a whole number as 'rows'")
      throw OptionsIncomplete()
    }
  }

  var activity: String {
    switch content {
    case .rows(let source, _), .crossTabulation(let source, _, _), .result(let source, _, _):
      "tabulates \(source.source.value)"
    }
  }

  func declare(in scope: inout Scope) throws {
    if let caption { _ = scope.noting { try $0.check(caption) } }
    switch content {
    case .rows(let data, _):
      let table = try scope.object(data, as: Table.self)
      for column in columns ?? [] { _ = scope.noting { try $0.column(column, of: table) } }
    case .crossTabulation(let data, let down, let across):
      let table = try scope.object(data, as: Table.self)
      for column in [down, across] { _ = scope.noting { try $0.column(column, of: table) } }
    case .result(let expression, let kind, _):
      let kinds = kind == FittedMixture.kind ? MixtureKinds.all : [kind]
      let object = try scope.object(expression, ofKinds: kinds)
      for column in columns ?? [] { _ = scope.noting { try $0.column(column, of: object) } }
    }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    var table: Report.Table
    /// What a caption of the notebook's own does not say, and readers must know.
    var note: String?
    switch content {
    case .rows(let data, let count):
      let all = try session.object(data, as: Table.self)
      let shown = try all.selecting(columns?.map(\.value) ?? all.columnNames)
        .taking(rows: Array(0..<min(count, all.rowCount)))
      table = rows(of: shown)
      let total = counted(all.rowCount, "row")
      note = shown.rowCount < all.rowCount ? "The first \(shown.rowCount) of \(total)." : "All \(total)."
      table.caption = [.text("\(data.source.value.asHeading.capitalizedFirst).")]
    case .crossTabulation(let data, let down, let across):
      let all = try session.object(data, as: Table.self)
      let counts = try CrossTabulation(down: all.column(down.value), across: all.column(across.value))
      table = counts.reportTable()
      let names = "\(down.value.asHeading) by \(across.value.asHeading)"
      table.caption = [.text("\(names.capitalizedFirst), number of rows.")]
      note = "n = \(NumberFormat.count.string(Double(counts.total)))."
    case .result(let expression, let kind, let count):
      guard case .object(let object as any Tabulated) = try session.value(of: expression) else {
        throw Diagnostic.error("\(withArticle(kind)) cannot be shown as a table", at: expression.source.location)
      }
      table = object.reportTable(columns: columns?.map(\.value), decimals: decimals)
      if let count { table = table.first(count) }
      note = object.tableNote
    }
    if let caption { table.caption = try session.phrases(caption) }
    if let note { table.caption = table.caption.closed + [.text(" " + note)] }
    return [.table(table.labelled(label, in: session))]
  }

  private func rows(of table: Table) -> Report.Table {
    let numbers = Report.Table.TextColumn(
      "row", texts: table.rowNumbers.map { NumberFormat.count.string(Double($0)) }, isRowHeader: true,
      alignment: .right)
    // A table with a column of row numbers has said which rows it is about.
    return Report.Table(
      (table["row"] == nil ? [numbers] : [])
        + table.columns.map { column in
          Report.Table.TextColumn(
            column.heading, texts: column.texts(decimals: column.name == "row" ? nil : decimals),
            alignment: column.type == .number ? .right : .left)
        })
  }
}
