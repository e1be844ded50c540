internal import MixtureKernels

/// Responsibilities that a start states, in place of an E-step's.
enum Membership: Sendable {
  /// K × n, component by component; the noise's last.
  case shares([Double])
  /// n: the component that has the row to itself; below 0 for a row without one.
  case labels([Int32])

  /// rᵢₖ, of n rows.
  func share(_ i: Int, of k: Int, rows n: Int) -> Double {
    switch self {
    case .shares(let shares): shares[k * n + i]
    case .labels(let labels): labels[i] == Int32(k) ? 1 : 0
    }
  }

  /// Those of the rows at some places, out of n.
  func taking(_ places: [Int], of n: Int) -> Membership {
    switch self {
    case .shares(let shares):
      .shares((0..<shares.count / max(n, 1)).flatMap { k in places.map { shares[k * n + $0] } })
    case .labels(let labels): .labels(places.map { labels[$0] })
    }
  }

  /// Lends the C view.
  func withKernel<Result>(_ body: (mk_given) -> Result) -> Result {
    switch self {
    case .shares(let shares):
      shares.withUnsafeBufferPointer { body(mk_given(shares: $0.baseAddress, labels: nil)) }
    case .labels(let labels):
      labels.withUnsafeBufferPointer { body(mk_given(shares: nil, labels: $0.baseAddress)) }
    }
  }
}
