/// EM from every start of several fits, shared out between threads start by start, the largest fits first: so that no
/// thread waits while a fit has starts left, nor is left with a long one at the end. Of large data one start follows the
/// other, each on all threads: while it begins, a start keeps a number or two for every row.
struct StartPool {
  let searches: [StartSearch]
  let threads: Int

  private struct Item {
    /// The place of its fit in `searches`.
    let search: Int
    let start: Int
  }

  /// What is known of a fit while its starts run.
  private struct Progress {
    var leader: StartSearch.Leader?
    /// By their places; nil for a start that has not ended.
    var summaries: [StartSummary?]
    var remaining: Int
  }

  /// Runs everything.
  ///
  /// - Parameter finish: called for each fit, on any thread, once its last start has ended.
  /// - Returns: what `finish` returned, in the order of the fits.
  func run<Finished: Sendable>(
    finish: @Sendable (_ search: Int, _ winner: Result<StartSearch.Winner, FitError>) -> Finished
  ) -> [Finished] {
    let short = shortRuns()
    var items: [Item] = []
    var progress: [Progress] = []
    for (place, search) in searches.enumerated() {
      let followed = search.followed(after: short[place])
      items += followed.map { Item(search: place, start: $0) }
      progress.append(
        Progress(
          summaries: short[place].isEmpty ? Array(repeating: nil, count: followed.count) : short[place],
          remaining: followed.count))
    }
    let finished = Guarded<[Finished?]>(
      searches.indices.map { place in
        // Every short run may have failed.
        progress[place].remaining > 0
          ? nil : finish(place, searches[place].winner(nil, short[place], threads: threads))
      })
    let state = Guarded(progress)
    share(items) { item, threads in
      let search = searches[item.search]
      let (summary, leader) = search.follow(item.start, threads: threads)
      let ended = state.withLock { state -> Progress? in
        if let leader, state[item.search].leader.map({ leader.precedes($0) }) ?? true {
          state[item.search].leader = leader
        }
        state[item.search].summaries[item.start] = summary
        state[item.search].remaining -= 1
        guard state[item.search].remaining == 0 else { return nil }
        let ended = state[item.search]
        state[item.search] = Progress(summaries: [], remaining: 0)
        return ended
      }
      guard let ended else { return }
      let winner = search.winner(ended.leader, ended.summaries.compactMap(\.self), threads: threads)
      let result = finish(item.search, winner)
      finished.withLock { $0[item.search] = result }
    }
    return finished.withLock { $0.compactMap(\.self) }
  }

  /// The starts that are followed for a few iterations only, to choose among.
  private func shortRuns() -> [[StartSummary]] {
    let items = searches.indices.flatMap { place in
      (0..<searches[place].shortRuns).map { Item(search: place, start: $0) }
    }
    let made = Guarded<[[StartSummary?]]>(searches.map { Array(repeating: nil, count: $0.shortRuns) })
    share(items) { item, _ in
      let summary = searches[item.search].followBriefly(item.start)
      made.withLock { $0[item.search][item.start] = summary }
    }
    return made.withLock { $0.map { $0.compactMap(\.self) } }
  }

  /// - Parameter body: works on one item with this many threads.
  private func share(_ items: [Item], _ body: @Sendable (Item, _ threads: Int) -> Void) {
    let order = items.indices.sorted { a, b in
      let (first, second) = (searches[items[a].search].options.components, searches[items[b].search].options.components)
      return first != second ? first > second : a < b
    }
    let together = searches.contains { $0.problem.rows.isLarge } ? 1 : min(threads, max(items.count, 1))
    Parallel.forEach(order.count, threads: together) { body(items[order[$0]], threads / together) }
  }
}
