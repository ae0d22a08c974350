/// A light stemmer for Czech words that are folded to ASCII: forms of one word meet in one term,
/// whether they are typed with diacritics or without. A term need not be a word.
///
/// Takes off one ending of declension or conjugation, then undoes what the ending did to the stem:
/// the floating *e* (*domek*, *domku*), the softened consonant (*kniha*, *knize*), the suffixes of
/// tense, comparison and negation. Endings are after L. Dolamic and J. Savoy (*Indexing and
/// stemming approaches for the Czech language*, Information Processing & Management 45(6), 2009),
/// moved to folded letters and extended. Linear in the length of the word.
enum CzechStemmer {
  private static let lexicon = CzechLexicon.standard

  /// The term of a folded word. Words of one or two letters or with a digit stay whole.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return word }
    if word.count == 3 {
      if let term = lexicon.term(ofWord: word[...]) { return term }
      return word
    }
    guard word.count > 6, word[0] == UInt8(ascii: "n"), word[1] == UInt8(ascii: "e") else {
      return CzechReading(of: word, lexicon).term
    }
    return negated(word)
  }

  /// The term of a word in *ne-*: that of the word without it if it is a superlative, a verb
  /// or an adjective. For nouns, *ne-* makes another word.
  private static func negated(_ word: [UInt8]) -> [UInt8] {
    let whole = CzechReading(of: word, lexicon)
    if word[2] == UInt8(ascii: "j") {
      let degree = CzechReading(of: Array(word[3...]), lexicon)
      return degree.isCompared ? degree.term : whole.term
    }
    if let term = lexicon.term(ofWord: word[2...]) { return term }
    guard !lexicon.keepsNegation(whole.term), whole.isVerb || whole.isAdjective else {
      return whole.term
    }
    return CzechReading(of: Array(word[2...]), lexicon).term
  }
}
