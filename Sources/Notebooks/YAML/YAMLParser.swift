internal import CYAML

/// Reads the one document of a YAML text with libYAML.
///
/// Anchors, aliases and tags are read over; that a notebook has none is the reader's to say.
struct YAMLParser {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Returns: `nil` for a text without any node.
  /// - Throws: `YAMLError` at the first mistake of form.
  static func root(of text: String) throws(YAMLError) -> YAMLNode? {
    let bytes = Array(text.utf8)
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(YAMLError) in
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        return try YAMLParser(parser: parser).root()
      }
    }
    return try result.get()
  }

  private func root() throws(YAMLError) -> YAMLNode? {
    guard try next().kind == .streamStart else { return nil }
    guard case .documentStart = try next().kind else { return nil }
    let node = try node(try next())
    _ = try next()  // the end of the document
    let last = try next()
    if last.kind == .documentStart {
      throw .syntax(problem: "but found another document", at: last.mark, context: nil)
    }
    return node
  }

  private func node(_ event: Event) throws(YAMLError) -> YAMLNode {
    switch event.kind {
    case .scalar(let text, let style): return YAMLNode(content: .scalar(text, style), mark: event.mark)
    case .sequenceStart:
      var items: [YAMLNode] = []
      var inner = try next()
      while inner.kind != .collectionEnd {
        items.append(try node(inner))
        inner = try next()
      }
      return YAMLNode(content: .sequence(items), mark: event.mark)
    case .mappingStart:
      var entries: [(key: YAMLNode, value: YAMLNode)] = []
      var inner = try next()
      while inner.kind != .collectionEnd {
        let key = try node(inner)
        entries.append((key, try node(try next())))
        inner = try next()
      }
      return YAMLNode(content: .mapping(entries), mark: event.mark)
    case .alias, .streamStart, .streamEnd, .documentStart, .documentEnd, .collectionEnd:
      return YAMLNode(content: .alias, mark: event.mark)
    }
  }

  // MARK: Events

  private struct Event {
    enum Kind: Hashable {
      case streamStart, streamEnd, documentStart, documentEnd
      case scalar(String, YAMLScalarStyle)
      case sequenceStart, mappingStart, collectionEnd, alias
    }

    let kind: Kind
    let mark: YAMLMark
  }

  private func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error }
    defer { yaml_event_delete(&event) }
    let kind: Event.Kind =
      switch event.type {
      case YAML_STREAM_START_EVENT: .streamStart
      case YAML_DOCUMENT_START_EVENT: .documentStart
      case YAML_DOCUMENT_END_EVENT: .documentEnd
      case YAML_SEQUENCE_START_EVENT: .sequenceStart
      case YAML_MAPPING_START_EVENT: .mappingStart
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
      case YAML_ALIAS_EVENT: .alias
      case YAML_SCALAR_EVENT: Self.scalar(event)
      default: .streamEnd
      }
    return Event(kind: kind, mark: YAMLMark(event.start_mark))
  }

  private static func scalar(_ event: yaml_event_t) -> Event.Kind {
    let scalar = event.data.scalar
    let style: YAMLScalarStyle =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
    return .scalar(String(decoding: bytes, as: UTF8.self), style)
  }

  /// What libYAML stopped at.
  private var error: YAMLError {
    let state = parser.pointee
    if state.error == YAML_READER_ERROR { return .character(offset: Int(state.problem_offset)) }
    let context = state.context.map { (String(cString: $0), YAMLMark(state.context_mark)) }
    let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
    return .syntax(problem: problem, at: YAMLMark(state.problem_mark), context: context)
  }
}
