/// What the starts of many fits to the same rows have in common, whatever their covariance families: made once.
///
/// Random responsibilities are not kept: they cost no more than a pass over the rows, and K numbers a row to keep.
struct SharedStarts: Sendable {
  /// Nil where no start is hierarchical.
  let tree: HierarchicalClustering?
  private let divisions: [Key: Division]

  private struct Key: Hashable {
    let components: Int
    let index: Int
  }

  /// Nothing shared: every start makes its own.
  init() { (tree, divisions) = (nil, [:]) }

  /// - Parameter components: the numbers of components that will be fitted, with the start, restarts and seed of
  ///   `options`.
  init(_ prepared: PreparedSamples, components: [Int], options: EMOptions) {
    tree =
      options.start == .hierarchical
      ? HierarchicalClustering(prepared.whole, seed: options.seed, threads: options.threadCount) : nil
    guard [.kMeans, .kMeansPlusPlus, .randomFromData].contains(options.start) else {
      divisions = [:]
      return
    }
    let different = prepared.samples.differentRows(upTo: components.max() ?? 1)
    // The largest first, so that no thread is left with a long one at the end.
    let keys = components.filter { $0 > 1 && $0 <= different }.sorted(by: >).flatMap { count in
      (0..<options.firstRuns).map { Key(components: count, index: $0) }
    }
    let made = Parallel.map(keys.count, threads: options.threadCount) { place in
      Division(
        options.start, rows: prepared.rows, clusters: keys[place].components, seed: options.seed,
        index: keys[place].index)
    }
    divisions = Dictionary(uniqueKeysWithValues: zip(keys, made))
  }

  /// The division that start `index` of a fit of so many components begins with; nil if it is to make its own.
  func division(components: Int, index: Int) -> Division? {
    divisions[Key(components: components, index: index)]
  }
}
