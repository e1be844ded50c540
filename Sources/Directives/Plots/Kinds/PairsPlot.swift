internal import Charting
internal import Mixtures
internal import Notebooks
internal import Tables
internal import Wording

/// `kind: pairs`, of columns of a table, or of a fit with its marginal densities and ellipses.
struct PairsPlot: PlotKind {
  static let name = "pairs"
  static let options =
    TablePlot.docs([.opacity], y: .none).filter { $0.name != "x" } + [
      FitPlane.docs[0],
      OptionDoc("columns", "list of columns", "two to six columns, each a row and a column of panes"),
      OptionDoc(
        "diagonal", "histogram or kde",
        "what stands on the diagonal of a table’s columns; kde when absent for groups, else histogram"),
    ]

  private enum Source {
    case fit(Expression)
    case table(Expression, color: Located<String>?)
  }

  private let source: Source
  private let columns: [Located<String>]?
  private let diagonal: PairsRecipe.Diagonal?
  private let naming: NamingOptions
  /// Between 0 and 1; `nil` for what suits the number of rows.
  private let opacity: Double?

  /// Fewer columns are no pair; of more, panes are too small to read.
  private static let range = 2...6

  init(_ options: inout Options) throws {
    columns = options.columns("columns")
    diagonal = options.choice("diagonal", PairsRecipe.Diagonal.self)
    opacity = options.opacity()
    let (fit, data) = (options.object("fit"), options.object("data"))
    let color = options.groupColumn()
    naming = NamingOptions(&options, grouping: [color])
    if let columns, !Self.range.contains(columns.count) {
      options.fail(Self.wrongCount(columns.count), at: options.location(of: "columns"))
    }
    switch (options.has("fit"), options.has("data")) {
    case (true, false):
      for option in ["color", "hue", "diagonal"] where options.has(option) {
        options.fail(
          "'\(option)' means nothing beside 'fit'", at: options.location(of: option),
          hint: "a fit is coloured by component, with its own densities on the diagonal")
      }
      source = .fit(try options.required(fit))
    case (false, true): source = .table(try options.required(data), color: color)
    default:
      options.fail("this kind of plot needs either 'fit' or 'data'", at: options.location)
      throw OptionsIncomplete()
    }
  }

  private static func wrongCount(_ count: Int) -> String {
    "pairs are drawn of two to six columns, not \(count)"
  }

  func declare(in scope: inout Scope) throws {
    switch source {
    case .fit(let fit):
      let shape = try scope.object(fit, as: FittedMixture.self)
      for name in (columns ?? []) + naming.columns { _ = scope.noting { try $0.column(name, of: shape) } }
    case .table(let data, let color):
      let table = try scope.object(data, as: Table.self)
      for name in columns ?? [] { _ = scope.noting { try $0.column(name, of: table, type: .number) } }
      for name in [color].compactMap(\.self) + naming.columns { _ = scope.noting { try $0.column(name, of: table) } }
    }
  }

  func chart(in session: inout Session) throws -> Chart {
    switch source {
    case .fit(let expression):
      let fitted = try session.object(expression, as: FittedMixture.self)
      let places = try columns.map { try $0.map { try fitted.place(of: $0) } } ?? Array(fitted.columns.indices)
      try Self.check(places.map { fitted.columns[$0].name }, of: "the fit", at: expression.source.location)
      let (rows, labels) = (try fitted.drawnRows(places, of: expression), fitted.fit.labels)
      return try PairsRecipe(
        columns: places.map { place in
          .init(variable: variable(fitted.columns[place]), values: rows.map { fitted.fit.samples[$0, place] })
        },
        colouring: .components(
          fitted.shownMixture.marginal(columns: places), labels: rows.map { labels[$0] },
          model: fitted.model + (fitted.columns.count > places.count ? " on \(fitted.columns.count) columns" : "")),
        diagonal: .histogram, opacity: opacity, leftOut: fitted.fit.n - rows.count
      ).chart()
    case .table(let expression, let color):
      let table = try session.object(expression, as: Table.self)
      let names =
        columns
        ?? table.columns.filter { $0.type == .number && $0.name != color?.value }.map {
          Located($0.name, at: expression.source.location)
        }
      try Self.check(names.map(\.value), of: "the table", at: expression.source.location)
      return try chart(of: names, table, color, session)
    }
  }

  private func variable(_ column: ColumnShape) -> Variable { naming.variable(column.name, unit: column.unit) }

  /// - Throws: `Diagnostic` when there are too few or too many columns to draw all of them.
  private static func check(_ names: [String], of owner: String, at location: SourceLocation) throws {
    if range.contains(names.count) { return }
    if names.count < 2 {
      throw Diagnostic.error(
        "\(owner) has \(counted(names.count, "column")) of numbers; pairs need two", at: location)
    }
    throw Diagnostic.error(
      "\(owner) has \(names.count) columns of numbers; name two to six of them", at: location,
      hint: "columns: [\(names.prefix(4).joined(separator: ", "))]")
  }

  private func chart(
    of names: [Located<String>], _ table: Table, _ color: Located<String>?, _ session: Session
  ) throws -> Chart {
    let values = try names.map { try session.numbers($0, of: table) }
    let all = try color.flatMap { try naming.groups($0, of: table, most: Groups.most, of: "colours") }
    let rows = values[0].indices.filter { row in
      values.allSatisfy { $0[row].isFinite } && all.map { $0.codes[row] >= 0 } ?? true
    }
    if rows.isEmpty { throw Diagnostic.error("no row has all of these columns", at: names[0].location) }
    let groups = all?.taking(rows)
    return try PairsRecipe(
      columns: zip(names, values).map { name, values in
        .init(variable: naming.variable(name.value, unit: table[name.value]?.unit), values: rows.map { values[$0] })
      },
      colouring: groups.map { .groups($0) } ?? .none, diagonal: diagonal ?? (groups == nil ? .histogram : .kde),
      opacity: opacity, leftOut: values[0].count - rows.count
    ).chart()
  }
}
