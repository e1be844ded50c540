import Mixtures
import Testing

@Suite struct VerdictTests {
  @Test func aLooseToleranceStopsWithoutConverging() throws {
    let samples = try Reference.samples("faithful")
    let start = Start.given(means: Matrix([[3, 70], [3.2, 71]]), weights: nil, precisions: nil)
    let loose = try EMFit.fit(samples, EMOptions(components: 2, start: start, tolerance: 1e-2))
    guard case .stopped(.remainingGain(let gain)) = loose.outcome else {
      Issue.record("\(loose.outcome)")
      return
    }
    let tight = try EMFit.fit(samples, EMOptions(components: 2, start: start, tolerance: 1e-12))
    #expect(gain >= 0.01)
    #expect(tight.outcome == .converged)
    #expect(tight.logLikelihood - loose.logLikelihood > 0.01)
    #expect(tight.outcome.description == "converged")
  }

  @Test func theIterationLimitIsNotConvergence() throws {
    let samples = try Reference.samples("faithful")
    let fit = try EMFit.fit(samples, EMOptions(components: 2, tolerance: 1e-12, maxIterations: 3))
    #expect(fit.outcome == .limit)
    #expect(fit.iterations == 3)
    #expect(
      fit.outcome.description
        == "stopped at the iteration limit before reaching the tolerance; raise max_iterations")
  }

  /// scikit-learn calls this converged after two iterations.
  @Test func componentsOnTopOfEachOtherAreNotConvergence() throws {
    let samples = try Reference.samples("faithful")
    let mean = samples.mean
    let fit = try EMFit.fit(
      samples, EMOptions(components: 2, start: .given(means: Matrix([mean, mean]), weights: nil, precisions: nil)))
    #expect(fit.outcome == .stopped(.coinciding(0, 1)))
    #expect(
      fit.outcome.description
        == "stopped with components 1 and 2 on top of each other; try another start or fewer components")
  }
}
