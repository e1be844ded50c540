import Mixtures
import Testing

/// K components against K + 1.
@Suite struct BootstrapTestTests {
  private func plan(_ restarts: Int, _ replicates: Int) -> BootstrapTest.Plan {
    BootstrapTest.Plan(
      options: EMOptions(components: 1, restarts: restarts), replicates: replicates, starts: 1, seed: 3)
  }

  /// mclust's statistic for one component against two is 319.065; rows of one component give some 10.
  @Test func oneComponentIsTooFewForOldFaithful() throws {
    let reference = try Reference.json("mclust_extras")["boot_lrt_faithful_VVV"]
    let tests = try BootstrapTest.sequence(
      Reference.samples("faithful"), components: [1], level: 0.05, plan(3, 19))
    #expect(tests.count == 1)
    #expect(abs(tests[0].statistic - reference["LRTS"][0].double) < 1e-3)
    #expect(tests[0].pValue == 1 / 20.0)
    #expect(tests[0].nullStatistics.allSatisfy { $0 > 0 && $0 < 40 })
    #expect(tests[0].failed == 0)
  }

  @Test func theNumberOfGroupsIsFound() throws {
    let samples = try RandomData(seed: 21, rows: 120, dimension: 2, groups: 2).samples
    let tests = try BootstrapTest.sequence(samples, components: [1, 2, 3], level: 0.1, plan(3, 19))
    #expect(tests.map(\.components) == [1, 2])
    #expect(tests[0].pValue == 0.05)
    let last = tests[1]
    #expect(last.pValue > 0.1)
    #expect(last.pValue == Double(1 + last.nullStatistics.count { $0 >= last.statistic }) / 20)
    // More components never fit worse, on rows of K components too.
    #expect(last.nullStatistics.allSatisfy { $0 > 0 })
    // A fit's own test starts from the fit.
    let fit = try EMFit.fit(samples, EMOptions(components: 2, restarts: 3))
    let own = try BootstrapTest.test(fit, plan(3, 19))
    #expect(abs(own.statistic - last.statistic) < 1e-2)
  }

  @Test func theSameForAnyNumberOfThreads() throws {
    let samples = try RandomData(seed: 2, rows: 60, dimension: 1, groups: 1).samples
    let tests = try [1, 2].map { threads in
      var plan = plan(1, 9)
      plan.options.threads = threads
      return try BootstrapTest.sequence(samples, components: [1], level: 0.05, plan)[0]
    }
    #expect(tests[0].statistic == tests[1].statistic)
    #expect(tests[0].nullStatistics == tests[1].nullStatistics)
  }
}
