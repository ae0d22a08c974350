/// Small closed classes of words.
enum Words {
  private static let courtesies = Set(FactTable(PackageResources.words_tsv).values(of: "courtesy"))
  private static let others = Set(FactTable(PackageResources.words_tsv).values(of: "noname"))
  private static let roles = WordList(
    beginnings: FactTable(PackageResources.roles_tsv).rows.map { $0[0] })

  /// Whether a folded word is `pan`, `paní`, `p.`, `pí.` in some case.
  static func isCourtesy(_ word: String) -> Bool { courtesies.contains(word) }

  /// Whether a folded word stands where names stand and is none, as `Zapsal`.
  static func isNoName(_ word: String) -> Bool { others.contains(word) }

  /// Whether a folded word names a role, as `předsedkyně`.
  static func isRole(_ word: String) -> Bool { roles.contains(word) }
}
