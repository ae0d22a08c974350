import Domain

/// Tells a line of a list of people from the text after the list.
struct PeopleLine {
  /// The text.
  let transcript: Transcript
  /// The token after the part of the text that may hold the list.
  let limit: Int

  private var tokens: Tokens { transcript.tokens }

  /// Whether the line holds people and what describes them, and no sentence.
  func listsPeople(_ line: TranscriptLine) -> Bool {
    var depth = 0
    var strangers = 0
    var described = 0
    let colon = line.tokens.first { place in
      tokens[place].is(":") && (tokens[place - 1].kind == .word || tokens[place - 1].is("."))
    }
    if opensWithPeople(line.tokens, colon) { return true }
    let lead = line.tokens.first { !["-", "•"].contains(tokens[$0].folded) }
    let isPerson = isCertainPerson(lead ?? line.tokens.lowerBound)
    let counted =
      isPerson
      ? line.tokens.lowerBound..<(colon ?? line.tokens.upperBound)
      : (colon.map { $0 + 1 } ?? line.tokens.lowerBound)..<line.tokens.upperBound
    var isDescribed = false
    var hasPerson = false
    for place in counted {
      let token = tokens[place]
      if token.is(",") || token.is(";") { isDescribed = false }
      if token.is("(") { depth += 1 }
      if token.is(")") { depth = max(0, depth - 1) }
      if depth > 0 || token.kind != .word {
        // `14:00` is no label.
        let isTime = token.is(":") && tokens[place - 1].kind == .number
        if token.is("-") || token.is(":") && !isTime, place > line.tokens.lowerBound {
          hasPerson = hasPerson || isCertainPerson(place + 1)
          break
        }
        continue
      }
      // `Jan Nový omluven, třídu zastupovala Eva Malá`
      if isPerson, Self.tells(tokens[token.is("se") ? place + 1 : place].folded) { break }
      if transcript.isRole(place) {
        isDescribed = true
        continue
      }
      if token.isCapitalized || Words.isCourtesy(token.folded) {
        hasPerson = hasPerson || isCertainPerson(place)
        continue
      }
      if ["a", "et", "za", "arch", "z", "ze", "dalsi"].contains(token.folded) { continue }
      if Words.isRoleAbbreviation(token.folded), transcript.is(place + 1, ".") { continue }
      if Self.ages.contains(token.folded), tokens[place - 1].isCapitalized { continue }
      // `sestra Jana Nová`: a word for the person before a full name.
      if !Self.isPastVerb(token.folded), hasPerson, isFullName(place + 1) { continue }
      if Titles.czech.match(tokens[...], at: place) != nil { continue }
      if Self.auxiliaries.contains(token.folded) { return false }
      // A role is described in small letters, but a sentence has a verb.
      if isDescribed, !Self.isPastVerb(token.folded) { described += 1 } else { strangers += 1 }
    }
    return strangers == 0 && (described == 0 || hasPerson)
  }

  /// Whether the beginning of the line alone tells that it lists people.
  private func opensWithPeople(_ line: Range<Int>, _ colon: Int?) -> Bool {
    if opensWithDescribedPerson(line) || peopleOfGroup(line) != nil || isGroupAbove(line) {
      return true
    }
    guard let colon, tokens[line.lowerBound].is("za") else { return false }
    return opensWithDescribedPerson(colon + 1..<max(colon + 1, line.upperBound))
  }

  /// `Ověřovatelem byla navržena Eva Malá` is a sentence.
  static let auxiliaries: WordSet = ["byl", "byla", "byli", "bylo", "jsou"]

  private static func tells(_ word: String) -> Bool {
    ["omluven", "neomluven", "nepritom", "nedostavil", "zastupoval"].contains(where: word.hasPrefix)
  }

  /// `st.` and `ml.` tell people of one surname apart.
  static let ages: WordSet = ["st", "ml", "nejst", "nejml", "sen", "jun", "jr", "sr"]

  /// `2. Jan Nový, obec Lhota nad Labem`: a full name at the start, a comma and no verb after it.
  private func opensWithDescribedPerson(_ line: Range<Int>) -> Bool {
    let start = ItemLabel.contentStart(tokens, line: line)
    guard line.count < 20,
      let person = NameParser(transcript: transcript).person(at: start, limit: line.upperBound),
      person.isCertain, person.wordCount > 1, person.tokens.lowerBound - start < 3,
      transcript.is(person.tokens.upperBound, ",")
    else { return false }
    return !(person.tokens.upperBound..<line.upperBound).contains { place in
      let token = tokens[place]
      return token.is(":") && tokens[place - 1].kind != .number
        || token.kind == .word && !token.isCapitalized
          && (Self.isPastVerb(token.folded) && !Self.isArrival(place, tokens)
            || TaskSentence.isFuture(token.folded))
    }
  }

  /// `• za studenty`, `za vedení školy:` with people in the lines under it.
  private func isGroupAbove(_ line: Range<Int>) -> Bool {
    let words = line.drop { tokens[$0].is("•") || tokens[$0].is("-") }
    guard let first = words.first, tokens[first].is("za"), words.count < 7,
      words.dropLast().allSatisfy({ tokens[$0].kind == .word }), line.upperBound < limit
    else { return false }
    let below = line.upperBound
    return isCertainPerson(tokens[below].is("•") || tokens[below].is("-") ? below + 1 : below)
  }

  private static let places: WordSet = ["obec", "mesto", "mestys", "statutarni"]

  /// Where the people begin after whom they stand for: `za zřizovatele – Jan Nový`, `obec Lhota –
  /// Eva Malá`.
  func peopleOfGroup(_ line: Range<Int>) -> Int? {
    guard let first = line.first,
      let dash = line.prefix(8).first(where: { tokens[$0].is("-") && tokens[$0].gap != .none }),
      dash > first + 1, isCertainPerson(dash + 1),
      (first..<dash).allSatisfy({ tokens[$0].kind == .word }),
      ["za", "z", "ze"].contains(tokens[first].folded) || Self.places.contains(tokens[first].folded)
        || OrganizationName(transcript: transcript).end(from: first) == dash
    else { return nil }
    return dash + 1
  }

  /// `přišla později`, `odešel v 15:30` belong to the person and make no sentence.
  static func isArrival(_ place: Int, _ tokens: Tokens) -> Bool {
    ["pris", "odes", "dorazil", "odjel", "prijel"].contains(
      where: tokens[place].folded.hasPrefix)
  }

  private func isFullName(_ place: Int) -> Bool {
    guard tokens[place].isCapitalized,
      let person = NameParser(transcript: transcript).person(at: place, limit: limit)
    else { return false }
    return person.isCertain && person.wordCount > 1
  }

  private static let pastEndings = [
    "al", "il", "ala", "ila", "ela", "ali", "ili", "eli", "alo", "ilo", "elo",
  ]

  static func isPastVerb(_ word: String) -> Bool {
    word.utf8.count > 4 && pastEndings.contains(where: word.hasSuffix)
  }

  /// Whether a person is named at a token beyond doubt: by a title, a courtesy or a given name.
  func isCertainPerson(_ place: Int) -> Bool {
    guard let person = NameParser(transcript: transcript).person(at: place, limit: limit) else {
      return false
    }
    return person.isCertain && person.tokens.lowerBound - place < 8
  }
}
