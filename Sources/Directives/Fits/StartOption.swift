internal import Mixtures
internal import Notebooks
internal import Tables
internal import Wording

/// Where EM starts, as a notebook writes it: `init:`, or the parameters themselves.
enum StartOption: Sendable {
  case start(Start)
  case labels(Located<String>)
  case fit(Expression)

  private static let forms =
    "\(Start.unaided.map(\.name).joined(separator: ", ")), {labels: COLUMN} or {fit: NAME}"

  static let docs: [OptionDoc] = [
    OptionDoc(
      "init", forms, default: "kmeans", "how the first responsibilities are found"),
    OptionDoc("means", "list of K lists of d numbers", "the means to start from"),
    OptionDoc("weights", "list of K numbers", "the weights to start from"),
    OptionDoc(
      "precisions", "numbers in scikit-learn’s shapes",
      "the inverse covariances to start from: full K × d × d, tied d × d, diagonal K × d, spherical K; of the other families as full"
    ),
  ]

  init(_ options: inout Options, components: Int?, family: CovarianceFamily?) {
    let named = options.read("init") { try Self.named($0) }
    // A start that is given has one number of components, so `select` does not take it.
    guard options.takes("means") else {
      if case .fit = named {
        options.fail(
          "a fit to start from has one number of components, and a selection tries several",
          at: options.location(of: "init"))
      }
      self = named ?? .start(.kMeans)
      return
    }
    let means = options.read("means") { try $0.matrix("a list of K means, each a list of d numbers") }
    let weights = options.numbers("weights")
    let precisions = options.read("precisions") { try $0.precisions(of: family ?? .full) }
    let isGiven = means != nil || weights != nil || precisions != nil
    if isGiven, options.has("init") {
      options.fail(
        "a start is named by init or given by means, weights and precisions, not both", at: options.location(of: "init")
      )
    }
    if let means, let components, means.rows != components {
      options.fail("\(means.rows) means are given for \(components) components", at: options.location(of: "means"))
    }
    self = isGiven ? .start(.given(means: means, weights: weights, precisions: precisions)) : named ?? .start(.kMeans)
  }

  private static func named(_ node: OptionNode) throws -> StartOption {
    guard case .mapping(let entries, _) = node else {
      return .start(try node.choice(of: Start.unaided.map { ($0.name, $0) }))
    }
    switch entries.first?.key.value {
    case "labels" where entries.count == 1: return .labels(try entries[0].value.text("a column"))
    case "fit" where entries.count == 1: return .fit(try entries[0].value.expression())
    default: throw node.expected(forms)
    }
  }

  /// Whether another start could end elsewhere.
  var isRandom: Bool { if case .start(let start) = self { start.isRandom } else { false } }

  /// As the provenance calls it.
  var description: String {
    switch self {
    case .start(let start): "\(start.name) start"
    case .labels(let column): "start from the labels in '\(column.value)'"
    case .fit(let fit): "start from \(fit.source.value)"
    }
  }

  func declare(in scope: inout Scope, table: ObjectShape?) {
    switch self {
    case .start: break
    case .labels(let column): _ = scope.noting { try $0.column(column, of: table) }
    case .fit(let fit): _ = scope.noting { try $0.mixture(fit) }
    }
  }

  /// - Parameters:
  ///   - rows: the places of the fitted rows in the table; `nil` for all of them.
  ///   - columns: the columns fitted.
  ///   - components: nil where several numbers are tried.
  func start(
    in table: Table, rows: [Int]?, columns: [String], components: Int?, _ session: Session
  ) throws -> Start {
    switch self {
    case .start(let start): return start
    case .labels(let column):
      let rows = rows ?? Array(0..<table.rowCount)
      return .labels(try Self.labels(column, of: table, rows: rows, components: components))
    case .fit(let expression):
      let source = try session.mixture(expression)
      let own = source.columns.map(\.name)
      guard own == columns else {
        throw Diagnostic.error(
          "'\(expression.source.value)' is of \(joined(own)), not of \(joined(columns))",
          at: expression.source.location, hint: "a start needs a mixture of the same columns in the same order")
      }
      let count = source.mixture.components
      guard components == nil || components == count else {
        throw Diagnostic.error(
          "'\(expression.source.value)' has \(counted(count, "component")), not \(components ?? 0)",
          at: expression.source.location)
      }
      return .mixture(source.mixture)
    }
  }

  /// The different values of a column as labels from 0: whole numbers in ascending, words in natural order.
  private static func labels(
    _ name: Located<String>, of table: Table, rows: [Int], components: Int?
  ) throws -> [Int] {
    guard let column = table[name.value] else { throw unknownColumn(name, among: table.columnNames) }
    if let missing = rows.first(where: column.isMissing) {
      throw Diagnostic.error(
        "'\(name.value)' is missing in row \(table.rowNumbers[missing]), so the row has no component to start in",
        at: name.location, hint: "missing: drop in load leaves such rows out")
    }
    let codes: [Int]
    if let numbers = column.numbers {
      if let bad = rows.first(where: { numbers[$0] != numbers[$0].rounded() }) {
        throw Diagnostic.error(
          "'\(name.value)' is no label of a component in row \(table.rowNumbers[bad])", at: name.location,
          hint: "labels are whole numbers or words")
      }
      let levels = Set(rows.map { numbers[$0] }).sorted()
      let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
      codes = rows.map { places[numbers[$0]] ?? 0 }
    } else {
      codes = column.taking(rows).asCategories.codes.map(Int.init)
    }
    let different = Set(codes).count
    if let components, different != components {
      throw Diagnostic.error(
        "'\(name.value)' has \(counted(different, "different label")) for \(counted(components, "component"))",
        at: name.location, hint: "a start from labels needs one label a component")
    }
    return codes
  }
}

extension OptionNode {
  /// Rows of numbers, all equally long.
  fileprivate func matrix(_ wanted: String) throws -> Matrix {
    let rows = try items.map { row in try row.items.map { try $0.number() } }
    guard let matrix = Matrix(rows), !rows.isEmpty else { throw expected(wanted) }
    return matrix
  }

  fileprivate func precisions(of family: CovarianceFamily) throws -> Precisions {
    switch family.precisionShape {
    case .full: .full(try items.map { try $0.matrix("K precision matrices of d × d numbers") })
    case .tied: .tied(try matrix("one precision matrix of d × d numbers"))
    case .diagonal: .diagonal(try matrix("K lists of d precisions"))
    case .spherical: .spherical(try items.map { try $0.number() })
    }
  }
}
