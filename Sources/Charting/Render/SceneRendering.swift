import CPangoCairo

extension Scene {
  /// The scene drawn in pixels; the same scene gives the same pixels.
  ///
  /// - Parameters:
  ///   - scale: device pixels a CSS pixel.
  ///   - text: sets the text; one measurer serves a whole thread.
  /// - Throws: `RenderError` when the image would have no pixel, or more than 32,767 a side, or Cairo fails.
  package func image(scale: Double = 2, text: TextMeasurer) throws(RenderError) -> PNGImage {
    try drawn(scale: scale, text: text).image.picture
  }

  /// The scene drawn in pixels, ready to be written to a file.
  ///
  /// - Throws: as `image` does.
  package func drawn(scale: Double = 2, text: TextMeasurer) throws(RenderError) -> DrawnScene {
    try checkDrawable(scale: scale)
    let (width, height) = ((size.width * scale).rounded(.up), (size.height * scale).rounded(.up))
    guard let surface = CairoImage(width: Int(width), height: Int(height)), let context = cairo_create(surface.pointer)
    else { throw RenderError(description: "the chart cannot be drawn: out of memory") }
    defer { cairo_destroy(context) }
    setCairoSource(context, background)
    cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
    cairo_paint(context)
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
    CairoCanvas(context, on: surface, scale: scale, text: text).draw(primitives)
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw RenderError(description: "the chart cannot be drawn: \(String(cString: cairo_status_to_string(status)))")
    }
    return DrawnScene(image: surface)
  }

  /// The bytes of a PNG file of the scene.
  package func png(scale: Double = 2, text: TextMeasurer) throws(RenderError) -> [UInt8] {
    try drawn(scale: scale, text: text).png()
  }

  /// - Throws: `RenderError` unless both sides come to 1 to 32,767 device pixels.
  func checkDrawable(scale: Double = 1) throws(RenderError) {
    for side in [size.width, size.height] where !(1...32767).contains((side * scale).rounded(.up)) {
      throw RenderError(
        description: "a chart of \(size.width) × \(size.height) px at scale \(scale) cannot be drawn: "
          + "each side must come to 1 to 32,767 pixels")
    }
  }
}

/// The pixels of a scene, which nobody draws on any more: any thread may write them to a file.
package struct DrawnScene: @unchecked Sendable {
  fileprivate let image: CairoImage

  /// The bytes of a PNG file.
  ///
  /// Charts of flat colours are written in a palette of 256, at a third of the size: shades that only smooth the edges of
  /// letters and lines may be off by 8 of 255.
  package func png() -> [UInt8] { image.png(tolerance: 8) }
}

/// A scene that has no image.
package struct RenderError: Error, Hashable, CustomStringConvertible {
  package var description: String
}
