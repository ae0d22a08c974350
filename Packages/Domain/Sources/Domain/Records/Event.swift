/// An event besides the meetings of a body (schema.org *Event*).
public enum Event {
  /// What it is.
  public static let name = Field(1, "name", label: Label("Událost", "Event"))
  /// When it takes place.
  public static let date = Field(2, "date", .date, label: Label("Datum", "Date"))
  /// The document that it is known from.
  public static let document = Field(
    3, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 14, name: "event", label: Label("událost", "event"), title: name,
    required: [name],
    fields: [name, date, document])
}
