public import Domain
public import Storage

extension ErasureReport {
  /// What was erased, or would be, in a sentence.
  public func sentence(isTrial: Bool) -> Label {
    let czech = [
      Plural.czech(deleted.count, "záznam o osobě", "záznamy o osobě", "záznamů o osobě"),
      Plural.czech(covered.count, "záznam se jménem", "záznamy se jménem", "záznamů se jménem"),
      Plural.czech(changes, "změna v historii", "změny v historii", "změn v historii"),
    ].joined(separator: ", ")
    let english = [
      Plural.english(deleted.count, "record about the person", "records about the person"),
      Plural.english(covered.count, "record with the name", "records with the name"),
      Plural.english(changes, "change in the history", "changes in the history"),
    ].joined(separator: ", ")
    return isTrial
      ? Label("Vymazalo by se: \(czech).", "Would be erased: \(english).")
      : Label(
        "Vymazáno: \(czech). U ostatních se vymaže při nejbližší výměně.",
        "Erased: \(english). Others erase it with the next exchange.")
  }

  /// What is left to others, in a sentence; `nil` when nothing is.
  public var otherRegionsAdvice: Label? {
    guard !otherRegions.isEmpty else { return nil }
    let names = otherRegions.joined(separator: ", ")
    return Label(
      "Ve změnách jiných území jméno zůstává (\(names)); požádejte je, ať je vymažou také.",
      "The name stays in changes of other regions (\(names)); ask them to erase it too.")
  }

  /// The report for programs.
  public func json(isTrial: Bool) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("isTrial")
      writer.boolean(isTrial)
      for (name, ids) in [("deleted", deleted), ("covered", covered)] {
        writer.key(name)
        writer.array(ids) { writer, id in writer.string(id.description) }
      }
      writer.key("changes")
      writer.integer(changes)
      writer.key("otherRegions")
      writer.array(otherRegions) { writer, region in writer.string(region) }
    }
    return writer.text
  }
}
