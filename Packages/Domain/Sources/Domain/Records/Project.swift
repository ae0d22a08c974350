/// A project that the group prepares, watches or carries out.
public enum Project {
  /// The name of the project.
  public static let name = Field(1, "name", label: Label("Projekt", "Project"))
  /// Who carries it out, as written.
  public static let holder = Field(2, "holder", label: Label("Nositel", "Holder"))
  /// Where it stands.
  public static let status = Field(
    3, "status", .choice(ChoiceList(ProjectStatus.self)), label: Label("Stav", "Status"))
  /// When it starts.
  public static let start = Field(4, "start", .date, label: Label("Od", "Start"))
  /// When it ends.
  public static let end = Field(5, "end", .date, label: Label("Do", "End"))
  /// The registration number at the funding programme.
  public static let registration = Field(
    6, "registration", label: Label("Registrační číslo", "Registration"))
  /// The programme that pays for it.
  public static let programme = Field(7, "programme", label: Label("Program", "Programme"))
  /// The call it was handed in to.
  public static let call = Field(8, "call", label: Label("Výzva", "Call"))
  /// What it is about.
  public static let themes = Field(
    9, "themes", .choice(ChoiceList(Theme.self)), .set, label: Label("Témata", "Themes"))
  /// The document that the project is known from.
  public static let document = Field(
    10, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 6, name: "project", label: Label("projekt", "project"), title: name,
    spans: [RecordKind.Span(from: start, to: end)],
    required: [name],
    fields: [name, holder, status, start, end, themes, programme, call, registration, document])
}
