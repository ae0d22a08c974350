/// A light stemmer for Czech words that are folded to ASCII: it takes off one case ending, so that
/// *bydlení* and *bydlením* meet.
///
/// After the light stemmer of L. Dolamic and J. Savoy (*Indexing and stemming approaches for the
/// Czech language*, Information Processing & Management 45(6), 2009), moved to folded suffixes,
/// since people search with and without diacritics and both must give one stem.
enum CzechStemmer {
  /// Takes the ending off a folded word. Words of three letters or with a digit stay whole.
  static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > 3, !word.contains(where: { $0 < UInt8(ascii: "a") }) else { return word }
    for (ending, minimum) in endings
    where word.count >= minimum && word.suffix(ending.count).elementsEqual(ending) {
      return word.dropLast(ending.count)
    }
    return word
  }

  /// Case endings, longest first, each with the length of the shortest word that it is taken from.
  private static let endings: [(ending: [UInt8], minimum: Int)] = {
    let groups: [(String, Int)] = [
      ("atech", 8), ("etem atum", 7), ("ech ich iho eho emi imi ymi ych eti ete ove ovi ami", 6),
      ("ach ata aty ama ete", 6), ("em es um ou im ym at am os us mi ym iho", 5),
      ("a e i o u y", 4),
    ]
    return groups.flatMap { endings, minimum in
      endings.split(separator: " ").map { (Array($0.utf8), minimum) }
    }
  }()
}
