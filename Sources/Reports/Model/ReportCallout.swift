extension Report {
  package struct Callout: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case note, tip, important, warning, caution
      case definition, theorem, proof, example
    }

    package var kind: Kind
    /// Counted per kind for definitions, theorems and examples; `nil` for the others.
    package var number: Int?
    package var title: [Phrase]
    package var blocks: [Block]
    /// Whether the run itself raised it (not converged, grid edge, …); such callouts are counted in the provenance.
    package var isFromRun: Bool

    package init(kind: Kind, number: Int? = nil, title: [Phrase] = [], blocks: [Block], isFromRun: Bool = false) {
      self.kind = kind
      self.number = number
      self.title = title
      self.blocks = blocks
      self.isFromRun = isFromRun
    }
  }
}
