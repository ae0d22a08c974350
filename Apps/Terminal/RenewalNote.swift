public import Domain
public import Storage

extension Renewal {
  /// What happened to a database and what it means, for whoever works with it.
  public func note(on path: String) -> Label {
    let what = wording
    return Label(
      """
      Databáze \(path) zapisuje od teď pod novou totožností \(current): \(what.czech) \
      Nic se neztratilo.
      """,
      """
      The database \(path) writes under the new identity \(current) from now on: \
      \(what.english) Nothing was lost.
      """)
  }

  private var wording: Label {
    switch reason {
    case .copied:
      Label(
        "je to kopie, nebo byla přenesena, a její změny by se pletly se změnami předlohy.",
        "it is a copy or was moved, and its changes would be taken for those of the original.")
    case .restored(let missing):
      Label(
        "byla vrácena ze zálohy\(missing.map { " a vlastních změn v ní chybělo: \($0)" } ?? ""); "
          + "co už mají ostatní, přijde výměnou zpět.",
        "it was put back from a backup"
          + (missing.map { ", and \($0) changes of its own were missing" } ?? "")
          + "; what others have comes back by an exchange.")
    case .keyLost:
      Label(
        "chyběl klíč, kterým se změny podepisují, jako u zálohy nebo kopie bez něj.",
        "the key that signs changes was missing, as beside a backup or a copy without it.")
    case .forked(let reissued):
      Label(
        "pod její dosavadní totožností zapisovala i jiná kopie; "
          + "vlastní změny vydané znovu: \(reissued).",
        "another copy wrote under its identity too; own changes issued anew: \(reissued).")
    }
  }
}
