/// A meeting of a working group or a commission (Popolo *Event*, OParl *Meeting*).
public enum Meeting {
  /// The body that met.
  public static let body = Field(1, "body", label: Label("Skupina", "Body"))
  /// The body that the meeting body belongs to.
  public static let parentBody = Field(2, "parentBody", label: Label("Součást", "Parent body"))
  /// The number of the minutes.
  public static let number = Field(3, "number", label: Label("Číslo", "Number"))
  /// When the meeting was held.
  public static let date = Field(4, "date", .date, label: Label("Datum", "Date"))
  /// When it began, `HH:MM`.
  public static let time = Field(5, "time", label: Label("Začátek", "Time"))
  /// When it ended, `HH:MM`.
  public static let endTime = Field(6, "endTime", label: Label("Konec", "End"))
  /// Whether people met in a room or on line.
  public static let form = Field(
    7, "form", .choice(ChoiceList(MeetingForm.self)), label: Label("Forma", "Form"))
  /// Where the meeting was held, as written.
  public static let place = Field(8, "place", label: Label("Místo", "Place"))
  /// Who took the minutes.
  public static let recordedBy = Field(9, "recordedBy", label: Label("Zapsal(a)", "Recorded by"))
  /// When the minutes were written.
  public static let recordedOn = Field(
    10, "recordedOn", .date, label: Label("Zapsáno dne", "Recorded on"))
  /// Who verified the minutes.
  public static let verifiedBy = Field(11, "verifiedBy", label: Label("Ověřil(a)", "Verified by"))
  /// Who chaired the meeting.
  public static let chair = Field(12, "chair", label: Label("Předsedal(a)", "Chair"))
  /// What the minutes say instead of names, as *viz prezenční listina*: attendance is then not
  /// stated, which is neither nobody nor everybody.
  public static let attendanceReference = Field(
    13, "attendanceReference", label: Label("Prezence", "Attendance reference"))
  /// When the body meets next, as far as the minutes say.
  public static let nextMeetings = Field(
    14, "nextMeetings", .date, .set, label: Label("Příští jednání", "Next meetings"))
  /// The document that the meeting is known from.
  public static let document = Field(
    15, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 2, name: "meeting", label: Label("jednání", "meeting"), title: body,
    fields: [
      date, time, endTime, body, parentBody, number, form, place, recordedBy, recordedOn,
      verifiedBy,
      chair, attendanceReference, nextMeetings, document,
    ])
}
