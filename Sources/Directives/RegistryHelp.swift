internal import Reports
internal import Tables

extension Registry {
  /// What `gmm-report directives` prints: every directive with its options, every member, every function, from the code
  /// itself.
  package func help() -> String {
    var lines = ["DIRECTIVES"]
    for directive in directives {
      lines += ["", "  " + directive.header + "  " + directive.summary]
      lines += Self.table(directive.options.map { ($0.name, $0.line) })
    }
    lines += ["", "  Every directive also takes"]
    lines += Self.table(OptionDoc.ofEveryCell.map { ($0.name, $0.line) })
    lines += ["", "MEMBERS"]
    for type in Self.inspectableTypes where !type.memberDocs.isEmpty {
      lines += ["", "  of a \(type.kind)"]
      lines += Self.table(type.memberDocs)
    }
    lines += ["", "  of a column (those from 'sum' on of numbers only)"]
    lines += Self.table(ColumnMember.all.map { ($0.name, $0.summary) })
    lines += ["", "FUNCTIONS", ""]
    lines += Self.table(Function.all.map { ($0.signature, $0.summary) })
    lines += ["", "OPERATORS", "", "  + - * / ^   == != < <= > >=   and or not"]
    lines += ["", "FORMATS", "", "  .1f  .3e  .4g  ,d  %   after a colon: k3.bic:.1f"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Two columns, the second aligned.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "    " + $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
  }
}

extension Directive {
  /// `{fit} NAME`
  fileprivate static var header: String {
    switch naming {
    case .none: "{\(name)}"
    case .result: "{\(name)} NAME"
    case .label(let kind, let isOptional):
      isOptional ? "{\(name)} [\(kind.prefix)NAME]" : "{\(name)} \(kind.prefix)NAME"
    }
  }
}

extension OptionDoc {
  fileprivate var line: String {
    let note = isRequired ? " (required)" : defaultText.map { " (default \($0))" } ?? ""
    return "\(type): \(summary)\(note)"
  }
}

extension Inspectable {
  fileprivate static var memberDocs: [(String, String)] { members.map { ($0.name, $0.summary) } }
}
