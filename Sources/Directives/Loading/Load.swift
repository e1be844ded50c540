internal import Mixtures
internal import Notebooks
internal import Reports
internal import Tables
internal import Wording

/// `{load} NAME`: reads a table, or a saved fit, from a file.
struct Load: Directive {
  static let name = "load"
  static let summary = "reads a table, or a mixture that 'save:' of a fit wrote"
  static let naming = CellNaming.result
  static let options = [
    OptionDoc(
      "file", "path", isRequired: true,
      ".csv, .tsv or .csv.gz for a table, .json for a saved fit (no other option); relative to the notebook"),
    OptionDoc("delimiter", "comma, semicolon or tab", "what parts the cells; detected when not given"),
    OptionDoc("rename", "mapping {old: new}", "new names of columns, used by all other options"),
    OptionDoc("derive", "mapping {name: expression}", "new columns, computed from the others in order"),
    OptionDoc("where", "expression", "which rows to keep; a bare name is a column"),
    OptionDoc("columns", "list of columns", "which columns to keep, in this order"),
    OptionDoc(
      "impute", "mean", "fills every missing number with the mean of its column, which narrows what is fitted to it"),
    OptionDoc("missing", "keep, drop or error", default: "keep", "what to do with rows that lack a cell"),
    OptionDoc("standardize", "true or list of columns", default: "false", "centres on mean 0, scales to sd 1 (with n)"),
    OptionDoc(
      "stream", "true or false", default: "false",
      "keeps the table's numbers in a temporary file instead of memory, for tables that are larger; no result changes"),
    OptionDoc("units", "mapping {column: unit}", "units of columns, shown in tables and charts"),
  ]

  private let name: Located<String>
  private let file: Located<String>
  private let delimiter: CSV.Delimiter?
  private let streams: Located<Bool>
  private let recipe: TableRecipe

  init(_ options: inout Options) throws {
    name = options.name
    delimiter = options.choice("delimiter", of: [("comma", .comma), ("semicolon", .semicolon), ("tab", .tab)])
    streams = Located(options.boolean("stream") ?? false, at: options.location(of: "stream"))
    recipe = TableRecipe(&options)
    file = try options.required(options.text("file"))
    guard isSavedFit else { return }
    for option in Self.options.map(\.name) where option != "file" && options.has(option) {
      options.fail("'\(option)' means nothing for a saved fit", at: options.location(of: option))
    }
  }

  private var isSavedFit: Bool { file.value.hasSuffix(".json") }

  var activity: String { "reads \(file.value)" }

  func declare(in scope: inout Scope) throws {
    if isSavedFit {
      let saved = try SavedFit(reading: try scope.files.file(file).contents.array, file)
      let parts = GaussianMixture.partNames(
        components: saved.mixture.components, hasNoise: saved.mixture.noise != nil)
      try scope.define(name, NamedMixture.shape(columns: saved.columns, parts: parts))
      return
    }
    let csv = try csv(in: &scope.files)
    let header = try reading { () throws(CSVError) in try csv.header() }
    let columns = header.map { column in
      ColumnShape(
        column.name, type: column.type,
        whyNotNumeric: column.strays.map {
          "the first cell that is no number is '\($0.firstText)' on line \($0.firstLine)"
        })
    }
    let shape = recipe.shape(of: columns, in: &scope)
    try scope.define(name, .table(shape))
  }

  func run(in session: inout Session) throws -> [Report.Block] {
    session.record(try session.files.file(file))
    if isSavedFit {
      let saved = try SavedFit(reading: try session.files.file(file).contents.array, file)
      let origin = file.value.split(separator: "/").last.map(String.init) ?? file.value
      session.define(name, NamedMixture(mixture: saved.mixture, columns: saved.columns, origin: origin))
      return []
    }
    let csv = try csv(in: &session.files)
    let read = try reading { () throws(CSVError) in
      try csv.table(keepingIn: streams.value ? .file : .memory, threads: session.threads)
    }
    let table = try storing { try recipe.table(from: read, in: session) }
    guard table.rowCount > 0 else {
      throw Diagnostic.error(
        "'\(name.value)' has no rows", at: name.location,
        hint: read.rowCount == 0 ? "the file holds a header only" : "none of \(counted(read.rowCount, "row")) is left")
    }
    if table.rowCount < read.rowCount {
      let all = NumberFormat.count.string(Double(read.rowCount))
      session.record("load \(name.value)", "\(NumberFormat.count.string(Double(table.rowCount))) of \(all) rows")
    }
    session.define(name, table)
    return []
  }

  private func csv(in files: inout DataFiles) throws(Diagnostic) -> CSV {
    let contents = try files.file(file).contents
    if streams.value, contents.isCompressed {
      throw .error(
        "'\(file.value)' is compressed, and to stream a table its text must stand on the disk", at: streams.location,
        hint: "unpack it first with gunzip")
    }
    return try reading { () throws(CSVError) in
      try CSV(try files.unpacked(file.value, contents), delimiter: delimiter)
    }
  }

  /// Gives errors about the table the place of the file it is made from.
  private func storing(_ body: () throws -> Table) throws -> Table {
    do {
      return try body()
    } catch let error as TableError {
      throw Diagnostic.error(error.message, at: file.location, hint: error.hint)
    }
  }

  /// Gives errors about the file the place where the notebook names it.
  private func reading<Result>(_ body: () throws(CSVError) -> Result) throws(Diagnostic) -> Result {
    do {
      return try body()
    } catch {
      let line = error.line.map { ", line \($0)" } ?? ""
      throw .error("\(file.value)\(line): \(error.message)", at: file.location, hint: error.hint)
    }
  }
}
