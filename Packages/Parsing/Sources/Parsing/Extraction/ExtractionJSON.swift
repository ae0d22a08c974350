public import Domain

/// Prints what was found as the JSON of `soulad extract`: fixed keys in a fixed order.
///
/// Every object has `evidence`: for each of its keys the byte range in the plain text, the quote,
/// the block and the confidence. What is less certain than ``ReviewSieve/threshold`` stands under
/// `review`.
public enum ExtractionJSON {
  /// Returns the JSON of one document, without a line end.
  /// - Parameters:
  ///   - extracted: What was found.
  ///   - document: The document it was found in, for the quotes.
  ///   - name: The name of the file.
  /// - Returns: JSON text.
  public static func json(
    of extracted: ExtractedDocument, document: Document, name: String
  ) -> String {
    let text = EvidenceText(document)
    var record = RecordObject(text: text)
    record.add("document", .string(name))
    record.add("extractor", .string(extracted.extractor))
    record.add("kind", .string(extracted.kind.rawValue))
    record.add("title", extracted.title)
    record.add("number", extracted.number)
    record.add("region", extracted.region)
    record.add("date", describing: extracted.date)
    if let meeting = extracted.meeting { add(meeting, to: &record, text) }
    record.add("organizations", .array(extracted.organizations.map { organization($0, text) }))
    record.add("projects", .array(extracted.projects.map { project($0, text) }))
    if !extracted.furtherMeetings.isEmpty {
      record.add("furtherMeetings", .array(extracted.furtherMeetings.map { further($0, text) }))
    }
    addFindings(of: extracted, to: &record, text)
    record.add("warnings", .array(warnings(of: extracted, text)))
    record.add("review", .array(extracted.review.map { doubt($0, text) }))
    return record.value.text
  }

  /// What the document itself has wrong; the record keeps it as written.
  private static func warnings(of extracted: ExtractedDocument, _ text: EvidenceText) -> [JSONValue]
  {
    let numbers = extracted.organizations.compactMap(\.icoAsWritten).map { fact in
      warning("ico-checksum", Fact(fact.value, fact.source), text)
    }
    guard let held = extracted.date?.value.last else { return numbers }
    let early = (extracted.meeting?.nextMeetings ?? []).filter { $0.value.date.last < held }
    return numbers
      + early.map { fact in
        warning(
          "date-before-meeting", Fact(fact.value.date.description, fact.source), text)
      }
  }

  private static func warning(
    _ code: String, _ fact: Fact<String>, _ text: EvidenceText
  ) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("code", .string(code))
    record.add("value", fact)
    return record.value
  }

  private static func doubt(_ doubt: ExtractedDoubt, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("category", .string(doubt.category))
    record.add("value", doubt.value)
    return record.value
  }

  private static func add(
    _ meeting: ExtractedMeeting, to record: inout RecordObject, _ text: EvidenceText
  ) {
    record.add("time", meeting.time)
    record.add("endTime", meeting.endTime)
    record.add("form", code: meeting.form)
    record.add("place", meeting.place)
    record.add("body", meeting.body)
    record.add("parentBody", meeting.parentBody)
    record.add("recordedBy", meeting.recordedBy) { .string($0.name) }
    record.add("recordedOn", describing: meeting.recordedOn)
    record.add("verifiedBy", meeting.verifiedBy) { first in
      let others = meeting.otherVerifiers.map(\.value.name)
      return others.isEmpty
        ? .string(first.name) : .array(([first.name] + others).map { .string($0) })
    }
    record.add("chair", meeting.chair) { .string($0.name) }
    record.add("attendanceReference", meeting.attendanceReference)
    record.add("attendance", .array(meeting.attendance.map { attendance($0, text) }))
    let announced = meeting.items.filter(\.announced)
    let unannounced = meeting.items.filter { !$0.announced }
    record.add("agenda", .array(announced.map { item($0, text) }))
    let discussed = meeting.items.filter { $0.text != nil || !$0.announced }
    record.add("itemsDiscussed", .array(discussed.map { .string($0.number) }))
    record.add("unannouncedItems", .array(unannounced.map { item($0, text) }))
    record.add("nextMeetings", .array(meeting.nextMeetings.map { nextMeeting($0, text) }))
  }

  private static func further(_ further: ExtractedFurtherMeeting, _ text: EvidenceText) -> JSONValue
  {
    var record = RecordObject(text: text)
    record.add("number", further.number)
    record.add("date", describing: further.date)
    add(further.meeting, to: &record, text)
    return record.value
  }

  private static func attendance(_ entry: ExtractedAttendance, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    let person = entry.person.value
    record.add("name", entry.person) { .string($0.name) }
    record.add("status", .string(entry.status.rawValue))
    addTitles("titlesBefore", person.titlesBefore, to: &record)
    addTitles("titlesAfter", person.titlesAfter, to: &record)
    record.add("organization", entry.organization)
    record.add("role", entry.role)
    return record.value
  }

  private static func addTitles(_ key: String, _ titles: [String], to record: inout RecordObject) {
    if !titles.isEmpty { record.add(key, .array(titles.map { .string($0) })) }
  }

  private static func item(_ item: ExtractedItem, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("number", .string(item.number))
    record.add("title", item.title)
    record.add("text", item.text)
    return record.value
  }

  private static func nextMeeting(
    _ fact: Fact<ExtractedNextMeeting>, _ text: EvidenceText
  ) -> JSONValue {
    var record = RecordObject(text: text)
    let date = fact.value.date
    let isDay = date.first == date.last && date.first.precision == .day
    record.add(isDay ? "date" : "period", fact) { .string($0.date.description) }
    if let time = fact.value.time { record.add("time", .string(time)) }
    return record.value
  }

  private static func organization(
    _ organization: ExtractedOrganization, _ text: EvidenceText
  ) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("name", organization.name)
    record.add("ico", describing: organization.ico)
    record.add("icoAsWritten", organization.icoAsWritten)
    if organization.icoAsWritten != nil { record.add("icoValid", .boolean(false)) }
    record.add("seat", organization.seat)
    return record.value
  }

  private static func project(_ project: ExtractedProject, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("name", project.name)
    record.add("holder", project.holder)
    record.add("status", code: project.status)
    record.add("start", describing: project.start)
    record.add("end", describing: project.end)
    record.add("registration", project.registration)
    record.add("programme", project.programme)
    record.add("call", project.call)
    if !project.themes.isEmpty {
      record.add("themes", .array(project.themes.map { .string($0.value.rawValue) }))
    }
    return record.value
  }
}
