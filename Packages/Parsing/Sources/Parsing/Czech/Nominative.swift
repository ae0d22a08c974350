import Domain

/// Turns words of titles back to the nominative.
enum Nominative {
  /// `řídicího` to `řídicí`, `akademického` to `akademický`; other words stay.
  static func adjective(_ word: String) -> String {
    for (ending, nominative) in [("ého", "ý"), ("ího", "í"), ("ÉHO", "Ý"), ("ÍHO", "Í")]
    where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count)) + nominative
    }
    return word
  }

  /// An adjective before a noun of one gender: `strategickou` to `strategická`, `komunitním` to
  /// `komunitní`.
  static func adjective(_ word: String, isWoman: Bool) -> String {
    let endings =
      isWoman
      ? [("kou", "ká"), ("ké", "ká"), ("bou", "bá"), ("bé", "bá"), ("vou", "vá"), ("vé", "vá")]
      : [("ému", "ý"), ("ém", "ý"), ("ým", "ý"), ("ímu", "í"), ("ím", "í")]
    for (ending, nominative) in endings where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count)) + nominative
    }
    return isWoman ? word : adjective(word)
  }

  /// `plánem` to `plán`, `koncepcí` to `koncepce`, `strategii` to `strategie`.
  static func plan(_ word: String) -> String {
    let folded = Folding.fold(word)
    if folded == "strategii" || folded == "koncepci" { return String(word.dropLast()) + "e" }
    for noun in ["plan", "program", "zamer"] where folded.hasPrefix(noun) {
      let ending = folded.dropFirst(noun.count)
      return ["u", "em", "e"].contains(ending) ? String(word.prefix(noun.count)) : word
    }
    return word
  }

  /// The first words of an owner: `Rady` to `Rada`, `stálé` to `stálá`, `úřadu` to `úřad`.
  static func owner(_ word: String) -> String {
    switch Folding.fold(word) {
    case "rady", "fakulty", "univerzity", "stale": return String(word.dropLast()) + feminine(word)
    case "uradu", "magistratu": return String(word.dropLast())
    case "mesta": return String(word.dropLast()) + "o"
    case "obce": return String(word.dropLast())
    default: return adjective(word)
    }
  }

  private static func feminine(_ word: String) -> String { word.hasSuffix("é") ? "á" : "a" }
}

extension Nominative {
  private static let woman = [
    ("ovou", "ová"), ("ové", "ová"), ("ská", "ská"), ("skou", "ská"), ("ské", "ská"),
    ("cké", "cká"), ("ckou", "cká"), ("né", "ná"), ("nou", "ná"), ("lé", "lá"), ("lou", "lá"),
    ("té", "tá"), ("tou", "tá"), ("ré", "rá"), ("rou", "rá"), ("vé", "vá"), ("vou", "vá"),
    ("ké", "ká"), ("kou", "ká"), ("hé", "há"), ("hou", "há"), ("ší", "ší"),
  ]
  private static let man = [
    ("ého", "ý"), ("ému", "ý"), ("ým", "ý"), ("ího", "í"), ("ímu", "í"), ("ím", "í"),
    ("ovi", ""), ("em", ""), ("ou", "a"), ("y", "a"), ("u", "a"),
  ]

  /// Returns a surname in the nominative: `Nováka` to `Novák`, `Jirotku` to `Jirotka`, `Malé` to
  /// `Malá`.
  ///
  /// Endings alone tell it, so that a name whose cases are the same as another's may come out as
  /// that one: *Tomáškovi* is taken for *Tomášek* and not for *Tomáško*.
  static func surname(_ written: String, isWoman: Bool) -> String {
    if isWoman || written.hasSuffix("ové") || written.hasSuffix("ovou") {
      for (ending, nominative) in woman where written.hasSuffix(ending) {
        return String(written.dropLast(ending.count)) + nominative
      }
      return written
    }
    if ["ičkovi", "tkovi", "zkovi"].contains(where: written.hasSuffix) {
      return String(written.dropLast(3)) + "a"
    }
    for (ending, nominative) in man where written.hasSuffix(ending) {
      let stem = String(written.dropLast(ending.count))
      return nominative.isEmpty ? withMovingVowel(stem) : stem + nominative
    }
    if written.hasSuffix("ce") { return withMovingVowel(String(written.dropLast())) }
    guard written.hasSuffix("a") else { return written }
    // `Nováka` and `Malíka` are a genitive, `Procházka` is not.
    let isGenitive =
      !written.hasSuffix("ka")
      || ["áka", "íka", "eka"].contains {
        written.hasSuffix($0)
      }
    return isGenitive ? String(written.dropLast()) : written
  }

  /// Returns given names and a surname in the nominative: `Davida Kuchára` to `David Kuchár`,
  /// `Evě Kořánové` to `Eva Kořánová`.
  ///
  /// Of a man's surnames that share the written case, one that `isKnown` from elsewhere is meant:
  /// *Tomáškovi* is *Tomáško* where the text has a Tomáško.
  static func person(
    _ written: String, isWoman: Bool, isKnown: (String) -> Bool = { _ in false }
  ) -> String {
    var words = written.split(separator: " ").map(String.init)
    guard let last = words.popLast() else { return written }
    let given = words.map { givenName($0, isWoman: isWoman) }
    // A given name in another case tells that *Hudečka* is no nominative either; a surname alone
    // is asked for only where a courtesy or a verb tells it.
    let stem = last.dropLast()
    let isOblique = !isWoman && (given != words || words.isEmpty)
    let family =
      isOblique && last.hasSuffix("ka")
      ? withMovingVowel(String(stem))
      : surname(last, isWoman: isWoman)
    let known = isWoman ? nil : candidates(last).first(where: isKnown)
    return (given + [known ?? family]).joined(separator: " ")
  }

  private static let endings: [(String, [String])] = [
    ("kovi", ["ek", "ka", "ko", "k"]), ("ovi", ["", "a", "o"]), ("kem", ["ek", "ko", "k"]),
    ("ka", ["ek", "ko", "k"]), ("ku", ["ka", "ek", "ko", "k"]), ("em", ["", "o"]),
    ("a", ["", "o"]), ("u", ["a", "o"]), ("y", ["a"]), ("e", ["", "a"]),
  ]

  /// The surnames of men that may stand in this case.
  private static func candidates(_ written: String) -> [String] {
    guard let (ending, nominatives) = endings.first(where: { written.hasSuffix($0.0) }) else {
      return []
    }
    let stem = String(written.dropLast(ending.count))
    return nominatives.map { stem + $0 }
  }

  private static let givenEndings = [
    ("a", ""), ("ovi", ""), ("em", ""), ("y", "a"), ("ě", "a"), ("u", "a"), ("ou", "a"), ("e", ""),
    ("i", "e"), ("í", "e"), ("ího", "í"), ("ímu", "í"), ("ím", "í"), ("le", "el"), ("la", "el"),
    ("ka", "ek"), ("rovi", "r"), ("kem", "ek"), ("lem", "el"), ("lovi", "el"), ("kovi", "ek"),
  ]

  /// The given name of the list that a word is a case of; other words stay.
  private static func givenName(_ word: String, isWoman: Bool) -> String {
    // A man's *Pavla* is no nominative, although it is a name.
    if isWoman, GivenNames.contains(Folding.fold(word)) { return word }
    // *Petru* is a man, although *Petra* is a name too.
    if !isWoman, let ending = ["a", "u"].first(where: word.hasSuffix) {
      let stem = String(word.dropLast(ending.count))
      let candidates = [stem, withMovingVowel(stem), stem.dropLast() + "e" + stem.suffix(1)]
      if let name = candidates.first(where: { GivenNames.contains(Folding.fold($0)) }) {
        return name
      }
    }
    for (ending, nominative) in givenEndings where word.hasSuffix(ending) {
      let candidate = word.dropLast(ending.count) + nominative
      if GivenNames.contains(Folding.fold(candidate)) { return String(candidate) }
    }
    return word
  }

  /// `Hudečk` to `Hudeček`, `Němc` to `Němec`: the vowel that the other cases lose.
  private static func withMovingVowel(_ stem: String) -> String {
    guard let last = stem.last, last == "k" || last == "c", let before = stem.dropLast().last,
      !"aáeéěiíoóuúůyý".contains(before)
    else { return stem }
    return stem.dropLast() + "e" + String(last)
  }
}
