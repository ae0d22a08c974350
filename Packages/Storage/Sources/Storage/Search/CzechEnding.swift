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

  /// Whether only verbs have the ending.
  var isOfVerbs: Bool { kind == .present || kind == .presentOva || kind == .infinitive }

  /// The longest ending that leaves a stem of the length that it needs. A stem of the lexicon that
  /// ends like an ending is left whole.
  static func find(in word: ArraySlice<UInt8>, _ lexicon: CzechLexicon) -> CzechEnding {
    var found = CzechEnding(length: 0, kind: .bare)
    if lexicon.caseLike.matchesEnd(of: word) { return found }
    var node = SuffixTrie.root
    for place in word.indices.reversed() {
      guard let next = trie.node(before: node, word[place]) else { break }
      node = next
      guard let number = trie.value(at: node) else { continue }
      let (kind, minimum) = table[number]
      guard place - word.startIndex >= minimum else { continue }
      if kind == .instrumental, "aeiouy".utf8.contains(word[place - 1]) { continue }
      found = CzechEnding(length: word.endIndex - place, kind: kind)
      if lexicon.caseLike.matchesEnd(of: word[..<place]) { return found }
    }
    return found
  }

  /// The endings of each kind and the shortest stem that they leave.
  private static let table: [(kind: Kind, minimum: Int)] = groups.map { ($0.kind, $0.minimum) }

  private static let trie: SuffixTrie = {
    var trie = SuffixTrie()
    for (number, group) in groups.enumerated() {
      for ending in group.endings.split(separator: " ") { trie.insert(ending.utf8, number) }
    }
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
