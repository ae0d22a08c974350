import Domain

/// Who was there, who was excused, who was missing and who came as a guest.
struct AttendanceExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  /// Attendance stands at the beginning; later lines with such labels are about something else.
  private static let mostLines = 80

  /// Returns the people of the attendance lists, each once.
  func attendance() -> [ExtractedAttendance] {
    var entries: [ExtractedAttendance] = []
    var places: [String: Int] = [:]
    for section in layout.sections
    where section.kind.listsPeople && section.line < Self.mostLines && !isReference(section.value) {
      for listed in PeopleList(transcript, in: section.value).people {
        let entry = entry(listed, section.kind)
        let key = Folding.fold(entry.person.value.name)
        if let known = places[key] {
          merge(entry, into: &entries[known])
        } else {
          places[key] = entries.count
          entries.append(entry)
        }
      }
    }
    return entries
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

  private func entry(_ listed: ListedPerson, _ kind: LabelKind) -> ExtractedAttendance {
    let person = Fact(listed.person.name, transcript.range(listed.person.tokens))
    var entry = ExtractedAttendance(person: person, status: listed.status ?? Self.status(of: kind))
    entry.organization = listed.organization
    entry.role = listed.role
    if kind == .secretary, entry.role == nil { entry.role = secretaryRole(near: listed) }
    return entry
  }

  /// The label itself names the role: `Tajemník komise:`.
  private func secretaryRole(near listed: ListedPerson) -> Fact<String>? {
    let start = listed.person.tokens.lowerBound
    guard let section = layout.sections.last(where: { $0.label.lowerBound < start }) else {
      return nil
    }
    return transcript.fact(transcript.trimmed(section.label))
  }

  private func merge(_ entry: ExtractedAttendance, into known: inout ExtractedAttendance) {
    if entry.status == .excused || entry.status == .absent { known.status = entry.status }
    known.role = known.role ?? entry.role
    known.organization = known.organization ?? entry.organization
  }

  private static func status(of kind: LabelKind) -> AttendanceStatus {
    switch kind {
    case .excused: .excused
    case .absent: .absent
    case .guests: .guest
    default: .present
    }
  }
}
