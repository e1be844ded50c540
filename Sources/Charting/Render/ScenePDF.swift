import CPangoCairo

extension Scene {
  /// The bytes of a PDF file of one page, 0.75 points to the CSS pixel: vectors, text that can be searched, rasters as
  /// images. The same scene gives the same bytes: no date, no machine.
  ///
  /// - Throws: `RenderError` when the page would have no area, or Cairo fails.
  package func pdf(text: TextMeasurer) throws(RenderError) -> [UInt8] {
    try checkDrawable()
    let points = 0.75
    let file = ByteSink()
    let target = Unmanaged.passUnretained(file).toOpaque()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, target, size.width * points, size.height * points)
    else { throw RenderError(description: "the chart cannot be drawn as PDF") }
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    guard let context = cairo_create(surface) else {
      throw RenderError(description: "the chart cannot be drawn as PDF")
    }
    setCairoSource(context, background)
    cairo_paint(context)
    CairoCanvas(context, scale: points, text: text).draw(primitives)
    let drawn = cairo_status(context)
    cairo_destroy(context)
    cairo_surface_finish(surface)
    for status in [drawn, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
      throw RenderError(description: "the chart cannot be drawn: \(String(cString: cairo_status_to_string(status)))")
    }
    return file.bytes
  }

  /// What the title says; empty when there is none.
  var title: String {
    let lines = primitives.compactMap { primitive in
      if case .text(let run) = primitive, run.role == .title { run.text.plain } else { nil }
    }
    return lines.joined(separator: " ")
  }
}

/// Bytes as Cairo writes them.
private final class ByteSink {
  private(set) var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { target, data, count in
    guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(target).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
