import Foundation
import Mixtures
import Testing

/// Files beside the tests that other programs made.
enum Reference {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Reference")

  static func json(_ name: String) throws -> JSON {
    let data = try Data(contentsOf: folder.appendingPathComponent(name + ".json"))
    return JSON(try JSONSerialization.jsonObject(with: data))
  }

  /// The first columns of a comma-separated file of numbers.
  static func table(_ name: String, columns: Int? = nil) throws -> (names: [String], rows: [[Double]]) {
    let text = try String(contentsOf: folder.appendingPathComponent("data/\(name).csv"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    let width = columns ?? names.count
    let rows = lines.dropFirst().map { line in line.split(separator: ",").prefix(width).map { Double($0) ?? .nan } }
    return (Array(names.prefix(width)), rows)
  }

  /// The data sets as the reference files call them.
  static func samples(_ name: String) throws -> Samples {
    var table: (names: [String], rows: [[Double]])
    switch name {
    case "iris4": table = try self.table("iris", columns: 4)
    case "red_11": table = try self.table("red_wine")
    case "red_11_std", "faithful_std":
      table = try self.table(name == "red_11_std" ? "red_wine" : "faithful")
      table.rows = standardized(table.rows)
    case "red_rs_tso2":
      table = try self.table("red_wine")
      table = (["residual sugar", "total sulfur dioxide"], table.rows.map { [$0[3], $0[6]] })
    case "waiting":
      table = try self.table("faithful")
      table = (["waiting"], table.rows.map { [$0[1]] })
    default: table = try self.table(name)
    }
    return try Samples(values: Array(table.rows.joined()), columnNames: table.names)
  }

  /// Mean 0 and population standard deviation 1, as scikit-learn's `StandardScaler`.
  private static func standardized(_ rows: [[Double]]) -> [[Double]] {
    let n = Double(rows.count)
    let means = rows[0].indices.map { j in rows.reduce(0) { $0 + $1[j] } / n }
    let deviations = rows[0].indices.map { j in
      (rows.reduce(0) { $0 + ($1[j] - means[j]) * ($1[j] - means[j]) } / n).squareRoot()
    }
    return rows.map { row in row.indices.map { (row[$0] - means[$0]) / deviations[$0] } }
  }
}

/// A JSON value, read by path.
struct JSON {
  private let value: Any?

  init(_ value: Any?) { self.value = value }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }
  subscript(index: Int) -> JSON { JSON((value as? [Any])?[index]) }

  var items: [JSON] { (value as? [Any])?.map { JSON($0) } ?? [] }
  var exists: Bool { value != nil && !(value is NSNull) }
  var string: String { value as? String ?? "" }
  var int: Int { (value as? NSNumber)?.intValue ?? Int.min }
  var double: Double { (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap(Double.init) ?? .nan }
  var bool: Bool { (value as? NSNumber)?.boolValue ?? false }
  var doubles: [Double] { items.map(\.double) }
  var matrix: Matrix { Matrix(items.map(\.doubles)) ?? Matrix(rows: 0, columns: 0) }
  /// All numbers in it, in order.
  var flat: [Double] { value is [Any] ? items.flatMap(\.flat) : [double] }
}
