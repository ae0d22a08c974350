/// A light stemmer for Czech words that are folded to ASCII: forms of one word meet in one term,
/// whether they are typed with diacritics or without. A term need not be a word.
///
/// Takes off one ending of declension or conjugation, then undoes what the ending did to the stem:
/// the floating *e* (*domek*, *domku*), the softened consonant (*kniha*, *knize*), the suffixes of
/// tense, comparison and negation. Endings are after L. Dolamic and J. Savoy (*Indexing and stemming
/// approaches for the Czech language*, Information Processing & Management 45(6), 2009), moved to
/// folded letters and extended. Linear in the length of the word.
enum CzechStemmer {
  /// Changes whenever any word may get another term: an index made by another version is stale.
  static let version = 2

  /// The term of a folded word. Words of one or two letters or with a digit stay whole.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 2, word.allSatisfy({ $0 &- UInt8(ascii: "a") < 26 }) else { return word }
    if let term = lexicon.term(ofWord: word[...]) { return term }
    guard word.count > 3 else { return word }
    let whole = reading(of: word[...])
    guard word.count > 6, word[0] == UInt8(ascii: "n"), word[1] == UInt8(ascii: "e") else {
      return whole.term
    }
    if word[2] == UInt8(ascii: "j") {
      let degree = reading(of: word[3...])
      return degree.isCompared ? degree.term : whole.term
    }
    if let term = lexicon.term(ofWord: word[2...]) { return term }
    return isNegated(whole) ? reading(of: word[2...]).term : whole.term
  }

  /// What a word reduces to, and what was found out on the way.
  private struct Reading {
    var term: [UInt8]
    var isVerb = false
    var isCompared = false
  }

  private static let lexicon = CzechLexicon.standard

  private static func reading(of word: ArraySlice<UInt8>) -> Reading {
    if let term = lexicon.term(ofWord: word) { return Reading(term: term, isCompared: true) }
    let ending = CzechEnding.find(in: word, lexicon)
    var reading = Reading(term: Array(word.dropLast(ending.length)))
    if let term = lexicon.term(ofStem: reading.term[...]) {
      return Reading(term: term, isCompared: true)
    }
    if lexicon.caseLike.matchesEnd(of: reading.term[...]) { return reading }
    switch ending.kind {
    case .presentOva: reading.term += "ov".utf8
    case .possessive: reading.term += "ov".utf8
    case .latin: reading.term += word.suffix(5).prefix(3)
    case .soft, .softVowel: hardenAdjective(&reading.term, ending.kind)
    case .bare, .hard, .instrumental, .vowel, .present, .infinitive: break
    }
    reading.isVerb = ending.isOfVerbs
    if reading.term.last != marker { reduce(&reading, ending.kind) }
    if let term = lexicon.term(ofStem: reading.term[...]) {
      return Reading(term: term, isVerb: reading.isVerb, isCompared: true)
    }
    return reading
  }

  /// Adjectives and nouns in *-ní* keep a mark, so that they are not taken for those in *-ný* and
  /// *-n*: *schválení* and *schválený*, *poradní* and *poradna*. The plurals *-čtí* and *-ští* of
  /// adjectives become *-ck-* and *-sk-*.
  private static func hardenAdjective(_ stem: inout [UInt8], _ kind: CzechEnding.Kind) {
    guard stem.count > 3 else { return }
    if stem.last == UInt8(ascii: "n"), !"iouy".utf8.contains(stem[stem.count - 2]) {
      stem.append(marker)
    } else if kind == .softVowel, ends(stem, "ct") {
      stem[stem.count - 1] = UInt8(ascii: "k")
    } else if kind == .softVowel, stem.count > 4, ends(stem, "st"),
      "nvldjhrmt".utf8.contains(stem[stem.count - 3])
    {
      stem[stem.count - 1] = UInt8(ascii: "k")
    }
  }

  private static func reduce(_ reading: inout Reading, _ kind: CzechEnding.Kind) {
    if kind != .bare, reading.term.count > 5, ends(reading.term, "ejs") {
      reading.term.removeLast(3)
      reading.isCompared = true
    }
    dropVerbSuffix(&reading, kind)
    dropFloatingVowel(&reading.term)
    hardenLast(&reading.term)
  }

  /// *-al-*, *-il-*, *-el-* of the past tense and *-at*, *-it*, *-et* of the infinitive.
  private static func dropVerbSuffix(_ reading: inout Reading, _ kind: CzechEnding.Kind) {
    let stem = reading.term
    guard stem.count > 4, let last = stem.last else { return }
    let isPast = last == UInt8(ascii: "l")
    guard isPast || last == UInt8(ascii: "t") else { return }
    let isVerbal = kind == .bare || isPast && (kind == .vowel || kind == .softVowel)
    switch stem[stem.count - 2] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"):
      guard isVerbal || !isPast, !lexicon.verbLike.matchesEnd(of: stem[...]) else { return }
    case UInt8(ascii: "e"):
      let rest = stem.dropLast(2)
      guard stem.count > 5, verbRoots.contains(where: { ends(rest, $0) }),
        !lexicon.verbLike.matchesEnd(of: stem[...])
      else { return }
    default: return
    }
    reading.term.removeLast(2)
    if isVerbal { reading.isVerb = true }
  }

  /// *domek* and *domku* meet in *domk*; *služeb* and *služba* in *služb*.
  private static func dropFloatingVowel(_ stem: inout [UInt8]) {
    let count = stem.count
    guard count > 3, stem[count - 2] == UInt8(ascii: "e"), !isVowel(stem[count - 1]),
      !isVowel(stem[count - 3])
    else { return }
    stem.remove(at: count - 2)
  }

  /// *knize* and *kniha*, *pracovníci* and *pracovník* meet.
  private static func hardenLast(_ stem: inout [UInt8]) {
    guard stem.count > 3, let last = stem.last else { return }
    switch last {
    case UInt8(ascii: "c"): stem[stem.count - 1] = UInt8(ascii: "k")
    case UInt8(ascii: "z"): stem[stem.count - 1] = UInt8(ascii: "h")
    default: break
    }
  }

  /// Verbs and adjectives are negated by *ne-*; for nouns it makes another word.
  private static func isNegated(_ reading: Reading) -> Bool {
    guard lexicon.negative.value(of: reading.term[...]) == nil else { return false }
    return reading.isVerb || adjectiveEnds.contains { ends(reading.term, $0) }
  }

  private static func ends(_ stem: some BidirectionalCollection<UInt8>, _ ending: StaticString)
    -> Bool
  {
    guard stem.count >= ending.utf8CodeUnitCount else { return false }
    return ending.withUTF8Buffer { stem.suffix($0.count).elementsEqual($0) }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private static let marker = UInt8(ascii: "i")
  /// What the stems of verbs in *-et* end with; nouns such as *rozpočet* do not.
  private static let verbRoots: [StaticString] = [
    "ad", "ac", "az", "ar", "as", "al", "il", "iz", "is", "id", "ed", "ys", "ysl", "rp", "um", "rz",
    "el", "ez", "oz", "us", "ov", "av", "ev", "iv", "ab", "ot",
  ]
  private static let adjectiveEnds: [StaticString] = ["n", "ni", "jik", "iv", "av", "sk", "ck"]
}
