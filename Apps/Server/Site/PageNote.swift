import Domain

/// What was done a moment ago, as the next page says it.
enum PageNote: String, Sendable {
  case saved, added, deleted, restored, settled

  private static let name = "done"

  /// The note as it stands in an address.
  var item: (name: String, value: String) { (PageNote.name, rawValue) }

  /// The note that an address carries.
  static func of(_ asked: Asked) -> PageNote? {
    (try? QueryItems(asked.query))?.first(name).flatMap(PageNote.init)
  }

  /// The note in words.
  var wording: Label {
    switch self {
    case .saved: Label("Uloženo.", "Saved.")
    case .added: Label("Záznam je přidaný.", "The record was added.")
    case .deleted: Label("Smazáno.", "Deleted.")
    case .restored: Label("Záznam je zpátky.", "The record is back.")
    case .settled: Label("Rozhodnuto.", "Settled.")
    }
  }
}
