/// YAML that stands in a notebook, as option nodes with their places, and what is wrong with it.
struct YAMLReader {
  let source: SourceText
  /// The lines of the YAML, from 0.
  let lines: Range<Int>
  private(set) var root: OptionNode?
  private(set) var mistakes: [Diagnostic] = []

  init(_ source: SourceText, lines: Range<Int>) {
    self.source = source
    self.lines = lines
    do throws(YAMLError) {
      root = try YAMLParser.root(of: source.text(source.range(ofLines: lines))).flatMap { read($0) }
    } catch {
      mistakes.append(YAMLMistake(source, lines: lines).diagnostic(error))
    }
  }

  private mutating func read(_ node: YAMLNode) -> OptionNode? {
    let offset = offset(of: node.mark)
    if offset < source.bytes.count, let mistake = YAMLMistake(source, lines: lines).propertyMistake(at: offset) {
      mistakes.append(mistake)
      return nil
    }
    switch node.content {
    case .scalar(let text, let style): return .scalar(read(text, style, at: offset))
    case .sequence(let items): return .list(items.compactMap { read($0) }, source.location(of: offset))
    case .mapping(let pairs): return .mapping(entries(pairs), source.location(of: offset))
    case .alias: return nil
    }
  }

  private mutating func entries(_ pairs: [(key: YAMLNode, value: YAMLNode)]) -> [OptionNode.Entry] {
    var entries: [OptionNode.Entry] = []
    for (keyNode, valueNode) in pairs {
      guard case .scalar(let key)? = read(keyNode) else {
        mistakes.append(
          .error("the name of an option is text", at: source.location(of: self.offset(of: keyNode.mark))))
        continue
      }
      if entries.contains(where: { $0.key.value == key.text }) {
        mistakes.append(
          .error("'\(key.text)' is given twice", at: key.location, hint: "keep one of them"))
      }
      guard let value = read(valueNode) else { continue }
      entries.append(OptionNode.Entry(key: Located(key.text, at: key.location), value: value))
    }
    return entries
  }

  private mutating func read(_ text: String, _ style: YAMLScalarStyle, at offset: Int) -> OptionNode.Scalar {
    var start = offset
    switch style {
    case .singleQuoted, .doubleQuoted: start += 1
    case .literal, .folded:
      let next = source.line(containing: offset) + 1
      let indented = source.range(ofLine: next)
      start = source.bytes[indented].firstIndex { !ASCII.isBlank($0) } ?? indented.lowerBound
    case .plain: break
    }
    let location = source.location(of: start)
    if style == .doubleQuoted, let mistake = YAMLMistake.controlCharacter(in: text, at: location) {
      mistakes.append(mistake)
    }
    return OptionNode.Scalar(text, isQuoted: style != .plain, at: location)
  }

  private func offset(of mark: YAMLMark) -> Int {
    source.offset(line: lines.lowerBound + mark.line, scalarColumn: mark.column)
  }
}

extension OptionNode {
  /// A text that is YAML as a whole, or JSON, which is YAML too.
  ///
  /// - Throws: every mistake of form, placed in the text.
  package init(parsing text: String) throws(Diagnostics) {
    let source = SourceText(text)
    let reader = YAMLReader(source, lines: 0..<source.lineCount)
    if !reader.mistakes.isEmpty { throw Diagnostics(reader.mistakes) }
    guard let root = reader.root else {
      throw Diagnostics([.error("it is empty", at: SourceLocation(line: 1, column: 1))])
    }
    self = root
  }
}
