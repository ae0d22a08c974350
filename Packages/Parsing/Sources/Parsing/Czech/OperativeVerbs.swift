/// Verbs with which a body resolves: `schvaluje`, `ukládá`, `bere na vědomí`.
enum OperativeVerbs {
  private static let verbs = WordSet(
    FactTable.words.values(of: "operative"))

  /// Whether a folded word is such a verb.
  static func contains(_ word: String) -> Bool { verbs.contains(word) }
}
