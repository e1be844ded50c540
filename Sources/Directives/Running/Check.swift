package import Notebooks
package import Reports
internal import Tables

/// A notebook found in order: every cell made and declared, every name, reference and formula known.
package struct CheckedNotebook {
  let notebook: Notebook
  let cells: [SourceLocation: Cell]
  let numbering: Numbering
  let parameters: Parameters
  /// How its figures come out.
  let figures: FigureSettings
  /// Formats of figures that the notebook asks for.
  package var figureFormats: [Report.Figure.Format] { figures.formats }
  /// The files read so far.
  let files: DataFiles
}

extension CheckedNotebook {
  /// Checks a notebook without running anything.
  ///
  /// - Parameter files: gives the files that cells and the front matter name.
  /// - Throws: every mistake found in it, of form and of meaning, in the order of the text. A mistake of form outside
  ///   the bodies of directives may hide names, so then only mistakes of form are told.
  package init(
    _ draft: NotebookDraft, registry: Registry = .standard, parameters: Parameters, files: DataFiles
  ) throws(Diagnostics) {
    guard draft.isSoundOtherwise else { throw Diagnostics(draft.mistakes) }
    let notebook = draft.notebook
    let broken = Set(draft.brokenCalls.map(\.location))
    let names = notebook.blocks.compactMap { block -> String? in
      guard case .directive(let call) = block, registry.directive(call.verb.value)?.naming == .result else {
        return nil
      }
      return call.name?.value
    }
    var scope = Scope(parameters: parameters, files: files, allNames: names)
    var cells: [SourceLocation: Cell] = [:]
    var numbering: Numbering?
    _ = scope.noting { scope in
      let bibliography = try scope.bibliography(notebook.frontMatter.bibliography)
      numbering = try Numbering(of: notebook, bibliography: bibliography)
    }
    for block in notebook.blocks {
      switch block {
      case .markup(let markup): scope.noteMistakes(in: [markup].inlines)
      case .directive(let call):
        let cell =
          broken.contains(call.location)
          ? nil
          : scope.noting { scope in
            var cell = try Cell(call, registry: registry, parameters: parameters)
            _ = scope.takeUses()
            try cell.directive.declare(in: &scope)
            cell.uses = scope.takeUses()
            return cell
          }
        cells[call.location] = cell
        if let name = call.name, names.contains(name.value) { scope.defineUnknown(name) }
      }
    }
    // What stands above and below the text is worked out at the end, when every result is there.
    scope.noteMistakes(in: notebook.frontMatter.title + notebook.frontMatter.subtitle)
    let figures = FigureSettings(notebook.frontMatter, in: &scope)
    scope.noteMistakes(in: notebook.footnotes.flatMap(\.blocks).inlines)
    let mistakes = draft.mistakes + scope.problems
    guard let numbering, mistakes.isEmpty else { throw Diagnostics(mistakes.inTextOrder) }
    self.init(
      notebook: notebook, cells: cells, numbering: numbering, parameters: parameters, figures: figures,
      files: scope.files)
  }
}

extension Scope {
  /// The works of the file that the front matter names; none when it names none.
  fileprivate mutating func bibliography(_ name: Located<String>?) throws -> Bibliography {
    guard let name else { return Bibliography() }
    let contents = try files.file(name).contents
    guard let text = String(validating: contents.array, as: UTF8.self) else {
      throw Diagnostic.error("\(name.value) is not UTF-8", at: name.location, hint: "save it as UTF-8")
    }
    do throws(BibTeXError) {
      return try Bibliography(parsing: text)
    } catch {
      throw error.diagnostic(for: name)
    }
  }

  fileprivate mutating func noteMistakes(in inlines: [Inline]) {
    _ = noting { scope in try scope.check(inlines) }
  }
}
