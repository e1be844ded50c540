import CHarfBuzz

/// Where systems keep Latin Modern Math.
enum FontFile {
  static let name = "latinmodern-math.otf"

  static let folders = [
    "/usr/share/texmf/fonts/opentype/public/lm-math",
    "/usr/share/texmf-dist/fonts/opentype/public/lm-math",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/lm-math",
    "/usr/share/fonts/opentype/lm-math",
    "/usr/share/fonts/latinmodern-math",
    "/usr/local/share/fonts",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
  ]

  /// The bytes of the first file found, owned by the caller.
  static func open(in folders: [String] = folders) throws(MathFontError) -> (blob: OpaquePointer, path: String) {
    for folder in folders {
      let path = folder + "/" + name
      if let blob = hb_blob_create_from_file_or_fail(path) { return (blob, path) }
    }
    throw .notInstalled
  }
}
