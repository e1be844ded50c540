package import Mixtures
internal import Notebooks

extension OptionDoc {
  /// The option that `Options.statedMixture` reads.
  ///
  /// - Parameter summary: what the mixture is for.
  static func statedMixture(isRequired: Bool = false, _ summary: String) -> OptionDoc {
    OptionDoc("components", "list of {weight, mean, covariance}", isRequired: isRequired, summary)
  }
}

extension Options {
  /// A mixture written out: `components: [{weight: 0.4, mean: [2, 55], covariance: [[0.1, 0.4], [0.4, 34]]}, …]`.
  ///
  /// A mean is a number or a list of d; a covariance is a number (the variance of every column), a list of d variances,
  /// or d lists of d. Weights are scaled to add up to 1.
  package mutating func statedMixture(_ option: String = "components") -> GaussianMixture? {
    let components = records(option, of: "a component", docs: StatedComponent.docs) { try StatedComponent(&$0) }
    guard let components else { return nil }
    return read(option) { node in
      if components.isEmpty { throw node.expected("at least one component") }
      let d = components[0].mean.count
      if let odd = components.firstIndex(where: { $0.mean.count != d }) {
        throw Diagnostic.error(
          "component \(odd + 1) has a mean of \(components[odd].mean.count) numbers, the first of \(d)",
          at: node.location)
      }
      let total = components.reduce(0) { $0 + $1.weight }
      do throws(FitError) {
        return try GaussianMixture(
          weights: components.map { $0.weight / total },
          means: Matrix(rows: components.count, columns: d, values: components.flatMap(\.mean)),
          covariances: components.map(\.covariance))
      } catch {
        throw Diagnostic.error("\(error)", at: node.location)
      }
    }
  }
}

/// `{weight: 0.4, mean: 2, covariance: 0.25}`
private struct StatedComponent {
  let weight: Double
  let mean: [Double]
  /// d × d
  let covariance: Matrix

  static let docs: [OptionDoc] = [
    OptionDoc("weight", "number", default: "1", "its share; shares are scaled to add up to 1"),
    OptionDoc("mean", "number or list of d numbers", isRequired: true, "its mean"),
    OptionDoc(
      "covariance", "number, list of d or d lists of d numbers", isRequired: true,
      "its variance, variances or covariance matrix"),
  ]

  init(_ options: inout Options) throws {
    let weight = options.number("weight", "a number above 0") { $0 > 0 }
    let mean = options.numbers("mean")
    let d = mean?.count ?? 1
    let covariance = options.read("covariance") { node -> Matrix in
      guard case .list(let rows, _) = node else { return .identity(d, scale: try node.number()) }
      let numbers = try rows.map { row in try row.items.map { try $0.number() } }
      let isDiagonal = rows.allSatisfy { if case .scalar = $0 { true } else { false } }
      let matrix = isDiagonal ? Matrix.diagonal(numbers.joined().map { $0 }) : Matrix(numbers)
      guard let matrix, matrix.rows == d, matrix.columns == d else {
        throw node.expected(d == 1 ? "a variance" : "a variance, \(d) variances or \(d) lists of \(d) numbers")
      }
      return matrix
    }
    self.weight = try options.required(weight)
    self.mean = try options.required(mean)
    self.covariance = try options.required(covariance)
  }
}
