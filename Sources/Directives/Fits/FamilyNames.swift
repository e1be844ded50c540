internal import Mixtures
internal import Notebooks
internal import Wording

/// How covariance families are called where several stand side by side.
struct FamilyNames {
  private let usesMclust: Bool

  /// The common names where every family has one, mclust's otherwise.
  init(_ families: [CovarianceFamily]) {
    usesMclust = !families.allSatisfy { CovarianceFamily.common.contains($0) }
  }

  /// `tied`; beside families without such a name `EEE (tied)`.
  subscript(family: CovarianceFamily) -> String {
    guard usesMclust else { return family.name }
    return CovarianceFamily.common.contains(family) ? "\(family.mclustName) (\(family.name))" : family.mclustName
  }
}

extension CovarianceFamily {
  /// What an option of families may say.
  static let optionWords =
    "full, tied, diagonal, spherical or one of mclust’s "
    + joined(all.map(\.mclustName), "or") + " (in one dimension E or V)"

  /// One family of each kind, in the order of the first: in one dimension only the volume tells them apart, and a common
  /// name is kept rather than another.
  static func different(_ families: [CovarianceFamily], dimension: Int) -> [CovarianceFamily] {
    var result: [CovarianceFamily] = []
    for family in families where !result.contains(where: { $0.coincides(with: family, dimension: dimension) }) {
      let twins = families.filter { $0.coincides(with: family, dimension: dimension) }
      result.append(common.first { twins.contains($0) } ?? family)
    }
    return result
  }
}

extension OptionNode {
  /// - Throws: `Diagnostic` with the nearest name.
  func family() throws -> CovarianceFamily {
    let text = try text("a covariance family")
    if let family = try? CovarianceFamily.named(text.value) { return family }
    return try choice(
      of: CovarianceFamily.common.map { ($0.name, $0) } + CovarianceFamily.all.map { ($0.mclustName, $0) })
  }

  /// A list of families, or a word for those with common names or for all.
  func families() throws -> [CovarianceFamily] {
    if case .scalar(let scalar) = self {
      if scalar.text == "common" { return CovarianceFamily.common }
      if scalar.text == "all" { return CovarianceFamily.all }
    }
    return try items.map { try $0.family() }
  }
}
