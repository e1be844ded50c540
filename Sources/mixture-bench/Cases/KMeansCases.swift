internal import Mixtures

extension Benchmark {
  /// k-means, often half the time of a fit.
  static let kMeansCases: [Benchmark] = [
    Benchmark(
      "kmeans/iteration/\(million.size)/k\(million.components)", "one of Lloyd's iterations of k-means",
      work: .lloydIteration(rows: million.rows, columns: million.columns, clusters: million.components), data: million
    ) { settings in
      let threads = settings.threads ?? Machine.processors
      let samples = try million.samples()
      return {
        let (seconds, result) = try Stopwatch.iteration(of: 10) { iterations in
          let result = try KMeans.fit(
            samples, clusters: million.components, tolerance: 0, maxIterations: iterations, threads: threads)
          guard result.iterations == iterations else {
            throw BenchmarkError("k-means stopped after \(result.iterations) iterations of \(iterations)")
          }
          return result
        }
        return Sample(seconds, check: result.inertia)
      }
    },
    Benchmark(
      "kmeans/start/\(million.size)/k\(million.components)", "k-means++ seeds and one iteration",
      work: .fits(rows: million.rows, components: million.components), data: million
    ) { settings in
      let threads = settings.threads ?? Machine.processors
      let samples = try million.samples()
      return {
        let (seconds, result) = try Stopwatch.time {
          try KMeans.fit(samples, clusters: million.components, tolerance: 0, maxIterations: 1, threads: threads)
        }
        return Sample(seconds, check: result.inertia)
      }
    },
  ]
}
