public import Domain

/// Reads facts out of documents: meetings, people, organisations and projects, each with its place.
public enum Extractor {
  /// The name and version that stands with every fact.
  public static let version = "soulad-extract/6"

  /// Returns what a document states.
  ///
  /// Nothing is guessed that it does not state. Pure: the same document gives the same facts,
  /// whatever the day. - Complexity: Linear in the length of the plain text.
  public static func extract(_ document: Document) -> ExtractedDocument {
    let transcript = Transcript(document)
    let layout = Layout(transcript)
    let title = TitleExtractor(layout: layout)
    var result = ExtractedDocument(extractor: version, kind: KindExtractor(layout: layout).kind())
    result.title = title.title()
    if result.kind == .minutes || result.kind == .resolutions { result.number = title.number() }
    let dates = DateExtractor(layout: layout, titleLines: title.lines)
    result.date = dates.date()
    let body = BodyExtractor(layout: layout, titleLines: title.lines, edges: document.pageEdges)
    let bodies = body.bodies()
    result.organizations = organizations(layout, besides: bodies)
    result.projects = ProjectExtractor(layout: layout).projects()
    result.organizations += holders(of: result.projects, besides: result.organizations)
    addFindings(layout, &result)
    let parts = result.kind == .minutes ? MeetingSplitter(transcript: transcript).parts() : []
    if parts.count > 1 {
      MeetingSeries.fill(&result, layout, parts, bodies)
    } else if result.kind == .minutes || result.kind == .resolutions {
      result.meeting = meeting(layout, dates, bodies, result.date)
    }
    result.organizations += affiliations(of: result)
    result.tasks = TaskExtractor(
      layout: layout, held: result.date?.value.first, people: attending(result)
    ).tasks()
    result.contacts += linkContacts(document, besides: result.contacts) + edgeContacts(document)
    result.region = RegionExtractor(layout: layout, edges: document.pageEdges).region(
      near: [bodies.body, bodies.parent, result.title])
    ReviewSieve.sift(&result)
    return result
  }

  private static let fewestListed = 3

  /// The surnames and nicknames of the people in the lists, and where there are none of those who
  /// led and recorded the meeting, by which sentences name them later.
  private static func attending(_ result: ExtractedDocument) -> WordSet {
    let meetings = [result.meeting].compactMap { $0 } + result.furtherMeetings.map(\.meeting)
    var people = meetings.flatMap(\.attendance).map(\.person)
    if people.count < fewestListed {
      people += meetings.flatMap { [$0.recordedBy, $0.verifiedBy, $0.chair].compactMap { $0 } }
    }
    return WordSet(
      people.compactMap { person in
        Folding.fold(person.value.name).split(separator: " ").last.map(String.init)
      })
  }

  /// The heading names the body that met, not an organisation.
  private static func organizations(
    _ layout: Layout, besides bodies: BodyExtractor.Found
  ) -> [ExtractedOrganization] {
    let names = [bodies.body, bodies.parent].compactMap { $0.map { Folding.fold($0.value) } }
    return OrganizationExtractor(layout: layout).organizations().filter { organization in
      !names.contains(Folding.fold(organization.name.value))
    }
  }

  /// Whoever carries out a project is an organisation, whatever the name looks like.
  private static func holders(
    of projects: [ExtractedProject], besides known: [ExtractedOrganization]
  ) -> [ExtractedOrganization] {
    var names = Set(known.map { Folding.fold($0.name.value) })
    return projects.compactMap { project in
      guard let holder = project.holder, names.insert(Folding.fold(holder.value)).inserted else {
        return nil
      }
      return ExtractedOrganization(name: holder)
    }
  }

  /// Whom people came for is an organisation, when it is a name and no trade.
  private static func affiliations(of result: ExtractedDocument) -> [ExtractedOrganization] {
    let meetings = [result.meeting].compactMap { $0 } + result.furtherMeetings.map(\.meeting)
    var names = Set(result.organizations.map { AttendanceAffiliation.key($0.name.value) })
    return meetings.flatMap(\.attendance).compactMap { entry in
      guard let organization = entry.organization,
        AttendanceAffiliation.isName(organization.value),
        names.insert(AttendanceAffiliation.key(organization.value)).inserted
      else { return nil }
      var name = organization
      name.confidence = min(name.confidence, 0.75)
      return ExtractedOrganization(name: name)
    }
  }

  /// The addresses that words of the text lead to; the words prove them.
  ///
  /// Markdown writes them into the text itself. In a Word document nobody sees the page behind
  /// words; it is a reference, and only an address of mail is a contact.
  private static func linkContacts(
    _ document: Document, besides known: [ExtractedContact]
  ) -> [ExtractedContact] {
    let isWritten = document.parts == [""]
    var seen = Set(known.map { bareAddress($0.value.value) })
    return document.links.compactMap { link in
      let isMail = link.target.hasPrefix("mailto:")
      let isPage = link.target.hasPrefix("https://") || link.target.hasPrefix("http://")
      guard isMail || (isPage && isWritten), link.target.utf8.count < mostAddressBytes else {
        return nil
      }
      let value = isMail ? String(link.target.dropFirst(7).prefix { $0 != "?" }) : link.target
      guard !value.isEmpty, seen.insert(bareAddress(value)).inserted else { return nil }
      return ExtractedContact(
        kind: isMail ? .email : .url, value: Fact(value, link.range, confidence: 0.9))
    }
  }

  private static let mostAddressBytes = 300

  /// An address without its scheme and a slash at its end, as people write it.
  private static func bareAddress(_ address: String) -> String {
    var bare = Substring(address)
    for scheme in ["https://", "http://", "www."] where bare.hasPrefix(scheme) {
      bare = bare.dropFirst(scheme.count)
    }
    return String(bare.last == "/" ? bare.dropLast() : bare)
  }

  /// Letterheads name contacts.
  private static func edgeContacts(_ document: Document) -> [ExtractedContact] {
    document.pageEdges.indices.flatMap { index in
      let edge = document.pageEdges[index]
      let offset = document.range(ofPageEdge: index).start
      return ContactExtractor(layout: Layout(Transcript(edge.text))).contacts().map { contact in
        var contact = contact
        let range = contact.value.source.moved(by: offset)
        contact.value = Fact(contact.value.value, range, confidence: 0.9)
        contact.person = nil
        return contact
      }
    }
  }

  private static func addFindings(_ layout: Layout, _ result: inout ExtractedDocument) {
    let held = result.date?.value.first
    result.resolutions = ResolutionExtractor(layout: layout).resolutions()
    result.votes = VoteExtractor(layout: layout).votes()
    result.calls = CallExtractor(layout: layout).calls()
    result.plans = PlanExtractor(layout: layout).plans()
    result.services = ServiceExtractor(layout: layout).services()
    result.events = EventExtractor(layout: layout, held: held).events()
    if result.kind == .agreement {
      let agreement = AgreementExtractor(layout: layout)
      result.agreement = agreement.agreement()
      result.people = agreement.people()
    }
    result.figures = FigureExtractor(layout: layout).figures()
    result.amendments = AmendmentExtractor(layout: layout).amendments()
    result.contacts = ContactExtractor(layout: layout).contacts()
  }

  /// What a layout says about its meeting.
  static func meeting(
    _ layout: Layout, _ dates: DateExtractor, _ bodies: BodyExtractor.Found,
    _ date: Fact<CalendarPeriod>?
  ) -> ExtractedMeeting {
    var meeting = ExtractedMeeting()
    meeting.body = bodies.body
    meeting.parentBody = bodies.parent
    meeting.time = dates.time()
    meeting.endTime = dates.endTime()
    let places = PlaceExtractor(layout: layout, dates: dates)
    meeting.place = places.place()
    meeting.form = places.form(of: meeting.place)
    let attendance = AttendanceExtractor(layout: layout)
    meeting.attendance = RoleCompletion(layout: layout).completed(attendance.attendance())
    meeting.attendanceReference = attendance.reference()
    meeting.items = AgendaExtractor(layout: layout).items()
    let closing = ClosingExtractor(layout: layout, attendance: meeting.attendance)
    meeting.recordedBy = closing.recordedBy()
    meeting.recordedOn = closing.recordedOn()
    let verifiers = VerifierExtractor(closing: closing).verifiers()
    meeting.verifiedBy = verifiers.first
    meeting.otherVerifiers = Array(verifiers.dropFirst())
    meeting.chair = closing.chair()
    let held = date?.value.first
    meeting.nextMeetings = NextMeetingExtractor(layout: layout, held: held).nextMeetings()
    return meeting
  }
}
