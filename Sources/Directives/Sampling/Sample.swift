internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{sample} NAME`: a table of rows drawn from a stated mixture, with the component each row came from.
struct Sample: Directive {
  static let name = "sample"
  static let summary = "draws a table from a stated mixture; its column 'component' says where each row came from"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc("n", "whole number", isRequired: true, "how many rows"),
    .statedMixture(isRequired: true, "the mixture to draw from"),
    OptionDoc("columns", "list of names", "names of the columns; x, or x1, x2, …, when not given"),
    OptionDoc(
      "seed", "whole number", "for this cell alone; from the notebook’s seed and the cell’s name when not given"),
  ]

  private static let origin = "component"
  private static let mostRows = 10_000_000

  private let name: Located<String>
  private let count: Int
  private let mixture: GaussianMixture
  private let columns: [String]
  private let seed: UInt64?

  init(_ options: inout Options) throws {
    name = options.name
    seed = options.seed("seed")
    let count = options.wholeNumber("n", 1...Self.mostRows)
    let names = options.columns("columns")
    let mixture = options.statedMixture()
    self.count = try options.required(count)
    self.mixture = try options.required(mixture)
    let d = self.mixture.dimension
    if let names {
      if names.count != d {
        options.fail(
          "\(counted(names.count, "name")) for a mixture of \(counted(d, "column"))",
          at: options.location(of: "columns"))
      }
      if let taken = names.first(where: { $0.value == Self.origin }) {
        options.fail(
          "the column '\(Self.origin)' is there already", at: taken.location, hint: "it says where a row came from")
      }
    }
    columns = names?.map(\.value) ?? (d == 1 ? ["x"] : (1...d).map { "x\($0)" })
  }

  var activity: String { "draws \(counted(count, "row"))" }

  func declare(in scope: inout Scope) throws {
    try scope.define(
      name, .table(columns.map { ColumnShape($0, type: .number) } + [ColumnShape(Self.origin, type: .category)]))
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    let seed = seed ?? session.seed(for: name)
    var generator = SeededGenerator(seed: seed)
    let drawn = mixture.sample(count, using: &generator)
    let d = mixture.dimension
    let numbers = columns.enumerated().map { j, name in
      Column(name, numbers: (0..<count).map { drawn.values[$0 * d + j] })
    }
    let origin = Column(Self.origin, texts: drawn.labels.map { String($0 + 1) })
    session.define(name, try Table(columns: numbers + [origin]))
    session.record(
      "sample \(name.value)", "\(counted(count, "row")) from \(counted(mixture.components, "component")), seed \(seed)")
    return []
  }
}
