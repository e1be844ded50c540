internal import Dispatch
internal import MixtureKernels
internal import Synchronization

/// Work shared out between threads; results never depend on how many there are.
package enum Parallel {
  /// The processors online.
  static var processors: Int { Int(mk_processor_count()) }

  /// Calls `body` once for every index below `count`, on at most `threads` threads, in no particular order.
  static func forEach(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    forEach(count, workers: threads) { _, index in body(index) }
  }

  /// The same, with the number of the worker that calls, below `workers`: no two calls of one worker overlap.
  static func forEach(_ count: Int, workers: Int, _ body: @Sendable (_ worker: Int, _ index: Int) -> Void) {
    guard workers > 1, count > 1 else {
      for index in 0..<count { body(0, index) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(workers, count)) { worker in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        body(worker, index)
      }
    }
  }

  /// The results of `body` for every index below `count`, in order.
  package static func map<Result: Sendable>(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every place is written by the one call for its index.
      nonisolated(unsafe) let results = buffer
      forEach(count, threads: threads) { results.initializeElement(at: $0, to: body($0)) }
      initialized = count
    }
  }
}
