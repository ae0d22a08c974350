/// Small closed classes of words.
enum Words {
  private static let courtesies = WordSet(
    FactTable.words.values(of: "courtesy"))
  private static let others = WordSet(FactTable.words.values(of: "noname"))
  private static let abbreviations = WordSet(
    FactTable.words.values(of: "abbreviation"))
  private static let roleAbbreviations = WordSet(
    FactTable.words.values(of: "roleabbreviation"))
  private static let roles = WordList(
    beginnings: FactTable(PackageResources.roles_tsv).rows.filter { $0.count == 1 }.map { $0[0] })
  private static let roleAdjectives = WordList(
    beginnings: FactTable(PackageResources.roles_tsv).rows.filter { $0.count == 2 }.map { $0[0] })

  /// Whether a folded word is `pan`, `paní`, `p.`, `pí.` in some case.
  static func isCourtesy(_ word: String) -> Bool { courtesies.contains(word) }

  /// Whether a folded word stands where names stand and is none, as `Zapsal`.
  static func isNoName(_ word: String) -> Bool { others.contains(word) }

  /// Whether a folded word with a dot stands for a role, as `řed.`, `zast.`.
  static func isRoleAbbreviation(_ word: String) -> Bool { roleAbbreviations.contains(word) }

  /// Whether a folded word is written with a dot that ends no sentence, as `ul.`, `tzv.`.
  static func isAbbreviation(_ word: String) -> Bool { abbreviations.contains(word) }

  /// Whether a folded word names a role, as `předsedkyně`.
  static func isRole(_ word: String) -> Bool { roles.contains(word) }

  /// Whether a folded word belongs to a role that it stands before, as `sociální` in *sociální
  /// pracovnice*.
  static func isRoleAdjective(_ word: String) -> Bool { roleAdjectives.contains(word) }
}
