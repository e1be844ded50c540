extension Bibliography.Entry {
  /// The work as the list of references shows it.
  package var reference: Report.Reference {
    Report.Reference(anchor: "ref-" + key, text: [.text(key)])
  }
}
