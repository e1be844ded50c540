/// The sizes of a chart: type, lines, distances, in CSS pixels.
package enum Style {
  // Type
  package static let title = TextStyle(16, .semibold)
  package static let subtitle = TextStyle(12.5)
  package static let axisTitle = TextStyle(12)
  package static let panelTitle = TextStyle(12, .semibold)
  package static let tick = TextStyle(11, tabularFigures: true)
  package static let label = TextStyle(12.5, .semibold)
  package static let note = TextStyle(11)
  package static let caption = TextStyle(10.5)
  package static let legendTitle = TextStyle(11.5, .semibold)
  package static let legend = TextStyle(11, tabularFigures: true)
  package static let haloWidth = 3.0

  // Canvas
  package static let padding = 20.0
  /// From the top of the canvas to the first baseline of the title.
  package static let titleBaseline = 35.0
  package static let titleLeading = 21.0
  package static let subtitleLeading = 17.0
  /// From the last baseline of the title to the first of the subtitle.
  package static let subtitleDrop = 21.0
  /// From the last baseline of the header to the first panel.
  package static let headerGap = 25.0
  /// From the bottom of the canvas up to the last baseline of the caption.
  package static let captionBaseline = 14.0
  package static let captionLeading = 15.0
  /// From what lies below the panels to the top of the caption's letters.
  package static let captionGap = 15.0

  // Axes
  package static let axisWidth = 1.0
  package static let tickLength = 4.0
  package static let tickGap = 5.0
  package static let yTickGap = 8.0
  package static let axisTitleGap = 9.0
  package static let panelGap = 26.0
  /// From the last baseline of a panel's title to the panel.
  package static let panelTitleDrop = 9.0
  package static let panelTitleLeading = 16.0
  /// Between columns whose panels have no labels.
  package static let gutter = 22.0
  /// Between a panel and the labels of the next one in its row.
  package static let gutterToLabels = 14.0

  // Marks
  package static let line = 2.0
  package static let sumLine = 2.2
  package static let secondaryLine = 1.1
  package static let areaOpacity = 0.16
  package static let barGap = 1.0

  // Labels and legend
  package static let labelLeading = 16.0
  package static let lineEndGap = 8.0
  package static let swatch = 11.0
  package static let legendPitch = 17.0
  package static let legendGap = 20.0
  /// From the last baseline of the header to the middle of the first row of the key under it.
  package static let keyDrop = 19.0
  /// From the middle of the last row of that key to the first panel.
  package static let keyGap = 24.0

  /// The diameter and opacity of points that keep a cloud of `count` readable.
  package static func point(count: Int) -> (diameter: Double, opacity: Double) {
    switch count {
    case ...300: (6, 0.75)
    case ...1000: (5, 0.5)
    case ...3000: (4, 0.3)
    default: (3, 0.15)
    }
  }
}
