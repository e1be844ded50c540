internal import CGLib
package import Notebooks
package import Tables
internal import Wording

/// The files that a notebook names, each read once, through the function it was given: nothing here touches a disk.
package struct DataFiles: Sendable {
  package struct File: Sendable {
    /// As the notebook names it.
    package let name: String
    package let contents: FileBytes
  }

  /// Why a file cannot be read.
  package struct Unreadable: Error, Sendable {
    /// `there is no file 'data/wine.csv'`
    package let message: String
    /// Files beside it, for a hint at a misspelt name.
    package let neighbours: [String]

    package init(_ message: String, neighbours: [String] = []) {
      self.message = message
      self.neighbours = neighbours
    }
  }

  /// Gives the contents of a file named relative to the notebook.
  package typealias Reader = @Sendable (String) throws(Unreadable) -> FileBytes

  private let reader: Reader
  private var files: [File] = []
  /// What the files compressed with gzip hold, by their names.
  private var unpacked: [String: FileBytes] = [:]

  package init(_ reader: @escaping Reader) { self.reader = reader }

  /// - Throws: `Diagnostic` at the place of the name, with the nearest name there is.
  package mutating func file(_ name: Located<String>) throws(Diagnostic) -> File {
    if let known = files.first(where: { $0.name == name.value }) { return known }
    do throws(Unreadable) {
      let file = File(name: name.value, contents: try reader(name.value))
      files.append(file)
      return file
    } catch {
      let near = nearestName(to: name.value, in: error.neighbours)
      throw .error(error.message, at: name.location, hint: near.map { "did you mean '\($0)'?" })
    }
  }

  /// What a file holds: its contents, decompressed if they are compressed, which is done once.
  ///
  /// - Throws: `CSVError` when they are damaged.
  mutating func unpacked(_ name: String, _ contents: FileBytes) throws(CSVError) -> FileBytes {
    guard contents.isCompressed else { return contents }
    if let known = unpacked[name] { return known }
    let text = try contents.decompressed()
    unpacked[name] = text
    return text
  }
}

/// The SHA-256 of bytes in lower-case hexadecimal.
package func sha256(_ bytes: FileBytes) -> String {
  guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else { return "" }
  defer { g_checksum_free(checksum) }
  bytes.forEachBlock { g_checksum_update(checksum, $0.baseAddress, $0.count) }
  return g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
}
