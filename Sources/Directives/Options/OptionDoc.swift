/// An option of a directive, as it is listed to people and as it is checked.
package struct OptionDoc: Sendable, Hashable {
  package let name: String
  /// What it takes, in words: `column`, `whole number`, `bic, aic or icl`.
  package let type: String
  /// What stands when the option is absent, in the notebook's own syntax; `nil` when there is no such value.
  package let defaultText: String?
  package let isRequired: Bool
  /// One line without a full stop.
  package let summary: String

  package init(
    _ name: String, _ type: String, default defaultText: String? = nil, isRequired: Bool = false, _ summary: String
  ) {
    self.name = name
    self.type = type
    self.defaultText = defaultText
    self.isRequired = isRequired
    self.summary = summary
  }

  /// What every cell takes beside the options of its directive.
  package static let ofEveryCell: [OptionDoc] = [
    OptionDoc("echo", "true or false", default: "false", "shows the cell's source in the report, folded"),
    OptionDoc("error", "true or false", default: "false", "shows the cell's error in the report and goes on"),
  ]
}
