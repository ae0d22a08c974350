import Domain

/// Roles that stand with a signature and not in the attendance list.
struct RoleCompletion {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let lines = 14

  /// Returns the entries, those without a role completed from the last lines of the document.
  func completed(_ entries: [ExtractedAttendance]) -> [ExtractedAttendance] {
    var entries = entries
    for (name, role) in signedRoles() {
      let key = Folding.fold(name)
      guard let index = entries.firstIndex(where: { Folding.fold($0.person.value.name) == key }),
        entries[index].role == nil, entries[index].status == .present
      else { continue }
      entries[index].role = transcript.fact(role)
    }
    return entries
  }

  /// `Jana Nová, předsedkyně komise`, or the role in the line under the name.
  private func signedRoles() -> [(name: String, role: Range<Int>)] {
    let parser = NameParser(transcript: transcript)
    let first = max(0, transcript.lines.count - Self.lines)
    var found: [(name: String, role: Range<Int>)] = []
    // Annexes may follow whoever approved the minutes.
    let closing = layout.sections.filter {
      [.recorded, .verified, .approved].contains($0.kind) && $0.line < first
    }
    for line in closing.map(\.line) + Array(first..<transcript.lines.count) {
      let tokens = transcript.lines[line].tokens
      for place in tokens where transcript.tokens[place].isCapitalized {
        guard let person = parser.person(at: place, limit: tokens.upperBound), person.wordCount > 1
        else { continue }
        if let role = role(after: person.tokens.upperBound, line: line) {
          found.append((person.name.name, role))
        }
        break
      }
    }
    return found
  }

  private func role(after place: Int, line: Int) -> Range<Int>? {
    var place = place
    let end = transcript.lines[line].tokens.upperBound
    if place < end {
      guard [",", "-"].contains(transcript.tokens[place].folded) else { return nil }
      place += 1
    }
    guard place < transcript.tokens.count, transcript.isRole(place) else {
      return nil
    }
    let stop = transcript.lineEnd(of: place)
    // `předsedající Jan Nový, zapisovatel Eva Malá`: the role belongs to the next person.
    let parser = NameParser(transcript: transcript)
    if let next = parser.person(at: place, limit: stop), let role = next.role,
      parser.person(at: role.upperBound, limit: stop)?.isCertain == true
    {
      return nil
    }
    if (place..<stop).contains(where: { transcript.is($0, ":") }) { return nil }
    let cut = (place..<stop).first { [",", "."].contains(transcript.tokens[$0].folded) }
    let dated = (place..<stop).first { transcript.is($0, "dne") }
    return place..<min(cut ?? stop, dated ?? stop)
  }
}
