import Domain

/// People in one line of the heading without any label: `J. Novák, p. Malá, Ing. Dvořák`.
struct UnlabelledRow {
  /// The parts of the document.
  let layout: Layout

  private static let mostLines = 12
  private static let fewest = 3
  private var transcript: Transcript { layout.transcript }

  /// Returns the people of the first such line above the programme.
  func people() -> [ListedPerson] {
    for index in transcript.lines.indices.prefix(Self.mostLines) {
      if index > 0, layout.itemLabels[index] != nil || layout.labelKinds[index] == .agenda { break }
      guard index > 0, layout.labelKinds[index] == nil else { continue }
      let people = people(in: transcript.lines[index].tokens)
      if !people.isEmpty { return people }
    }
    return []
  }

  /// Each part between the commas is a person whom a title, an initial, a given name or a courtesy
  /// tells.
  private func people(in line: Range<Int>) -> [ListedPerson] {
    var found: [ListedPerson] = []
    var place = line.lowerBound
    let parser = NameParser(transcript: transcript)
    while place < line.upperBound {
      guard let person = parser.person(at: place, limit: line.upperBound), person.isCertain,
        person.tokens.lowerBound - place < 4, person.name.name.last != "."
      else { return [] }
      var listed = ListedPerson(person: person)
      if let role = person.role { listed.role = transcript.fact(role) }
      found.append(listed)
      place = person.tokens.upperBound
      guard place < line.upperBound else { break }
      guard [",", ";", ".", "a"].contains(transcript.tokens[place].folded) else { return [] }
      place += 1
    }
    return found.count >= Self.fewest ? found : []
  }
}
