import Domain

/// A person as a text writes one: titles, role and courtesy before the name, titles after it.
struct WrittenPerson {
  /// The name in the order *Given Surname*, with titles.
  var name: PersonName
  /// The tokens of the titles and the name.
  var tokens: Range<Int>
  /// The role before the name, as in *starosta Novák*.
  var role: Range<Int>?
  /// Whether titles, a given name, an initial, a courtesy or a role tell that it is a person.
  var isCertain: Bool
  /// How many words the name has.
  var wordCount: Int
  /// Whether the surname was written first.
  var isSurnameFirst = false
  /// Whether both words are given names.
  var isAmbiguous = false
  /// Whether a courtesy told the case and the name was turned back to the nominative.
  var isTurned = false
}

/// Reads names of people.
struct NameParser {
  /// The text.
  let transcript: Transcript

  private var tokens: Tokens { transcript.tokens }

  /// Returns the person that is written from `start` on, or `nil`.
  func person(at start: Int, limit: Int) -> WrittenPerson? {
    var place = start
    var before: [String] = []
    var role: Range<Int>?
    var nameStart: Int?
    var isCertain = false
    var courtesy = ""
    while place < limit {
      let token = tokens[place]
      if let title = Titles.czech.match(tokens[..<limit], at: place), !title.isAfter {
        nameStart = nameStart ?? place
        before.append(title.title)
        place = title.end
      } else if token.is("et"), !before.isEmpty {
        place += 1
      } else if Words.isCourtesy(token.folded), !isInitial(place, limit) || !token.isCapitalized {
        courtesy = token.folded
        place += transcript.is(place + 1, ".") ? 2 : 1
        isCertain = true
      } else if token.kind == .word, transcript.is(place + 1, "."), !token.isCapitalized,
        Words.isRoleAbbreviation(token.folded)
      {
        place += 2
        isCertain = true
      } else if token.kind == .word, transcript.isRole(place),
        role == nil || Words.isRoleAdjective(tokens[place - 1].folded),
        !token.isCapitalized || opensWithRole(place, limit),
        place + 1 < limit, tokens[place + 1].gap != .line
      {
        role = (role?.lowerBound ?? place)..<place + 1
        place += 1
        // `předseda SVJ Jan Nový`
        if tokens[place].isUppercase, tokens[place].folded.utf8.count < 5, place + 1 < limit,
          GivenNames.contains(tokens[place + 1].folded)
        {
          role = (role?.lowerBound ?? place)..<place + 1
          place += 1
        }
      } else {
        break
      }
      if place > start + 12 { return nil }
    }
    let words = NameWords(transcript: transcript, from: place, limit: limit)
    // `I. Zahájení`: one letter with a dot is no name.
    guard let first = words.words.first,
      words.words.count > 1 || first.last != "." || first.count > 2
    else { return nil }
    let after = titlesAfter(words.end, limit)
    let name = nominative(words.name, after: courtesy)
    return WrittenPerson(
      name: PersonName(name, titlesBefore: before, titlesAfter: after.titles),
      tokens: (nameStart ?? place)..<after.end, role: role,
      isCertain: isCertain || !before.isEmpty || !after.titles.isEmpty || role != nil
        || words.hasGivenName, wordCount: words.words.count,
      isSurnameFirst: words.isSurnameFirst, isAmbiguous: words.isAmbiguous,
      isTurned: name != words.name)
  }

  /// `pana Davida Kuchára` and `paní Kořánové` tell by the courtesy which case they are in.
  private func nominative(_ name: String, after courtesy: String) -> String {
    switch courtesy {
    case "pana", "panu", "panem":
      Nominative.person(name, isWoman: false, isKnown: transcript.names)
    case "pani", "pi", "slecnu":
      name.hasSuffix("ové") || name.hasSuffix("ovou")
        ? Nominative.person(name, isWoman: true) : name
    default: name
    }
  }

  /// `Děkan Novák`: a role with a capital is one when the surname alone follows.
  private func opensWithRole(_ place: Int, _ limit: Int) -> Bool {
    guard place + 1 < limit, tokens[place + 1].isCapitalized, tokens[place + 1].gap == .space,
      !GivenNames.contains(tokens[place].folded), !GivenNames.contains(tokens[place + 1].folded)
    else { return false }
    let after = tokens[place + 2]
    return place + 2 >= limit || after.kind == .mark || after.gap == .line
  }

  /// Titles after a name, with or without a comma.
  func titlesAfter(_ start: Int, _ limit: Int) -> (titles: [String], end: Int) {
    var titles: [String] = []
    var end = start
    while true {
      var place = end
      if place < limit, tokens[place].is(",") { place += 1 }
      guard let title = Titles.czech.match(tokens[..<limit], at: place), title.isAfter else {
        return (titles, end)
      }
      if !titles.contains(title.title) { titles.append(title.title) }
      end = title.end
    }
  }

  private func isInitial(_ place: Int, _ limit: Int) -> Bool {
    place + 1 < limit && tokens[place].isCapitalized && tokens[place].folded.utf8.count == 1
      && tokens[place + 1].is(".")
  }
}
