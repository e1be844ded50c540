/// Something a reader of the terminal must know: what is wrong, where, and what would mend it.
///
/// A diagnostic is data; only `gmm-report` prints it, with the source line and a caret under the column.
package struct Diagnostic: Error, Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, Comparable {
    case warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
  }

  package var severity: Severity
  /// One sentence without a full stop: `unknown column 'residual suger'`.
  package var message: String
  /// `nil` when the whole notebook is meant.
  package var location: SourceLocation?
  /// What to do about it, without a full stop: `did you mean 'residual sugar'?`.
  package var hint: String?

  package init(_ severity: Severity, _ message: String, at location: SourceLocation?, hint: String? = nil) {
    self.severity = severity
    self.message = message
    self.location = location
    self.hint = hint
  }

  package static func error(_ message: String, at location: SourceLocation?, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, message, at: location, hint: hint)
  }

  package static func warning(_ message: String, at location: SourceLocation?, hint: String? = nil) -> Diagnostic {
    Diagnostic(.warning, message, at: location, hint: hint)
  }
}

/// Several mistakes found in one go, in the order of the text.
package struct Diagnostics: Error, Sendable, Hashable {
  package var all: [Diagnostic]

  package init(_ all: [Diagnostic]) { self.all = all }
}
