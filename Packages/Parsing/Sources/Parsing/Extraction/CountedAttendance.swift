import Domain

/// Surnames whose number a sentence confirms: `Přítomno 5 členů: Novák, Malá, …`, `Přítomni členové
/// výboru Novák, Malá, Dvořák`, and those in brackets: `(omluven Novák)`.
struct CountedAttendance {
  /// The text.
  let transcript: Transcript

  private static let mostTokensBefore = 24
  private static let fewest = 3
  private var tokens: Tokens { transcript.tokens }

  /// Returns the people behind *přítomno* at a place, when the sentence says how many they are.
  func present(after place: Int, _ line: Range<Int>) -> [ListedPerson]? {
    let sentence = place + 1..<max(place + 1, min(line.upperBound, place + Self.mostTokensBefore))
    var depth = 0
    let mark = sentence.first { index in
      if tokens[index].is("(") { depth += 1 }
      if tokens[index].is(")") { depth -= 1 }
      return depth == 0
        && (tokens[index].is(":") || tokens[index].is("-") && tokens[index].gap != .none)
    }
    guard let mark, mark + 1 < transcript.tokens.count else {
      return rowOfMembers(after: place, line)
    }
    let counts = (sentence.lowerBound..<mark).compactMap { tokens[$0].number }
    guard let count = counts.first, count > 1 else { return nil }
    let people = PeopleList(transcript, in: mark + 1..<tokens.count).people
    let present = people.count { $0.status == nil || $0.status == .present }
    return present == count ? people : nil
  }

  private static let members: WordSet = ["clenove", "zastupci", "zastupitele", "delegati"]

  /// `Přítomni členové výboru Novák, Malá, Dvořák` to the end of the line.
  private func rowOfMembers(after place: Int, _ line: Range<Int>) -> [ListedPerson]? {
    guard place == line.lowerBound, Self.members.contains(tokens[place + 1].folded),
      let first = (place + 2..<min(place + 6, line.upperBound)).first(where: {
        tokens[$0].isCapitalized
      }), isRow(first..<line.upperBound)
    else { return nil }
    let people = PeopleList(transcript, in: first..<line.upperBound).people
    return people.count >= Self.fewest ? people : nil
  }

  /// Single words with capitals between commas, and nothing else.
  private func isRow(_ words: Range<Int>) -> Bool {
    var isWord = false
    for place in transcript.trimmed(words) {
      let joins = tokens[place].is(",") || tokens[place].is("a")
      if joins == !isWord { return false }
      guard joins || tokens[place].isCapitalized && !transcript.isRole(place) else { return false }
      isWord = !joins
    }
    return isWord
  }

  /// The people of `(omluven Novák)`, `(nepřítomni: Malá, Dvořák)` when nothing else is in the
  /// brackets, and of `(přítomno 7, neomluven 1 – pan Novák)`.
  func bracketed(at place: Int, _ line: Range<Int>) -> [WrittenPerson]? {
    if let counted = countedInBrackets(place, line) { return counted }
    let start = transcript.is(place + 1, ":") ? place + 2 : place + 1
    guard transcript.is(place - 1, "("), tokens[start].isCapitalized,
      let close = (start..<max(start, line.upperBound)).first(where: { tokens[$0].is(")") })
    else { return nil }
    let people = PeopleList(transcript, in: start..<close).people.map(\.person)
    let commas = (start..<close).count { tokens[$0].is(",") || tokens[$0].is("a") }
    return people.count == commas + 1 ? people : nil
  }

  /// Behind the count and a dash stand as many people as it says.
  private func countedInBrackets(_ place: Int, _ line: Range<Int>) -> [WrittenPerson]? {
    guard let count = tokens[place + 1].number, transcript.is(place + 2, "-"),
      (place - Self.mostTokensBefore..<place).clamped(to: line).contains(where: {
        tokens[$0].is("(")
      }),
      let close = (place + 3..<max(place + 3, line.upperBound)).first(where: { tokens[$0].is(")") })
    else { return nil }
    let people = PeopleList(transcript, in: place + 3..<close).people.map(\.person)
    return people.count == count ? people : nil
  }
}
