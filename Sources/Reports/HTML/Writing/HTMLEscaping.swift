/// Text made safe to stand in HTML.
package enum HTMLEscaping {
  /// Between tags: `&`, `<` and `>` as references.
  package static func text(_ string: String) -> String {
    escaped(string) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: nil
      }
    }
  }

  /// Between the double quotes of an attribute's value: `&`, `<`, `>` and `"` as references.
  package static func attribute(_ string: String) -> String {
    escaped(string) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: nil
      }
    }
  }

  private static func escaped(_ string: String, _ reference: (Unicode.Scalar) -> String?) -> String {
    if string.utf8.withContiguousStorageIfAvailable({ $0.allSatisfy { isPlain[Int($0)] } }) ?? false { return string }
    guard string.unicodeScalars.contains(where: { reference($0) != nil || isForbidden($0) }) else { return string }
    var result = ""
    result.reserveCapacity(string.utf8.count + 16)
    for scalar in string.unicodeScalars {
      if let reference = reference(scalar) {
        result += reference
      } else {
        result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }

  /// Whether a byte stands for itself wherever it is; files inside a page, which are long, consist of nothing else.
  private static let isPlain = (0...UInt8.max).map { byte in
    (0x20...0x7E).contains(byte) && !"&<>\"".utf8.contains(byte)
  }

  /// Control characters and noncharacters, which a document may not hold in any form.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
