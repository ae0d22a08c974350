internal import Domain

extension ConsolidatedView {
  /// Every view.
  public static let all = [
    projects, services, organizations, meetings, attendance, tasks, commitments, resolutions,
    votes, calls, plans, events, figures, contacts, regions,
  ]

  /// Projects with their status, holder and where they are written about.
  public static let projects = ConsolidatedView(
    name: "projects", label: Label("Projekty", "Projects"), kind: Project.kind,
    columns: [
      .own(Project.name), .own(Project.status), .own(Project.holder), .own(Project.start),
      .own(Project.end), .own(Project.themes), .own(Project.programme, isMain: false),
      .own(Project.call, isMain: false), .own(Project.registration, isMain: false),
      .computed(
        "statedOn", .date, label: Label("Údaj ze dne", "Stated on"), "document.date"),
      .computed(
        "document", label: Label("Dokument", "Document"), isMain: false, "document.name"),
    ],
    order: [.ascending("region"), .ascending("name"), .ascending("statedOn")],
    source:
      "projectRecord AS own LEFT JOIN documentRecord AS document ON document.id = own.document")

  /// Meetings with who was there, in numbers.
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
      .own(Meeting.nextMeetings), .own(Meeting.number, isMain: false),
      .computed(
        "document", label: Label("Dokument", "Document"), isMain: false, "document.name"),
    ],
    order: [.descending("date"), .ascending("region"), .ascending("body")],
    source:
      "meetingRecord AS own LEFT JOIN documentRecord AS document ON document.id = own.document")

  /// People at meetings.
  public static let attendance = ConsolidatedView(
    name: "attendance", label: Label("Účast", "Attendance"), kind: Attendance.kind,
    columns: [
      .computed("date", .date, label: Meeting.date.label, "meeting.date"),
      .computed("body", label: Meeting.body.label, "meeting.body"),
      .own(Attendance.titlesBefore), .own(Attendance.name), .own(Attendance.titlesAfter),
      .own(Attendance.status), .own(Attendance.organization), .own(Attendance.role),
      .computed("meeting", label: Label("Jednání", "Meeting"), isMain: false, "own.meeting"),
    ],
    order: [
      .descending("date"), .ascending("region"), .ascending("body"), .descending("status"),
      .ascending("name"),
    ],
    source: "attendanceRecord AS own LEFT JOIN meetingRecord AS meeting ON meeting.id = own.meeting"
  )

  /// Organisations, those with the same IČO once.
  public static let organizations = ConsolidatedView(
    name: "organizations", label: Label("Organizace", "Organizations"), kind: Organization.kind,
    columns: [
      .own(Organization.name), .own(Organization.ico), .own(Organization.icoAsWritten),
      .own(Organization.seat),
      .computed(
        "documents", label: Label("Dokumenty", "Documents"),
        """
        (SELECT group_concat(DISTINCT document.name)
         FROM evidence JOIN documentRecord AS document ON document.id = evidence.document
         WHERE evidence.record = own.id)
        """),
    ],
    order: [.ascending("name"), .ascending("region")],
    source: "organizationRecord AS own")

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
       FROM attendanceRecord AS attendance WHERE attendance.meeting = own.id)
      """)
  }
}
