/// The numbers behind a figure as a table, for readers who do not see it or want to take them along.
package struct ChartData: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package enum Cells: Sendable, Hashable {
      case numbers([Double])
      case texts([String])
    }

    /// With its unit: `waiting (min)`.
    package var title: String
    package var cells: Cells

    package init(_ title: String, numbers: [Double]) {
      self.title = title
      cells = .numbers(numbers)
    }

    package init(_ title: String, texts: [String]) {
      self.title = title
      cells = .texts(texts)
    }
  }

  /// All of one length; at most some forty rows, so a recipe with more gives a summary.
  package var columns: [Column]

  package init(_ columns: [Column] = []) { self.columns = columns }
}
