internal import Mixtures
internal import TeXMath
internal import Wording

/// What a covariance family makes of the components' own covariances $S_k$ in the M step.
struct ExplainedFamily {
  /// What stands before the formula.
  let words: String
  /// Σₖ from all $S_k$.
  let formula: String

  /// `nil` for the families whose M step one clause tells, and in one dimension.
  init?(_ family: CovarianceFamily, dimension: Int) {
    guard dimension > 1, let formula = Self.formulas[family.mclustName] else { return nil }
    words = "From these $S_k$ the family \(family.mclustName) (\(family.summary)) makes"
    self.formula = "\\begin{aligned} \(formula.joined(separator: ", \\\\ ")). \\end{aligned}"
  }

  private static let shared = "\\lambda &= \\frac{1}{n} \\sum_{l=1}^{K} n_l"
  private static let solved =
    "\\lambda_k &= \\frac{1}{d} \\operatorname{tr}"

  /// By mclust name: Σₖ, then what it is made of, aligned at the equals signs.
  private static let formulas: [String: [String]] = [
    "EII": ["\\Sigma_k &= \\lambda I", "\(shared)\\, \\frac{\\operatorname{tr} S_l}{d}"],
    "EEI": ["\\Sigma_k &= \\frac{1}{n} \\sum_{l=1}^{K} n_l \\operatorname{diag}(S_l)"],
    "VEI": [
      "\\Sigma_k &= \\lambda_k A",
      "A &\\propto \\sum_{l=1}^{K} \\frac{n_l}{\\lambda_l} \\operatorname{diag}(S_l), \\quad |A| = 1",
      "\(solved)(S_k A^{-1})",
    ],
    "EVI": [
      "\\Sigma_k &= \\lambda \\frac{\\operatorname{diag}(S_k)}{|\\operatorname{diag}(S_k)|^{1/d}}",
      "\(shared)\\, |\\operatorname{diag}(S_l)|^{1/d}",
    ],
    "VEE": [
      "\\Sigma_k &= \\lambda_k C", "C &\\propto \\sum_{l=1}^{K} \\frac{n_l}{\\lambda_l} S_l, \\quad |C| = 1",
      "\(solved)(S_k C^{-1})",
    ],
    "EVE": [
      "\\Sigma_k &= \\lambda D \\frac{B_k}{|B_k|^{1/d}} D^{\\mathsf T}, \\quad B_k = \\operatorname{diag}(D^{\\mathsf T} S_k D)",
      "\(shared)\\, |B_l|^{1/d} \\quad \\text{least for this } D",
    ],
    "VVE": [
      "\\Sigma_k &= D B_k D^{\\mathsf T}, \\quad B_k = \\operatorname{diag}(D^{\\mathsf T} S_k D)",
      "D &: \\sum_{l=1}^{K} n_l \\log |B_l| \\quad \\text{least}",
    ],
    "EEV": [
      "\\Sigma_k &= D_k \\left( \\frac{1}{n} \\sum_{l=1}^{K} n_l \\Omega_l \\right) D_k^{\\mathsf T}",
      "S_k &= D_k \\Omega_k D_k^{\\mathsf T}",
    ],
    "VEV": [
      "\\Sigma_k &= \\lambda_k D_k A D_k^{\\mathsf T}, \\quad S_k = D_k \\Omega_k D_k^{\\mathsf T}",
      "A &\\propto \\sum_{l=1}^{K} \\frac{n_l}{\\lambda_l} \\Omega_l, \\quad |A| = 1",
      "\(solved)(\\Omega_k A^{-1})",
    ],
    "EVV": ["\\Sigma_k &= \\lambda \\frac{S_k}{|S_k|^{1/d}}", "\(shared)\\, |S_l|^{1/d}"],
  ]
}

extension ExplainedFit {
  /// `\lambda_A = |\Sigma_A|^{1/d} = 0.4, A_A = diag(2, 0.5)`: the volume and the shape of a component's covariance.
  func volumeAndShape(_ covariance: Matrix, _ k: Int) -> String? {
    guard let factor = Cholesky(covariance) else { return nil }
    let volume = Elementary.exp(factor.logDeterminant / Double(dimension))
    let shape = SymmetricEigen(covariance).values.reversed().map { TeX.number($0 / volume, .significant(3)) }
    return "\(Self.indexed("\\lambda", k)) = \(TeX.number(volume, .significant(4))), \\qquad "
      + "\(Self.indexed("A", k)) = \\operatorname{diag}(\(shape.joined(separator: ",\\, ")))"
  }
}
