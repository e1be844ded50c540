internal import Mixtures

/// How sure a fit is of the component of each row.
struct RowDoubts {
  /// The most responsible component of each row, counted from 0, and the one after it: the same where there is only one.
  let first: [Int]
  let second: [Int]
  /// 1 − maxₖ rᵢₖ of each row: at most 1 − 1 / K.
  let uncertainties: [Double]

  /// A row more uncertain than this is said to be in doubt.
  static let threshold = 0.25

  /// - Parameters:
  ///   - responsibilities: n × K.
  ///   - rows: those judged, by their place.
  init(_ responsibilities: Matrix, rows: [Int]) {
    let ranked = rows.map { row -> (first: Int, second: Int, uncertainty: Double) in
      let shares = responsibilities[row: row]
      let first = shares.indices.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? 0
      let second = shares.indices.filter { $0 != first }.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? first
      return (first, second, max(0, 1 - shares[first]))
    }
    first = ranked.map(\.first)
    second = ranked.map(\.second)
    uncertainties = ranked.map(\.uncertainty)
  }

  /// The rows in doubt.
  var doubtful: [Int] { uncertainties.indices.filter { uncertainties[$0] > Self.threshold } }

  /// All rows from the most uncertain on.
  var ranking: [Int] { uncertainties.indices.sorted { (-uncertainties[$0], $0) < (-uncertainties[$1], $1) } }

  /// The two components, the lower first, that share more of the rows in doubt than any other two, and how many;
  /// `nil` when no row is in doubt.
  var mostContested: (lower: Int, upper: Int, rows: Int)? {
    var counts: [[Int]: Int] = [:]
    for row in doubtful { counts[[min(first[row], second[row]), max(first[row], second[row])], default: 0] += 1 }
    return counts.max { ($0.value, $1.key[0], $1.key[1]) < ($1.value, $0.key[0], $0.key[1]) }.map {
      ($0.key[0], $0.key[1], $0.value)
    }
  }
}
