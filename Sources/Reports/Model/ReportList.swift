extension Report {
  package struct List: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
      package var isChecked: Bool?
      package var blocks: [Block]

      package init(isChecked: Bool? = nil, blocks: [Block]) {
        self.isChecked = isChecked
        self.blocks = blocks
      }
    }

    /// The first number of an ordered list; `nil` for bullets.
    package var start: Int?
    package var isTight: Bool
    package var items: [Item]

    package init(start: Int? = nil, isTight: Bool = true, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }
}
