internal import MixtureKernels

/// A set of allowed covariances, as the projection of unrestricted ones onto it.
///
/// The M-step computes each component's own covariance; `project` replaces these by the members of the family that
/// maximise the expected complete-data log-likelihood. A new family is one value of this type.
package struct CovarianceFamily: Sendable {
  /// The name in notebooks: "full", "tied", "diagonal", "spherical".
  package let name: String
  /// The name in mclust: volume, shape and orientation each equal (E), variable (V) or the identity (I).
  package let mclustName: String
  /// One line for people: what the family lets a component's covariance be.
  package let summary: String
  /// The shape in which a start's precisions are given.
  package let precisionShape: Precisions.Shape
  /// How the kernels whiten rows.
  let structure: mk_structure
  /// The free numbers in the covariances of K components in d dimensions.
  let covarianceParameters: @Sendable (_ components: Int, _ dimension: Int) -> Int
  /// Maps unrestricted covariances to allowed ones, in place.
  let project: @Sendable (inout Scatters) -> Void

  /// The families that exist, from the most to the least general.
  package static let all: [CovarianceFamily] = [.full, .tied, .diagonal, .spherical]

  /// The family of this name or mclust name (VVV, EEE, VVI, VII; in one dimension also V and E).
  package static func named(_ name: String) throws(FitError) -> CovarianceFamily {
    let aliases = ["V": "VVV", "E": "EEE", "diag": "VVI"]
    let sought = aliases[name] ?? name
    guard let family = all.first(where: { $0.name == sought || $0.mclustName == sought }) else {
      throw .unknownFamily(name: name)
    }
    return family
  }

  /// The free numbers of a whole mixture: weights, means and covariances.
  package func parameterCount(components: Int, dimension: Int) -> Int {
    components - 1 + components * dimension + covarianceParameters(components, dimension)
  }
}

extension CovarianceFamily: Hashable {
  package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension CovarianceFamily: CustomStringConvertible {
  package var description: String { name }
}

/// Each component's own covariance, before a family restricts it.
struct Scatters {
  let dimension: Int
  /// nₖ = Σᵢ rᵢₖ, length K.
  var counts: [Double]
  /// Wₖ / nₖ + F, K × d × d, row-major, symmetric.
  var covariances: [Double]

  var components: Int { counts.count }

  /// Replaces every component's covariance by the entries `value(k, i, j)` of the lower triangle.
  mutating func fill(_ value: (_ k: Int, _ i: Int, _ j: Int) -> Double) {
    let d = dimension
    for k in 0..<components {
      for i in 0..<d {
        for j in 0...i {
          let entry = value(k, i, j)
          covariances[(k * d + i) * d + j] = entry
          covariances[(k * d + j) * d + i] = entry
        }
      }
    }
  }
}
