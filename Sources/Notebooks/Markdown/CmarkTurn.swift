internal import Synchronization

/// cmark keeps its table of special characters in global memory and changes it during a parse, so all who parse in one
/// process take turns.
package enum CmarkTurn {
  private static let mutex = Mutex(())

  /// Runs `body` while nobody else parses; it must not take a turn itself.
  package static func take<Result: Sendable>(_ body: () -> Result) -> Result {
    mutex.withLock { _ in body() }
  }
}
