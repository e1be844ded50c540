internal import MixtureKernels

/// A set of allowed covariances, as the projection of unrestricted ones onto it.
///
/// With Σₖ = λₖ Dₖ Aₖ Dₖᵀ (volume λₖ = |Σₖ|^(1/d), shape Aₖ diagonal with |Aₖ| = 1, orientation Dₖ), the three letters
/// of a family's mclust name say of volume, shape and orientation whether they are equal (E) in all components, vary (V)
/// from one to another, or are the identity (I): Celeux & Govaert, Pattern Recognition 28 (1995), 781–793.
///
/// The M-step computes each component's own covariance Sₖ; `project` replaces these by the members of the family that
/// maximise the expected complete-data log-likelihood −½ Σₖ nₖ (log |Σₖ| + tr(Σₖ⁻¹ Sₖ)). A new family is one value of
/// this type.
package struct CovarianceFamily: Sendable {
  /// The name people see: "full", "tied", "diagonal" and "spherical" for VVV, EEE, VVI and VII, else the mclust name.
  package let name: String
  /// Volume, shape and orientation.
  package let mclustName: String
  /// One line for people: what the family lets a component's covariance be.
  package let summary: String
  private let volume: Letter
  private let shape: Letter
  private let orientation: Letter
  /// Maps unrestricted covariances of several components in several dimensions to allowed ones, in place.
  private let restrict: @Sendable (inout Scatters) -> Void

  private enum Letter: Character, Sendable {
    case equal = "E"
    case varying = "V"
    case identity = "I"

    /// How many of K components have one of their own.
    func copies(_ components: Int) -> Int {
      switch self {
      case .equal: 1
      case .varying: components
      case .identity: 0
      }
    }
  }

  /// - Parameter mclustName: three of the letters E, V and I.
  init(
    _ mclustName: String, name: String? = nil, summary: String, restrict: @escaping @Sendable (inout Scatters) -> Void
  ) {
    let letters = mclustName.map { Letter(rawValue: $0) ?? .identity }
    (volume, shape, orientation) = (letters[0], letters[1], letters[2])
    self.mclustName = mclustName
    self.name = name ?? mclustName
    self.summary = summary
    self.restrict = restrict
  }

  /// The families that exist, in mclust's order: balls, ellipsoids along the axes, ellipsoids of one orientation, and
  /// ellipsoids of any.
  package static let all: [CovarianceFamily] = [
    .eii, .spherical, .eei, .vei, .evi, .diagonal, .tied, .vee, .eve, .vve, .eev, .vev, .evv, .full,
  ]

  /// Those with a common name besides mclust's, from the most to the least general.
  package static let common: [CovarianceFamily] = [.full, .tied, .diagonal, .spherical]

  /// The families that differ in d dimensions: in one, only whether the variance is shared matters.
  package static func all(dimension: Int) -> [CovarianceFamily] { dimension == 1 ? [.tied, .full] : all }

  /// The family of this name or mclust name; in one dimension also V and E.
  package static func named(_ name: String) throws(FitError) -> CovarianceFamily {
    let aliases = ["V": "VVV", "E": "EEE", "diag": "VVI"]
    let sought = aliases[name] ?? name
    guard let family = all.first(where: { $0.name == sought || $0.mclustName == sought }) else {
      throw .unknownFamily(name: name)
    }
    return family
  }

  /// Whether one component may shrink while the others do not.
  package var hasOwnVolumes: Bool { volume == .varying }

  /// Whether the family is this one or another name of it in d dimensions.
  package func coincides(with other: CovarianceFamily, dimension: Int) -> Bool {
    dimension == 1 ? volume == other.volume : self == other
  }

  /// The free numbers of a whole mixture: weights, means and covariances.
  package func parameterCount(components: Int, dimension: Int) -> Int {
    components - 1 + components * dimension + covarianceParameters(components: components, dimension: dimension)
  }

  /// The free numbers in the covariances: λₖ, then d − 1 for Aₖ and d (d − 1) / 2 for Dₖ.
  private func covarianceParameters(components: Int, dimension d: Int) -> Int {
    volume.copies(components) + shape.copies(components) * (d - 1) + orientation.copies(components) * d * (d - 1) / 2
  }

  /// The shape in which a start's precisions are given: scikit-learn's where it has the family.
  package var precisionShape: Precisions.Shape {
    switch mclustName {
    case "VII": .spherical
    case "VVI": .diagonal
    case "EEE": .tied
    default: .full
    }
  }

  /// How the kernels whiten rows.
  var structure: mk_structure {
    switch (orientation, shape) {
    case (.identity, .identity): mk_spherical
    case (.identity, _): mk_diagonal
    default: mclustName == "EEE" ? mk_shared_triangular : mk_triangular
    }
  }

  /// Maps unrestricted covariances to allowed ones, in place. Those that would be singular are no covariances: they have
  /// no Cholesky factor.
  func project(_ scatters: inout Scatters) {
    // What components share, and how, matters only where there are several of them in several dimensions.
    switch (scatters.dimension, scatters.components) {
    case (1, _): if volume == .equal { CovarianceFamily.tied.restrict(&scatters) }
    case (_, 1) where orientation != .identity: break
    case (_, 1): (shape == .identity ? CovarianceFamily.spherical : .diagonal).restrict(&scatters)
    default: restrict(&scatters)
    }
  }
}

extension CovarianceFamily: Hashable {
  package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension CovarianceFamily: CustomStringConvertible {
  package var description: String { name }
}

extension mk_structure {
  /// Whether each column has a scale and nothing else: sums then have one second moment a column.
  var isDiagonal: Bool { self == mk_diagonal || self == mk_spherical }
}
