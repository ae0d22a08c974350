import Domain

/// Given names; they tell *Surname Given* from *Given Surname*.
enum GivenNames {
  private static let names = WordSet(
    FactTable(PackageResources.given_names_tsv).rows.map { Folding.fold($0[0]) })

  /// Whether a folded word is a given name in the nominative.
  static func contains(_ word: String) -> Bool { names.contains(word) }
}
