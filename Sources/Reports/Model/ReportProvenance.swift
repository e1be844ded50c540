extension Report {
  /// From what, and with what, the report was made. No clock, no path, no host.
  package struct Provenance: Sendable, Hashable {
    package struct DataFile: Sendable, Hashable {
      /// As the notebook names it.
      package var name: String
      package var bytes: Int
      package var sha256: String

      package init(name: String, bytes: Int, sha256: String) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
      }
    }

    package struct Entry: Sendable, Hashable {
      package var name: String
      package var value: String

      package init(name: String, value: String) {
        self.name = name
        self.value = value
      }
    }

    /// gmm-report's own version.
    package var version: String
    package var notebookSHA256: String
    package var dataFiles: [DataFile]
    package var seed: UInt64
    /// Parameters and the options of fits that shape the numbers, in the order of the notebook.
    package var options: [Entry]
    /// Warnings of the run.
    package var warnings: Int

    package init(
      version: String, notebookSHA256: String, dataFiles: [DataFile], seed: UInt64, options: [Entry], warnings: Int
    ) {
      self.version = version
      self.notebookSHA256 = notebookSHA256
      self.dataFiles = dataFiles
      self.seed = seed
      self.options = options
      self.warnings = warnings
    }
  }
}
