internal import MixtureKernels

/// Adds up the sums of chunks in the order of the chunks, whichever thread ends first: the few that are early wait.
final class OrderedSum: Sendable {
  private struct State {
    var total: [Double]
    var next = 0
    var early: [Int: [Double]] = [:]
  }

  private let count: Int
  private let state: Guarded<State>

  init(count: Int) {
    self.count = count
    state = Guarded(State(total: Array(repeating: 0, count: count)))
  }

  var values: [Double] { state.withLock { $0.total } }

  /// Lets `body` write a chunk's sums, and adds them when all before it have been added.
  func add(_ chunk: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    let own = Array(unsafeUninitializedCapacity: count) { (own: inout UnsafeMutableBufferPointer<Double>, size) in
      if let base = own.baseAddress { body(base) }
      size = count
    }
    state.withLock { state in
      state.early[chunk] = own
      while let next = state.early.removeValue(forKey: state.next) {
        for index in 0..<count { state.total[index] += next[index] }
        state.next += 1
      }
    }
  }
}
