/// Something that somebody has to do, by a date where one is stated.
public enum Task {
  /// What has to be done.
  public static let text = Field(1, "text", .longText, label: Label("Úkol", "Task"))
  /// Who has to do it, as written.
  public static let responsible = Field(2, "responsible", label: Label("Zajistí", "Responsible"))
  /// By when.
  public static let due = Field(3, "due", .date, label: Label("Termín", "Due"))
  /// The document that it is known from.
  public static let document = Field(
    4, "document", .reference(to: "document"), label: Label("Dokument", "Document"))
  /// Whether it was done.
  public static let done = Field(5, "done", .boolean, label: Label("Splněno", "Done"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 8, name: "task", label: Label("úkol", "task"), title: text,
    required: [text],
    fields: [due, text, responsible, done, document])
}
