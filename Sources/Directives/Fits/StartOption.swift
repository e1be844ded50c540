internal import Mixtures
internal import Notebooks
internal import Tables

/// Where EM starts, as a notebook writes it: `init:`, or the parameters themselves.
enum StartOption: Sendable {
  case start(Start)
  case labels(Located<String>)

  static let docs: [OptionDoc] = [
    OptionDoc(
      "init", "kmeans, kmeans++, random, random-from-data or {labels: COLUMN}", default: "kmeans",
      "how the first responsibilities are found"),
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
    guard entries.count == 1, let entry = entries.first, entry.key.value == "labels" else {
      throw node.expected("kmeans, kmeans++, random, random-from-data or {labels: COLUMN}")
    }
    return .labels(try entry.value.text("a column"))
  }

  /// - Parameter rows: the places of the fitted rows in the table.
  func start(in table: Table, rows: [Int], _ session: Session) throws -> Start {
    switch self {
    case .start(let start): return start
    case .labels(let column):
      let numbers = try session.numbers(column, of: table)
      return .labels(
        try rows.map { row in
          guard let label = Int(exactly: numbers[row]), label >= 1 else {
            throw Diagnostic.error(
              "'\(column.value)' is no label of a component in row \(table.rowNumbers[row])", at: column.location,
              hint: "labels are whole numbers from 1 to K")
          }
          return label - 1
        })
    }
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
