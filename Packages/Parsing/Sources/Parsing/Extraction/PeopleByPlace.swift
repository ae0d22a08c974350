import Domain

/// A list that names the place or the organisation before its people: `Lhota – Novák, Horní Ves –
/// Dvořák`, `MÚ Lhota: Jan Novák, Petra Malá`, `Lhota (Novák, Malá), Ves (Dvořák)`.
struct PeopleByPlace {
  /// The text.
  let transcript: Transcript
  /// How many places make a list.
  let fewest: Int

  private struct Entry {
    let origin: Range<Int>
    let mark: Int
    var people: [ListedPerson] = []
    var end: Int
  }

  private static let mostOriginTokens = 7
  private var tokens: Tokens { transcript.tokens }

  /// Returns the people and where their list ends; `nil` unless the left sides are the places.
  func list(in value: Range<Int>) -> (people: [ListedPerson], end: Int)? {
    var entries: [Entry] = []
    var place = value.lowerBound
    while place < value.upperBound, let entry = entry(at: place, limit: value.upperBound) {
      entries.append(entry)
      place = entry.end
    }
    let isByOffice = isByOffice(entries)
    guard let last = entries.last, entries.count >= fewest, isByOffice || haveOriginsFirst(entries),
      last.end >= value.upperBound || tokens[last.end].gap == .line
        || !tokens[last.end].isCapitalized || Labels.opensPeople(tokens[last.end].folded)
    else { return nil }
    let people = entries.flatMap { isByOffice ? withOffice($0) : $0.people }
    return (people, last.end)
  }

  /// One place with its people, up to the next place or the end of the line.
  private func entry(at place: Int, limit: Int) -> Entry? {
    let line = transcript.lines[transcript.line(of: place)].tokens
    var start = place
    if start == line.lowerBound {
      start = ItemLabel.match(tokens, line: line)?.titleStart ?? start
      while start < limit, ["-", "•"].contains(tokens[start].folded) { start += 1 }
    }
    let end = min(line.upperBound, limit)
    guard start < end, let mark = separator(from: start, limit: end) else { return nil }
    var entry = Entry(origin: start..<mark, mark: mark, end: mark + 1)
    takePeople(&entry, limit: end)
    return entry.people.isEmpty ? nil : entry
  }

  /// The dash, colon or bracket after the words of a place.
  private func separator(from start: Int, limit: Int) -> Int? {
    guard tokens[start].isCapitalized || transcript.isRole(start) else { return nil }
    let window = start + 1..<max(start + 1, min(start + Self.mostOriginTokens, limit - 1))
    let mark = window.first { tokens[$0].kind != .word && !tokens[$0].is(".") }
    guard let mark, tokens[mark].is(":") || tokens[mark].is("(") || isDash(mark) else {
      return nil
    }
    return mark
  }

  private func isDash(_ place: Int) -> Bool {
    tokens[place].is("-") && tokens[place].gap != .none && tokens[place + 1].gap != .none
  }

  private func takePeople(_ entry: inout Entry, limit: Int) {
    let isInBrackets = tokens[entry.mark].is("(")
    var place = entry.end
    while place < limit, let listed = person(at: place, limit: limit, origin: entry.origin) {
      entry.people.append(listed)
      place = afterRemarks(listed.person.tokens.upperBound, limit, of: &entry)
      entry.end = place
      guard place < limit, [",", "a"].contains(tokens[place].folded),
        isInBrackets || separator(from: place + 1, limit: limit) == nil
      else { break }
      place += 1
    }
    if isInBrackets, entry.end < limit, tokens[entry.end].is(")") { entry.end += 1 }
    while entry.end < limit, [",", ";", "."].contains(tokens[entry.end].folded) { entry.end += 1 }
  }

  /// A person who fills the part up to the next mark.
  private func person(at place: Int, limit: Int, origin: Range<Int>) -> ListedPerson? {
    guard
      let person = NameParser(transcript: transcript).person(at: place, limit: limit),
      person.tokens.lowerBound - place < 4,
      person.tokens.upperBound >= limit
        || tokens[person.tokens.upperBound].kind == .mark
        || tokens[person.tokens.upperBound].is("a")
    else { return nil }
    var listed = ListedPerson(person: person)
    listed.organization = transcript.fact(origin)
    if let role = person.role { listed.role = transcript.fact(role) }
    return listed
  }

  /// `Novák (omluven)` and `Jan Novák, starosta` say more of the last person.
  private func afterRemarks(_ start: Int, _ limit: Int, of entry: inout Entry) -> Int {
    let last = entry.people.count - 1
    var place = start
    if !tokens[entry.mark].is("("), place < limit, tokens[place].is("("),
      let close = (place..<limit).first(where: { tokens[$0].is(")") })
    {
      entry.people[last].status = PeopleList.status(tokens[place + 1].folded)
      place = close + 1
    }
    if place + 1 < limit, tokens[place].is(",") || isDash(place), transcript.isRole(place + 1),
      !tokens[place + 1].isCapitalized, separator(from: place + 1, limit: limit) == nil
    {
      let end = (place + 1..<limit).first { [",", ";", ")"].contains(tokens[$0].folded) } ?? limit
      entry.people[last].role = transcript.fact(transcript.trimmed(place + 1..<end))
      place = end
    }
    return place
  }
}

/// Offices and bodies before dashes.
extension PeopleByPlace {
  /// `předseda – Jan Novák, jednatel – Ota Malý`, `Výbor – Jan Novák, Eva Malá`.
  private func isByOffice(_ entries: [Entry]) -> Bool {
    entries.count > 1
      && entries.allSatisfy { entry in
        let first = entry.origin.lowerBound
        return isDash(entry.mark)
          && (transcript.isRole(first)
            || entry.origin.contains { place in
              Bodies.czech.isHead(tokens[place].folded)
            })
          && entry.people.allSatisfy { $0.person.isCertain && $0.person.wordCount > 1 }
      }
  }

  /// The office is the role of whoever holds it; a body is that of the meeting and says nothing.
  private func withOffice(_ entry: Entry) -> [ListedPerson] {
    let isRole = transcript.isRole(entry.origin.lowerBound)
    return entry.people.map { listed in
      var listed = listed
      listed.organization = nil
      if isRole { listed.role = listed.role ?? transcript.fact(entry.origin) }
      return listed
    }
  }
}

/// Which side of a list of pairs is the place.
extension PeopleByPlace {
  /// No left side is a person or an office, no right side a place, and half of the left sides are
  /// places; full names after dashes need no such word.
  private func haveOriginsFirst(_ entries: [Entry]) -> Bool {
    let parser = NameParser(transcript: transcript)
    for entry in entries {
      let first = entry.origin.lowerBound
      if transcript.isRole(first) || Bodies.czech.isHead(tokens[first].folded) { return false }
      if Words.isNoName(tokens[first].folded) || Labels.opensPeople(tokens[first].folded) {
        return false
      }
      if let person = parser.person(at: first, limit: entry.mark), person.isCertain { return false }
      if !entry.people.allSatisfy(\.person.isCertain),
        entry.people.contains(where: { isPlace($0.person.tokens) })
      {
        return false
      }
    }
    let places = entries.count { isPlace($0.origin) }
    if places > 0, places * 2 >= entries.count { return true }
    return entries.count > 1
      && entries.allSatisfy { entry in
        isDash(entry.mark) && !isSurname(entry.origin)
          && entry.people.allSatisfy { $0.person.isCertain && $0.person.wordCount > 1 }
      }
  }

  private func isSurname(_ words: Range<Int>) -> Bool {
    words.count == 1
      && ["ova", "sky", "cky"].contains(where: tokens[words.lowerBound].folded.hasSuffix)
  }

  private static let nouns: WordSet = [
    "lhota", "lhotka", "ves", "veska", "ujezd", "ujezdec", "hradec", "tyn", "brod", "kostelec",
    "mesto", "mestec", "mestecko", "hora", "hory", "dvur", "dvory", "myto", "hradiste", "obec",
    "skala", "pole", "voda", "potok", "dul", "osada", "stred", "chalupy", "domky",
  ]
  private static let adjectives: WordSet = [
    "horni", "dolni", "prostredni", "velka", "velke", "velky", "mala", "male", "maly", "nova",
    "nove", "novy", "stara", "stare", "stary", "ceska", "ceske", "cesky", "cerna", "cerne", "bila",
    "bile", "vysoka", "vysoke", "suchy", "sucha", "horska", "zadni", "predni",
  ]
  private static let offices: WordSet = [
    "ou", "mu", "meu", "umc", "omu", "sdh", "tj", "sk", "mas", "zs", "ms", "dso", "hzs", "obec",
    "mesto", "mestys", "cso", "cchu", "zo", "so",
  ]
  private static let between: WordSet = ["nad", "pod", "u", "na", "v", "ve", "pri", "za"]
  private static let endings = ["ice", "any", "iny", "ov", "sko", "ste", "jezd"]

  /// Whether words name a place or an organisation, by a word or an ending that such names have.
  private func isPlace(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    let word = tokens[first].folded
    if Self.offices.contains(word) || words.contains(where: { isPlaceWord($0) }) { return true }
    if words.count > 1 {
      if Self.adjectives.contains(word) || tokens[first].isUppercase { return true }
      if words.dropFirst().dropLast().contains(where: { Self.between.contains(tokens[$0].folded) })
      {
        return true
      }
    } else if tokens[first].isUppercase, word.utf8.count < 5 {
      return true
    }
    if OrganizationName(transcript: transcript).end(from: first) == words.upperBound { return true }
    if let town = Municipalities.czech.match(tokens, at: first, limit: words.upperBound),
      town.end == words.upperBound, town.name == transcript.text(words)
    {
      return true
    }
    let end = tokens[last].folded
    return end.utf8.count > 4 && Self.endings.contains(where: end.hasSuffix)
  }

  private func isPlaceWord(_ place: Int) -> Bool {
    Self.nouns.contains(tokens[place].folded)
  }
}
