internal import Wording

/// What component `k`, counted from 0, is called in figures and tables: A, B, …, Z, A2, B2, …
package func componentName(_ k: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(65 + k % 26)))
  return k < 26 ? letter : letter + String(k / 26 + 1)
}

/// `component A holds 36 % with mean 54.6 and component B …`; of more than four components, the three heaviest.
///
/// - Parameter description: of component `k`, to follow its share.
func describedComponents(_ weights: [Double], _ description: (Int) -> String) -> String {
  let shown = weights.count <= 4 ? Array(weights.indices) : Array(byWeight(weights).prefix(3))
  let parts = shown.map { k in
    "component \(componentName(k)) holds \(NumberFormat(.percent).string(weights[k])) \(description(k))"
  }
  return (weights.count <= 4 ? "" : "of its \(weights.count) components the three heaviest: ") + joined(parts)
}

/// The components from the heaviest to the lightest.
private func byWeight(_ weights: [Double]) -> [Int] {
  weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
}
