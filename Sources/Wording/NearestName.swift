/// The name among `candidates` that `name` most probably was meant to be, for "did you mean …?".
///
/// Distance is the restricted Damerau–Levenshtein distance without regard to case; a name further than a third of its
/// length (at least one edit, two from five characters on) is not offered. Ties go to the earlier candidate.
package func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let allowed = max(name.count >= 5 ? 2 : 1, name.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let distance = editDistance(Array(name.lowercased()), Array(candidate.lowercased()))
    if distance <= allowed, distance < candidate.count, distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.name
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var twoBack: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
      row.append(cost)
    }
    (twoBack, previous) = (previous, row)
  }
  return previous[b.count]
}
