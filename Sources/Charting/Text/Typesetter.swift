import CPangoCairo
import Synchronization

/// Shapes lines of text with Pango, for one thread at a time, as Pango's font maps do: that makes it safe to hand on.
///
/// None is ever freed. Pango matches fonts on a thread of its own, which may still look into a font map that its owner
/// has given up; so a typesetter waits for the next one who needs it, with the fonts it has loaded.
final class Typesetter: @unchecked Sendable {
  private static let idle = Mutex<[Typesetter]>([])

  /// One that nobody uses.
  static func borrowed() throws(FontError) -> Typesetter {
    if let waiting = idle.withLock({ $0.popLast() }) { return waiting }
    return try Typesetter()
  }

  /// Lets others use this one.
  func giveBack() { Self.idle.withLock { $0.append(self) } }

  private let context: OpaquePointer
  private var metrics: [TextStyle: (ascent: Double, descent: Double, capHeight: Double)] = [:]

  private init() throws(FontError) {
    let config = try PinnedFonts.config()
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw FontError(
        description: "this build of Pango has no FreeType fonts; install it with: apt-get install libpango1.0-dev")
    }
    pango_font_map_use_config(map, config)
    context = pango_font_map_create_context(map)
    pango_cairo_context_set_resolution(context, 96)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_language(context, pango_language_from_string("en"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  /// A shaped line; the caller owns the layout.
  func layout(_ text: RichText, _ style: TextStyle) -> OpaquePointer {
    let layout: OpaquePointer = pango_layout_new(context)
    let font = description(of: style)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_single_paragraph_mode(layout, 1)

    let spans = text.spans.map(SetSpan.init)
    let string = spans.map(\.text).joined()
    pango_layout_set_text(layout, string, CInt(string.utf8.count))
    let attributes = pango_attr_list_new()
    if style.tabularFigures { pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum")) }
    var start: UInt32 = 0
    for span in spans {
      let end = start + UInt32(span.text.utf8.count)
      for attribute in span.attributes(size: style.size) {
        attribute.pointee.start_index = start
        attribute.pointee.end_index = end
        pango_attr_list_insert(attributes, attribute)
      }
      start = end
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    return layout
  }

  /// The heights of a style, in CSS pixels and all positive.
  func metrics(of style: TextStyle) -> (ascent: Double, descent: Double, capHeight: Double) {
    if let known = metrics[style] { return known }
    let font = description(of: style)
    defer { pango_font_description_free(font) }
    let line = pango_context_get_metrics(context, font, nil)
    defer { pango_font_metrics_unref(line) }
    let (ascent, descent) = (pixels(pango_font_metrics_get_ascent(line)), pixels(pango_font_metrics_get_descent(line)))
    let capital = SetLine(layout("H", style), metrics: (ascent, descent, 0))
    let result = (ascent, descent, -capital.extents.ink.minY)
    metrics[style] = result
    return result
  }

  private func description(of style: TextStyle) -> OpaquePointer? {
    let font = pango_font_description_new()
    pango_font_description_set_family_static(font, PinnedFonts.family)
    pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(font, PangoWeight(rawValue: numericCast(style.weight.rawValue)))
    pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    return font
  }
}

/// CSS pixels from Pango's units.
func pixels(_ units: CInt) -> Double { Double(units) / Double(PANGO_SCALE) }
