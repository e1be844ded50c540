internal import Mixtures
internal import Notebooks

/// The rows of a fit divided by k-means into as many clusters as the fit has components.
struct KMeansDivision {
  /// For each row the component that its cluster shares most rows with, in a matching of clusters and components that
  /// agrees on as many rows as can be; counted from 0.
  let labels: [Int]
  /// The cluster centre matched to each component: K × d, in data units.
  let centers: Matrix
  /// How long a unit of distance is along each column: 1 on the data as they are.
  let scales: [Double]
  /// The rows by component of the fit and by matched cluster.
  let table: CrossTable
}

extension FittedMixture {
  /// k-means on the columns of the fit, the best of 10 starts.
  ///
  /// - Parameters:
  ///   - expression: what the notebook calls the fit; names the stream of random numbers.
  ///   - standardized: whether every column is first scaled to standard deviation 1.
  func kMeans(
    _ expression: Expression, standardized: Bool = false, in session: Session
  ) throws(Diagnostic) -> KMeansDivision {
    let (samples, clusters) = (fit.samples, fit.mixture.components)
    let seed = session.seed(for: Located("kmeans \(expression.source.value)", at: expression.source.location))
    do throws(FitError) {
      let result = try KMeans.fit(
        standardized ? samples.standardized : samples, clusters: clusters, starts: 10, seed: seed,
        threads: session.threads)
      // Clusters have no order of their own: each takes the number of the component it shares most rows with.
      let matching = CrossTable(fit.labels, result.labels).matching
      var free = Set(0..<clusters).subtracting(matching.compactMap(\.self)).sorted()
      let matched = (0..<clusters).map { cluster -> Int in
        if matching.indices.contains(cluster), let component = matching[cluster] { return component }
        return free.removeFirst()
      }
      let (mean, scales) = (samples.mean, standardized ? samples.standardScales : samples.mean.map { _ in 1 })
      var centers = result.centers
      for (cluster, component) in matched.enumerated() {
        for j in mean.indices {
          let center = result.centers[cluster, j]
          centers[component, j] = standardized ? center * scales[j] + mean[j] : center
        }
      }
      let labels = result.labels.map { matched[$0] }
      return KMeansDivision(
        labels: labels, centers: centers, scales: scales, table: CrossTable(fit.labels, labels))
    } catch {
      throw Diagnostic.error("\(error)", at: expression.source.location)
    }
  }
}
