internal import Dispatch

/// A value that one thread at a time may look at or change.
///
/// A semaphore rather than `Mutex`, which on Linux waits in the kernel where the thread sanitizer does not see it.
package final class Guarded<Value>: @unchecked Sendable {
  private var value: Value
  private let turn = DispatchSemaphore(value: 1)

  package init(_ value: Value) { self.value = value }

  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    turn.wait()
    defer { turn.signal() }
    return body(&value)
  }
}
