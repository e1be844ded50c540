/// A marked place on an axis.
package struct Tick: Sendable, Hashable {
  /// In data units.
  package var value: Double
  package var label: RichText

  package init(_ value: Double, _ label: RichText) {
    self.value = value
    self.label = label
  }
}
