internal import Dispatch
internal import MixtureKernels
internal import Synchronization

/// Work shared out between threads; results never depend on how many there are.
package enum Parallel {
  /// The processors online.
  static var processors: Int { Int(mk_processor_count()) }

  /// Calls `body` once for every index below `count`, on at most `threads` threads, in no particular order.
  static func forEach(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    guard threads > 1, count > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        body(index)
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
