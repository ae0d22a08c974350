internal import Domain

/// Who met, when, about what, and who was there.
extension ConsolidatedView {
  /// Meetings with who was there, in numbers, and the days since the body met before.
  public static let meetings = ConsolidatedView(
    name: "meetings", label: Label("Jednání", "Meetings"), kind: Meeting.kind,
    columns: [
      .own(Meeting.date), .own(Meeting.time, isMain: false), .own(Meeting.body),
      .own(Meeting.parentBody, isMain: false), .own(Meeting.place),
      .own(Meeting.form, isMain: false),
      count(of: .present, label: Label("Přítomno", "Present")),
      count(of: .excused, label: Label("Omluveno", "Excused")),
      count(of: .absent, label: Label("Chybí", "Absent"), isMain: false),
      count(of: .guest, label: Label("Hostů", "Guests"), isMain: false),
      .own(Meeting.attendanceReference, isMain: false),
      .own(Meeting.recordedBy, isMain: false),
      .own(Meeting.nextMeetings), .own(Meeting.number, isMain: false), documentName,
      .computed(
        "gap", .integer, label: Label("Dní od minulého", "Days since the one before"),
        isMain: false,
        """
        (SELECT CAST(julianday(substr(own.date, 1, 10)) - julianday(max(before.date)) AS INTEGER)
         FROM meetingRecord AS before
         WHERE before.region = own.region AND before.bodyKey = own.bodyKey
           AND before.date < own.date AND length(before.date) = 10 AND length(own.date) = 10)
        """),
    ],
    order: [.descending("date"), .ascending("region"), .ascending("body")],
    facets: [.column(Meeting.body), .year(of: Meeting.date), .column(Meeting.form)],
    aliases: ["skupina": "body"],
    source:
      "meetingRecord AS own LEFT JOIN documentRecord AS document "
      + "ON document.recordNumber = own.document"
  )

  /// Items of minutes.
  public static let items = ConsolidatedView(
    name: "items", label: Label("Body jednání", "Agenda items"), kind: AgendaItem.kind,
    columns: [
      dateOfMeeting, bodyOfMeeting,
      .own(AgendaItem.number), .own(AgendaItem.title), .own(AgendaItem.announced, isMain: false),
      .own(AgendaItem.discussed),
      own(AgendaItem.text, of: AgendaItem.kind), .own(AgendaItem.position, isMain: false),
      own(AgendaItem.meeting, of: AgendaItem.kind),
    ],
    order: [
      .descending("date"), .ascending("region"), .ascending("body"), .earliest("position"),
    ],
    facets: [
      .column(Meeting.body), .year(of: Meeting.date), .column(AgendaItem.discussed),
    ],
    source: AgendaItem.kind.rows)

  /// The date of a row's meeting.
  private static let dateOfMeeting = ViewColumn(
    field: Meeting.date, isMain: true, expression: "sitting.date")

  /// The body of a row's meeting.
  private static let bodyOfMeeting = ViewColumn.computed(
    "body", label: Meeting.body.label,
    "(SELECT held.body FROM meetingRecord AS held WHERE held.recordNumber = sitting.meeting)")

  /// A field that does not stand in the kind's table as it is.
  private static func own(_ field: Field, of kind: RecordKind) -> ViewColumn {
    ViewColumn(
      field: field, isMain: false, expression: DerivedColumns.expression(of: field, kind))
  }

  /// People at meetings.
  public static let attendance = ConsolidatedView(
    name: "attendance", label: Label("Účast", "Attendance"), kind: Attendance.kind,
    columns: [
      dateOfMeeting, bodyOfMeeting,
      .own(Attendance.titlesBefore), .own(Attendance.name), .own(Attendance.titlesAfter),
      .own(Attendance.status), .own(Attendance.organization), .own(Attendance.role),
      own(Attendance.meeting, of: Attendance.kind),
    ],
    order: [
      .descending("date"), .ascending("region"), .ascending("body"), .descending("status"),
      .ascending("name"),
    ],
    facets: [
      .column(Meeting.body), .year(of: Meeting.date), .column(Attendance.status),
    ],
    aliases: ["person": "name"],
    source: Attendance.kind.rows)

  /// How often people, organisations and bodies came, of the meetings that name anybody.
  public static let rates = ConsolidatedView(
    name: "rates", label: Label("Míra účasti", "Attendance rates"), kind: Attendance.kind,
    columns: [
      rateColumn("per", .choice(ChoiceList(RatePer.self)), Label("Za", "Per")),
      rateColumn("name", .text, Label("Jméno", "Name")),
      rateColumn("body", .text, Meeting.body.label),
      rateColumn("meetings", .integer, Label("Jednání", "Meetings")),
      rateColumn("present", .integer, Label("Přítomno", "Present")),
      rateColumn("excused", .integer, Label("Omluveno", "Excused")),
      rateColumn("absent", .integer, Label("Chybělo", "Absent")),
      rateColumn("rate", .integer, Label("Účast %", "Rate %")),
      rateColumn("first", .date, Label("Poprvé", "First")),
      rateColumn("last", .date, Label("Naposledy", "Last")),
    ],
    order: [
      .ascending("per"), .ascending("region"), .ascending("body"), .ascending("name"),
    ],
    facets: [
      .column(Field(0, "per", .choice(ChoiceList(RatePer.self)), label: Label("Za", "Per")))
    ],
    aliases: ["person": "name", "organization": "name"], hasOwnIDs: false,
    statement: RatePer.allCases.map(\.statement).joined(separator: "\nUNION ALL\n"))

  private static func rateColumn(
    _ name: String, _ type: Field.ValueType, _ label: Label
  ) -> ViewColumn {
    .computed(name, type, label: label, name)
  }

  /// Bodies that met, with how often.
  public static let bodies = ConsolidatedView(
    name: "bodies", label: Label("Skupiny", "Bodies"), kind: Body.kind,
    columns: [
      .own(Body.name), .own(Body.parent),
      .computed(
        "meetings", .integer, label: Label("Jednání", "Meetings"),
        bodyMeetings("count(DISTINCT coalesce(date, recordNumber))")),
      .computed("first", .date, label: Label("Poprvé", "First"), bodyMeetings("min(date)")),
      .computed("last", .date, label: Label("Naposledy", "Last"), bodyMeetings("max(date)")),
    ],
    order: [.ascending("region"), .ascending("name")], source: "bodyRecord AS own")

  private static func bodyMeetings(_ expression: String) -> String {
    """
    (SELECT \(expression) FROM meetingRecord AS held
     WHERE held.region = own.region AND held.bodyKey = own.nameKey)
    """
  }

  /// People with a role outside of attendance lists.
  public static let people = ConsolidatedView(
    name: "people", label: Label("Osoby", "People"), kind: Person.kind,
    columns: [
      .own(Person.titlesBefore), .own(Person.name), .own(Person.titlesAfter), .own(Person.role),
      .own(Person.organization), statedOn, documentName,
    ],
    order: [.ascending("region"), .ascending("name"), .earliest("statedOn")],
    facets: [.column(Person.role), yearStated], aliases: ["person": "name"],
    source: withDocument("personRecord"))

  /// How many people a meeting's list names; NULL when the minutes name nobody or refer to a list
  /// that is not part of them, which is not zero.
  private static func count(
    of status: AttendanceStatus, label: Label, isMain: Bool = true
  ) -> ViewColumn {
    .computed(
      status.rawValue, .integer, label: label, isMain: isMain,
      """
      (SELECT CASE
         WHEN count(*) FILTER (WHERE status = '\(status.rawValue)') > 0
           THEN count(*) FILTER (WHERE status = '\(status.rawValue)')
         WHEN count(*) > 0 AND own.attendanceReference IS NULL THEN 0
       END
       FROM sitting JOIN attendanceRecord AS attendance ON attendance.sitting = sitting.number
       WHERE sitting.meeting = own.recordNumber)
      """)
  }
}

/// Whose attendance a rate is about.
enum RatePer: String, Choice {
  case person
  case organization
  case body

  var label: Label {
    switch self {
    case .person: Label("osoba", "person")
    case .organization: Label("organizace", "organization")
    case .body: Label("skupina", "body")
    }
  }

  /// The rows of the view: who is named in a body's lists, on how many of its days. People are told
  /// apart by their names as written within one body; a guest is no member and counts for no rate.
  ///
  /// Each counts once a day, however many files tell of the meeting: a draft and its final wording,
  /// or a DOCX and its text. Who is present in one of them was there.
  var statement: String {
    let (name, group, condition) =
      switch self {
      case .person: ("max(own.name)", "own.name", "own.name IS NOT NULL")
      case .organization:
        ("max(own.organization)", "own.organizationKey", "own.organizationKey <> ''")
      case .body: ("max(held.body)", "held.bodyKey", "held.body IS NOT NULL")
      }
    let day = "coalesce(sitting.date, sitting.meeting)"
    let times = "count(DISTINCT \(day) || ' ' || coalesce(own.name, own.recordNumber))"
    let present = "\(times) FILTER (WHERE own.status = 'present')"
    let notAbsent = "\(times) FILTER (WHERE own.status IN ('present', 'excused'))"
    return """
      SELECT min(\(DerivedSchema.id(of: "own.recordNumber"))) AS id, 'attendance' AS kind,
        sitting.region AS region, '\(rawValue)' AS per, \(name) AS name, max(held.body) AS body,
        count(DISTINCT \(day)) AS meetings, \(present) AS present,
        \(notAbsent) - \(present) AS excused, \(times) - \(notAbsent) AS absent,
        CAST(round(100.0 * \(present) / \(times)) AS INTEGER) AS rate,
        min(sitting.date) AS first, max(sitting.date) AS last
      FROM \(Attendance.kind.rows)
        LEFT JOIN meetingRecord AS held ON held.recordNumber = sitting.meeting
      WHERE own.status <> 'guest' AND \(condition)
      GROUP BY sitting.region, held.bodyKey, \(group)
      """
  }
}
