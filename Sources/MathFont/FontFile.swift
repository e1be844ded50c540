import CHarfBuzz

/// The file of Latin Modern Math.
enum FontFile {
  static let name = "latinmodern-math.otf"

  /// The bytes of the first file found, owned by the caller.
  static func open(in folders: [String]) throws(MathFontError) -> (blob: OpaquePointer, path: String) {
    for folder in folders {
      let path = folder + "/" + name
      if let blob = hb_blob_create_from_file_or_fail(path) { return (blob, path) }
    }
    throw .notInstalled
  }
}
