internal import Charting
internal import Notebooks
internal import Tables
internal import Wording

/// `kind: correlation`, of every pair of a table's columns.
struct CorrelationPlot: PlotKind {
  enum Order: String, Sendable, CaseIterable { case given, clustered }
  enum Shape: String, Sendable, CaseIterable { case lower, full }

  static let name = "correlation"
  static let options =
    [
      OptionDoc("data", "table", "the table drawn"),
      OptionDoc("columns", "columns", "those compared; every column of numbers when absent"),
      OptionDoc(
        "method", "pearson or spearman", default: "pearson", "whether correlations are of values or of their ranks"),
      OptionDoc(
        "order", "given or clustered", default: "given",
        "whether columns stand as listed, or so that alike ones are neighbours"),
      OptionDoc("shape", "lower or full", default: "lower", "whether each pair stands once or twice"),
    ] + LabelOptions.docs

  /// More cells than this many in a row are too small to read.
  private static let most = 24

  private let data: Expression
  private let columns: [Located<String>]?
  private let method: Correlation.Method
  private let order: Order
  private let shape: Shape
  private let labels: LabelOptions

  init(_ options: inout Options) throws {
    PlotKinds.require(["data"], in: &options)
    let data = options.object("data")
    columns = options.columns("columns")
    method = options.choice("method", Correlation.Method.self) ?? .pearson
    order = options.choice("order", Order.self) ?? .given
    shape = options.choice("shape", Shape.self) ?? .lower
    labels = LabelOptions(&options)
    if let columns, columns.count < 2 {
      options.fail("a correlation needs two columns at least", at: options.location(of: "columns"))
    }
    self.data = try options.required(data)
  }

  func declare(in scope: inout Scope) throws {
    let table = try scope.object(data, as: Table.self)
    for name in labels.columns { _ = scope.noting { try $0.column(name, of: table) } }
    for name in columns ?? [] { _ = scope.noting { try $0.column(name, of: table, type: .number) } }
  }

  func chart(in session: inout Session) throws -> Chart {
    let table = try session.object(data, as: Table.self)
    let names = columns?.map(\.value) ?? table.columns.filter { $0.numbers != nil }.map(\.name)
    let place = columns?.first?.location ?? data.source.location
    if names.count < 2 {
      throw Diagnostic.error(
        "a correlation needs two columns of numbers, and '\(data.source.value)' has \(spelled(names.count))", at: place)
    }
    if names.count > Self.most {
      throw Diagnostic.error(
        "\(counted(names.count, "column")) are more than a figure of correlations has room for", at: place,
        hint: "name up to \(Self.most) in 'columns'")
    }
    let values = try names.map { name in try session.numbers(Located(name, at: place), of: table) }
    return CorrelationRecipe(
      variables: names.map { labels.variable($0, unit: table[$0]?.unit) }, values: values, method: method, order: order,
      shape: shape
    ).chart()
  }
}
