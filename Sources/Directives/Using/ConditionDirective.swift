internal import Mixtures
internal import Notebooks
internal import Reports
internal import Wording

/// `{condition} NAME`: the distribution of some columns of a mixture, given values of others.
struct ConditionDirective: Directive {
  static let name = "condition"
  static let summary = "the mixture of some columns once others have given values, or of some columns alone"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("fit", "fit or mixture", isRequired: true, "the mixture looked at"),
    OptionDoc("given", "mapping {column: number}", "the columns whose values are known"),
    OptionDoc("columns", "list of columns", "the columns asked about; all that are not given when absent"),
  ]

  /// Below this share of a component's own rows, values are far from all that the mixture was made of.
  private static let farShare = 1e-6

  private let name: Located<String>
  private let fit: Expression
  private let given: [(column: Located<String>, value: Double)]
  private let columns: [Located<String>]?

  init(_ options: inout Options) throws {
    name = options.name
    let fit = options.object("fit")
    let given = options.read("given") { node in
      try node.entries("a mapping such as {waiting: 70}").map { ($0.key, try $0.value.number()) }
    }
    columns = options.columns("columns")
    if !options.has("given"), !options.has("columns") {
      options.fail(
        "'condition' needs 'given' or 'columns'", at: options.location,
        hint: "given: {column: value} says what is known, columns: [column] what is asked about")
    }
    for column in columns ?? [] where given?.contains(where: { $0.0.value == column.value }) ?? false {
      options.fail("'\(column.value)' is given, so nothing is to be asked about it", at: column.location)
    }
    self.given = (given ?? []).map { (column: $0.0, value: $0.1) }
    self.fit = try options.required(fit)
  }

  var activity: String { "conditions \(fit.source.value)" }

  func declare(in scope: inout Scope) throws {
    guard let shape = try scope.mixture(fit) else { return }
    for name in given.map(\.column) + (columns ?? []) { _ = scope.noting { try $0.column(name, of: shape) } }
    let left = asked(of: shape.columns)
    if left.isEmpty, let last = given.last {
      throw Diagnostic.error(
        "every column of '\(fit.source.value)' is given, so none is left to ask about", at: last.column.location)
    }
    try scope.define(name, NamedMixture.shape(columns: left, parts: shape.parts))
  }

  private func asked(of all: [ColumnShape]) -> [ColumnShape] {
    if let columns { return columns.compactMap { name in all.first { $0.name == name.value } } }
    return all.filter { column in !given.contains { $0.column.value == column.name } }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let source = try session.mixture(fit)
    if source.mixture.noise != nil {
      throw Diagnostic.error(
        "'\(fit.source.value)' has a noise component, which is spread over all columns at once and has no distribution "
          + "of some of them", at: fit.source.location, hint: "fit without noise")
    }
    let left = asked(of: source.columns)
    let values = try given.map { (column: try source.place(of: $0.column), value: $0.value) }
    let found = source.mixture.conditional(
      columns: try left.map { try source.place(of: Located($0.name, at: name.location)) }, given: values)
    guard let found else {
      throw Diagnostic.error(
        "\(words(values, of: source)) is too far from '\(fit.source.value)' for the range of doubles",
        at: given.first?.column.location ?? fit.source.location)
    }
    warnOfDistance(found, values, of: source, in: &session)
    let origin =
      values.isEmpty
      ? "\(joined(left.map { $0.name.asHeading })) of \(fit.source.value)"
      : "\(fit.source.value) given \(words(values, of: source))"
    session.record("condition \(name.value)", origin)
    session.define(name, NamedMixture(mixture: found.mixture, columns: left, origin: origin))
    return []
  }

  /// `waiting 70 min and eruptions 2 min`
  private func words(_ values: [(column: Int, value: Double)], of source: any MixtureSource) -> String {
    joined(
      values.map { column, value in
        let variable = source.variable(column)
        return "\(variable.name) \(variable.measured(NumberFormat.plain.string(value)))"
      })
  }

  private func warnOfDistance(
    _ found: Conditional, _ values: [(column: Int, value: Double)], of source: any MixtureSource,
    in session: inout Session
  ) {
    let share = Elementary.chiSquareSurvival(found.distance * found.distance, freedom: values.count)
    guard !values.isEmpty, share < Self.farShare else { return }
    session.warn(
      "\(words(values, of: source)) lies \(NumberFormat.significant(3).string(found.distance)) standard deviations "
        + "from the nearest component of '\(fit.source.value)'",
      hint: "what the mixture says there is extrapolated")
  }
}
