internal import Dispatch
internal import Mixtures
internal import Notebooks

/// Runs the cells of a notebook, each as soon as those whose results it uses are done.
///
/// Whoever reads the text from top to bottom takes the outcomes from here one after the other and puts their results
/// together, so what comes out is as if the cells had run in that order, on however many threads they did.
final class CellRuns: Sendable {
  private enum Stage {
    /// Not begun.
    case waiting
    case running
    case done(CellOutcome)
    /// It uses a result that failed to come about: it is run when the text has come to it, and says so then.
    case left

    /// The session after a cell that is done and did not fail.
    var session: Session? { if case .done(let outcome) = self { outcome.session } else { nil } }
  }

  private struct State {
    var stages: [Stage]
    /// How many of the cells that a cell uses are not done yet.
    var missing: [Int]
    var running = 0
    /// No cell from here on is begun: one before failed, or nobody reads on.
    var end: Int
  }

  private let cells: [Cell]
  /// The cells that each cell uses, and those that use it.
  private let uses: [[Int]]
  private let users: [[Int]]
  private let session: Session
  private let state: Guarded<State>
  private let isDone: [DispatchSemaphore]
  private let group = DispatchGroup()

  /// - Parameters:
  ///   - cells: in the order of the notebook.
  ///   - session: what every cell knows, before any has run.
  init(_ cells: [Cell], from session: Session) {
    var definers: [String: Int] = [:]
    for (index, cell) in cells.enumerated() {
      if let name = cell.call.name { definers[name.value] = index }
    }
    let uses = cells.indices.map { index in
      cells[index].uses.compactMap { definers[$0] }.filter { $0 < index }
    }
    var users = [[Int]](repeating: [], count: cells.count)
    for (index, used) in uses.enumerated() { for definer in used { users[definer].append(index) } }
    self.cells = cells
    self.session = session
    self.uses = uses
    self.users = users
    state = Guarded(
      State(
        stages: Array(repeating: .waiting, count: cells.count), missing: uses.map(\.count), end: cells.count))
    isDone = cells.map { _ in DispatchSemaphore(value: 0) }
  }

  /// Lets cells begin; with one thread they are left to the reader.
  func start() {
    guard session.threads > 1 else { return }
    while let index = state.withLock({ begin(&$0) }) {
      DispatchQueue.global().async(group: group) {
        let outcome = self.outcome(of: index)
        self.state.withLock { self.end(index, outcome, &$0) }
        self.start()
      }
    }
  }

  /// Begins no other cell, and waits for those that run.
  func stop() {
    state.withLock { $0.end = 0 }
    group.wait()
  }

  /// What a cell came to, once it is done; every cell is asked for once, in the order of the notebook.
  ///
  /// - Parameter session: as all cells before have left it.
  func outcome(of index: Int, in session: Session) -> CellOutcome {
    let cell = cells[index]
    if session.threads > 1 {
      isDone[index].wait()
      if case .done(let outcome) = state.withLock({ $0.stages[index] }) { return outcome }
    }
    let knowsAll = uses[index].allSatisfy { definer in cells[definer].call.name.map { session.knows($0.value) } ?? true
    }
    return CellOutcome(
      cell, in: session.opened(at: cell.call.location, knowing: knowsAll ? cell.uses : nil))
  }

  /// The outcome of a cell that has just begun; `nil` when it is left to its turn.
  private func outcome(of index: Int) -> CellOutcome? {
    let cell = cells[index]
    let used = state.withLock { state in uses[index].map { state.stages[$0].session } }
    let known = used.compactMap(\.self)
    guard known.count == used.count else { return nil }
    return CellOutcome(cell, in: session.opened(at: cell.call.location, knowing: cell.uses, from: known))
  }

  /// A cell that can begin, if one more may run: the first that others wait for, or else the first there is.
  private func begin(_ state: inout State) -> Int? {
    guard state.running < session.threads else { return nil }
    let ready = state.stages.indices.prefix(state.end).filter { index in
      if case .waiting = state.stages[index] { state.missing[index] == 0 } else { false }
    }
    guard let index = ready.first(where: { !users[$0].isEmpty }) ?? ready.first else { return nil }
    state.stages[index] = .running
    state.running += 1
    return index
  }

  private func end(_ index: Int, _ outcome: CellOutcome?, _ state: inout State) {
    state.stages[index] = outcome.map { .done($0) } ?? .left
    state.running -= 1
    for user in users[index] { state.missing[user] -= 1 }
    if outcome?.failure != nil { state.end = min(state.end, index + 1) }
    isDone[index].signal()
  }
}
