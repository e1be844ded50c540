internal import Reports

/// The formats that a report can be written in.
enum Formats {
  private static let all: [any Renderer.Type] = [HTMLRenderer.self, MarkdownRenderer.self]

  static var names: [String] { all.map { $0.format } }

  /// - Parameter names: all formats when `nil`.
  static func renderers(_ names: [String]?) -> [any Renderer] {
    all.filter { names?.contains($0.format) ?? true }.map { $0.init() }
  }
}
