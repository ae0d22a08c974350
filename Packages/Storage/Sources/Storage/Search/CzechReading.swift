/// What a folded word is reduced to, and what was found out on the way.
struct CzechReading {
  /// The index term.
  private(set) var term: [UInt8]
  /// Whether the form is one that only verbs have.
  private(set) var isVerb = false
  /// Whether the form may be a comparative.
  private(set) var isCompared = false

  /// Reads a word of at least three letters.
  init(of word: [UInt8], _ lexicon: CzechLexicon) {
    if let known = lexicon.term(ofWord: word[...]) {
      term = known
      isCompared = true
      return
    }
    let ending = CzechEnding.find(in: word[...], lexicon)
    term = word
    term.removeLast(ending.length)
    isVerb = ending.isOfVerbs
    if replaceIrregular(lexicon) || ending.isProtected { return }
    switch ending.kind {
    case .presentOva, .possessive: term += "ov".utf8
    case .latin: term += "ism".utf8
    case .soft, .softVowel: hardenAdjective(ending.kind)
    case .bare, .hard, .instrumental, .vowel, .present, .infinitive: break
    }
    if term.last != UInt8(ascii: "i") { reduce(ending.kind, lexicon) }
    _ = replaceIrregular(lexicon)
  }

  /// Whether the term ends as those of adjectives do.
  var isAdjective: Bool {
    switch term.last {
    case UInt8(ascii: "n"): true
    case UInt8(ascii: "i"): ends("ni")
    case UInt8(ascii: "v"): ends("iv") || ends("av")
    case UInt8(ascii: "k"): ends("jik") || ends("sk") || ends("ck")
    default: false
    }
  }

  private mutating func replaceIrregular(_ lexicon: CzechLexicon) -> Bool {
    guard let known = lexicon.term(ofStem: term[...]) else { return false }
    term = known
    isCompared = true
    return true
  }

  /// Adjectives and nouns in *-ní* keep the vowel as a mark, so that they are not taken for those
  /// in *-ný* and *-n*: *schválení* and *schválený*, *poradní* and *poradna*. The plurals *-čtí*
  /// and *-ští* of adjectives become *-ck-* and *-sk-*.
  private mutating func hardenAdjective(_ kind: CzechEnding.Kind) {
    let count = term.count
    guard count > 3 else { return }
    let before = term[count - 2]
    if term[count - 1] == UInt8(ascii: "n"), !"iouy".utf8.contains(before) {
      term.append(UInt8(ascii: "i"))
    } else if kind == .softVowel, ends("ct") {
      term[count - 1] = UInt8(ascii: "k")
    } else if kind == .softVowel, count > 4, ends("st"), "nvldjhrmt".utf8.contains(term[count - 3])
    {
      term[count - 1] = UInt8(ascii: "k")
    }
  }

  private mutating func reduce(_ kind: CzechEnding.Kind, _ lexicon: CzechLexicon) {
    if kind != .bare, term.count > 5, ends("ejs") {
      term.removeLast(3)
      isCompared = true
    }
    dropVerbSuffix(kind, lexicon)
    dropFloatingVowel()
    hardenLast()
    // *-izmus* is another spelling of *-ismus*.
    if ends("izm") { term[term.count - 2] = UInt8(ascii: "s") }
  }

  /// *-al-*, *-il-*, *-el-* of the past tense and *-at*, *-it*, *-et* of the infinitive.
  private mutating func dropVerbSuffix(_ kind: CzechEnding.Kind, _ lexicon: CzechLexicon) {
    guard term.count > 4, let last = term.last else { return }
    let isPast = last == UInt8(ascii: "l")
    guard isPast || last == UInt8(ascii: "t") else { return }
    let isVerbal = kind == .bare || isPast && (kind == .vowel || kind == .softVowel)
    switch term[term.count - 2] {
    case UInt8(ascii: "a"), UInt8(ascii: "i"):
      guard isVerbal || !isPast else { return }
    case UInt8(ascii: "e"):
      guard term.count > 5, CzechEnding.isVerbRoot(term.dropLast(2)) else { return }
    default: return
    }
    guard !lexicon.verbLike.matchesEnd(of: term[...]) else { return }
    term.removeLast(2)
    if isVerbal { isVerb = true }
  }

  /// *domek* and *domku* meet in *domk*; *služeb* and *služba* in *služb*.
  private mutating func dropFloatingVowel() {
    let count = term.count
    guard count > 3, term[count - 2] == UInt8(ascii: "e"), !CzechReading.isVowel(term[count - 1]),
      !CzechReading.isVowel(term[count - 3])
    else { return }
    term.remove(at: count - 2)
  }

  /// *knize* and *kniha*, *pracovníci* and *pracovník* meet.
  private mutating func hardenLast() {
    guard term.count > 3 else { return }
    switch term[term.count - 1] {
    case UInt8(ascii: "c"): term[term.count - 1] = UInt8(ascii: "k")
    case UInt8(ascii: "z"): term[term.count - 1] = UInt8(ascii: "h")
    default: break
    }
  }

  private func ends(_ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard term.count >= count else { return false }
    return ending.withUTF8Buffer { term.suffix(count).elementsEqual($0) }
  }

  /// Whether a folded letter is a vowel.
  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }
}
