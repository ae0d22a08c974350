/// What is counted: the words for it in every case, and the one name that sums need.
enum Units {
  private static let rows = FactTable.words.rows.filter {
    $0.first == "unit" && $0.count > 2
  }
  private static let words = WordList(rows.map { $0[1] })

  /// Whether a folded word is a unit.
  static func contains(_ word: String) -> Bool { words.contains(word) }

  /// The name of a unit after a large number: `lůžka`, `lůžko` and `lůžek` are all *lůžek*.
  static func name(of word: String) -> String? {
    rows.first { row in
      row[1].hasSuffix("*") ? word.hasPrefix(row[1].dropLast()) : word == row[1]
    }.map { $0[2] }
  }
}
