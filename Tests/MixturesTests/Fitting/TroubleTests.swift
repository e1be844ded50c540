import Mixtures
import Testing

/// Data that cost digits – far from 0, tiny, huge, nearly collinear, repeated, few – against EM in 60 digits.
@Suite struct TroubleTests {
  private static let names: [String] = {
    guard let cases = try? Reference.json("trouble")["cases"].items else { return [] }
    var seen = Set<String>()
    return cases.map { $0["id"].string }.filter { seen.insert($0).inserted }
  }()

  private static func precisions(_ values: [Double], shape: Precisions.Shape, components: Int) -> Precisions {
    let each = Array(repeating: values, count: components)
    return switch shape {
    case .full: .full(each.map { Matrix.diagonal($0) })
    case .tied: .tied(Matrix.diagonal(values))
    case .diagonal: .diagonal(Matrix(each)!)
    case .spherical: .spherical(each.map { $0[0] })
    }
  }

  /// At a condition of 1e8 the rounding of a covariance's own entries moves its narrow direction by 1e-8 a step.
  private static func tolerance(_ name: String) -> Double { name == "condition 1e8 far off" ? 1e-7 : 1e-8 }

  @Test(arguments: names)
  func rightToEightDigits(_ name: String) throws {
    let file = try Reference.json("trouble")
    let tolerance = Self.tolerance(name)
    let rows = file["data"][name].items.map(\.doubles)
    let samples = try Samples(values: Array(rows.joined()), dimension: rows[0].count)
    let cases = file["cases"].items.filter { $0["id"].string == name }
    #expect(!cases.isEmpty)
    for reference in cases {
      let family = try CovarianceFamily.named(reference["family"].string)
      let (count, floor) = (reference["K"].int, reference["floor"].double)
      let fit = try EMFit.fit(
        samples,
        EMOptions(
          components: count, family: family,
          start: .given(
            means: reference["means_init"].matrix, weights: nil,
            precisions: Self.precisions(
              reference["precisions_init"].doubles, shape: family.precisionShape, components: count)),
          tolerance: 0, maxIterations: reference["steps"].int, floor: floor == 0 ? .none : .relative(floor)))
      let trace = reference["loglik"].doubles
      #expect(fit.steps.count == trace.count)
      for (t, truth) in trace.enumerated() {
        let error = abs(fit.steps[t].logLikelihood - truth) / max(abs(truth), Double(fit.n))
        #expect(error < tolerance, "\(name), \(family.name): ℓ at \(t) is off by \(error)")
      }
      let mixture = fit.mixture
      let covariances = reference["covariances"].items.map(\.matrix)
      for k in 0..<count {
        #expect(
          abs(mixture.weights[k] - reference["weights"][k].double) < tolerance, "\(name), \(family.name): weight \(k)")
        let sd = covariances[k].diagonal.map { $0.squareRoot() }
        for i in sd.indices {
          let mean = reference["means"][k][i].double
          // A mean far from 0 is itself rounded.
          let shift = abs(mixture.means[k, i] - mean) / (sd[i] + 1e8 * mean.ulp)
          #expect(shift < tolerance, "\(name), \(family.name): mean \(k), \(i) is off by \(shift) sd")
          for j in sd.indices {
            let error = abs(mixture.covariances[k][i, j] - covariances[k][i, j]) / (sd[i] * sd[j])
            #expect(error < tolerance, "\(name), \(family.name): covariance \(k), \(i), \(j) is off by \(error)")
          }
        }
      }
    }
  }
}
