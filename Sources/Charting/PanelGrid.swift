/// How the panels of a chart stand in rows and columns, and which axes they share.
///
/// A row is as high as its highest panel asks for, and its panels fill it. Places without a panel stay empty, as in a
/// corner of pairs; a legend or colour bar stands there if it fits.
///
/// Axes are shared by panels that measure alike: those with another scale, range or choice of labels keep their own, such
/// as the densities on the diagonal of pairs.
package struct PanelGrid: Sendable, Hashable {
  package enum Sharing: Sendable, Hashable {
    /// One range for all panels.
    case all
    /// One range a column for horizontal axes, one a row for vertical ones.
    case lines
    /// Every panel has its own.
    case none
  }

  package var columns: Int
  /// Of the horizontal axes; where they are shared, only the lowest panel of a column is labelled.
  package var x: Sharing
  /// Of the vertical axes; where they are shared, only the first panel of a row is labelled.
  package var y: Sharing
  /// The widths of the columns as shares of what there is; all equal when `nil`.
  package var weights: [Double]?

  package init(columns: Int, x: Sharing = .all, y: Sharing = .all, weights: [Double]? = nil) {
    self.columns = columns
    self.x = x
    self.y = y
    self.weights = weights
  }

  /// One above the other over one horizontal axis, each with a vertical axis of its own.
  package static let stack = PanelGrid(columns: 1, x: .all, y: .none)
}
