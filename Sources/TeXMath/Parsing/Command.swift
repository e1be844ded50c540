/// A command of the subset and how what follows it is read.
///
/// A new construct is one file in Constructs with its list of commands, and that list's name here.
struct Command: Sendable {
  typealias Parse = @Sendable (inout Parser, _ command: Token) throws(TeXError) -> any MathNode

  /// Without its backslash.
  let name: String
  let parse: Parse

  init(_ name: String, _ parse: @escaping Parse) {
    self.name = name
    self.parse = parse
  }

  /// A command that stands for one node and takes no argument.
  init(_ name: String, _ node: any MathNode) {
    self.init(name) { _, _ in node }
  }

  static let all: [Command] = [
    fractions, roots, accents, fences, bigDelimiters, braces, stacks, operators, texts, environments, styles, spaces,
    boxes, classes, components, negation, marks, alphabets, greek, letters, symbols,
  ].flatMap { $0 }

  static let named = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The names in the order of the tables, for hints.
  static let names = all.map(\.name)
}
