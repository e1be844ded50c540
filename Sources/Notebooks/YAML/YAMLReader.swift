internal import Yams

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
    do {
      let node = try Yams.compose(yaml: source.text(source.range(ofLines: lines)), .basic, .default, .utf8)
      root = node.flatMap { read($0) }
    } catch let error as YamlError {
      mistakes.append(YAMLMistake(source, lines: lines).diagnostic(error))
    } catch {
      mistakes.append(
        .error("this YAML cannot be read", at: source.location(of: source.range(ofLines: lines).lowerBound)))
    }
  }

  private mutating func read(_ node: Yams.Node) -> OptionNode? {
    let offset = offset(of: node.mark)
    if offset < source.bytes.count, let mistake = YAMLMistake(source, lines: lines).propertyMistake(at: offset) {
      mistakes.append(mistake)
      return nil
    }
    switch node {
    case .scalar(let scalar): return .scalar(read(scalar, at: offset))
    case .sequence(let sequence): return .list(sequence.compactMap { read($0) }, source.location(of: offset))
    case .mapping(let mapping): return .mapping(entries(mapping), source.location(of: offset))
    case .alias: return nil
    }
  }

  private mutating func entries(_ mapping: Yams.Node.Mapping) -> [OptionNode.Entry] {
    var entries: [OptionNode.Entry] = []
    for (keyNode, valueNode) in mapping {
      guard case .scalar(let key)? = read(keyNode) else {
        mistakes.append(
          .error("the name of an option is text", at: source.location(of: self.offset(of: keyNode.mark))))
        continue
      }
      if entries.contains(where: { $0.key.value == key.text }) {
        mistakes.append(YAMLMistake.duplicate(key.text, at: key.location))
      }
      guard let value = read(valueNode) else { continue }
      entries.append(OptionNode.Entry(key: Located(key.text, at: key.location), value: value))
    }
    return entries
  }

  private mutating func read(_ scalar: Yams.Node.Scalar, at offset: Int) -> OptionNode.Scalar {
    let isQuoted = scalar.style != .plain
    var start = offset
    switch scalar.style {
    case .singleQuoted, .doubleQuoted: start += 1
    case .literal, .folded:
      let next = source.line(containing: offset) + 1
      let indented = source.range(ofLine: next)
      start = source.bytes[indented].firstIndex { !ASCII.isBlank($0) } ?? indented.lowerBound
    default: break
    }
    let location = source.location(of: start)
    if scalar.style == .doubleQuoted, let mistake = YAMLMistake.controlCharacter(in: scalar.string, at: location) {
      mistakes.append(mistake)
    }
    return OptionNode.Scalar(scalar.string, isQuoted: isQuoted, at: location)
  }

  private func offset(of mark: Yams.Mark?) -> Int {
    guard let mark else { return source.range(ofLine: lines.lowerBound).lowerBound }
    return source.offset(line: lines.lowerBound + mark.line - 1, scalarColumn: mark.column - 1)
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
