internal import Notebooks
internal import Reports
internal import Tables

/// What a run, or one cell of it, has to say: in the order in which it came up.
struct SessionLog: Sendable {
  private(set) var warnings: [Diagnostic] = []
  /// What the provenance says of the options that shape the numbers.
  private(set) var provenance: [Report.Provenance.Entry] = []
  private(set) var dataFiles: [Report.Provenance.DataFile] = []
  /// Pinned values whose text is not their value.
  private(set) var stalePins: [StalePin] = []
  /// Files that cells write beside the report.
  private(set) var attachments: [Report.Attachment] = []
  /// Claims that do not hold, by place.
  private(set) var falseClaims: [Diagnostic] = []
  /// To stand after what the cell shows.
  private(set) var callouts: [Report.Block] = []

  mutating func add(warning: Diagnostic, callout: Report.Block) {
    warnings.append(warning)
    callouts.append(callout)
  }

  mutating func add(_ entry: Report.Provenance.Entry) { provenance.append(entry) }

  mutating func add(_ file: DataFiles.File) {
    guard !dataFiles.contains(where: { $0.name == file.name }) else { return }
    dataFiles.append(
      Report.Provenance.DataFile(name: file.name, bytes: file.contents.count, sha256: sha256(file.contents)))
  }

  mutating func add(_ pins: [StalePin]) { stalePins += pins }

  mutating func add(_ attachment: Report.Attachment) { attachments.append(attachment) }

  mutating func add(falseClaim: Diagnostic) { falseClaims.append(falseClaim) }

  /// Adds what a cell had to say; its callouts are among its blocks.
  mutating func append(_ cell: SessionLog) {
    warnings += cell.warnings
    provenance += cell.provenance
    dataFiles += cell.dataFiles.filter { file in !dataFiles.contains { $0.name == file.name } }
    stalePins += cell.stalePins
    attachments += cell.attachments
    falseClaims += cell.falseClaims
  }
}
