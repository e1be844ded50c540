import CPangoCairo

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The faces charts are set in cannot be used.
package struct FontError: Error, Hashable, CustomStringConvertible {
  /// What is missing or unreadable, and its cure.
  package var description: String
}

/// The only fonts charts ever see: a few files of Inter, and DejaVu Sans for characters Inter lacks.
///
/// The machine's own font configuration is never read, so a chart comes out the same whatever else is installed, and
/// only these files are opened: start-up stays at a few milliseconds and no font cache is written anywhere.
enum PinnedFonts {
  /// What Pango is asked for; the second is the fallback.
  static let family = "Inter, DejaVu Sans"

  private static let faces: [(package: String, folder: String, files: [String])] = [
    (
      "fonts-inter", "/usr/share/fonts/opentype/inter/",
      [
        "Inter-Regular.otf", "Inter-Italic.otf", "Inter-Medium.otf", "Inter-MediumItalic.otf", "Inter-SemiBold.otf",
        "Inter-SemiBoldItalic.otf",
      ]
    ),
    ("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/", ["DejaVuSans.ttf"]),
  ]

  /// Fontconfig allows any thread to read a configuration; this one is never changed after it is built.
  private struct Configuration: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private static let configuration: Result<Configuration, FontError> = Result { () throws(FontError) in try build() }

  /// The fontconfig configuration that holds the pinned files and no others; it lives as long as the program.
  static func config() throws(FontError) -> OpaquePointer { try configuration.get().pointer }

  private static func build() throws(FontError) -> Configuration {
    guard let config = FcConfigCreate() else { throw FontError(description: "fontconfig could not be started") }
    for (package, folder, files) in faces {
      for file in files where FcConfigAppFontAddFile(config, folder + file) == 0 {
        let state = access(folder + file, F_OK) == 0 ? "cannot be read" : "is not installed"
        FcConfigDestroy(config)
        throw FontError(
          description: "the chart font \(folder)\(file) \(state); install it with: apt-get install \(package)")
      }
    }
    guard FcConfigBuildFonts(config) != 0 else { throw FontError(description: "fontconfig could not index its fonts") }
    // Without a current configuration Pango starts a thread that reads the machine's own.
    FcConfigSetCurrent(config)
    return Configuration(pointer: config)
  }
}
