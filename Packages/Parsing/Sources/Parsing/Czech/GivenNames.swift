import Domain

/// Given names; they tell *Surname Given* from *Given Surname*.
enum GivenNames {
  private static let list = FactTable(PackageResources.given_names_tsv).rows.map {
    Folding.fold($0[0])
  }
  private static let names = WordSet(list)
  private static let beginnings = WordSet(
    list.flatMap { name in [3, 4].filter { $0 < name.count }.map { String(name.prefix($0)) } })

  /// Whether a folded word is a given name in the nominative.
  static func contains(_ word: String) -> Bool { names.contains(word) }

  /// Whether a folded word may be a given name cut short before a dot: `Dav.`, `Jos.`
  static func isCut(_ word: String) -> Bool { beginnings.contains(word) }
}
