/// What a variational fit knows beyond its plug-in mixture. Components are numbered as in that mixture.
package struct VariationalPosterior: Sendable {
  package let prior: ResolvedPrior
  /// The evidence lower bound after every iteration, 0 being the start's responsibilities; in nats, with all constants.
  package let bounds: [Double]
  /// In the rows' shifted coordinates, components in the order of the sticks.
  let state: VariationalState
  /// The place in `state` of every component.
  let order: [Int]

  /// nₖ = Σᵢ wᵢ rᵢₖ, the rows that component k is expected to hold; K numbers.
  package var counts: [Double] { order.map { state.counts[$0] } }
  /// αₖ of the Dirichlet, or 1 + nₖ of the sticks; K numbers.
  package var concentrations: [Double] { order.map { state.concentrations[$0] } }
  /// γ + the rows of the sticks broken off later; K numbers, nil for a Dirichlet.
  package var rests: [Double]? { state.rests.isEmpty ? nil : order.map { state.rests[$0] } }
  /// κₖ: the mean of component k is known as from this many rows; K numbers.
  package var meanPrecisions: [Double] { order.map { state.meanPrecisions[$0] } }
  /// νₖ, K numbers; ν₀ + n / K for all where the precision is tied, as scikit-learn has it.
  package var degreesOfFreedom: [Double] { order.map { state.degreesOfFreedom[$0] } }

  /// The bound of the last iteration.
  package var bound: Double { bounds[bounds.count - 1] }
  /// Whether component k is expected to hold at least one row; the others are pruned: they stay at the prior.
  package func isEffective(_ k: Int) -> Bool { state.isEffective(order[k]) }
  /// How many components are expected to hold at least one row.
  package var effectiveComponents: Int { order.indices.count { isEffective($0) } }
  /// exp(−Σ πₖ log πₖ) of the shares nₖ / n: the number of equally large components with as much disorder.
  package var perplexity: Double {
    let n = state.counts.reduce(0, +)
    return Elementary.exp(-state.counts.reduce(0) { $1 > 0 ? $0 + $1 / n * Elementary.log($1 / n) : $0 })
  }
}
