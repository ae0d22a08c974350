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
    var entries = AttendanceEntries()
    let table = AttendanceTable(layout: layout).found()
    add(table?.people ?? [], .present, to: &entries)
    addSections(besides: table?.lines ?? 0..<0, to: &entries)
    let officers = OfficerLines(transcript: transcript).found()
    // A board of offices is the list, unless another one names more people.
    if let officers, entries.count <= officers.people.count {
      add(officers.people, .present, to: &entries)
    }
    if entries.isEmpty {
      add(StatusLines(transcript: transcript).people(), .present, to: &entries)
    }
    for entry in AttendanceSentence(layout: layout).entries()
    where !entries.listed.contains(entry.status) {
      entries.add(entry)
    }
    if entries.isEmpty { add(UnlabelledRow(layout: layout).people(), .present, to: &entries) }
    if !entries.listed.contains(.excused), !entries.listed.contains(.absent) {
      for entry in AttendanceException(layout: layout).entries() { entries.add(entry) }
    }
    return entries.told
  }

  private func add(
    _ people: [ListedPerson], _ kind: LabelKind, label: Range<Int>? = nil,
    to entries: inout AttendanceEntries
  ) {
    for listed in people {
      entries.add(entry(listed, kind, label: label), age: listed.age)
      entries.listed.insert(listed.status ?? AttendanceStatus(kind))
    }
  }

  /// The people under labels, up to where the attendance ends.
  private func addSections(besides table: Range<Int>, to entries: inout AttendanceEntries) {
    let end = lastLine()
    var heads: [Section] = []
    var kind = LabelKind.present
    var lastLine: Int?
    var isByPlace = false
    for (index, section) in layout.sections.enumerated() where section.line < end {
      if isHead(index) { heads.append(section) }
      guard section.kind.listsPeople || listsPeople(section), !table.contains(section.line)
      else { continue }
      // In a file with many meetings only the first one's people are meant.
      if let lastLine, !entries.isEmpty, section.line > lastLine + Self.mostLinesBetween { break }
      let isGroup = isGroupOfGuests(index, after: kind)
      if !isGroup { kind = section.kind }
      if isReference(section.value) { continue }
      guard let names = CountedPeople(transcript: transcript).names(in: section.value) else {
        lastLine = section.line
        continue
      }
      let isMissing = kind == .excused || kind == .absent
      let rest = addByPlace(names, kind, isKnown: &isByPlace, to: &entries)
      let list = PeopleList(
        transcript, in: rest, endsWithHeader: isMissing || kind == .guests)
      lastLine = transcript.line(of: max(section.label.lowerBound, list.end - 1))
      let people = isGroup ? list.people.map { member($0, of: section.label) } : list.people
      add(people, kind, label: section.label, to: &entries)
      // `Omluven: Jan Nový` in one line, `Kancelář: Eva Malá` in the next.
      if list.endedAtHeader, isShortHeader(from: list.end) {
        for other in PeopleList(transcript, in: list.end..<section.value.upperBound).people {
          entries.add(entry(other, .present, label: nil), age: other.age)
        }
      }
    }
    // Over a mere count of members the head is who called the meeting.
    if !entries.isEmpty { for head in heads { addHead(head, to: &entries) } }
  }

  /// `Kancelář: Eva Malá` names who was there, `Modlitba na příští poradě: Eva Malá` does not.
  private func isShortHeader(from start: Int) -> Bool {
    let words = (start..<transcript.lineEnd(of: start)).prefix { !transcript.is($0, ":") }
    return words.count < 4 && transcript.first(["na", "v", "pro", "k"], in: words) == nil
  }

  /// Adds the people of a list by places and returns the part that is left for others; once a list
  /// was such a one, a single pair under the next label is one too.
  private func addByPlace(
    _ names: Range<Int>, _ kind: LabelKind, isKnown: inout Bool, to entries: inout AttendanceEntries
  ) -> Range<Int> {
    let reader = PeopleByPlace(transcript: transcript, fewest: isKnown ? 1 : 2)
    guard let list = reader.list(in: names) else { return names }
    isKnown = true
    add(list.people, kind, to: &entries)
    guard list.end < names.upperBound else { return names.upperBound..<names.upperBound }
    let isListed =
      transcript.tokens[list.end].gap != .line
      || PeopleLine(transcript: transcript, limit: names.upperBound).isCertainPerson(list.end)
    return isListed ? list.end..<names.upperBound : list.end..<list.end
  }

  /// Groups of guests have labels of their own: `Hosté:`, `Členové rady: …`
  private func isGroupOfGuests(_ index: Int, after kind: LabelKind) -> Bool {
    let label = layout.sections[index].label.lowerBound
    return kind == .guests && transcript.tokens[label].folded.hasPrefix("clen")
      && index > 0 && layout.sections[index - 1].value.isEmpty
  }

  /// Under `Členové rady:` each guest is *člen rady*.
  private func member(_ listed: ListedPerson, of label: Range<Int>) -> ListedPerson {
    let words = transcript.trimmed(label, marks: [":"])
    guard listed.role == nil, words.count > 1 else { return listed }
    let group = transcript.text(words.lowerBound + 1..<words.upperBound)
    var member = listed
    member.role = Fact("člen " + group, transcript.range(words))
    return member
  }

  /// `Předsedkyně: Mgr. Eva Malá` right above or below `Členové: …` heads the list.
  private func isHead(_ index: Int) -> Bool {
    let section = layout.sections[index]
    guard section.kind == .chaired, section.label.count < 4,
      transcript.tokens[section.label.lowerBound].folded.hasPrefix("predsedk")
        || transcript.is(section.label.lowerBound, "predseda")
    else { return false }
    return [index - 1, index + 1].contains { other in
      layout.sections.indices.contains(other) && layout.sections[other].kind.listsPeople
        && abs(layout.sections[other].line - section.line) == 1
    }
  }

  private func addHead(_ section: Section, to entries: inout AttendanceEntries) {
    let line = section.value.lowerBound..<transcript.lineEnd(of: section.label.lowerBound)
    guard !line.isEmpty, let head = PeopleList(transcript, in: line).people.first else { return }
    var entry = entry(head, .present, label: nil)
    entry.role = entry.role ?? transcript.fact(transcript.trimmed(section.label))
    entries.add(entry, age: head.age)
  }

  /// `Prezence: Jan Nový, Eva Malá` holds the people itself, in its line or under it.
  private func listsPeople(_ section: Section) -> Bool {
    guard section.kind == .attendance, let first = section.value.first else { return false }
    if transcript.tokens[first].gap != .line { return true }
    let lines = PeopleLine(transcript: transcript, limit: section.value.upperBound)
    let line = transcript.lines[transcript.line(of: first)]
    let lead = transcript.is(first, "•") || transcript.is(first, "-") ? first + 1 : first
    return lines.isCertainPerson(lead) && lines.listsPeople(line)
      || lines.peopleOfGroup(line.tokens) != nil
      || PeopleByPlace(transcript: transcript, fewest: 2).list(in: section.value) != nil
  }

  /// Attendance ends where the programme or the discussion begins, when it has begun before that.
  private func lastLine() -> Int {
    let first = layout.sections.first { $0.kind.listsPeople }?.line ?? 0
    let next = layout.sections.indices.first { index in
      let section = layout.sections[index]
      return (section.kind == .agenda || section.kind == .course) && section.line > first
        && !isEmptyHeading(index)
    }.map { layout.sections[$0] }
    let referred = layout.itemLabels.firstIndex { $0?.style == .reference }
    return min(next?.line ?? Self.mostLines, referred ?? Self.mostLines, Self.mostLines)
  }

  /// `Program` right above `Přítomní členové výboru:` is the heading of both.
  private func isEmptyHeading(_ index: Int) -> Bool {
    let section = layout.sections[index]
    return section.value.count < 4 && index + 1 < layout.sections.count
      && layout.sections[index + 1].kind.listsPeople
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
    var entry = listed.attendance(AttendanceStatus(kind), in: transcript)
    // The label itself names the role: `Tajemník komise:`.
    if kind == .secretary, entry.role == nil, let label {
      entry.role = transcript.fact(transcript.trimmed(label))
    }
    return entry
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
