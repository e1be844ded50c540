import Foundation
import Mixtures

/// A cell of mclust's tables of BIC; larger is better there.
struct MclustCell: Sendable {
  let model: String
  let components: Int
  let bic: Double

  /// The cells of `mclust_bic_NAME.csv` that mclust could fit.
  static func table(_ name: String) throws -> [MclustCell] {
    let file = Reference.folder.appendingPathComponent("mclust_bic_\(name).csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",")
      guard let components = Int(fields[2]), let bic = Double(fields[3]) else { return nil }
      return MclustCell(model: String(fields[1]), components: components, bic: bic)
    }
  }

  /// BIC of the step at which mclust stops: the first whose ℓ rose by at most 1e-5 (1 + |ℓ|) over that of the step
  /// before, counting the start as the first.
  static func bic(_ fit: EMFit) -> Double {
    let trace = fit.steps.map(\.logLikelihood)
    let stop = trace.indices.dropFirst().first { abs(trace[$0] - trace[$0 - 1]) <= 1e-5 * (1 + abs(trace[$0])) }
    return 2 * trace[stop ?? trace.count - 1] - Double(fit.parameterCount) * log(Double(fit.n))
  }
}
