/// An ending of Czech declension or conjugation, in folded letters.
struct CzechEnding: Sendable {
  /// What an ending says about its stem.
  enum Kind: Sendable {
    /// No ending.
    case bare
    /// An ending of nouns and hard adjectives.
    case hard
    /// *-mi* after a consonant: *možnost-mi*.
    case instrumental
    /// A vowel that the past tense may end with, too: *poskytl-a*.
    case vowel
    /// An ending that softens the consonant before it, or that soft adjectives have: *odborn-ích*.
    case soft
    /// *-i*, which is soft and a vowel, and softens *-ck-* and *-sk-* in the plural of adjectives.
    case softVowel
    /// An ending of the present tense that nouns lack: *poskytn-eme*, *zn-ají*.
    case present
    /// The present tense of verbs in *-ovat*, whose stem is given *-ov-* back.
    case presentOva
    /// *-ův*, whose other forms begin with *-ov-*.
    case possessive
    /// *-nout* of the infinitive.
    case infinitive
    /// The nominative *-us* after *-ism-*.
    case latin
  }

  let length: Int
  let kind: Kind
  /// Whether the stem is one of the lexicon that stays whole.
  let isProtected: Bool

  /// Whether only verbs have the ending.
  var isOfVerbs: Bool { kind == .present || kind == .presentOva || kind == .infinitive }

  /// The longest ending that leaves a stem of the length that it needs. A stem of the lexicon that
  /// ends like an ending is left whole.
  static func find(in word: ArraySlice<UInt8>, _ lexicon: CzechLexicon) -> CzechEnding {
    if lexicon.caseLike.matchesEnd(of: word) {
      return CzechEnding(length: 0, kind: .bare, isProtected: true)
    }
    var found = CzechEnding(length: 0, kind: .bare, isProtected: false)
    var node = SuffixTrie.root
    for place in word.indices.reversed() {
      guard let next = trie.node(before: node, word[place]) else { break }
      node = next
      guard let number = trie.value(at: node) else { continue }
      let (kind, minimum) = table[number]
      guard place - word.startIndex >= minimum else { continue }
      if kind == .instrumental, CzechReading.isVowel(word[place - 1]) { continue }
      let isProtected = lexicon.caseLike.matchesEnd(of: word[..<place])
      found = CzechEnding(length: word.endIndex - place, kind: kind, isProtected: isProtected)
      if isProtected { break }
    }
    return found
  }

  /// Whether a stem without *-et* or *-el* is that of a verb; nouns such as *rozpočet* are not.
  static func isVerbRoot(_ stem: ArraySlice<UInt8>) -> Bool { verbRoots.matchesEnd(of: stem) }

  /// The endings of each kind and the shortest stem that they leave.
  private static let table: [(kind: Kind, minimum: Int)] = groups.map { ($0.kind, $0.minimum) }

  private static let trie: SuffixTrie = {
    var trie = SuffixTrie()
    for (number, group) in groups.enumerated() {
      for ending in group.endings.split(separator: " ") { trie.insert(ending.utf8, number) }
    }
    return trie
  }()

  private static let verbRoots: SuffixTrie = {
    let ends = """
      ad ac az ar as al il iz is id ed ys ysl rp um rz el ez oz us ov av ev iv ab ot
      """
    var trie = SuffixTrie()
    for end in ends.split(separator: " ") { trie.insert(end.utf8, 0) }
    return trie
  }()

  private static let groups: [(kind: Kind, minimum: Int, endings: String)] = [
    (.hard, 2, "e u um am em ym ou ami emi ymi eho emu ech ach ych"),
    (.hard, 3, "ovi"),
    (.instrumental, 3, "mi"),
    (.vowel, 2, "a o y"),
    (.softVowel, 2, "i"),
    (.soft, 2, "im ich imi iho imu"),
    (.present, 2, "ame aji eme ime eji"),
    (.presentOva, 2, "uje uji uju ujes ujou ujeme ujete"),
    (.possessive, 3, "uv"),
    (.infinitive, 3, "nout"),
    (.latin, 4, "ismus izmus"),
  ]
}
