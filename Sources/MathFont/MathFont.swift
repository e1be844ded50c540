import CHarfBuzz

/// Latin Modern Math, cut down to what a report draws.
package enum MathFont {
  /// The name to give the face in CSS.
  package static let family = "Latin Modern Math"

  /// Where systems keep the font: TeX Live of Debian and others, Homebrew, macOS.
  package static let systemFolders = [
    "/usr/share/texmf/fonts/opentype/public/lm-math",
    "/usr/share/texmf-dist/fonts/opentype/public/lm-math",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/lm-math",
    "/usr/share/fonts/opentype/lm-math",
    "/usr/share/fonts/latinmodern-math",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
  ]

  /// The face that draws `scalars`, with the assembly pieces of stretched braces, roots and bars.
  ///
  /// U+221A is always in it: browsers draw a root from it though no element holds it. Scalars that the font lacks are
  /// left out. The same scalars give the same bytes.
  ///
  /// - Parameter folders: where to look for the font file; the first that has it is used.
  /// - Throws: `MathFontError` when the font is not installed or cannot be read.
  package static func subset(
    scalars: Set<Unicode.Scalar>, folders: [String] = systemFolders
  ) throws(MathFontError) -> MathFontFace {
    let (blob, path) = try FontFile.open(in: folders)
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, 0)
    defer { hb_face_destroy(face) }
    guard let input = hb_subset_input_create_or_fail() else { throw .unreadable(path: path) }
    defer { hb_subset_input_destroy(input) }

    let wanted = hb_subset_input_unicode_set(input)
    hb_set_add(wanted, 0x221A)
    for scalar in scalars { hb_set_add(wanted, scalar.value) }
    keepFeatures(["ssty", "kern"], of: input)
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)

    // An unreadable file becomes the empty face, which has no glyphs.
    guard hb_face_get_glyph_count(face) > 0, let cut = hb_subset_or_fail(face, input) else {
      throw .unreadable(path: path)
    }
    defer { hb_face_destroy(cut) }
    guard let woff = WOFF.wrap(bytes(of: cut)) else { throw .unreadable(path: path) }
    return MathFontFace(data: woff, format: "woff", mediaType: "font/woff", glyphs: characters(of: cut))
  }

  /// Keeps only these layout features: script-size variants and kerning; the others would drag in unused glyphs.
  private static func keepFeatures(_ tags: [String], of input: OpaquePointer) {
    let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
    hb_set_clear(features)
    for tag in tags { hb_set_add(features, hb_tag_from_string(tag, -1)) }
  }

  private static func bytes(of face: OpaquePointer) -> [UInt8] {
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length) else { return [] }
    return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      Array(UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }

  private static func characters(of face: OpaquePointer) -> [Unicode.Scalar] {
    let set = hb_set_create()
    defer { hb_set_destroy(set) }
    hb_face_collect_unicodes(face, set)
    var scalars: [Unicode.Scalar] = []
    var value = hb_codepoint_t.max
    while hb_set_next(set, &value) != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return scalars
  }
}
