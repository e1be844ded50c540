internal import ArgumentParser
internal import Directives
internal import Notebooks
internal import Reports
internal import Wording

/// The formats that a report can be written in.
enum Formats {
  private static let all: [any Renderer.Type] = [HTMLRenderer.self, MarkdownRenderer.self]

  static var names: [String] { all.map { $0.format } }

  /// - Parameter names: all formats when `nil`.
  static func renderers(_ names: [String]?) -> [any Renderer] {
    all.filter { names?.contains($0.format) ?? true }.map { $0.init() }
  }

  /// The items of an option such as `--format html,md`; `nil` when it is not given.
  ///
  /// - Parameters:
  ///   - kind: what the items are, for the message.
  ///   - names: those there are.
  /// - Throws: `ValidationError` with the first that is none.
  static func list(_ text: String?, of kind: String, among names: [String]) throws -> [String]? {
    guard let items = text?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) else { return nil }
    for item in items where !names.contains(item) {
      throw ValidationError("There is no \(kind) '\(item)'; the \(kind)s are \(joined(names)).")
    }
    return items
  }

  /// The front matter's own choice; `nil` when it makes none.
  ///
  /// - Throws: `Diagnostics` with every name that is none of the formats.
  static func chosen(by frontMatter: FrontMatter) throws -> [String]? {
    var mistakes: [Diagnostic] = []
    for format in frontMatter.formats where !names.contains(format.value) {
      mistakes.append(.error("expected \(joined(names, "or")), not '\(format.value)'", at: format.location))
    }
    if !mistakes.isEmpty { throw Diagnostics(mistakes) }
    return frontMatter.formats.isEmpty ? nil : frontMatter.formats.map(\.value)
  }
}
