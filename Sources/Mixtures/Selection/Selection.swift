/// A grid of fits over numbers of components and covariance families, and the best of them.
package struct Selection: Sendable {
  package let criterion: Criterion
  /// In grid order: families as given, within each the numbers of components as given.
  package let cells: [SelectionCell]
  /// The places in `cells` from best to worst: sound fits by the criterion, then spurious ones, then those that failed.
  package let ranking: [Int]
  /// The fit of `cells[ranking[0]]`.
  package let best: EMFit
  /// Where the best lies at the end of the numbers of components tried: more (or fewer) might be better still.
  package let edge: Edge?

  package enum Edge: Sendable, Hashable { case fewest, most }

  package var bestCell: SelectionCell { cells[ranking[0]] }

  /// The best three cells that have a fit, or fewer.
  package var top: [SelectionCell] { ranking.map { cells[$0] }.filter { $0.failure == nil }.prefix(3).map(\.self) }

  /// How much worse each cell is than the best by the criterion, nil where it has no value. A spurious fit may be below
  /// 0: it does not count as better.
  package var excess: [Double?] {
    let reference = criterion.loss(of: bestCell) ?? 0
    return cells.map { cell in criterion.loss(of: cell).map { $0 - reference } }
  }

  /// Fits every cell of the grid.
  ///
  /// - Parameters:
  ///   - components: numbers of components to try, none twice.
  ///   - families: covariance families to try, none twice.
  ///   - options: how each cell is fitted, its components and family replaced.
  ///   - folds: of the cross-validation, where that is the criterion.
  /// - Throws: `FitError` when the options are wrong or no cell could be fitted (the first one's error).
  package static func run(
    _ samples: Samples, components: [Int], families: [CovarianceFamily], options: EMOptions,
    criterion: Criterion = .bic, folds: Int = 10
  ) throws(FitError) -> Selection {
    guard !components.isEmpty else { throw .badOption(name: "components", reason: "is an empty list") }
    guard !families.isEmpty else { throw .badOption(name: "covariance", reason: "is an empty list") }
    try options.check()
    let prepared = PreparedSamples(samples)
    let grid = families.flatMap { family in components.map { (components: $0, family: family) } }
    let validations =
      criterion == .cv ? try CrossValidation.run(samples, grid: grid, options: options, folds: folds) : nil
    let shared = SharedStarts(prepared, components: components.unique, options: options)
    let prepare = { @Sendable (place: Int) -> Result<StartSearch, FitError> in
      var own = options
      (own.components, own.family) = grid[place]
      do throws(FitError) {
        return .success(try StartSearch(prepared, own, shared: shared))
      } catch {
        return .failure(error)
      }
    }
    var failures: [Int: FitError] = [:]
    var places: [Int] = []
    var searches: [StartSearch] = []
    for (place, search) in Parallel.map(grid.count, threads: options.threadCount, prepare).enumerated() {
      switch search {
      case .success(let search):
        searches.append(search)
        places.append(place)
      case .failure(let error): failures[place] = error
      }
    }
    @Sendable func failed(_ place: Int, _ error: FitError) -> SelectionCell {
      SelectionCell(
        components: grid[place].components, family: grid[place].family, dimension: samples.dimension, failure: error)
    }
    let leader = Guarded<Leader?>(nil)
    let pool = StartPool(searches: searches, threads: options.threadCount)
    let computed = pool.run { [searches, places] turn, result -> SelectionCell in
      let place = places[turn]
      switch result {
      case .failure(let error): return failed(place, error)
      case .success(let winner):
        let end = FitEnd(winner, searches[turn])
        let cell = SelectionCell(end).validated(validations?[place])
        leader.withLock { leader in
          if let present = leader, !precedes((cell, place), (present.cell, present.place), criterion) { return }
          leader = Leader(place: place, cell: cell, winner: winner, search: searches[turn], end: end)
        }
        return cell
      }
    }
    var cells = grid.indices.map { failed($0, failures[$0] ?? .noRows) }
    for (turn, place) in places.enumerated() { cells[place] = computed[turn] }
    guard let best = leader.withLock({ $0 }) else { throw cells.lazy.compactMap(\.failure).first ?? .noRows }
    return Selection(
      criterion: criterion, cells: cells, best: EMFit(best.winner, best.search, best.end), components: components)
  }

  /// The best of the cells that have ended, with what its fit is made of.
  private struct Leader {
    let place: Int
    let cell: SelectionCell
    let winner: StartSearch.Winner
    let search: StartSearch
    let end: FitEnd
  }

  private init(criterion: Criterion, cells: [SelectionCell], best: EMFit, components: [Int]) {
    self.criterion = criterion
    self.cells = cells
    self.best = best
    ranking = cells.indices.sorted { Self.precedes((cells[$0], $0), (cells[$1], $1), criterion) }
    let tried = (fewest: components.min() ?? 1, most: components.max() ?? 1)
    let chosen = best.options.components
    edge =
      tried.fewest == tried.most
      ? nil : chosen == tried.most ? .most : chosen == tried.fewest && chosen > 1 ? .fewest : nil
  }

  private static func precedes(
    _ a: (cell: SelectionCell, place: Int), _ b: (cell: SelectionCell, place: Int), _ criterion: Criterion
  ) -> Bool {
    func rank(_ cell: SelectionCell) -> Int { cell.failure != nil ? 2 : cell.spurious != nil ? 1 : 0 }
    if rank(a.cell) != rank(b.cell) { return rank(a.cell) < rank(b.cell) }
    let (first, second) = (criterion.loss(of: a.cell) ?? .infinity, criterion.loss(of: b.cell) ?? .infinity)
    return first != second ? first < second : a.place < b.place
  }
}
