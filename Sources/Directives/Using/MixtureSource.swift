internal import Mixtures
internal import Notebooks
internal import Wording

/// A result that is a Gaussian mixture of named columns, wherever it came from.
protocol MixtureSource: Inspectable {
  var mixture: GaussianMixture { get }
  /// What figures show of it.
  var shownMixture: GaussianMixture { get }
  /// The d columns it is of, in order.
  var columns: [ColumnShape] { get }
  /// How captions call it: `K = 2, full covariance`.
  var model: String { get }
}

/// The kinds of results that have a mixture.
enum MixtureKinds {
  static let all = [FittedMixture.kind, NamedMixture.kind]
  /// `a fit or a mixture`
  static let words = joined(all.map(withArticle), "or")
}

extension FittedMixture: MixtureSource {
  var mixture: GaussianMixture { fit.mixture }
}

extension MixtureSource {
  var shownMixture: GaussianMixture { mixture }

  /// The place of a column among its own.
  func place(of name: Located<String>) throws -> Int {
    guard let place = columns.firstIndex(where: { $0.name == name.value }) else {
      throw Diagnostic.error("'\(name.value)' is not a column of this \(Self.kind)", at: name.location)
    }
    return place
  }

  /// The column that an option names, or the only one.
  func onlyColumn(_ name: Located<String>?, of source: Expression) throws -> Int {
    if let name { return try place(of: name) }
    guard columns.count == 1 else {
      throw Diagnostic.error(
        "the \(Self.kind) has \(columns.count) columns; name the one to draw", at: source.source.location,
        hint: "x: \(columns[0].name)")
    }
    return 0
  }

  func variable(_ column: Int) -> Variable { Variable(columns[column].name, unit: columns[column].unit) }

  /// Numbers by columns.
  func record(_ numbers: [Double]) -> Record { Record(columns.map(\.name), numbers) }

  /// A matrix by columns and columns.
  func record(_ matrix: Matrix) -> Record {
    Record(columns.indices.map { (columns[$0].name, .object(record(matrix[row: $0]))) })
  }

  var recordedMeans: Value { .list((0..<mixture.components).map { .object(record(mixture.means[row: $0])) }) }
  var recordedCovariances: Value { .list(mixture.covariances.map { .object(record($0)) }) }
}

extension GaussianMixture {
  /// What components are called in names of columns: `1`, `2`, …, `noise`.
  static func partNames(components: Int, hasNoise: Bool) -> [String] {
    (0..<components).map { String($0 + 1) } + (hasNoise ? ["noise"] : [])
  }
}
