internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{compare}`: how far the components of a fit agree with another division of the same rows.
struct Compare: Directive {
  static let name = "compare"
  static let summary =
    "sets a fit's components against a column, another fit or k-means: cross-table, adjusted Rand index"
  static let naming = CellNaming.label(.table, isOptional: true)
  static let options = [
    OptionDoc("fit", "fit", isRequired: true, "the fit; each row counts to its most responsible component"),
    OptionDoc("with", "column, fit or kmeans", isRequired: true, "the other division of the rows"),
    OptionDoc("data", "table", "the table that holds the column named by 'with'"),
    OptionDoc("caption", "inline Markdown", "what the table shows"),
  ]

  private enum Other {
    case column(Located<String>, of: Expression)
    case fit(Expression)
    case kMeans
  }

  private let label: Located<String>
  private let fit: Expression
  private let other: Other
  private let caption: [Inline]?

  init(_ options: inout Options) throws {
    label = options.name
    caption = options.inlines("caption")
    let fit = options.object("fit")
    let data = options.object("data")
    let with = options.text("with")
    let isKMeans = with?.value == "kmeans"
    let otherFit = data == nil && !isKMeans ? options.object("with") : nil
    self.fit = try options.required(fit)
    if let data {
      other = .column(try options.required(with), of: data)
    } else {
      other = isKMeans ? .kMeans : .fit(try options.required(otherFit))
    }
  }

  var activity: String { "compares \(fit.source.value)" }

  func declare(in scope: inout Scope) throws {
    if let caption { _ = scope.noting { try $0.check(caption) } }
    _ = scope.noting { try $0.object(fit, as: FittedMixture.self) }
    switch other {
    case .column(let name, let data):
      let table = try scope.object(data, as: Table.self)
      try scope.column(name, of: table)
    case .fit(let expression):
      do throws(Diagnostics) {
        _ = try scope.object(expression, as: FittedMixture.self)
      } catch {
        throw Diagnostics(
          error.all.map { mistake in
            var mistake = mistake
            mistake.hint = mistake.hint ?? "a column needs 'data', the table that holds it"
            return mistake
          })
      }
    case .kMeans: break
    }
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let fitted = try session.object(fit, as: FittedMixture.self)
    let first = Partition(
      heading: "component of \(fit.source.value)", labels: fitted.fit.labels, names: fitted.componentNames,
      areComponents: true, rowNumbers: fitted.rowNumbers)
    let second = try partition(for: fitted, in: session)
    let (left, right) = first.sharedLabels(with: second)
    guard !left.isEmpty else {
      throw Diagnostic.error("the two divisions share no row", at: fit.source.location)
    }
    let counts = CrossTable(left, right)
    let tabulation = try CrossTabulation(
      down: Column(first.heading, texts: left.map { first.names[$0] }),
      across: Column(second.heading, texts: right.map { second.names[$0] }))
    var shown = tabulation.reportTable(components: (first.componentNames, second.componentNames))
    if let values = second.values {
      let means = Self.means(of: right.map { values[$0] }, by: left, of: first.names.count)
      shown.columns.append(.init([.text("mean \(second.heading)")], alignment: .right))
      for (row, text) in alignedNumbers(means, decimals: 2).enumerated() { shown.rows[row].append([.value(text)]) }
    }
    let index = NumberFormat.fixed(3).string(counts.adjustedRandIndex)
    shown.caption =
      try caption.map { try session.phrases($0).closed }
      ?? [.text("\(first.heading.capitalizedFirst) against \(second.heading), number of rows.")]
    shown.caption += [
      .text(" Adjusted Rand index "), .value(index),
      .text(
        " (1 for equal divisions, 0 on average for unrelated ones); \(NumberFormat.count.string(Double(counts.agreement)))"
          + " of \(counted(left.count, "row")) agree after the best matching."),
    ]
    return [.table(shown.labelled(label, in: session))]
  }

  /// The mean of each group's values, and last that of all; groups without a row are left out, as the table does.
  private static func means(of values: [Double], by groups: [Int], of count: Int) -> [Double] {
    let inGroups = (0..<count).map { group in zip(values, groups).filter { $0.1 == group }.map(\.0) }
    return (inGroups.filter { !$0.isEmpty } + [values]).map { $0.reduce(0, +) / Double($0.count) }
  }

  private func partition(for fitted: FittedMixture, in session: Session) throws -> Partition {
    switch other {
    case .column(let name, let data):
      let table = try session.object(data, as: Table.self)
      return Partition(try table.column(name.value), rowNumbers: table.rowNumbers)
    case .fit(let expression):
      let other = try session.object(expression, as: FittedMixture.self)
      return Partition(
        heading: "component of \(expression.source.value)", labels: other.fit.labels, names: other.componentNames,
        areComponents: true, rowNumbers: other.rowNumbers)
    case .kMeans:
      return Partition(
        heading: "k-means cluster", labels: try fitted.kMeans(fit, in: session).labels,
        names: (0..<fitted.fit.mixture.components).map { "cluster \($0 + 1)" }, rowNumbers: fitted.rowNumbers)
    }
  }
}

extension FittedMixture {
  fileprivate var componentNames: [String] {
    (0..<fit.mixture.components).map { componentName($0) } + (fit.mixture.noise == nil ? [] : ["noise"])
  }
}
