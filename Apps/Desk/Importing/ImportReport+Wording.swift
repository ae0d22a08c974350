public import Domain
public import Storage

extension ImportReport.Outcome {
  /// What became of a file, in a word or two.
  public var label: Label {
    switch self {
    case .imported: Label("nový dokument", "new document")
    case .updated: Label("aktualizován", "updated")
    case .unchanged: Label("beze změny", "unchanged")
    case .deleted:
      Label(
        "nenačten, někdo jej smazal (vrátí jej soulad delete --undo)",
        "not imported, somebody deleted it (soulad delete --undo brings it back)")
    }
  }
}
