internal import Notebooks
internal import Reports
internal import Wording

/// Files that cells write beside the report, in the folder of its figures.
enum OutputFile {
  /// The documentation of an option that names such a file.
  ///
  /// - Parameter ending: `.csv`
  static func doc(_ option: String, _ ending: String, _ summary: String) -> OptionDoc {
    OptionDoc(option, "file name ending in \(ending)", summary)
  }

  /// `Written beside the report: labels.csv (labels of 272 rows) and g.json (the parameters).`
  static func note(_ files: [(link: Phrase, contents: String)]) -> Report.Block {
    var phrases: [Phrase] = [.text("Written beside the report: ")]
    for (place, file) in files.enumerated() {
      if place > 0 { phrases.append(.text(place == files.count - 1 ? " and " : ", ")) }
      phrases += [file.link, .text(" (\(file.contents))")]
    }
    return .paragraph(phrases + [.text(".")])
  }
}

extension Options {
  /// The name of a file that is written beside the report, relative to the report's own folder.
  ///
  /// - Parameter ending: `.csv`
  mutating func outputFile(_ option: String, _ ending: String) -> Located<String>? {
    read(option) { node in
      let wanted = "a file name that ends in \(ending)"
      let name = try node.text(wanted)
      let parts = name.value.split(separator: "/", omittingEmptySubsequences: false)
      let last = parts.last.map(String.init) ?? ""
      let hint = "it is written to the folder of the report's figures: \(option): \(last)"
      if parts.first == "" || parts.first == "~" {
        throw Diagnostic.error("'\(name.value)' is an absolute path", at: name.location, hint: hint)
      }
      if parts.contains("..") {
        throw Diagnostic.error("'\(name.value)' leads out of the report's folder", at: name.location, hint: hint)
      }
      guard last.hasSuffix(ending), last.count > ending.count else { throw node.expected(wanted) }
      let isSafe =
        parts.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isSafeInNames) }
        && last.first != "." && last.allSatisfy { $0.isSafeInNames || $0 == "." }
      guard isSafe else {
        throw Diagnostic.error(
          "'\(name.value)' is no file name that is safe everywhere", at: name.location,
          hint: "use letters from a to z, digits, '-' and '_', and '/' after folders")
      }
      return name
    }
  }
}

extension Character {
  /// Whether file names on every system, and links, take it as it is.
  fileprivate var isSafeInNames: Bool { isASCII && (isLetter || isNumber || self == "-" || self == "_") }
}
