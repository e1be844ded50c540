extension [Inline] {
  /// Without the breaks and blanks at both ends.
  var trimmed: [Inline] {
    var result = self
    while let first = result.first {
      guard let rest = first.trimmed(atStart: true) else {
        result.removeFirst()
        continue
      }
      result[0] = rest
      break
    }
    while let last = result.last {
      guard let rest = last.trimmed(atStart: false) else {
        result.removeLast()
        continue
      }
      result[result.count - 1] = rest
      break
    }
    return result
  }
}

extension Inline {
  /// `nil` when nothing is left.
  fileprivate func trimmed(atStart: Bool) -> Inline? {
    switch self {
    case .softBreak, .lineBreak: return nil
    case .text(let text):
      var rest = Substring(text)
      if atStart {
        rest = rest.drop { $0 == " " || $0 == "\t" }
      } else {
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
      }
      return rest.isEmpty ? nil : .text(String(rest))
    default: return self
    }
  }
}
