/// A resolution of a body (Popolo *Motion*), adopted at a meeting or referred to.
public enum Resolution {
  /// The number, as written.
  public static let number = Field(1, "number", label: Label("Číslo", "Number"))
  /// When it was adopted.
  public static let date = Field(2, "date", .date, label: Label("Datum", "Date"))
  /// The body that adopted it.
  public static let body = Field(3, "body", label: Label("Orgán", "Body"))
  /// What it says.
  public static let text = Field(4, "text", .longText, label: Label("Usnesení", "Text"))
  /// The document that it is known from.
  public static let document = Field(
    5, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 7, name: "resolution", label: Label("usnesení", "resolution"), title: number,
    fields: [number, date, body, text, document])
}
