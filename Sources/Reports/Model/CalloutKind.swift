internal import Wording

extension Report.Callout.Kind {
  /// Whether it belongs to the argument itself, as a theorem does, rather than standing beside it.
  var isStatement: Bool {
    switch self {
    case .note, .tip, .important, .warning, .caution: false
    case .definition, .theorem, .proof, .example: true
    }
  }

  /// What a reader sees it called: `Theorem`.
  var word: String { rawValue.capitalizedFirst }
}
