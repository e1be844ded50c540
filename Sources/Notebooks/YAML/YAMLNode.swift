internal import CYAML

/// A part of a YAML text, as libYAML reads it.
struct YAMLNode {
  indirect enum Content {
    case scalar(String, YAMLScalarStyle)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
    /// `*name`
    case alias
  }

  let content: Content
  /// Where it begins: at its tag or anchor, when it has one.
  let mark: YAMLMark
}

enum YAMLScalarStyle { case plain, singleQuoted, doubleQuoted, literal, folded }

/// A place in a YAML text.
struct YAMLMark: Hashable {
  /// From 0.
  var line: Int
  /// Unicode scalars before it on the line.
  var column: Int

  init(_ mark: yaml_mark_t) { (line, column) = (Int(mark.line), Int(mark.column)) }
}

/// Why libYAML cannot read a text, in its own words.
enum YAMLError: Error {
  /// A character that YAML does not allow, so many bytes into the text.
  case character(offset: Int)
  case syntax(problem: String, at: YAMLMark, context: (text: String, mark: YAMLMark)?)
}
