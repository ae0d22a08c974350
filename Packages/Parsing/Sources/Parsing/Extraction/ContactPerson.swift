import Domain

/// Whose telephone or e-mail a contact is: the name before it in the line, or the one that heads a
/// card of lines with contacts.
struct ContactPerson {
  /// The text.
  let transcript: Transcript

  private static let mostTokens = 24
  private static let mostLines = 4
  private static let labels: WordSet = [
    "tel", "telefon", "telefonni", "mobil", "mob", "gsm", "e", "mail", "email", "mailu", "kontakt",
    "kontakty", "na", "c", "cislo", "a",
  ]
  private var tokens: Tokens { transcript.tokens }

  /// The person of the contact that begins at a token.
  func person(before place: Int) -> Fact<String>? {
    let index = transcript.line(of: place)
    let line = transcript.lines[index].tokens
    let before = max(line.lowerBound, place - Self.mostTokens)..<place
    if let person = last(in: before) ?? named(by: place) { return person }
    guard areContacts(line.lowerBound..<place) else { return nil }
    for above in stride(from: index - 1, through: max(0, index - Self.mostLines), by: -1) {
      guard !transcript.lines[above + 1].hasBlankAbove else { return nil }
      let words = transcript.lines[above].tokens
      if let person = alone(in: words) { return person }
      guard words.contains(where: { tokens[$0].is("@") || tokens[$0].kind == .number }) else {
        return nil
      }
    }
    return nil
  }

  /// `jana.nova@…` belongs to the *Jana Nová* of the text.
  private func named(by place: Int) -> Fact<String>? {
    guard transcript.is(place + 1, "."), tokens[place + 1].gap == .none,
      tokens[place + 2].kind == .word, transcript.is(place + 3, "@")
    else { return nil }
    let (given, surname) = (tokens[place].folded, tokens[place + 2].folded)
    for found in transcript.places(of: [surname]) where tokens[found].isCapitalized {
      if found > 0, tokens[found - 1].is(given), tokens[found].gap == .space {
        return transcript.fact(found - 1..<found + 1, confidence: 0.85)
      }
      if transcript.is(found + 1, given), tokens[found + 1].gap == .space {
        let name = transcript.text(found + 1..<found + 2) + " " + transcript.text(found..<found + 1)
        return Fact(name, transcript.range(found..<found + 2), confidence: 0.85)
      }
    }
    return nil
  }

  /// The last full name before the contact, when only labels and other contacts stand between.
  private func last(in words: Range<Int>) -> Fact<String>? {
    let parser = NameParser(transcript: transcript)
    for start in words.reversed() where tokens[start].isCapitalized {
      guard let person = parser.person(at: start, limit: words.upperBound), person.isCertain,
        person.wordCount > 1, areContacts(person.tokens.upperBound..<words.upperBound)
      else { continue }
      return fact(person)
    }
    return nil
  }

  /// A line that is a name with its titles.
  private func alone(in words: Range<Int>) -> Fact<String>? {
    guard
      let person = NameParser(transcript: transcript).person(
        at: words.lowerBound, limit: words.upperBound), person.isCertain, person.wordCount > 1,
      transcript.trimmed(person.tokens.upperBound..<words.upperBound).isEmpty
    else { return nil }
    return fact(person)
  }

  private func fact(_ person: WrittenPerson) -> Fact<String> {
    Fact(person.name.name, transcript.range(person.tokens), confidence: 0.85)
  }

  /// Labels, numbers and addresses, which have no spaces.
  private func areContacts(_ words: Range<Int>) -> Bool {
    words.allSatisfy { place in
      let token = tokens[place]
      guard token.kind == .word else { return !token.is(".") || token.gap == .none }
      return Self.labels.contains(token.folded) || token.gap == .none
        || place + 1 < tokens.count && tokens[place + 1].gap == .none && tokens[place + 1].is("@")
    }
  }
}
