/// A part of a formula: how it is spaced, how it is drawn, how it reads.
protocol MathNode: Sendable {
  /// The class by which TeX spaces the node from what comes before it; `nil` for what TeX does not space.
  var leading: AtomClass? { get }
  /// The class by which TeX spaces the node from what comes after it.
  var trailing: AtomClass? { get }
  /// How far the node moves what follows it, in mu (eighteenths of an em); not 0 for spaces only.
  var advance: Int { get }
  /// Where its scripts go.
  var limits: Limits { get }
  /// The name of a function, read aloud as applied to what follows.
  var isFunction: Bool { get }
  func element(in style: MathStyle) -> Element
  /// The node in readable characters; within a script, operators are set close.
  func plainText(inScript: Bool) -> String
}

extension MathNode {
  var leading: AtomClass? { .ordinary }
  var trailing: AtomClass? { leading }
  var advance: Int { 0 }
  var limits: Limits { .never }
  var isFunction: Bool { false }
}

/// Whether scripts stand above and below.
enum Limits: Sendable, Hashable {
  case never
  /// Only in a formula set on its own lines.
  case inDisplay
  case always
}

/// TeX's styles, as far as spacing and limits depend on them.
enum MathStyle: Sendable, Hashable {
  case display
  case text
  case script

  /// The style of a fraction's parts.
  var fraction: MathStyle { self == .display ? .text : .script }
  /// The style of matrix cells and of what stands inside an inline formula.
  var cell: MathStyle { self == .script ? .script : .text }
}

/// Nothing, as the base of a script that has none.
struct EmptyNode: MathNode {
  func element(in style: MathStyle) -> Element { Element("mrow", []) }
  func plainText(inScript: Bool) -> String { "" }
}
