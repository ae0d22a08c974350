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
    let isPerson = isCertainPerson(line.tokens.lowerBound)
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
        if token.is("-") || token.is(":"), place > line.tokens.lowerBound {
          hasPerson = hasPerson || isCertainPerson(place + 1)
          break
        }
        continue
      }
      if transcript.isRole(place) {
        isDescribed = true
        continue
      }
      if token.isCapitalized || Words.isCourtesy(token.folded) {
        hasPerson = hasPerson || isCertainPerson(place)
        continue
      }
      if ["a", "et", "za", "arch"].contains(token.folded) { continue }
      if Titles.czech.match(tokens[...], at: place) != nil { continue }
      // A role is described in small letters, but a sentence has a verb.
      if isDescribed, !Self.isPastVerb(token.folded) { described += 1 } else { strangers += 1 }
    }
    return strangers == 0 && (described == 0 || hasPerson)
  }

  private static let pastEndings = [
    "al", "il", "ala", "ila", "ela", "ali", "ili", "eli", "alo", "ilo", "elo",
  ]

  private static func isPastVerb(_ word: String) -> Bool {
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
