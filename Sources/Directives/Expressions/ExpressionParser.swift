/// Builds the tree of an expression from its tokens.
///
/// From loosest to tightest: `or`, `and`, `not`, comparisons, `+ -`, `* /`, unary minus, `^` (from the right), members,
/// indices and calls.
struct ExpressionParser {
  private typealias Node = Expression.Node

  private let tokens: [Token]
  private var position = 0
  private var depth = 0

  /// - Parameter tokens: ends with `.end`.
  init(_ tokens: [Token]) { self.tokens = tokens }

  mutating func parse() throws(ExpressionError) -> Expression.Node {
    if token.kind == .end { throw ExpressionError("an expression is missing", at: token.range.lowerBound) }
    let root = try disjunction()
    guard token.kind == .end else { throw unexpected("an operator") }
    return root
  }

  private var token: Token { tokens[min(position, tokens.count - 1)] }

  /// Takes the next token when it is this operator or word.
  private mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) || token.kind == .name(sign) else { return false }
    position += 1
    return true
  }

  private func unexpected(_ wanted: String) -> ExpressionError {
    let place = token.range.lowerBound
    switch token.kind {
    case .end: return ExpressionError("the expression ends where \(wanted) should follow", at: place)
    case .number: return ExpressionError("\(wanted) should stand before this number", at: place)
    case .text: return ExpressionError("\(wanted) should stand before this text", at: place)
    case .name(let name), .sign(let name):
      return ExpressionError("'\(name)' where \(wanted) should stand", at: place)
    }
  }

  private func binary(_ sign: Expression.Operator, _ left: Node, _ right: Node) -> Node {
    Node(kind: .binary(sign, left, right), range: left.range.lowerBound..<right.range.upperBound)
  }

  // MARK: Levels

  private mutating func disjunction() throws(ExpressionError) -> Node {
    // Bounds the recursion: every nesting comes through here or through `unary`.
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw ExpressionError("nested too deeply", at: token.range.lowerBound) }
    var left = try conjunction()
    while take("or") { left = binary(.or, left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> Node {
    var left = try negation()
    while take("and") { left = binary(.and, left, try negation()) }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> Node {
    let start = token.range.lowerBound
    guard take("not") else { return try comparison() }
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw ExpressionError("nested too deeply", at: start) }
    let operand = try negation()
    return Node(kind: .not(operand), range: start..<operand.range.upperBound)
  }

  private mutating func comparison() throws(ExpressionError) -> Node {
    let left = try sum()
    guard let sign = comparisonSign else { return left }
    position += 1
    let result = binary(sign, left, try sum())
    if comparisonSign != nil {
      throw ExpressionError(
        "comparisons cannot be chained", at: token.range.lowerBound, hint: "join two with 'and': 0 < x and x < 1")
    }
    return result
  }

  private var comparisonSign: Expression.Operator? {
    guard case .sign(let text) = token.kind, let sign = Expression.Operator(rawValue: text) else { return nil }
    return sign.isComparison ? sign : nil
  }

  private mutating func sum() throws(ExpressionError) -> Node {
    var left = try product()
    while true {
      if take("+") {
        left = binary(.plus, left, try product())
      } else if take("-") {
        left = binary(.minus, left, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(ExpressionError) -> Node {
    var left = try unary()
    while true {
      if take("*") {
        left = binary(.times, left, try unary())
      } else if take("/") {
        left = binary(.divided, left, try unary())
      } else {
        return left
      }
    }
  }

  private mutating func unary() throws(ExpressionError) -> Node {
    let start = token.range.lowerBound
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw ExpressionError("nested too deeply", at: start) }
    if take("-") {
      let operand = try unary()
      return Node(kind: .negative(operand), range: start..<operand.range.upperBound)
    }
    if take("+") { return try unary() }
    let base = try postfix()
    return take("^") ? binary(.power, base, try unary()) : base
  }

  private mutating func postfix() throws(ExpressionError) -> Node {
    var node = try primary()
    while true {
      if take(".") {
        guard case .name(let name) = token.kind else { throw unexpected("the name of a member") }
        node = Node(kind: .member(node, name), range: node.range.lowerBound..<token.range.upperBound)
        position += 1
      } else if take("[") {
        let index = try disjunction()
        let end = token.range.upperBound
        guard take("]") else { throw unexpected("']'") }
        node = Node(kind: .index(node, index), range: node.range.lowerBound..<end)
      } else {
        return node
      }
    }
  }

  private mutating func primary() throws(ExpressionError) -> Node {
    let first = token
    switch first.kind {
    case .number(let number):
      position += 1
      return Node(kind: .number(number), range: first.range)
    case .text(let text):
      position += 1
      return Node(kind: .text(text), range: first.range)
    case .name("and"), .name("or"), .name("not"): throw unexpected("a value")
    case .name("true"), .name("false"):
      position += 1
      return Node(kind: .boolean(first.kind == .name("true")), range: first.range)
    case .name(let name):
      position += 1
      return take("(") ? try call(name, from: first.range.lowerBound) : Node(kind: .name(name), range: first.range)
    case .sign("("):
      position += 1
      var inner = try disjunction()
      let end = token.range.upperBound
      guard take(")") else { throw unexpected("')'") }
      inner.range = first.range.lowerBound..<end
      return inner
    case .sign, .end: throw unexpected("a value")
    }
  }

  private mutating func call(_ name: String, from start: Int) throws(ExpressionError) -> Node {
    var arguments: [Node] = []
    if token.kind != .sign(")") {
      repeat { arguments.append(try disjunction()) } while take(",")
    }
    let end = token.range.upperBound
    guard take(")") else { throw unexpected("',' or ')'") }
    return Node(kind: .call(name, arguments), range: start..<end)
  }
}

extension Expression.Operator {
  var isComparison: Bool {
    switch self {
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}
