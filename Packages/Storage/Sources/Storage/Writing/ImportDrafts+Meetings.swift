import Domain

/// The meetings of a file with their people and items.
extension ImportDrafts {
  /// Adds the meeting of the file and, where it holds the minutes of several, the others.
  ///
  /// The first is known by the document alone, each other by its day, so that a better extractor
  /// that finds one more meeting arrives at the same records for the rest.
  mutating func addMeetings() {
    let extracted = file.extracted
    if let meeting = extracted.meeting {
      add(
        meeting, number: extracted.number, date: extracted.date,
        key: NaturalKey(Meeting.kind, document.description))
    }
    var days = Occurrences()
    for further in extracted.furtherMeetings {
      let day = days.next(further.date?.value.description ?? further.number?.value ?? "")
      add(
        further.meeting, number: further.number, date: further.date,
        key: NaturalKey(Meeting.kind, document.description, day))
    }
  }

  private mutating func add(
    _ meeting: ExtractedMeeting, number: Fact<String>?, date: Fact<CalendarPeriod>?,
    key: NaturalKey
  ) {
    let document = document
    let verifiers = Self.verifiers(of: meeting)
    add(key) { draft in
      draft.set(Meeting.document, .reference(document))
      draft.set(Meeting.number, number)
      draft.set(Meeting.date, date)
      draft.set(Meeting.body, meeting.body)
      draft.set(Meeting.parentBody, meeting.parentBody)
      draft.set(Meeting.time, meeting.time)
      draft.set(Meeting.endTime, meeting.endTime)
      draft.set(Meeting.form, choice: meeting.form)
      draft.set(Meeting.place, meeting.place)
      draft.set(Meeting.recordedBy, meeting.recordedBy)
      draft.set(Meeting.recordedOn, meeting.recordedOn)
      draft.set(Meeting.verifiedBy, verifiers)
      draft.set(Meeting.chair, meeting.chair)
      draft.set(Meeting.attendanceReference, meeting.attendanceReference)
      draft.set(Meeting.nextMeetings, each: meeting.nextMeetings) { .text($0.date.description) }
    }
    addParts(of: meeting, id: RecordID(key))
  }

  /// All who verified the minutes, in one field: `Jan Nový, Eva Malá`; the place that proves them
  /// goes from the first name to the last.
  private static func verifiers(of meeting: ExtractedMeeting) -> Fact<String>? {
    guard let first = meeting.verifiedBy else { return nil }
    let all = [first] + meeting.otherVerifiers
    let start = all.map(\.source.start).min() ?? first.source.start
    let end = all.map(\.source.end).max() ?? first.source.end
    return Fact(
      all.map(\.value.description).joined(separator: ", "), SourceRange(start, end),
      confidence: first.confidence)
  }

  private mutating func addParts(of meeting: ExtractedMeeting, id: RecordID) {
    var names = Occurrences()
    for entry in meeting.attendance {
      add(entry, of: id, occurrence: names.next(Folding.fold(entry.person.value.name)))
    }
    var numbers = Occurrences()
    for (place, item) in meeting.items.enumerated() {
      add(item, of: id, position: place + 1, occurrence: numbers.next(item.number))
    }
  }

  private mutating func add(
    _ entry: ExtractedAttendance, of meeting: RecordID, occurrence: String
  ) {
    add(NaturalKey(Attendance.kind, meeting.description, occurrence)) { draft in
      let person = entry.person.value
      draft.set(Attendance.meeting, .reference(meeting))
      draft.set(Attendance.name, entry.person) { .text($0.name) }
      draft.set(Attendance.titlesBefore, joining: person.titlesBefore)
      draft.set(Attendance.titlesAfter, joining: person.titlesAfter)
      draft.set(Attendance.status, .text(entry.status.rawValue))
      draft.set(Attendance.organization, entry.organization)
      draft.set(Attendance.role, entry.role)
    }
  }

  private mutating func add(
    _ item: ExtractedItem, of meeting: RecordID, position: Int, occurrence: String
  ) {
    add(NaturalKey(AgendaItem.kind, meeting.description, occurrence)) { draft in
      draft.set(AgendaItem.meeting, .reference(meeting))
      draft.set(AgendaItem.position, .integer(Int64(position)))
      draft.set(AgendaItem.number, .text(item.number))
      draft.set(AgendaItem.title, item.title)
      draft.set(AgendaItem.text, item.text)
      draft.set(AgendaItem.announced, .boolean(item.announced))
      draft.set(AgendaItem.discussed, .boolean(item.text != nil))
    }
  }
}
