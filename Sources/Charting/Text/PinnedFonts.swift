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
package enum PinnedFonts {
  /// Font files in one folder, and the package of apt that installs them.
  package struct Face: Sendable {
    package var package: String
    package var folder: String
    package var files: [String]

    package init(package: String, folder: String, files: [String]) {
      self.package = package
      self.folder = folder
      self.files = files
    }
  }

  package static let faces = [
    Face(
      package: "fonts-inter", folder: "/usr/share/fonts/opentype/inter/",
      files: [
        "Inter-Regular.otf", "Inter-Italic.otf", "Inter-Medium.otf", "Inter-MediumItalic.otf", "Inter-SemiBold.otf",
        "Inter-SemiBoldItalic.otf",
      ]),
    Face(package: "fonts-dejavu-core", folder: "/usr/share/fonts/truetype/dejavu/", files: ["DejaVuSans.ttf"]),
  ]

  /// What Pango is asked for; the second is the fallback.
  static let family = "Inter, DejaVu Sans"

  /// - Throws: `FontError` naming the package to install when a file cannot be opened.
  package static func check(_ faces: [Face]) throws(FontError) {
    for face in faces {
      for file in face.files where access(face.folder + file, R_OK) != 0 {
        let state = errno == ENOENT ? "is not installed" : "cannot be read"
        throw FontError(
          description:
            "the chart font \(face.folder)\(file) \(state); install it with: apt-get install \(face.package)")
      }
    }
  }

  /// Fontconfig allows any thread to read a configuration; this one is never changed after it is built.
  private struct Configuration: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private static let configuration: Result<Configuration, FontError> = Result { () throws(FontError) in try build() }

  /// The fontconfig configuration that holds the pinned files and no others; it lives as long as the program.
  static func config() throws(FontError) -> OpaquePointer { try configuration.get().pointer }

  private static func build() throws(FontError) -> Configuration {
    try check(faces)
    guard let config = FcConfigCreate() else { throw FontError(description: "fontconfig could not be started") }
    for face in faces {
      for file in face.files where FcConfigAppFontAddFile(config, face.folder + file) == 0 {
        FcConfigDestroy(config)
        throw FontError(
          description:
            "\(face.folder)\(file) is not a font; reinstall it with: apt-get install --reinstall \(face.package)")
      }
    }
    guard FcConfigBuildFonts(config) != 0 else { throw FontError(description: "fontconfig could not index its fonts") }
    // Without a current configuration Pango starts a thread that reads the machine's own.
    FcConfigSetCurrent(config)
    return Configuration(pointer: config)
  }
}
