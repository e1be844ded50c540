import Foundation
import Mixtures
import Testing

/// Slices of the likelihood against plain arithmetic, and the laws of EM within them.
@Suite struct LikelihoodSliceTests {
  /// A slice with two places in it.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let slice: LikelihoodSlice
    let samples: Samples
    let places: [[Double]]
    /// The mixture at values of the parameters, put together by hand.
    let mixture: @Sendable ([Double]) throws -> GaussianMixture
  }

  static let examples: [Example] = (try? makeExamples()) ?? []

  private static func makeExamples() throws -> [Example] {
    let waiting = try Reference.samples("waiting")
    let two = try GaussianMixture(
      weights: [0.4, 0.6], means: Matrix(rows: 2, columns: 1, values: [54, 80]),
      covariances: [.diagonal([36]), .diagonal([30])])
    let plane = try Reference.samples("faithful")
    let three = try GaussianMixture(
      weights: [0.3, 0.1, 0.6], means: Matrix(rows: 3, columns: 2, values: [2, 54, 3, 68, 4.3, 80]),
      covariances: [
        Matrix(rows: 2, columns: 2, values: [0.09, 0.8, 0.8, 40]),
        Matrix(rows: 2, columns: 2, values: [0.5, 3, 3, 60]),
        Matrix(rows: 2, columns: 2, values: [0.2, 1, 1, 36]),
      ])
    @Sendable func one(_ weights: [Double], _ means: [Double], _ deviations: [Double]) throws -> GaussianMixture {
      try GaussianMixture(
        weights: weights, means: Matrix(rows: 2, columns: 1, values: means),
        covariances: deviations.map { .diagonal([$0 * $0]) })
    }
    let (sa, sb) = (6.0, 30.0.squareRoot())
    return [
      Example(
        testDescription: "means of two components",
        slice: LikelihoodSlice(two, waiting, over: [.mean(component: 0, column: 0), .mean(component: 1, column: 0)]),
        samples: waiting, places: [[60, 70], [85, 50], [45, 95]],
        mixture: { try one([0.4, 0.6], $0, [sa, sb]) }),
      Example(
        testDescription: "mean and deviation",
        slice: LikelihoodSlice(two, waiting, over: [.mean(component: 1, column: 0), .deviation(component: 1)]),
        samples: waiting, places: [[75, 9], [60, 3], [90, 20]],
        mixture: { try one([0.4, 0.6], [54, $0[0]], [sa, $0[1]]) }),
      Example(
        testDescription: "weight and deviation",
        slice: LikelihoodSlice(two, waiting, over: [.weight(component: 0), .deviation(component: 0)]),
        samples: waiting, places: [[0.2, 8], [0.8, 4]],
        mixture: { try one([$0[0], 1 - $0[0]], [54, 80], [$0[1], sb]) }),
      Example(
        testDescription: "one mean along two correlated columns",
        slice: LikelihoodSlice(three, plane, over: [.mean(component: 2, column: 0), .mean(component: 2, column: 1)]),
        samples: plane, places: [[4, 75], [3, 85]],
        mixture: {
          try GaussianMixture(
            weights: three.weights, means: Matrix(rows: 3, columns: 2, values: [2, 54, 3, 68] + $0),
            covariances: three.covariances)
        }),
      Example(
        testDescription: "a weight and a mean along one of two columns",
        slice: LikelihoodSlice(three, plane, over: [.weight(component: 1), .mean(component: 0, column: 1)]),
        samples: plane, places: [[0.3, 60], [0.05, 45]],
        mixture: { values in
          let rest = 1 - values[0]
          return try GaussianMixture(
            weights: [rest / 3, values[0], rest * 2 / 3],
            means: Matrix(rows: 3, columns: 2, values: [2, values[1], 3, 68, 4.3, 80]), covariances: three.covariances)
        }),
    ]
  }

  @Test func thereAreExamples() { #expect(Self.examples.count == 5) }

  @Test(arguments: examples) func levelsAreThoseOfTheMixture(_ example: Example) throws {
    for place in example.places {
      let plain = Naive(mixture: try example.mixture(place)).logLikelihood(example.samples)
      #expect(abs(example.slice.logLikelihood(at: place) - plain) <= 1e-10 * abs(plain))
    }
  }

  /// The grid has a way of its own to the same numbers.
  @Test(arguments: examples) func gridsAreMadeOfThePlaces(_ example: Example) {
    let (x, y) = (example.places.map { $0[0] }, example.places.map { $0[1] } + [example.places[0][1] * 1.1])
    let values = example.slice.logLikelihoods(x: x, y: y, threads: 2)
    for (b, second) in y.enumerated() {
      for (a, first) in x.enumerated() {
        let level = example.slice.logLikelihood(at: [first, second])
        #expect(abs(values[b * x.count + a] - level) <= 1e-10 * abs(level))
      }
    }
  }

  /// Far from all rows a density is no longer a double, its logarithm is.
  @Test func gridsReachFarFromTheData() throws {
    let samples = try Samples(values: [0, 1, 1, 2, 1000], dimension: 1)
    let mixture = try GaussianMixture(
      weights: [0.5, 0.5], means: Matrix(rows: 2, columns: 1, values: [0, 1]),
      covariances: [.diagonal([1e-4]), .diagonal([1])])
    let slice = LikelihoodSlice(
      mixture, samples, over: [.mean(component: 0, column: 0), .mean(component: 1, column: 0)])
    for value in slice.logLikelihoods(x: [-50, 0, 1000], y: [0, 900], threads: 1) { #expect(value.isFinite) }
    #expect(slice.logLikelihoods(x: [-50, 0], y: [900], threads: 1)[0] == slice.logLikelihood(at: [-50, 900]))
  }

  @Test(arguments: examples) func boundsTouchAndStayBelow(_ example: Example) {
    for place in example.places {
      let level = example.slice.logLikelihood(at: place)
      #expect(abs(example.slice.lowerBound(touchingAt: place, at: [place])[0] - level) <= 1e-10 * abs(level))
      for other in example.places + [example.slice.origin] {
        let bound = example.slice.lowerBound(touchingAt: place, at: [other])[0]
        #expect(bound <= example.slice.logLikelihood(at: other) + 1e-10 * abs(bound))
      }
      // Where they touch, both have one slope.
      for axis in 0..<2 {
        let step = 1e-4 * abs(place[axis])
        let around = [-step, step].map { move in
          place.enumerated().map { $0.offset == axis ? $0.element + move : $0.element }
        }
        let bounds = example.slice.lowerBound(touchingAt: place, at: around)
        let levels = around.map { example.slice.logLikelihood(at: $0) }
        let (slope, expected) = (bounds[1] - bounds[0], levels[1] - levels[0])
        #expect(abs(slope - expected) <= 1e-5 * max(abs(expected), 1e-3))
      }
    }
  }

  /// The step is the peak of the bound: to all sides the bound is lower.
  @Test(arguments: examples) func stepsGoToThePeakOfTheBound(_ example: Example) throws {
    for place in example.places {
      let next = try #require(example.slice.step(from: place))
      let peak = example.slice.lowerBound(touchingAt: place, at: [next])[0]
      for (a, b) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1)] {
        let beside = [next[0] * (1 + 1e-3 * a), next[1] * (1 + 1e-3 * b)]
        #expect(example.slice.lowerBound(touchingAt: place, at: [beside])[0] < peak)
      }
    }
  }

  @Test(arguments: examples) func everyStepClimbs(_ example: Example) throws {
    for place in example.places {
      let path = example.slice.climb(from: place)
      #expect(path.count > 2)
      #expect(path[0].values == place)
      for (before, after) in zip(path, path.dropFirst()) {
        #expect(after.logLikelihood >= before.logLikelihood - 1e-10 * abs(before.logLikelihood))
      }
      let end = try #require(path.last)
      let next = try #require(example.slice.step(from: end.values))
      for (a, b) in zip(next, end.values) { #expect(abs(a - b) <= 1e-2 * abs(b)) }
    }
  }

  /// Numbers of a plain EM and of Newton's method in Python.
  @Test func oldFaithfulHasTwoHillsAndAPass() throws {
    let samples = try Reference.samples("waiting")
    let fit = try EMFit.fit(samples, EMOptions(components: 2, tolerance: 1e-12, floor: .none))
    let slice = LikelihoodSlice(
      fit.mixture, samples, over: [.mean(component: 0, column: 0), .mean(component: 1, column: 0)])
    let lower = try #require(slice.climb(from: [85, 55]).last)
    #expect(abs(lower.logLikelihood - fit.logLikelihood + 40.59178484750487) < 1e-3)
    #expect(abs(lower.values[0] - 80.43517036196593) < 1e-2)
    let pass = try #require(slice.saddle(near: [71, 71], reach: [1, 1]))
    #expect(abs(pass.values[0] - 70.89970844470747) < 1e-3)
    #expect(abs(pass.logLikelihood - fit.logLikelihood + 424.3609312674457) < 1e-3)
    #expect(slice.saddle(near: [54.6, 80.1], reach: [1, 1]) == nil)
  }

  @Test func valuesNoMixtureHasAreNoPlaces() throws {
    let samples = try Reference.samples("waiting")
    let fit = try EMFit.fit(samples, EMOptions(components: 2))
    let slice = LikelihoodSlice(fit.mixture, samples, over: [.weight(component: 0), .deviation(component: 0)])
    for place in [[0, 5], [1, 5], [0.5, 0], [0.5, -1], [.nan, 5]] {
      #expect(slice.logLikelihood(at: place) == -.infinity)
      #expect(slice.climb(from: place).isEmpty)
    }
    #expect(slice.logLikelihoods(x: [0, 0.5], y: [-1, 5], threads: 1).map(\.isFinite) == [false, false, false, true])
  }
}
