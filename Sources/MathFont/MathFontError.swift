/// Why there is no maths face, with the cure.
package enum MathFontError: Error, Sendable, Hashable {
  /// The font file is in none of the places where systems keep it.
  case notInstalled
  /// The file is there but holds no font that can be cut down.
  case unreadable(path: String)

  package var message: String {
    switch self {
    case .notInstalled:
      "the font Latin Modern Math (\(FontFile.name)) is not installed: "
        + "apt-get install fonts-lmodern, or brew install --cask font-latin-modern-math"
    case .unreadable(let path):
      "the font file \(path) cannot be read as an OpenType font: reinstall the package fonts-lmodern"
    }
  }
}
