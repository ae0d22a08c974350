import Domain

/// Who was there, who was excused, who was missing and who came as a guest.
struct AttendanceExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  /// Attendance stands at the beginning; later lines with such labels are about something else.
  private static let mostLines = 80
  private static let mostLinesBetween = 10

  /// Returns the people of the attendance lists, each once.
  func attendance() -> [ExtractedAttendance] {
    var entries = Entries()
    let end = lastLine()
    var kind = LabelKind.present
    var lastLine: Int?
    let table = AttendanceTable(layout: layout).found()
    for row in table?.people ?? [] {
      add(entry(row, .present, label: nil), to: &entries)
    }
    for (index, section) in layout.sections.enumerated() {
      guard section.kind.listsPeople || listsPeople(section), section.line < end,
        table?.lines.contains(section.line) != true
      else { continue }
      // In a file with many meetings only the first one's people are meant.
      if let lastLine, section.line > lastLine + Self.mostLinesBetween { break }
      // Groups of guests have labels of their own: `Hosté:`, `Členové rady: …`
      let isGroup = transcript.tokens[section.label.lowerBound].folded.hasPrefix("clen")
      let followsEmpty = index > 0 && layout.sections[index - 1].value.isEmpty
      if !(isGroup && followsEmpty && kind == .guests) { kind = section.kind }
      if isReference(section.value) { continue }
      let isMissing = kind == .excused || kind == .absent
      let list = PeopleList(transcript, in: section.value, endsWithHeader: isMissing)
      lastLine = transcript.line(of: max(section.label.lowerBound, list.end - 1))
      for listed in list.people {
        add(entry(listed, kind, label: section.label), to: &entries)
      }
      // `Omluven: Jan Nový` in one line, `Kancelář: Eva Malá` in the next.
      if isMissing, list.endedAtHeader {
        for listed in PeopleList(transcript, in: list.end..<section.value.upperBound).people {
          add(entry(listed, .present, label: nil), to: &entries)
        }
      }
    }
    if entries.entries.isEmpty {
      for listed in OfficerLines(transcript: transcript).people() {
        add(self.entry(listed, .present, label: nil), to: &entries)
      }
    }
    let labelled = Set(entries.entries.map(\.status))
    for entry in AttendanceSentence(layout: layout).entries()
    where !labelled.contains(entry.status) {
      add(entry, to: &entries)
    }
    return entries.entries
  }

  /// `Prezence: Jan Nový, Eva Malá` holds the people itself, in its line or under it.
  private func listsPeople(_ section: Section) -> Bool {
    guard section.kind == .attendance, let first = section.value.first else { return false }
    if transcript.tokens[first].gap != .line { return true }
    let lines = PeopleLine(transcript: transcript, limit: section.value.upperBound)
    let line = transcript.lines[transcript.line(of: first)]
    return lines.isCertainPerson(first) && lines.listsPeople(line)
      || lines.peopleOfGroup(line.tokens) != nil
  }

  /// Attendance ends where the programme or the discussion begins, when it has begun before that.
  private func lastLine() -> Int {
    let first = layout.sections.first { $0.kind.listsPeople }?.line ?? 0
    let next = layout.sections.first {
      ($0.kind == .agenda || $0.kind == .course) && $0.line > first
    }
    let referred = layout.itemLabels.firstIndex { $0?.style == .reference }
    return min(next?.line ?? Self.mostLines, referred ?? Self.mostLines, Self.mostLines)
  }

  /// A person who is listed twice stands once; a surname alone is the one person who bears it.
  private func add(_ entry: ExtractedAttendance, to list: inout Entries) {
    let words = Folding.fold(entry.person.value.name).split(separator: " ").map(String.init)
    let known = list.words.indices.first { index in
      let known = list.words[index]
      guard known.last == words.last || known == words else { return false }
      return known == words
        || (known.count == 1 || words.count == 1) && list.entries[index].status == entry.status
    }
    guard let known else {
      list.entries.append(entry)
      list.words.append(words)
      return
    }
    if words.count > list.words[known].count {
      list.entries[known].person = entry.person
      list.words[known] = words
    }
    merge(entry, into: &list.entries[known])
  }

  /// The entries found so far, with the folded words of their names.
  private struct Entries {
    var entries: [ExtractedAttendance] = []
    var words: [[String]] = []
  }

  /// Returns what stands instead of names, as *viz prezenční listina*.
  func reference() -> Fact<String>? {
    for section in layout.sections where section.kind == .present || section.kind == .attendance {
      guard isReference(section.value) else { continue }
      let end = transcript.lineEnd(of: section.value.lowerBound)
      let words = transcript.trimmed(section.value.lowerBound..<min(end, section.value.upperBound))
      return transcript.fact(words)
    }
    return nil
  }

  private func isReference(_ value: Range<Int>) -> Bool {
    let words = value.prefix(4).map { transcript.tokens[$0].folded }
    guard words.contains("viz") || words.contains("dle") || words.contains("podle") else {
      return false
    }
    return words.contains { $0.hasPrefix("prezen") || $0.hasPrefix("presen") }
  }

  private func entry(
    _ listed: ListedPerson, _ kind: LabelKind, label: Range<Int>?
  ) -> ExtractedAttendance {
    let person = Fact(listed.person.name, transcript.range(listed.person.tokens))
    var entry = ExtractedAttendance(person: person, status: listed.status ?? AttendanceStatus(kind))
    entry.organization = listed.organization
    entry.role = listed.role
    // The label itself names the role: `Tajemník komise:`.
    if kind == .secretary, entry.role == nil, let label {
      entry.role = transcript.fact(transcript.trimmed(label))
    }
    return entry
  }

  private func merge(_ entry: ExtractedAttendance, into known: inout ExtractedAttendance) {
    if entry.status == .excused || entry.status == .absent { known.status = entry.status }
    known.role = known.role ?? entry.role
    known.organization = known.organization ?? entry.organization
  }
}

extension AttendanceStatus {
  /// The status of the people after a label.
  init(_ kind: LabelKind) {
    switch kind {
    case .excused: self = .excused
    case .absent: self = .absent
    case .guests: self = .guest
    default: self = .present
    }
  }
}
