import Domain

extension ExtractionJSON {
  /// Adds everything besides the meeting, the organisations and the projects.
  static func addFindings(
    of extracted: ExtractedDocument, to record: inout RecordObject, _ text: EvidenceText
  ) {
    record.add("services", .array(extracted.services.map { service($0, text) }))
    record.add("calls", .array(extracted.calls.map { call($0, text) }))
    record.add("plans", .array(extracted.plans.map { plan($0, text) }))
    record.add("resolutions", .array(extracted.resolutions.map { resolution($0, text) }))
    record.add("votes", .array(extracted.votes.map { vote($0, text) }))
    record.add("tasks", .array(extracted.tasks.map { task($0, text) }))
    record.add("people", .array(extracted.people.map { person($0, text) }))
    record.add("contacts", .array(extracted.contacts.map { contact($0, text) }))
    record.add("events", .array(extracted.events.map { event($0, text) }))
    record.add("figures", .array(extracted.figures.map { figure($0, text) }))
    record.add("amendments", .array(extracted.amendments.map { amendment($0, text) }))
    guard let agreement = extracted.agreement else { return }
    record.add("seat", agreement.seat)
    record.add("ico", describing: agreement.ico)
    record.add("validFrom", describing: agreement.validFrom)
    record.add("validTo", describing: agreement.validTo)
    record.add("commitments", .array(agreement.commitments.map { commitment($0, text) }))
  }

  private static func service(_ service: ExtractedService, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("provider", service.provider)
    record.add("kind", service.kind)
    record.add("registration", service.registration)
    record.add("capacityFrom", service.capacityBefore) { .integer($0) }
    record.add("capacity", service.capacity) { .integer($0) }
    record.add("capacityChange", service.capacityChange) { .integer($0) }
    record.add("unit", service.unit)
    record.add("status", service.isCancelled) { _ in .string("cancelled") }
    return record.value
  }

  private static func call(_ call: ExtractedCall, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("number", call.number)
    record.add("programme", call.programme)
    return record.value
  }

  private static func plan(_ plan: ExtractedPlan, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("name", plan.name)
    record.add("approved", describing: plan.approved)
    record.add("validFrom", describing: plan.validFrom)
    record.add("validTo", describing: plan.validTo)
    return record.value
  }

  private static func resolution(_ resolution: ExtractedResolution, _ text: EvidenceText)
    -> JSONValue
  {
    var record = RecordObject(text: text)
    record.add("number", resolution.number)
    record.add("text", resolution.text)
    record.add("fullText", resolution.fullText)
    record.add("date", describing: resolution.date)
    record.add("body", resolution.body)
    return record.value
  }

  private static func vote(_ vote: ExtractedVote, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("text", vote.text)
    record.add("for", vote.inFavour) { .integer($0) }
    record.add("against", vote.against) { .integer($0) }
    record.add("abstained", vote.abstained) { .integer($0) }
    return record.value
  }

  private static func task(_ task: ExtractedTask, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("text", task.text)
    record.add("due", describing: task.due)
    record.add("responsible", task.responsible)
    return record.value
  }

  private static func person(_ person: ExtractedPerson, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("name", person.person) { .string($0.name) }
    let titles = person.person.value.titlesBefore
    if !titles.isEmpty { record.add("titlesBefore", .array(titles.map { .string($0) })) }
    record.add("role", person.role)
    return record.value
  }

  private static func contact(_ contact: ExtractedContact, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("kind", .string(contact.kind.rawValue))
    record.add("value", contact.value)
    record.add("person", contact.person)
    return record.value
  }

  private static func event(_ event: ExtractedEvent, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("name", event.name)
    record.add("date", describing: event.date)
    return record.value
  }

  private static func figure(_ figure: ExtractedFigure, _ text: EvidenceText) -> JSONValue {
    var record = RecordObject(text: text)
    record.add("value", figure.value) { .integer($0) }
    record.add("unit", figure.unit)
    return record.value
  }

  private static func amendment(_ amendment: ExtractedAmendment, _ text: EvidenceText) -> JSONValue
  {
    var record = RecordObject(text: text)
    record.add("by", amendment.by)
    record.add("organization", amendment.organization)
    return record.value
  }

  private static func commitment(_ commitment: ExtractedCommitment, _ text: EvidenceText)
    -> JSONValue
  {
    var record = RecordObject(text: text)
    record.add("activity", commitment.activity)
    record.add("output", commitment.output)
    record.add("what", commitment.what)
    record.add("atLeast", commitment.atLeast) { .integer($0) }
    if let per = commitment.per { record.add("per", .string(per)) }
    record.add("due", describing: commitment.due)
    record.add("persons", commitment.persons) { .integer($0) }
    record.add("events", commitment.events) { .integer($0) }
    record.add("hours", commitment.hours) { .integer($0) }
    record.add("maxDistanceHours", commitment.maximumDistanceHours) { .integer($0) }
    return record.value
  }
}
