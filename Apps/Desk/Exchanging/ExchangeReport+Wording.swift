public import Domain
public import Storage

extension ArrivalReport {
  /// What came in, in one sentence.
  public var sentence: Label {
    Label(
      "Nových změn: \(newChanges), známých: \(knownChanges); k rozhodnutí čeká: \(conflicts).",
      "New changes: \(newChanges), known: \(knownChanges); waiting for a decision: \(conflicts).")
  }
}
