internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{sample} NAME`: a table of rows drawn from a mixture, with the component each row came from.
struct Sample: Directive {
  static let name = "sample"
  static let summary =
    "draws a table from a stated mixture or a fit; its column 'component' says where each row came from"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("n", "whole number", isRequired: true, "how many rows"),
    .statedMixture("the mixture to draw from"),
    OptionDoc("fit", "fit or mixture", "what to draw from, instead of components; the rows have its columns"),
    OptionDoc("columns", "list of names", "names of the columns of components; x, or x1, x2, …, when not given"),
    OptionDoc(
      "seed", "whole number", "for this cell alone; from the notebook’s seed and the cell’s name when not given"),
  ]

  private static let origin = "component"
  private static let mostRows = 10_000_000

  private enum Source {
    case stated(GaussianMixture, columns: [String])
    case fit(Expression)
  }

  private let name: Located<String>
  private let count: Int
  private let source: Source
  private let seed: UInt64?

  init(_ options: inout Options) throws {
    name = options.name
    seed = options.seed("seed")
    let count = options.wholeNumber("n", 1...Self.mostRows)
    let names = options.columns("columns")
    let (fit, mixture) = (options.object("fit"), options.statedMixture())
    switch (options.has("fit"), options.has("components")) {
    case (true, false):
      if options.has("columns") {
        options.fail(
          "'columns' means nothing beside 'fit'", at: options.location(of: "columns"),
          hint: "the rows have the columns of the fit")
      }
      source = .fit(try options.required(fit))
    case (false, true):
      let mixture = try options.required(mixture)
      source = .stated(mixture, columns: Self.columns(names, of: mixture, &options))
    default:
      options.fail("'sample' needs either 'fit' or 'components'", at: options.location)
      throw OptionsIncomplete()
    }
    self.count = try options.required(count)
  }

  private static func columns(
    _ names: [Located<String>]?, of mixture: GaussianMixture, _ options: inout Options
  ) -> [String] {
    let d = mixture.dimension
    guard let names else { return d == 1 ? ["x"] : (1...d).map { "x\($0)" } }
    if names.count != d {
      options.fail(
        "\(counted(names.count, "name")) for a mixture of \(counted(d, "column"))", at: options.location(of: "columns"))
    }
    if let taken = names.first(where: { $0.value == origin }) {
      options.fail("the column '\(origin)' is there already", at: taken.location, hint: "it says where a row came from")
    }
    return names.map(\.value)
  }

  var activity: String { "draws \(counted(count, "row"))" }

  func declare(in scope: inout Scope) throws {
    let columns: [ColumnShape]
    switch source {
    case .stated(_, let names): columns = names.map { ColumnShape($0, type: .number) }
    case .fit(let fit):
      guard let shape = try scope.mixture(fit) else { return }
      if shape.column(Self.origin) != nil {
        throw Diagnostic.error(
          "'\(fit.source.value)' has a column '\(Self.origin)' of its own", at: fit.source.location,
          hint: "rename it where the table is loaded: the one that is added says where a row came from")
      }
      columns = shape.columns
    }
    try scope.define(name, .table(columns + [ColumnShape(Self.origin, type: .category)]))
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let seed = seed ?? session.seed(for: name)
    var generator = SeededGenerator(seed: seed)
    let (mixture, columns) = try drawnFrom(session)
    let drawn = mixture.sample(count, using: &generator)
    let d = mixture.dimension
    let numbers = columns.enumerated().map { j, column in
      Column(column.name, unit: column.unit, numbers: (0..<count).map { drawn.values[$0 * d + j] })
    }
    let origin = Column(Self.origin, texts: drawn.labels.map { String($0 + 1) })
    session.define(name, try Table(columns: numbers + [origin]))
    session.record(
      "sample \(name.value)", "\(counted(count, "row")) from \(counted(mixture.components, "component")), seed \(seed)")
    return []
  }

  private func drawnFrom(_ session: Session) throws -> (GaussianMixture, [ColumnShape]) {
    switch source {
    case .stated(let mixture, let names): return (mixture, names.map { ColumnShape($0, type: .number) })
    case .fit(let fit):
      let source = try session.mixture(fit)
      guard source.mixture.noise == nil else {
        throw Diagnostic.error(
          "'\(fit.source.value)' has a noise component, whose place is not known, so that nothing can be drawn from it",
          at: fit.source.location, hint: "fit without noise")
      }
      return (source.mixture, source.columns)
    }
  }
}
