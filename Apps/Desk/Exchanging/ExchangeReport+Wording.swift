public import Domain
public import Storage
import Sync

extension ArrivalReport {
  /// What came in, for scripts.
  public var answer: Answer {
    Answer([
      .init("new", Label("Nových změn", "New changes"), .count(newChanges)),
      .init("known", Label("Známých změn", "Known changes"), .count(knownChanges)),
      .init("conflicts", Label("K rozhodnutí", "To be settled"), .count(conflicts)),
      .init("waiting", Label("Čeká na jiné", "Waiting for others"), .count(waiting)),
      .init(
        "quarantined", Label("Dvě historie", "Two histories"),
        .list(quarantined.map(\.description))),
    ])
  }

  /// What came in, in a few sentences.
  public var sentence: Label {
    var czech =
      "Nových změn: \(newChanges), známých: \(knownChanges); k rozhodnutí čeká: \(conflicts)."
    var english =
      "New changes: \(newChanges), known: \(knownChanges); waiting for a decision: \(conflicts)."
    if waiting > 0 {
      czech += " Na změny, na které navazují, čeká: \(waiting); přijmou se samy, až ty přijdou."
      english += " Waiting for what they build on: \(waiting); they are taken once that comes."
    }
    for replica in quarantined {
      czech += " Databáze \(replica) vydala dvě různé historie; platí ta, která tu byla první."
      english += " The database \(replica) issued two histories; the one known first holds."
    }
    return Label(czech, english)
  }
}
