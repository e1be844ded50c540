import Foundation
import Mixtures

/// Whether covariances belong to a family, told from its mclust name.
enum Membership {
  /// What is wrong with them; nil when nothing is.
  static func violation(of family: CovarianceFamily, by covariances: [Matrix], tolerance: Double = 1e-8) -> String? {
    let letters = Array(family.mclustName)
    let d = covariances[0].rows
    let spectra = covariances.map { SymmetricEigen($0).values }
    let volumes = spectra.map { exp($0.reduce(0) { $0 + log($1) } / Double(d)) }
    let first = covariances[0]
    for (k, covariance) in covariances.enumerated() {
      func differs(_ a: Double, _ b: Double, _ scale: Double) -> Bool { !(abs(a - b) <= tolerance * scale) }
      if letters[0] == "E", differs(volumes[k], volumes[0], volumes[0]) { return "volumes \(volumes)" }
      for j in 0..<d {
        let (shape, shared) = (spectra[k][j] / volumes[k], spectra[0][j] / volumes[0])
        if letters[1] == "E", differs(shape, shared, max(shared, spectra[0][d - 1] / volumes[0] * 1e-4)) {
          return "components 0 and \(k) have different shapes"
        }
        if letters[1] == "I", differs(shape, 1, 1) { return "component \(k) is no ball" }
      }
      for i in 0..<d {
        for j in 0..<d {
          if letters[2] == "I", i != j, covariance[i, j] != 0 { return "component \(k) is not along the axes" }
          let scale = (first[i, i] * first[j, j]).squareRoot()
          if letters[1] == "E", letters[2] != "V",
            differs(covariance[i, j] / volumes[k], first[i, j] / volumes[0], scale / volumes[0])
          {
            return "components 0 and \(k) are not proportional"
          }
          // Matrices have one set of axes when they commute.
          let terms = (0..<d).map { first[i, $0] * covariance[$0, j] - covariance[i, $0] * first[$0, j] }
          let size = (spectra[0].last ?? 0) * (spectra[k].last ?? 0)
          if letters[2] == "E", differs(terms.reduce(0, +), 0, size) {
            return "components 0 and \(k) have different axes"
          }
        }
      }
    }
    return nil
  }
}
