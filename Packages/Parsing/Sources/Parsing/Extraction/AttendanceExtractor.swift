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
    var entries: [ExtractedAttendance] = []
    let end = lastLine()
    var kind = LabelKind.present
    var lastLine: Int?
    let table = AttendanceTable(layout: layout).found()
    for row in table?.people ?? [] {
      let person = Fact(row.person.name, transcript.range(row.person.tokens))
      add(ExtractedAttendance(person: person, status: row.status), to: &entries)
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
      let list = PeopleList(transcript, in: section.value)
      lastLine = transcript.line(of: max(section.label.lowerBound, list.end - 1))
      for listed in list.people { add(entry(listed, kind, section), to: &entries) }
    }
    return entries
  }

  /// `Prezence: Jan Nový, Eva Malá` holds the people itself.
  private func listsPeople(_ section: Section) -> Bool {
    section.kind == .attendance && !section.value.isEmpty
      && transcript.tokens[section.value.lowerBound].gap != .line
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
  private func add(_ entry: ExtractedAttendance, to entries: inout [ExtractedAttendance]) {
    let words = Self.words(entry)
    let known = entries.firstIndex { other in
      let known = Self.words(other)
      if known == words { return true }
      return (known.count == 1 || words.count == 1) && known.last == words.last
        && other.status == entry.status
    }
    guard let known else { return entries.append(entry) }
    if words.count > Self.words(entries[known]).count { entries[known].person = entry.person }
    merge(entry, into: &entries[known])
  }

  private static func words(_ entry: ExtractedAttendance) -> [Substring] {
    Folding.fold(entry.person.value.name).split(separator: " ")
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
    _ listed: ListedPerson, _ kind: LabelKind, _ section: Section
  ) -> ExtractedAttendance {
    let person = Fact(listed.person.name, transcript.range(listed.person.tokens))
    var entry = ExtractedAttendance(person: person, status: listed.status ?? AttendanceStatus(kind))
    entry.organization = listed.organization
    entry.role = listed.role
    // The label itself names the role: `Tajemník komise:`.
    if kind == .secretary, entry.role == nil {
      entry.role = transcript.fact(transcript.trimmed(section.label))
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
