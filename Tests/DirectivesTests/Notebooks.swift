import Directives
import Notebooks
import Reports
import Tables

/// Small notebooks, checked and run without files on disk.
struct Workbench {
  var files: [String: String] = [:]
  var registry = Registry.standard
  var parameters: [(String, String)] = []

  func check(_ text: String) throws -> CheckedNotebook {
    let draft = NotebookDraft(reading: text, path: "notebooks/test.md")
    var parameters = Parameters(draft.notebook.frontMatter.parameters)
    for (name, value) in self.parameters { try parameters.set(name, to: value) }
    let files = files
    let reader = DataFiles { (name) throws(DataFiles.Unreadable) in
      guard let text = files[name] else {
        throw DataFiles.Unreadable("there is no file '\(name)'", neighbours: files.keys.sorted())
      }
      return FileBytes(Array(text.utf8))
    }
    return try CheckedNotebook(draft, registry: registry, parameters: parameters, files: reader)
  }

  func run(_ text: String) throws -> Runner.Outcome {
    try Runner(check(text), settings: Runner.Settings(version: "1.0")).run()
  }

  /// The mistakes of a notebook, each as `line:column: message (hint)`.
  func mistakes(_ text: String) -> [String] {
    do {
      _ = try run(text)
      return []
    } catch let diagnostics as Diagnostics {
      return diagnostics.all.map(\.line)
    } catch let diagnostic as Diagnostic {
      return [diagnostic.line]
    } catch {
      return ["\(error)"]
    }
  }
}

extension Diagnostic {
  /// `line:column: message (hint)`
  var line: String {
    (location.map { "\($0.line):\($0.column): " } ?? "") + message + (hint.map { " (\($0))" } ?? "")
  }
}

extension Report.Table {
  /// Heads and cells as plain text, a row a line, cells parted by bars.
  var lines: [String] {
    [columns.map(\.title.plainText).joined(separator: " | ")]
      + rows.map { row in row.map(\.plainText).joined(separator: " | ") }
  }
}

extension Report {
  /// The tables of the report in order.
  var tables: [Report.Table] {
    blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
  }

  /// The paragraphs of the report as plain text.
  var paragraphs: [String] {
    blocks.compactMap { block in if case .paragraph(let text) = block { text.plainText } else { nil } }
  }
}
