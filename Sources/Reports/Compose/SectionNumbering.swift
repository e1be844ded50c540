internal import Notebooks

extension NumberingPass {
  /// Numbers the headings that are no part of another block, `1`, `1.1`, `1.2`, `2`, and gives every heading its anchor
  /// and level. A level that the notebook skips is skipped in silence: pages must not jump from h2 to h4.
  mutating func numberSections() {
    let topLevel = notebook.blocks.compactMap { block -> Markup? in
      if case .markup(let markup) = block { markup } else { nil }
    }
    for case .heading(_, let label?, _, _) in (topLevel + notebook.footnotes.flatMap(\.blocks)).withDescendants {
      _ = define(label)
    }
    var slugs = Slugs(taken: Set(labels.map(\.value)))
    // The levels of the headings that the present one is within, and the number at each.
    var levels: [Int] = []
    var counters: [Int] = []
    for markup in topLevel {
      if case .heading(let level, let label, let text, let location) = markup {
        levels.removeAll { $0 >= level }
        levels.append(level)
        counters.removeLast(max(0, counters.count - levels.count))
        if counters.count < levels.count { counters.append(0) }
        counters[levels.count - 1] += 1
        let number = counters.map { String($0) }.joined(separator: ".")
        if let label { numbering.numbers[label.value] = number }
        numbering.sections[location] = Numbering.Section(
          level: levels.count + 1, anchor: label?.value ?? slugs.anchor(for: text), number: number)
      } else {
        for case .heading(_, let label, let text, let location) in [markup].withDescendants {
          numbering.sections[location] = Numbering.Section(
            level: levels.count + 2, anchor: label?.value ?? slugs.anchor(for: text), number: nil)
        }
      }
    }
  }
}
