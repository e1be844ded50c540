internal import Charting
package import Notebooks
package import Reports

/// In which colours figures are drawn, and the files that are made of them.
package struct FigureSettings: Sendable {
  /// `theme:`
  package enum Theme: String, Sendable, CaseIterable {
    /// Light and dark, as the reader's screen is set.
    case auto
    case light, dark, print

    static let documentation = OptionDoc(
      "theme", "auto, light, dark or print",
      "the figure's colours; the notebook's choice when absent, else light and dark as the reader's screen is set")
  }

  package var theme = Theme.auto
  /// Formats in which every figure is a file of its own.
  package var formats: [Report.Figure.Format] = []

  package init() {}
}

extension FigureSettings {
  /// What the front matter says, its mistakes noted.
  package init(_ frontMatter: FrontMatter, in scope: inout Scope) {
    self.init()
    theme = frontMatter.theme.flatMap { name in scope.noting { _ in try name.choice(Theme.self) } } ?? .auto
    formats = frontMatter.figures.compactMap { name in scope.noting { _ in try name.choice(Report.Figure.Format.self) }
    }
  }
}

extension FigureSettings.Theme {
  /// The themes drawn, the one for paper and for files first.
  var drawn: [(theme: Charting.Theme, name: Report.Figure.Theme)] {
    switch self {
    case .auto: [(.light, .light), (.dark, .dark)]
    case .light: [(.light, .light)]
    case .dark: [(.dark, .dark)]
    case .print: [(.print, .print)]
    }
  }
}

extension Located<String> {
  /// One of the words that are the raw values of an enumeration.
  ///
  /// - Throws: `Diagnostic` that names them all.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) throws -> Choice {
    try OptionNode.scalar(.init(value, at: location)).choice(of: type.allCases.map { ($0.rawValue, $0) })
  }
}
