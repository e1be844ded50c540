extension TeXExpression {
  /// The same formula in what GitHub's renderer accepts: no `\operatorname`, none of our own commands, `\label` turned
  /// into `\tag{number}`.
  package func gitHubSource(number: String? = nil) -> String {
    var writer = GitHubWriter(sourceWithoutComponents)
    writer.copy()
    if label != nil, tag == nil, let number { writer.place(tag: number) }
    return writer.output.trimmed
  }
}

private struct GitHubWriter {
  private var scanner: Scanner
  private(set) var output = ""
  /// Where a tag may stand: before the end of the outermost environment when that is one of whole lines.
  private var tagPosition: String.Index?
  private var depth = 0

  init(_ source: String) {
    scanner = Scanner(source)
  }

  mutating func copy() {
    while true {
      let token = scanner.next()
      switch token.kind {
      case .end: return
      case .space: output += " "
      case .character(let scalar): output.unicodeScalars.append(scalar)
      case .command(let name): copy(command: name)
      }
    }
  }

  mutating func place(tag number: String) {
    let position = tagPosition ?? output.endIndex
    let tag = "\\tag{\(number)}"
    let before = output[..<position].trimmed
    output = before + " " + tag + (position == output.endIndex ? "" : " ") + output[position...]
  }

  private mutating func copy(command name: String) {
    if name == "label" {
      _ = argument()
    } else if name == "operatorname" {
      let hasLimits = scanner.peek.isCharacter("*")
      if hasLimits { _ = scanner.next() }
      write(operator: argument().replacing("\\,", with: " "), hasLimits: hasLimits)
    } else if let function = Function.predefined.first(where: { $0.name == name }) {
      write(operator: function.text.replacing("\u{2009}", with: " "), hasLimits: function.limits == .inDisplay)
    } else if name == "begin" || name == "end" {
      copy(delimiter: name, of: argument())
    } else {
      output += Self.rewritten[name] ?? "\\" + name
    }
  }

  /// Commands that need an extension of MathJax which GitHub does not load.
  private static let rewritten = [
    "bm": "\\boldsymbol", "coloneq": "\\mathrel{:=}", "coloneqq": "\\mathrel{:=}", "vcentcolon": "\\mathrel{:}",
    "emph": "\\textit", "textup": "\\text", "textnormal": "\\text",
  ]

  private mutating func copy(delimiter: String, of environment: String) {
    let numbersLines = ["align", "align*", "gather", "gather*", "equation", "equation*"].contains(environment)
    if delimiter == "begin" { depth += 1 } else { depth -= 1 }
    if delimiter == "end", depth == 0, numbersLines { tagPosition = output.endIndex }
    output += "\\\(delimiter){\(environment)}"
  }

  /// `\mathop` takes limits in displays, which an operator without limits must not.
  private mutating func write(operator name: String, hasLimits: Bool) {
    output += "\\mathop{\\text{\(name)}}"
    var ahead = scanner
    while ahead.peek.kind == .space { _ = ahead.next() }
    if !hasLimits, ahead.peek.isCharacter("_") || ahead.peek.isCharacter("^") { output += "\\nolimits" }
  }

  /// The text between the next braces, which hold no others.
  private mutating func argument() -> String {
    while scanner.peek.kind == .space { _ = scanner.next() }
    _ = scanner.next()
    var text = ""
    while let scalar = scanner.scalar(), scalar != "}" { text.unicodeScalars.append(scalar) }
    return text
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
