package import Notebooks
internal import Wording

/// What a label names, told by its prefix: `fig-hist`, `tbl-params`, `eq-mix`, `sec-data`.
package enum LabelKind: String, Sendable, Hashable, CaseIterable {
  case figure = "fig-"
  case table = "tbl-"
  case equation = "eq-"
  case section = "sec-"

  package var prefix: String { rawValue }

  /// How a reference calls it: `Figure` in `Figure 3`.
  package var word: String {
    switch self {
    case .figure: "Figure"
    case .table: "Table"
    case .equation: "Equation"
    case .section: "Section"
    }
  }

  /// The kind of `label`; `nil` when it has none of the prefixes or nothing after one.
  package init?(of label: String) {
    guard let kind = Self.allCases.first(where: { label.hasPrefix($0.prefix) && label != $0.prefix }) else {
      return nil
    }
    self = kind
  }

  /// The mistake of a label that does not begin as its kind wants; `nil` when there is none.
  package func mistake(in label: Located<String>) -> Diagnostic? {
    if LabelKind(of: label.value) == self { return nil }
    let article = self == .equation ? "an" : "a"
    let bare = label.value.split(separator: "-").last.map(String.init) ?? "name"
    return .error(
      "the label '\(label.value)' does not begin with '\(prefix)', as that of \(article) \(word.lowercased()) must",
      at: label.location, hint: "write '\(prefix)\(bare)'")
  }
}
