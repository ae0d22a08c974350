/// One person at one meeting.
public enum Attendance {
  /// The meeting.
  public static let meeting = Field(
    1, "meeting", .reference(to: "meeting"), label: Label("Jednání", "Meeting"))
  /// The person's name, *Given Surname*, without titles.
  public static let name = Field(2, "name", label: Label("Jméno", "Name"))
  /// Titles before the name, with spaces between them.
  public static let titlesBefore = Field(
    3, "titlesBefore", label: Label("Titul před", "Titles before"))
  /// Titles after the name, with spaces between them.
  public static let titlesAfter = Field(4, "titlesAfter", label: Label("Titul za", "Titles after"))
  /// How the person stands in the list.
  public static let status = Field(
    5, "status", .choice(ChoiceList(AttendanceStatus.self)), label: Label("Účast", "Status"))
  /// The organisation that the person came for, as written.
  public static let organization = Field(
    6, "organization", label: Label("Organizace", "Organization"))
  /// The role that the person has, as written.
  public static let role = Field(7, "role", label: Label("Role", "Role"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 3, name: "attendance", label: Label("účast", "attendance"), title: name,
    required: [name, meeting],
    fields: [name, titlesBefore, titlesAfter, status, organization, role, meeting])
}
